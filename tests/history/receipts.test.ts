import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { placeOf } from '../../src/history/place.ts';
import { receiptsOf } from '../../src/history/receipts.ts';
import { scratch, type Scratch } from './repository.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ONE = 'updates/demo-01/20240301-090000.yaml';
const TWO = 'updates/demo-01/20240302-090000.yaml';
const THREE = 'updates/demo-02/20240303-090000.yaml';
const PROOF = 'evidence/demo-02/后台 截图.png';

let repo: Scratch;
let direct: string;
let merged: string;
let back: string;

beforeAll(() => {
  repo = scratch();
  repo.write('README.md', '别的文件\n');
  repo.write(`content/${ONE}`, 'action: started\n');
  direct = repo.commit('审核员甲', '2024-03-01T10:00:00+08:00');
  repo.git('switch', '--quiet', '--create', 'report');
  repo.write(`content/${TWO}`, 'action: progress\n');
  repo.commit('填报员乙', '2024-03-02T10:00:00+08:00');
  repo.write(`content/${THREE}`, 'action: submitted\n');
  repo.write(`content/${PROOF}`, '12345');
  repo.commit('填报员丙', '2024-03-03T10:00:00+08:00');
  repo.git('switch', '--quiet', 'main');
  repo.write('README.md', '别的文件改了\n');
  repo.commit('审核员甲', '2024-03-04T10:00:00+08:00');
  merged = repo.merge('report', '审核员甲', '2024-03-05T23:30:00+08:00');
  // Deleted and added again: the first receipt stands.
  repo.git('rm', '--quiet', `content/${TWO}`);
  repo.commit('审核员甲', '2024-03-06T10:00:00+08:00');
  repo.write(`content/${TWO}`, 'action: progress\n');
  back = repo.commit('审核员甲', '2024-03-07T10:00:00+08:00');
});
afterAll(() => {
  repo.remove();
});

describe('收件', () => {
  const all = (revision?: string) => receiptsOf(placeOf(join(repo.dir, 'content'))!, revision);

  test('直接提交的：提交那天收件', () => {
    expect(all().byPath.get(ONE)).toEqual({
      commit: direct,
      on: '2024-03-01',
      merger: '审核员甲',
      mergerEmail: 'demo@example.invalid',
      author: '审核员甲',
      authorEmail: 'demo@example.invalid',
      authoredOn: '2024-03-01',
      merged: false,
      founding: true,
    });
  });

  test('合并进来的：合并那天收件，作者是写的人，合并者是收的人', () => {
    const common = { commit: merged, on: '2024-03-05', merger: '审核员甲', merged: true };
    const [two, three] = [
      { ...common, author: '填报员乙', authoredOn: '2024-03-02', founding: false },
      { ...common, author: '填报员丙', authoredOn: '2024-03-03', founding: false },
    ];
    expect(all().byPath.get(TWO)).toMatchObject(two);
    expect(all().byPath.get(THREE)).toMatchObject(three);
  });

  test('别的文件夹和佐证不算；整个仓库都是台账时路径不变', () => {
    expect([...all().byPath.keys()].toSorted()).toEqual([ONE, TWO, THREE].toSorted());
    const whole = receiptsOf(placeOf(repo.dir)!);
    expect(whole.byPath.get(`content/${ONE}`)?.commit).toBe(direct);
    expect(whole.byPath.has('README.md')).toBe(true);
  });

  test('删了又加的，按第一次；从某个提交看，以后的不算', () => {
    expect(all().byPath.get(TWO)?.commit).not.toBe(back);
    expect([...all(direct).byPath.keys()]).toEqual([ONE]);
    expect(all().complete).toBe(true);
  });

  test('合并时才添的文件，作者就是合并者', () => {
    const other = scratch();
    other.write('content/site.yaml', 'name: 示例（虚构）\n');
    other.commit('审核员甲', '2024-03-01T10:00:00+08:00');
    other.git('switch', '--quiet', '--create', 'report');
    other.commit('填报员乙', '2024-03-02T10:00:00+08:00');
    other.git('switch', '--quiet', 'main');
    other.merge('report', '审核员甲', '2024-03-03T10:00:00+08:00');
    other.write(`content/${ONE}`, 'action: started\n');
    other.git('add', '--all');
    other.amend('审核员甲', '2024-03-04T10:00:00+08:00');
    const { byPath } = receiptsOf(placeOf(join(other.dir, 'content'))!);
    expect(byPath.get(ONE)).toMatchObject({
      on: '2024-03-04',
      merger: '审核员甲',
      author: '审核员甲',
      merged: true,
    });
    other.remove();
  });

  test('浅克隆里早先的收件日不知道，就不写', () => {
    const copy = join(repo.dir, '.git', 'shallow-copy');
    execFileSync('git', ['clone', '--quiet', '--depth=2', `file://${repo.dir}`, copy]);
    const { byPath, complete } = receiptsOf(placeOf(join(copy, 'content'))!);
    expect(complete).toBe(false);
    expect([...byPath].map(([path, { on }]) => [path, on])).toEqual([[TWO, '2024-03-07']]);
  });
});
