/** 录不录: rows that may be no open problem. */
import { describe, expect, it } from 'vitest';
import { isLeftOut } from '../../../../src/intake/record/row/presence.ts';
import { asked, planTable, rowsOf } from '../../lists.ts';
import { HEAD, rowOf } from '../../plain-list.ts';
import { asksOf, inquiryWith, listRow, readRow } from './rows.ts';

it('账号空着：问，可以答账号', async () => {
  const plan = await planTable([HEAD, rowOf('1', '未备案', { 2: '点击查看', 3: '' })]);
  const [question] = plan.questions.filter(({ ask }) => ask === 'confirm');
  const done = await planTable([HEAD, rowOf('1', '未备案', { 2: '点击查看', 3: '' })], {
    [`confirm ${question?.text ?? ''}`]: '微博：示例教育',
  });
  expect(rowsOf(done)[0]).toMatchObject({ platform: 'weibo', name: '示例教育' });
});

describe('状态', () => {
  it.each([
    ['已完成', true],
    ['已于4月30日办结', true],
    ['已于4月30日报送', false],
    ['已整改到位', true],
    ['是', true],
    ['已修复', true],
    ['整改完毕', true],
    ['未完成', false],
    ['正在整改', false],
    ['部分完成', false],
    ['否', false],
    ['', false],
  ])('写“%s”', async (status, isAsked) => {
    const plan = await planTable([
      [...HEAD, '整改情况'],
      [...rowOf('1', '未备案'), status],
    ]);
    expect(asked(plan).some((text) => text.startsWith('status'))).toBe(isAsked);
  });
  it('整改时限旁边的完成日期填了，也问', async () => {
    const plan = await planTable([
      [...HEAD, '完成日期'],
      [...rowOf('1', '未备案'), '2024年2月1日'],
    ]);
    expect(asked(plan)).toContain('status 销号日期');
  });
});

/** Whether a row is left out, with what is asked of it. */
function judged(
  cells: Parameters<typeof listRow>[0],
  given: Record<string, string> = {},
  more = {},
) {
  const row = listRow(cells);
  const inquiry = inquiryWith(given);
  const { listed = '', host = '', finding = '' } = cells;
  const read = readRow({ raw: row.raw, listed, host, finding, ...more });
  return {
    kind: isLeftOut(read, row, inquiry),
    asked: asksOf(inquiry),
    listed: read.listed,
    isOfUnit: row.isOfUnit,
  };
}
const sound = { host: '甲街道', listed: '公众号：甲街道发布', finding: '未备案' };

describe('缺了要紧的', () => {
  it('没有写问题的：只能跳过或补上', () => {
    const { finding: _, ...rest } = sound;
    const key = 'confirm 甲街道 公众号：甲街道发布';
    expect(judged(rest)).toMatchObject({ kind: 'incomplete', asked: [key] });
    expect(judged(rest, { [key]: '不录入' }).kind).toBe('left-out');
    expect(judged(rest, { [key]: '微博：甲' }).kind).toBe('incomplete');
  });
  it('没有写账号的：可以答账号，可以答是单位的', () => {
    const { listed: _, ...rest } = sound;
    const key = 'confirm 甲街道 未备案';
    expect(judged(rest, { [key]: '微博：甲' })).toMatchObject({ kind: 'read', listed: '微博：甲' });
    expect(judged(rest, { [key]: '属于单位' })).toMatchObject({
      kind: 'read',
      listed: '/',
      isOfUnit: true,
    });
    expect(judged({ finding: '未备案' }, { 'confirm 未备案': '属于单位' }).kind).toBe('incomplete');
  });
});

describe('来文里提出的', () => {
  const key = 'confirm 甲街道 公众号：甲街道发布 未备案';
  it('要人确认；确认过的不再问', () => {
    expect(judged(sound, {}, { isProposed: true })).toMatchObject({ kind: 'read', asked: [key] });
    expect(judged(sound, { [key]: '不录入' }, { isProposed: true }).kind).toBe('left-out');
    expect(judged(sound, { [key]: '录入' }, { isProposed: true })).toMatchObject({
      kind: 'read',
      asked: [],
    });
  });
});

describe('像是办结了的', () => {
  it('答不录入的不录；答录入的读下去', () => {
    const cells = { ...sound, status: '已完成' };
    expect(judged(cells).asked).toEqual(['status 已完成']);
    expect(judged(cells, { 'status 已完成': '不录入' }).kind).toBe('left-out');
    expect(judged(cells, { 'status 已完成': '录入为待整改' }).kind).toBe('read');
  });
  it('销号日期填了的也问，斜线、写着未完成的不问', () => {
    const on = (closedOn: string, status = '') => judged({ ...sound, closedOn, status }).asked;
    expect(on('2024年5月1日')).toEqual(['status 销号日期']);
    expect(on('/')).toEqual([]);
    expect(on('2024年5月1日', '未完成')).toEqual([]);
  });
});
