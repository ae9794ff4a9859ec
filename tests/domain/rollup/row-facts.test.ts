/** 明细自身: 逾期, rates and groups are counted from what the rows say of themselves, not from what the child says of them. */
import { expect, test } from 'vitest';
import { contradictions } from '../../../src/domain/rollup/verify.ts';
import { rowContradictions } from '../../../src/domain/rollup/row-facts.ts';
import { recountedFigures } from '../../../src/domain/rollup/counts.ts';
import {
  ROLLUP_VERSION,
  ROWS_FORMAT,
  type RowsFile,
  type RollupSums,
} from '../../../src/schema/rollup.ts';

type Row = RowsFile['issues'][number];

const shares = ['closed-rate-of', 'sustained-rate-of', 'unfinished-rate-of', 'overdue-rate-of'];
const row = (id: string, more: Partial<Row>): Row => ({
  id,
  unit: '甲（虚构）',
  platform: '微信公众号',
  problems: ['更新不及时'],
  state: '待整改',
  href: `/issues/${id}.html`,
  figures: [],
  ...more,
});
const open = ['total', 'valid', 'open', 'unfinished', 'unfinished-rate', ...shares];
/** One of each kind: late, in its time, closed in time, withdrawn. */
const issues: readonly Row[] = [
  row('late', { dueOn: '2026-05-31', figures: [...open, 'overdue', 'overdue-rate'] }),
  row('later', { dueOn: '2026-06-30', figures: [...open, 'due-later'] }),
  row('closed', {
    state: '已销号',
    platform: '政府网站',
    problems: ['更新不及时', '没有备案'],
    figures: [
      ...['total', 'valid', 'closed', 'closed-rate', ...shares],
      ...['in-time-rate', 'in-time-rate-of'],
    ],
  }),
  row('void', { state: '撤销', figures: ['total', 'void'] }),
];
const rowsOf = (list: readonly Row[]): RowsFile => ({
  format: ROWS_FORMAT,
  version: ROLLUP_VERSION,
  level: 'internal',
  asOf: '2026-06-01',
  units: [],
  accounts: [],
  issues: [...list],
  assigned: [],
  below: [],
});
/** Sums that were counted from the rows, so that only the rows themselves can be wrong. */
function sumsOf(list: readonly Row[], more: Partial<RollupSums> = {}): RollupSums {
  const group = (name: string, some: readonly Row[]) => ({
    name,
    total: some.length,
    unfinished: some.filter(({ figures }) => figures.includes('unfinished')).length,
    closed: some.filter(({ figures }) => figures.includes('closed')).length,
  });
  const names = ['更新不及时', '没有备案'];
  return {
    version: ROLLUP_VERSION,
    name: '甲区（虚构）',
    authority: '甲区（虚构）',
    level: 'internal',
    asOf: '2026-06-01',
    commit: '',
    figures: recountedFigures(rowsOf(list)),
    withheld: {},
    countedOnly: 0,
    platforms: [...Map.groupBy(list, ({ platform }) => platform)].map(([name, some]) =>
      group(name, some),
    ),
    problems: names.map((name) =>
      group(
        name,
        list.filter(({ problems }) => problems.includes(name)),
      ),
    ),
    children: [],
    shared: 0,
    ...more,
  };
}
/** What is said when rows are changed, and every sum with them. */
function said(change: (one: Row) => Row, more: Partial<RollupSums> = {}): string[] {
  const list = issues.map(change);
  return rowContradictions(sumsOf(list, more), rowsOf(list), (id) => id);
}
const only = (id: string, more: (one: Row) => Partial<Row>) => (one: Row) =>
  one.id === id ? { ...one, ...more(one) } : one;
const without = (figures: readonly string[], ...out: string[]): string[] =>
  figures.filter((id) => !out.includes(id));

test('对的明细没有话说', () => {
  expect(contradictions(sumsOf(issues), rowsOf(issues), (id) => id)).toEqual([]);
});

test('逾期照明细的状态和截止日重数：少报的、多报的、已经申请的都看得出', () => {
  expect(
    said(only('late', ({ figures }) => ({ figures: without(figures, 'overdue', 'overdue-rate') }))),
  ).toEqual(['合计与明细不符：有 1 个问题过了截止日，没有计为逾期、宽限或暂缓']);
  expect(
    said(
      only('late', ({ figures }) => ({
        figures: [...without(figures, 'overdue', 'overdue-rate'), 'in-grace'],
      })),
    ),
  ).toEqual([]);
  expect(said(only('late', () => ({ dueOn: '2026-06-01' })))).toEqual([
    '合计与明细不符：有 1 个问题还没有过截止日，计为逾期',
  ]);
  // 待验收 is what older programs call it.
  for (const state of ['待审核', '待验收']) {
    const handedIn = only('late', ({ figures }) => ({
      state,
      dueOn: undefined,
      figures: [...without(figures, 'open'), 'submitted'],
    }));
    expect(said(handedIn)).toEqual(['合计与明细不符：有 1 个问题已经申请验收或办结，还计为逾期']);
  }
  // Where the public site may not call them late, the sums say how many are withheld.
  const quiet = only('late', ({ figures }) => ({
    figures: without(figures, 'overdue', 'overdue-rate'),
  }));
  const list = issues.map(quiet);
  const { figures } = sumsOf(list);
  const withheld = { overdue: 1, 'overdue-rate': 1 };
  const sums = sumsOf(list, {
    level: 'public',
    figures: { ...figures, ...withheld },
    withheld,
  });
  expect(rowContradictions(sums, rowsOf(list), (id) => id)).toEqual([]);
});

test('状态与所计的指标不符：销号的没有销号，撤销的计为有效', () => {
  expect(said(only('closed', () => ({ state: '整改中' })))[0]).toBe(
    '合计与明细不符：有 1 个问题的状态与所计的“unfinished”不符',
  );
  expect(said(only('void', () => ({ figures: ['total', 'void', 'valid'] })))).toEqual(
    expect.arrayContaining(['合计与明细不符：有 1 个问题的状态与所计的“valid”不符']),
  );
  // A newer program may have a state that this one does not know.
  expect(said(only('closed', () => ({ state: '新的状态' })))).toEqual([]);
  expect(said(only('late', () => ({ state: '新的状态' })))).toEqual([]);
});

test('比率是它的问题数除以有效问题；没有办结的不计入按期率', () => {
  const { figures } = sumsOf(issues);
  expect(said((one) => one, { figures: { ...figures, 'overdue-rate': 0 } })).toEqual([
    '合计与明细不符：overdue-rate不是它的问题数除以有效问题',
  ]);
  expect(said((one) => one, { figures: { ...figures, 'closed-rate-of': 9 } })).toEqual([
    '合计与明细不符：closed-rate不是它的问题数除以有效问题',
  ]);
  const sentence = ['合计与明细不符：有 1 个问题没有办结或没有截止日，还计入按期率'];
  expect(
    said(only('closed', ({ figures: own }) => ({ figures: without(own, 'in-time-rate-of') }))),
  ).toEqual(sentence);
  expect(
    said(only('later', ({ figures: own }) => ({ figures: [...own, 'in-time-rate-of'] }))),
  ).toEqual(sentence);
  // An older program that knows no rates is not asked for them.
  const old = issues.map((one) => ({
    ...one,
    figures: one.figures.filter((id) => !id.includes('rate')),
  }));
  expect(rowContradictions(sumsOf(old), rowsOf(old), (id) => id)).toEqual([]);
});

test('长期坚持以后撤销的：旧格式的下级还计入按期率，不算不符；新格式的算', () => {
  const withdrawn = only('void', ({ figures }) => ({
    figures: [...figures, 'in-time-rate', 'in-time-rate-of'],
  }));
  const sentence = ['合计与明细不符：有 1 个问题没有办结或没有截止日，还计入按期率'];
  for (const version of ['1.0', '1.2', '1.3']) expect(said(withdrawn, { version })).toEqual([]);
  for (const version of ['1.4', '1.10', ROLLUP_VERSION])
    expect(said(withdrawn, { version })).toEqual(sentence);
  // Of an older child, too, what nobody settled yet is in no 按期率.
  const open = only('later', ({ figures }) => ({ figures: [...figures, 'in-time-rate-of'] }));
  expect(said(open, { version: '1.2' })).toEqual(sentence);
});

test('按平台、按问题类别照明细重数；有下级的，不少于本级的', () => {
  const { platforms, problems } = sumsOf(issues);
  const [wechat, site] = platforms;
  const moved = [
    { ...wechat!, closed: 1 },
    { ...site!, closed: 0 },
  ];
  expect(said((one) => one, { platforms: moved })).toEqual([
    '合计与明细不符：按平台的数不是明细里的数',
  ]);
  expect(said((one) => one, { problems: [] })).toEqual([
    '合计与明细不符：按问题类别的数不是明细里的数',
  ]);
  // An older ledger does not say by which rule; what is said is counted again.
  const [late, later, ...others] = issues;
  const ruled = [late!, { ...later!, indicator: 'M2 内容不更新（2019 版）' }, ...others];
  const rule = { name: 'M2 内容不更新（2019 版）', total: 1, unfinished: 1, closed: 0 };
  const none = { name: '没有写明指标', total: 3, unfinished: 1, closed: 1 };
  const judged = (indicators: RollupSums['indicators']) =>
    rowContradictions(sumsOf(ruled, { indicators }), rowsOf(ruled), (id) => id);
  expect(judged(undefined)).toEqual([]);
  expect(judged([rule, none])).toEqual([]);
  expect(judged([{ ...rule, name: 'M3' }, none])).toEqual([
    '合计与明细不符：按检查指标的数不是明细里的数',
  ]);
  const children = [{ name: '乙镇（虚构）', counted: true, figures: {} }];
  const own = sumsOf(issues).figures;
  const more = [{ ...wechat!, total: 9 }, site!];
  expect(said((one) => one, { own, children, platforms: more })).toEqual([]);
  expect(said((one) => one, { own, children, platforms: [site!], problems })).toEqual([
    '合计与明细不符：按平台的数不是明细里的数',
  ]);
});
