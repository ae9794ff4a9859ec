/** 录不录: rows that may be no open problem. */
import { describe, expect, it } from 'vitest';
import { asked, planTable, rowsOf } from '../../lists.ts';
import { HEAD, rowOf } from '../../plain-list.ts';

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
