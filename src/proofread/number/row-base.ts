/** 几项合起来作底数: a rate of all that stand in a row, whatever each of them is counted in. */
import { exactSum, isRate, type Percentage } from './quantity.ts';
import type { Statement } from '../statement.ts';

/**
 * 大街1646条，重点点位1964处，发现问题216处，问题率为6%: of all that was looked at, whatever it is counted in; `isLeft`: the
 * rate is of those that are not counted, 微信50个、微博20个，不合格3个，合格率95.7%.
 */
export function isOfRow({ numbers }: Statement, percentage: Percentage, isLeft = false): boolean {
  const own = numbers.filter((one) => one.scope < 0 && !one.rough && one.at < percentage.at);
  return own.some((first, index) =>
    own.slice(index + 1).some((_, more) => {
      const row = own.slice(index, index + more + 2);
      const sum = exactSum(row.map(({ value }) => value));
      const rest = own.slice(index + more + 2).filter((one) => one.value < sum);
      return (
        first.value > 0 &&
        rest.some(({ value }) => isRate(percentage, isLeft ? sum - value : value, sum))
      );
    }),
  );
}
