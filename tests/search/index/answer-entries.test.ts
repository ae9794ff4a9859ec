/** 问法: what is answered of a ledger — who for longest, what to hand in, how it stood, what falls due. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { answerEntries } from '../../../src/search/index/answer-entries.ts';
import { faceOf } from '../../../src/views/face.ts';
import { type Changes, checkSmall, small, submitted, swap } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
function entries(changes: Changes = {}, audience: Audience = 'internal', today = '2026-06-15') {
  const { ledger } = checkSmall({
    ...swap('campaigns/zx.yaml', 'office: ban', 'office: ban\npublication: { level: list }'),
    ...changes,
  });
  if (ledger === undefined) throw new Error('no ledger');
  return answerEntries(faceOf(ledger, today, audience));
}
const of = (kind: string, ...args: Parameters<typeof entries>) =>
  entries(...args).filter(({ answers }) => answers?.kind === kind);
const due = (day: string): Changes => ({
  'issues/zx/zx-01.yaml': LISTED.replace('dueOn: 2026-03-31', `dueOn: ${day}`),
});
const span = (word: string, ...args: Parameters<typeof entries>) =>
  of('due', ...args).find(({ answers }) => answers?.kind === 'due' && answers.words.includes(word));

test('谁逾期最久：内部说哪家、几天；公开站不点名的不说', () => {
  expect(of('longest').map(({ title }) => title)).toContain('逾期最久76天：示例区甲街道办事处');
  expect(of('longest', {}, 'public')).toEqual([]);
  expect(
    of('longest', due('2026-12-31'))
      .map(({ title }) => title)
      .join(),
  ).not.toContain('逾期');
});

test('销号要交什么：总的、延期的、每类的；“未备案”也认“备案”', () => {
  const titles = of('handing-in').map(({ title }) => title);
  expect(titles.slice(0, 2)).toEqual(['销号要交什么', '怎样申请延期、暂缓']);
  const changes = {
    'vocabulary/problems.yaml': `problems:
  - { id: stale, name: 未备案, owes: [{ kinds: [number], ask: 请附备案编号 }] }
`,
  };
  const own = of('handing-in', changes).at(-1);
  expect(own).toMatchObject({ title: '“未备案”销号要交什么', summary: '请附备案编号。' });
  expect(own?.answers).toMatchObject({ words: ['未备案', '备案'] });
});

test('那时有多少：一个月以上才有；每月底和每月的进出', () => {
  expect(of('standing', {}, 'internal', '2026-03-10')).toEqual([]);
  const ends = of('standing').map(({ title }) => title);
  expect(ends[0]).toMatch(/^2026年3月底：未完成1个，其中逾期\d个$/u);
  expect(of('flow').length).toBeGreaterThan(1);
  expect(of('flow').at(-1)?.summary).toContain('到今天未完成');
  expect(of('flow')[0]?.summary).toContain('月末未完成');
});

test('这段日子里到期的：几个、还没有报几个；没有的说没有', () => {
  expect(span('本周', due('2026-06-17'))?.title).toBe(
    '本周（6月15日至6月21日）到期1个，其中还没有申请验收1个',
  );
  expect(span('下周', due('2026-06-17'))).toMatchObject({
    title: '下周（6月22日至6月28日）没有到期的',
    count: 0,
  });
  expect(span('上周', due('2026-06-09'))?.title).toContain('到期1个，其中还没有申请验收1个');
  expect(span('这个月', due('2026-06-30'))?.title).toContain('本月（6月1日至6月30日）到期1个');
  expect(span('下个月', due('2026-07-31'))?.title).toContain('下月（7月1日至7月31日）到期1个');
  expect(span('30天内', due('2026-07-14'))?.count).toBe(1);
  expect(span('30天内', due('2026-07-15'))?.count).toBe(0);
  expect(span('7天内', due('2026-06-22'))?.count).toBe(0);
  expect(span('近两周', due('2026-06-28'))?.count).toBe(1);
});

test('报了验收的，到期而不用再报', () => {
  const sent = { ...due('2026-06-17'), 'updates/zx/zx-01/20260320-100000-abc.yaml': submitted };
  expect(span('本周', sent)?.title).toContain('到期1个，其中还没有申请验收0个');
});

test('月底那天的“上月”“下月”不跳月', () => {
  expect(span('下月', due('2026-02-28'), 'internal', '2026-01-31')?.title).toContain(
    '2月1日至2月28日',
  );
});
