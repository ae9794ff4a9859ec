/** 登记的几种: 催办、通报——能登记的是什么，还差什么，存在谁的名下。(示例区，虚构) */
import { expect, test } from 'vitest';
import { WrongUse } from '../../../scripts/command.ts';
import type { AgainstMain } from '../../../scripts/site/desk/proposing.ts';
import { recordingOf } from '../../../scripts/site/recording.ts';
import { toRecord } from '../../../scripts/site/recordings.ts';
import { postsOf } from '../../../src/domain/membership.ts';
import { smallPlace } from '../../ledger/small-folder.ts';
import { type Changes, submitted } from '../../ledger/small.ts';

const TODAY = '2026-06-15';
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
const BASE: Changes = {
  'vocabulary/reminding.yaml':
    'rules:\n  - { from: 2025-01-01, urgeAfter: 3, circularAfter: 10, interviewAfter: 20, silentAfter: 10, replyWithin: 5 }\n',
  'inspections/jc.yaml': CHECK,
};
const FROM = { of: 'jc', kind: 'circular' };

async function record(what: object, changes: Changes = {}, today = TODAY) {
  const { content, recorded } = smallPlace({ ...BASE, ...changes }, today);
  const people = { site: recorded.site, units: recorded.units.values() };
  const as = postsOf('rev-1', people, today);
  const on: AgainstMain = { content, recorded, base: 'a'.repeat(40), as, account: 'rev-1' };
  return toRecord(recordingOf(what), on, today);
}
/** The circular with all that its template leaves open said. */
async function issued(more: object = {}, changes: Changes = {}, today = TODAY) {
  const { blanks = [] } = await record({ ...FROM, ...more }, changes, today);
  const say = blanks.map((blank) => ({ blank, words: `填了${blank}` }));
  return record({ ...FROM, ...more, say }, changes, today);
}

test('催办：几家几份；写明渠道和发给谁，没有写的不写', async () => {
  const { words, rows, proposal } = await record({
    ...{ kind: 'reminders', channel: '工作群', to: ' ' },
  });
  expect(words[0]).toBe('登记2026年6月15日发出的催办：1 份。真的发出去了再登记，一天一回');
  expect(rows).toEqual([expect.stringMatching(/^示例区甲街道办事处 .+：1 个问题$/u)]);
  const [text = ''] = proposal.files.values();
  expect(text).toContain('channel: 工作群');
  expect(text).not.toContain('to:');
});

test('催办：休息日不登记，说下一个工作日；没有要催办的不用登记', async () => {
  const off = record({ kind: 'reminders' }, {}, '2026-06-14');
  await expect(off).rejects.toThrow('2026年6月14日不上班，不催办，也不登记');
  await expect(off).rejects.toMatchObject({ remedy: '下一个工作日是2026年6月15日' });
  const none = { 'updates/zx/zx-01/20260320-090000-abc.yaml': submitted };
  await expect(record({ kind: 'reminders' }, none)).rejects.toThrow('今天没有要催办的');
});

test('通报：正文里待填的先列出来，什么也不存；填了才存，存的是填了的', async () => {
  const open = await record(FROM);
  expect(open.blanks?.length).toBeGreaterThan(0);
  expect(open.words[0]).toMatch(/^正文里还有 \d+ 处待填/u);
  expect(open.proposal.files.size).toBe(0);
  const half = { ...FROM, say: [{ blank: open.blanks?.[0], words: ' ' }] };
  expect((await record(half)).blanks).toEqual(open.blanks);
  const done = await issued({ number: '示办通〔2026〕3号' });
  expect(done.blanks).toBeUndefined();
  expect(done.words[0]).toContain('按印发那天（2026年6月15日）的台账存档：文号 示办通〔2026〕3号');
  const text = String(done.proposal.files.get('bulletins/jc.yaml'));
  expect(text).toContain(`填了${open.blanks?.[0] ?? ''}`);
  expect(text).toMatch(/commit: a{40}/u);
  expect(done.rows.length).toBeGreaterThan(3);
});

test('通报：没有写文号的说没有写；还没有到的印发日期不收', async () => {
  expect((await issued()).words[0]).toContain('没有写文号');
  const early = record({ ...FROM, issuedOn: '2026-06-16' });
  await expect(early).rejects.toThrow(WrongUse);
  await expect(early).rejects.toThrow('2026年6月16日还没有到');
  expect((await issued({ issuedOn: '2026-06-10' })).words[0]).toContain('2026年6月10日');
});

test('印发过的不能改；更正的另存一份，编号接着排', async () => {
  const first = await issued();
  const texts = Object.fromEntries(first.proposal.files) as Record<string, string>;
  await expect(record(FROM, texts)).rejects.toThrow('jc 已经印发，不能改');
  const again = await issued({ corrects: 'jc' }, texts);
  expect([...again.proposal.files.keys()]).toEqual(['bulletins/jc-2.yaml']);
  const twice = {
    ...texts,
    ...(Object.fromEntries(again.proposal.files) as Record<string, string>),
  };
  expect([...(await issued({ corrects: 'jc-2' }, twice)).proposal.files.keys()]).toEqual([
    'bulletins/jc-3.yaml',
  ]);
});

test('各种登记由各自的命令办', async () => {
  const check = await record({ kind: 'check', id: 'q2', name: '抽查', share: '100' });
  expect([...check.proposal.files.keys()]).toEqual(['inspections/q2.yaml']);
  await expect(record({ kind: 'summary', of: 'none' })).rejects.toThrow('none');
  await expect(record({ kind: 'findings', of: 'none' })).rejects.toThrow('none');
  await expect(record({ kind: 'conclusion', of: 'zx', open: 'none' })).rejects.toThrow('管理员');
  await expect(
    record({ kind: 'hand-over', of: 'jia', change: 'rename', renamed: '新' }),
  ).rejects.toThrow('管理员');
});
