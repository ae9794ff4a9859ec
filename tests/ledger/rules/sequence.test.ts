import { expect, test } from 'vitest';
import { linesOf, report, submitted } from '../small.ts';

const first = 'updates/zx-01/20260320-090000-aaa.yaml';
const second = 'updates/zx-01/20260325-090000-bbb.yaml';
const third = 'updates/zx-01/20260326-090000-ccc.yaml';

test('先申请验收再验收，没有错误', () => {
  expect(linesOf({ [first]: submitted, [second]: report('accepted', '2026-03-25') })).toEqual([]);
});

test('没有申请就验收，指出那一条并说先做什么', () => {
  expect(linesOf({ [second]: report('accepted', '2026-03-25') })).toEqual([
    `${second}:2:9 sequence 本轮还没有申请验收 → 请单位先报“申请验收”`,
  ]);
});

test('由此引起的只说有几条，不逐条报', () => {
  expect(
    linesOf({
      [second]: report('accepted', '2026-03-25'),
      [third]: report('reopened', '2026-03-26', 'reason: 反弹\nground: recurrence\nround: 2\n'),
    }),
  ).toEqual([
    `${second}:2:9 sequence 本轮还没有申请验收（这个问题另有 1 条报送也不成立，多半由此引起） → 请单位先报“申请验收”`,
  ]);
});

test('截止日过后才申请的延期，不能延到批准以前', () => {
  const late = report(
    'extended',
    '2026-04-02',
    'askedOn: 2026-04-01\ndueOn: 2026-04-01\nreason: 等平台审核\n',
  );
  expect(linesOf({ 'updates/zx-01/20260402-090000-aaa.yaml': late })).toEqual([
    'updates/zx-01/20260402-090000-aaa.yaml:2:9 sequence 延期后的截止日2026年4月1日早于报告日期2026年4月2日 → 截止日过后才申请的，只能延到批准那天或以后',
  ]);
});

test('有一条报送读不出来，这个问题的次序就不判断', () => {
  expect(
    linesOf({ [first]: 'issue: [\n', [second]: report('accepted', '2026-03-25') }).every((line) =>
      line.startsWith(first),
    ),
  ).toBe(true);
});

test('以后日期的报送也算', () => {
  expect(
    linesOf({ 'updates/zx-01/20270325-090000-bbb.yaml': report('accepted', '2027-03-25') }),
  ).toEqual([
    'updates/zx-01/20270325-090000-bbb.yaml:2:9 sequence 本轮还没有申请验收 → 请单位先报“申请验收”',
  ]);
});
