/** 发文: what each paper can be made of on a day. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Bulletin } from '../../src/schema/bulletin.ts';
import type { Child } from '../../src/schema/child.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import { faceOf } from '../../src/views/face.ts';
import { paperAddress, type PaperId, paperIds, paperOffers } from '../../src/views/papers-view.ts';
import { type Changes, checkSmall, small } from '../ledger/small.ts';
import { child } from '../domain/rollup/sums.ts';

function offers(changes: Changes = {}, more: Partial<Ledger> = {}, today = '2026-06-15') {
  const { ledger } = checkSmall(changes);
  if (ledger === undefined) throw new Error('no ledger');
  return paperOffers(faceOf({ ...ledger, ...more }, today, 'internal'));
}
const of = (id: PaperId, ...args: Parameters<typeof offers>) =>
  offers(...args).find((one) => one.id === id);
const values = (id: PaperId, ...args: Parameters<typeof offers>) =>
  of(id, ...args)?.choices?.map(({ value }) => value);

test('每样发文一份；没有可选的不给选', () => {
  expect(offers().map(({ id }) => id)).toEqual(paperIds);
  expect([of('brief')?.choices, of('reminders')?.choices]).toEqual([undefined, undefined]);
  expect(paperAddress('urge')).toBe('/desk/papers.html#paper-urge');
});

test('督办函：只有逾期的单位，一家一次', () => {
  expect(values('urge')).toEqual(['jia']);
  const more = {
    'issues/zx/zx-02.yaml': (small['issues/zx/zx-01.yaml'] ?? '').replace('row: 1', 'row: 2'),
  };
  expect(values('urge', more)).toEqual(['jia']);
  expect(values('urge', {}, {}, '2026-03-20')).toEqual([]);
});

test('小结：已经过完的季度和半年，近的在前', () => {
  expect(values('summary')).toEqual([
    '2026-q1',
    '2025-q4',
    '2025-h2',
    '2025-q3',
    '2025-q2',
    '2025-h1',
    '2025-q1',
  ]);
  expect(values('summary', {}, {}, '2026-06-30')?.slice(0, 2).toSorted()).toEqual([
    '2026-h1',
    '2026-q2',
  ]);
});

test('归档：以前的三年；工作群：里面的、外人也看的', () => {
  expect(values('archive')).toEqual(['2025', '2024', '2023']);
  expect(values('group')).toEqual(['internal', 'public']);
  expect(values('sheets')).toEqual(['zx']);
});

test('本级和下级：有下级的才有', () => {
  expect(values('area')).toEqual([]);
  expect(
    values('area', {}, { children: new Map<string, Entry<Child>>([[child.id, child]]) }),
  ).toEqual(['report', 'circular', 'list']);
});

test('印发过的，通报和小结各列各的，别的没有', () => {
  const bulletin = (id: string, more: Partial<Bulletin>) =>
    [
      id,
      { id, path: '', publishedOn: '2026-04-02', sha256: '', figures: [], paragraphs: [], ...more },
    ] as const;
  const bulletins = new Map([
    bulletin('q1', { period: '2026-q1', number: '示办〔2026〕3号' }),
    bulletin('c1', { inspection: 'c1' }),
  ]) as unknown as Ledger['bulletins'];
  const issued = (id: PaperId) => of(id, {}, { bulletins })?.issued?.map(({ name }) => name);
  expect(issued('summary')).toEqual(['q1 示办〔2026〕3号（2026年4月2日）']);
  expect(issued('circular')).toEqual(['c1 （2026年4月2日）']);
  expect(issued('report')).toBeUndefined();
});
