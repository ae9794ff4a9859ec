/** 主线: what came to the ledger and who wrote it; what was remembered is only gone on with. Real Git. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mainLineOf } from '../../src/history/main-line.ts';
import { scratch, type Scratch } from './repository.ts';

const AT = '2026-03-01T10:00:00+08:00';
let made: Scratch;
let memory: string;
beforeEach(() => {
  made = scratch();
  memory = mkdtempSync(join(tmpdir(), 'ledger-memory-'));
  made.write('content/a.yaml', '一');
  made.write('other.txt', 'x');
  made.commit('甲', AT);
});
afterEach(() => {
  made.remove();
  rmSync(memory, { recursive: true });
});
const line = (kept?: string, prefix = 'content/') =>
  mainLineOf({ repository: made.dir, prefix }, 'HEAD', kept);
const told = (kept?: string, prefix?: string) => {
  const { written, received } = line(kept, prefix);
  const of = (all: typeof written) =>
    all.map(
      ({ author, paths, changed }) => `${author.name} +${paths.join(',')} ~${changed.join(',')}`,
    );
  return { written: of(written), received: of(received) };
};
function report(path: string, who: string, merger: string): void {
  made.git('checkout', '--quiet', '-b', `report-${path}`);
  made.write(`content/${path}`, who);
  made.commit(who, AT);
  made.git('checkout', '--quiet', 'main');
  made.merge(`report-${path}`, merger, AT);
}

test('谁写的、谁收的；台账以外的、佐证不算', () => {
  report('b.yaml', '填报员', '审核员');
  made.write('content/evidence/x.png', 'x');
  made.write('readme', 'x');
  made.commit('丙', AT);
  expect(told()).toEqual({
    written: ['填报员 +b.yaml ~', '甲 +a.yaml ~'],
    received: ['审核员 +b.yaml ~', '甲 +a.yaml ~'],
  });
});

test('改的、删的不算新加，但收的那次有', () => {
  made.write('content/a.yaml', '二');
  made.commit('乙', AT);
  expect(told().received[0]).toBe('乙 + ~a.yaml');
  expect(told().written).toEqual(['甲 +a.yaml ~']);
});

test('台账就在仓库顶上的', () => {
  expect(told(undefined, '').written).toEqual(['甲 +content/a.yaml,other.txt ~']);
});

test('记下来的接着读，读出的和从头读的一样', () => {
  expect(told(memory)).toEqual(told());
  expect(readdirSync(memory).length).toBeGreaterThan(0);
  expect(told(memory)).toEqual(told());
  report('b.yaml', '填报员', '审核员');
  report('c.yaml', '别人', '审核员');
  expect(told(memory)).toEqual(told());
  expect(told(memory)).toEqual(told());
});

test('同一个文件后来又加了一次的，从头读', () => {
  told(memory);
  made.git('rm', '--quiet', 'content/a.yaml');
  made.commit('乙', AT);
  made.write('content/a.yaml', '又来');
  made.commit('丙', AT);
  expect(told(memory)).toEqual(told());
});

test('浅克隆的不全，也不记', () => {
  report('b.yaml', '填报员', '审核员');
  made.write('.git/shallow', `${made.git('rev-parse', 'HEAD')}\n`);
  expect(line(memory).complete).toBe(false);
  expect(readdirSync(memory)).toEqual([]);
});

test('合并和一次提交几个父，数得出来', () => {
  report('b.yaml', '填报员', '审核员');
  expect(line().received.map(({ parents }) => parents)).toEqual([2, 0]);
});
