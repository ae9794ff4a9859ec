/** 收件的记忆：有没有它，答的都一样；坏的、别处的、历史改写过的都不认。 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lastChanges } from '../../src/history/last-changes.ts';
import { mainLineOf } from '../../src/history/main-line.ts';
import { placeOf } from '../../src/history/place.ts';
import { rememberedReceipts } from '../../src/history/receipt-memory.ts';
import { receiptsOf } from '../../src/history/receipts.ts';
import { scratch, type Scratch } from './repository.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let repo: Scratch;
let memory: string;

beforeEach(() => {
  repo = scratch();
  memory = mkdtempSync(join(tmpdir(), 'ledger-memory-'));
  repo.write('content/site.yaml', 'name: 示例（虚构）\n');
  repo.commit('审核员甲', '2024-03-01T10:00:00+08:00');
  report('demo-01', '02');
});
afterEach(() => {
  repo.remove();
  rmSync(memory, { recursive: true });
});

/** A report on a branch of its own, received by a merge on the same day. */
function report(issue: string, day: string): string {
  repo.git('switch', '--quiet', '--force-create', 'report');
  repo.write(`content/updates/${issue}/202403${day}-090000.yaml`, 'action: progress\n');
  repo.commit('填报员乙', `2024-03-${day}T10:00:00+08:00`);
  repo.git('switch', '--quiet', 'main');
  return repo.merge('report', '审核员甲', `2024-03-${day}T11:00:00+08:00`);
}

const place = () => placeOf(join(repo.dir, 'content'))!;
const whole = () => receiptsOf(place());
const quick = () => receiptsOf(place(), 'HEAD', undefined, memory);
const file = () => join(memory, readdirSync(memory)[0] ?? '');

test('读一次就记住；后来的只读新的，答的和从头读一样', () => {
  expect(quick()).toEqual(whole());
  expect(rememberedReceipts(memory, place(), 'HEAD')?.received).toHaveLength(2);
  const tip = report('demo-02', '04');
  repo.git('rm', '--quiet', 'content/updates/demo-01/20240302-090000.yaml');
  repo.commit('审核员甲', '2024-03-05T10:00:00+08:00');
  report('demo-01', '02');
  expect(quick()).toEqual(whole());
  expect(quick().byPath.get('updates/demo-02/20240304-090000.yaml')?.commit).toBe(tip);
});

test('同一个文件在两条线上各加过一次：作者和从头读的一样', () => {
  const update = 'content/updates/demo-02/20240305-090000.yaml';
  repo.git('switch', '--quiet', '--force-create', 'late');
  repo.write(update, 'action: progress\n');
  repo.write('content/updates/demo-03/20240303-090000.yaml', 'action: progress\n');
  repo.commit('填报员丁', '2024-03-03T10:00:00+08:00');
  repo.git('switch', '--quiet', 'main');
  repo.write(update, 'action: progress\n');
  repo.commit('审核员甲', '2024-03-05T10:00:00+08:00');
  quick();
  repo.merge('late', '审核员甲', '2024-03-07T10:00:00+08:00');
  expect(quick()).toEqual(whole());
  expect(rememberedReceipts(memory, place(), 'HEAD')?.tip).toBe(repo.git('rev-parse', 'HEAD'));
});

test('最近改动也记得：添的、改的、删的，按最新的一次', () => {
  quick();
  repo.write('content/site.yaml', 'name: 改名（虚构）\n');
  const edited = repo.commit('审核员甲', '2024-03-06T10:00:00+08:00');
  repo.git('rm', '--quiet', 'content/updates/demo-01/20240302-090000.yaml');
  const removed = repo.commit('审核员甲', '2024-03-07T10:00:00+08:00');
  const changes = lastChanges(mainLineOf(place(), 'HEAD', memory));
  expect(changes).toEqual(lastChanges(mainLineOf(place(), 'HEAD')));
  expect([...changes]).toEqual([
    ['updates/demo-01/20240302-090000.yaml', { id: removed, on: '2024-03-07' }],
    ['site.yaml', { id: edited, on: '2024-03-06' }],
  ]);
});

test('没有新的，就不再写一遍', () => {
  quick();
  const { tip } = rememberedReceipts(memory, place(), 'HEAD') ?? {};
  expect(tip).toBe(repo.git('rev-parse', 'HEAD'));
  const before = readFileSync(file(), 'utf8');
  quick();
  expect(readFileSync(file(), 'utf8')).toBe(before);
});

test('改过一个字的、没写完的、不是它写的，都不认', () => {
  quick();
  const sound = readFileSync(file(), 'utf8');
  for (const broken of [sound.replace('填报员乙', '填报员丁'), sound.slice(0, -9), '', '{}\n{}']) {
    writeFileSync(file(), broken);
    expect(rememberedReceipts(memory, place(), 'HEAD')).toBeUndefined();
    expect(quick()).toEqual(whole());
  }
});

test('别的仓库的不认；历史改写过的不认', () => {
  quick();
  const other = scratch();
  other.write('content/site.yaml', 'name: 别处（虚构）\n');
  other.commit('审核员甲', '2024-03-01T10:00:00+08:00');
  const there = placeOf(join(other.dir, 'content'))!;
  expect(rememberedReceipts(memory, there, 'HEAD')).toBeUndefined();
  other.remove();
  repo.amend('审核员丙', '2024-03-02T12:00:00+08:00');
  expect(rememberedReceipts(memory, place(), 'HEAD')).toBeUndefined();
  expect(quick()).toEqual(whole());
});

test('从早先的提交看，不用后来记的', () => {
  const early = repo.git('rev-parse', 'HEAD');
  report('demo-02', '04');
  quick();
  expect(receiptsOf(place(), early, undefined, memory)).toEqual(receiptsOf(place(), early));
});

test('写不进去也照样答', () => {
  const nowhere = join(repo.dir, 'content', 'site.yaml', 'x');
  expect(receiptsOf(place(), 'HEAD', undefined, nowhere)).toEqual(whole());
});
