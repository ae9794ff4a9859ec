/** 相对时限: from which day a span counts, and when it is not told. */
import { expect, test } from 'vitest';
import { readDeadline } from '../../../src/domain/phrase/read.ts';

const read = (words: string, listedOn = '2024-03-11') => readDeadline(words, { listedOn });

test('没有写从哪天起的，从列入日期起，当天不计', () => {
  const { deadline, why } = read('10个工作日内');
  expect(deadline).toMatchObject({
    kind: 'relative',
    from: '2024-03-11',
    length: { workdays: 10 },
  });
  expect(why.join('')).toContain('自2024年3月11日起算（当天不计），截止日为2024年3月25日');
});

test('写了从哪天起的，从那天起', () => {
  expect(read('自2024年4月1日起10天内').deadline).toMatchObject({
    from: '2024-04-01',
    length: { days: 10 },
  });
});

test('几小时的、零天的，不说当天不计；不是整天的小时，起点没有记载', () => {
  expect(read('48小时内').why.join('')).not.toMatch(/当天不计|起算的时刻/u);
  expect(read('36小时内').why.join('')).toContain('起算的时刻没有记载');
});

test('跨到还没有公布放假安排的年份，说推算', () => {
  expect(read('900个工作日内').why.join('')).toContain('尚未公布放假安排');
});

test('又有期限又要长期坚持的，两种读法都给', () => {
  const { deadline } = read('10天内整改,长期坚持');
  expect(deadline).toMatchObject({
    kind: 'unread',
    candidates: ['截止日为2024年3月21日', '截止日为2024年3月21日，此后长期坚持'],
  });
});

test('几天内报备的，从注销那天起，那天要填', () => {
  const { deadline, asks } = read('关停注销,10天内报备');
  expect(deadline).toMatchObject({ kind: 'relative', start: '注销之日', length: { days: 10 } });
  expect(deadline).not.toHaveProperty('from');
  expect(asks).toBe('请填写注销之日。');
});

test('立即整改、几天内报送的，期限是报送的', () => {
  const { deadline, why } = read('立即整改,3天内报送结果');
  expect(deadline.kind).toBe('unread');
  expect(why.join('')).toContain('期限是报送的期限');
  expect(read('立即整改,3天内完成').deadline.kind).toBe('relative');
});

test('起算日早于列入日期、年份不明的，不定', () => {
  const { deadline, why } = read('自1月5日起60天内');
  expect(deadline.kind).toBe('unread');
  expect(why.join('')).toContain('是哪一年没有写明');
  expect(read('自2024年1月5日起90天内').deadline).toMatchObject({
    kind: 'relative',
    from: '2024-01-05',
  });
});
