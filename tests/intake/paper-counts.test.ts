/** 报表计数: a list that came back from an office without a ledger → counts; what is not understood is told. (虚构) */
import { expect, test } from 'vitest';
import { countsOfPapers } from '../../src/intake/paper-counts.ts';
import { columnNamesOf } from '../../src/intake/record/papers.ts';
import { readPaper } from '../../src/paper/paper.ts';
import { csvOf } from './papers.ts';
import { bare } from './lists.ts';

const HEAD = [
  '序号',
  '主办单位',
  '账号名称',
  '平台',
  '存在问题',
  '整改措施',
  '整改时限',
  '整改状态',
  '销号日期',
];
const row = (number: number, status: string, platform = '微信公众号', closedOn = '') => [
  String(number),
  '甲局',
  `甲${String(number)}发布`,
  platform,
  '更新不及时',
  '更新',
  '6月底',
  status,
  closedOn,
];
async function counts(...rows: string[][]) {
  const names = columnNamesOf(bare);
  const reading = await readPaper(
    '清单.csv',
    csvOf.utf8({ above: ['问题清单'], rows: [HEAD, ...rows] }),
    (one) => names.find(one) !== undefined,
  );
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  return countsOfPapers([reading.paper], bare);
}

test('每种状态几个；撤销的不算有效', async () => {
  const said = ['已销号', '整改中', '待整改', '申请验收', '已退回', '长期坚持', '撤销', '是', '否'];
  expect(await counts(...said.map((status, at) => row(at + 1, status)))).toMatchObject({
    ok: true,
    figures: {
      total: 9,
      valid: 8,
      unfinished: 5,
      closed: 2,
      rectifying: 2,
      open: 1,
      submitted: 1,
      returned: 1,
      sustained: 1,
      void: 1,
    },
  });
});

test('平台按名称，写在账号前面的也认；没有写的归未写明', async () => {
  const found = await counts(row(1, '已销号'), row(2, '整改中', '抖音'), row(3, '整改中', ''));
  expect(found.ok && found.platforms).toEqual([
    { name: '微信公众号', total: 1, unfinished: 0, closed: 1 },
    { name: expect.stringContaining('抖音') as string, total: 1, unfinished: 1, closed: 0 },
    { name: '未写明', total: 1, unfinished: 1, closed: 0 },
  ]);
});

test('没有写状态而有销号日期的，是销号了；都没有的说哪一行', async () => {
  expect(await counts(row(1, '', '微博', '2026-05-01'))).toMatchObject({
    ok: true,
    figures: { closed: 1 },
  });
  const missing = await counts(row(1, '—'), row(2, '已销号'));
  expect(missing).toEqual({
    ok: false,
    faults: [expect.stringMatching(/没有写整改状态，也没有写销号日期，改写成/u)],
  });
});

test('不认得的状态照引，一行一条', async () => {
  const found = await counts(row(1, '大体完成'), row(2, '快了'));
  expect(found.ok ? [] : found.faults.map((fault) => /“([^”]+)”/u.exec(fault)?.[1])).toEqual([
    '大体完成',
    '快了',
  ]);
});

test('一行也没有读到的', () => {
  expect(countsOfPapers([], bare)).toEqual({
    ok: false,
    faults: ['没有读到一行问题：要有表头和问题的表'],
  });
});
