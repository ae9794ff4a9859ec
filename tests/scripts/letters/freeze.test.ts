/** 印发: 待填的、编号用过的不能印发；存的数要从写明的提交数得出来。(示例区，虚构) */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DataFaults, WrongUse } from '../../../scripts/command.ts';
import { frozenBulletin, type Published } from '../../../scripts/letters/freeze.ts';
import { ledger } from '../../documents/run.ts';
import { scratch, type Scratch } from '../../history/repository.ts';
import { smallPlace } from '../../ledger/small-folder.ts';
import { small } from '../../ledger/small.ts';

const CHECK = `name: 二季度检查
checkedOn: 2026-06-01
edition: '2019'
campaign: zx
replyBy: 2026-06-30
population: 1
scope: { kind: all }
accounts:
  - { account: jia-wechat, lastPostOn: 2026-05-31, results: [{ indicator: M2, result: passed }] }
`;
const published = (text = '正文'): Published => ({
  ...{ of: { inspection: 'jc' }, figures: [], on: '2026-06-15' },
  blocks: [{ kind: 'paragraph', text }] as unknown as Published['blocks'],
});
const place = smallPlace({ 'inspections/jc.yaml': CHECK });
const frozen = (id: string, what = published(), how: object = {}) =>
  frozenBulletin(place.ledger, id, what, { commit: () => undefined, ...how });

test('存的是正文、数和校验值；文号、更正哪份、提交，有才写', () => {
  const bare = frozen('jc');
  const text = String(bare.proposal.files.get('bulletins/jc.yaml'));
  expect(text).toContain(bare.sha256);
  expect(text).not.toMatch(/number:|corrects:|commit:/u);
  const more = { number: '示办通〔2026〕3号', corrects: 'a', commit: () => 'a'.repeat(40) };
  expect(String(frozen('jc', published(), more).proposal.files.get('bulletins/jc.yaml'))).toMatch(
    /number: 示办通〔2026〕3号[\s\S]*corrects: a[\s\S]*commit: a{40}/u,
  );
  expect(frozen('jc', published('改了一个字')).sha256).not.toBe(bare.sha256);
});

test('编号不能用的、还有待填的，不存', () => {
  expect(() => frozen('通报')).toThrow(WrongUse);
  const open = () => frozen('jc', published('送〔待填：主送机关〕，〔待填〕前反馈'));
  expect(open).toThrow(DataFaults);
  expect(open).toThrow('正文里还有 2 处待填，不能印发：〔待填：主送机关〕〔待填〕');
});

let made: Scratch;
beforeAll(() => {
  made = scratch();
  for (const [path, text] of Object.entries({ ...small, 'inspections/jc.yaml': CHECK }))
    made.write(`content/${path}`, text);
  made.commit('办公室', '2026-06-15T10:00:00+08:00');
});
afterAll(() => {
  made.remove();
});
/** Issues the circular into the folder, its blanks filled in. */
function freeze(...args: string[]) {
  const content = join(made.dir, 'content');
  const run = (...more: string[]) =>
    ledger(
      ...['circular', 'jc', '--freeze', '--write', '--content', content, '--as-of', '2026-06-15'],
      ...more,
    );
  const blanks = [...run().err.matchAll(/〔待填：([^〕]*)〕/gu)].map(([, name = '']) => name);
  const said = blanks.flatMap((name) => ['--say', `${name}=填了`]);
  return { blanks, ...run(...said, ...args) };
}

test('写进文件夹的：文件夹里有没提交的改动，数从提交里数不出来，不存；提交了就存，写明提交', () => {
  const settings = 'content/inspections/jc.yaml';
  made.write(settings, CHECK.replace('passed', 'failed, finding: 不更新'));
  const dirty = freeze();
  expect(dirty.blanks.length).toBeGreaterThan(0);
  expect([dirty.code, dirty.err]).toEqual([
    1,
    expect.stringContaining('台账文件夹里有还没有提交的改动'),
  ]);
  made.write(settings, CHECK);
  const done = freeze('--json');
  const { path, sha256 } = JSON.parse(done.out) as { path: string; sha256: string };
  expect([done.code, path]).toEqual([0, 'bulletins/jc.yaml']);
  const kept = readFileSync(join(made.dir, 'content', path), 'utf8');
  expect(kept).toContain(`commit: ${made.git('rev-parse', 'HEAD')}`);
  expect(kept).toContain(sha256);
  const again = freeze();
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('通报 jc 已经印发，不能改')]);
  expect(readdirSync(join(made.dir, 'content/bulletins'))).toEqual(['jc.yaml']);
});
