/** 要留意的: what somebody should look at in a child, each a sentence without its full stop. */
import { type Day, daysBetween } from '../../day/calendar.ts';
import type { ChildStanding } from '../../domain/rollup/child.ts';
import type { Trouble } from '../../domain/rollup/trouble.ts';
import { dayView } from '../day-view.ts';

/** Empty where all is well. */
export function childCautions(
  { child, last, counted, trouble, double, age }: ChildStanding,
  today: Day,
): string[] {
  const renamed = last !== undefined && last.summary.name !== child.name;
  return [
    ...(trouble === undefined ? [] : [troubleWords(trouble, today)]),
    ...(double === undefined ? [] : [`${double}，只计一次`]),
    ...(last === undefined
      ? ['从来没有收到过能用的数']
      : counted || double !== undefined
        ? []
        : [`上次的数是 ${String(age)} 天以前的，不计入合计`]),
    ...(child.key !== undefined && last !== undefined && !last.signed && last.paper === undefined
      ? ['现在用的数是登记公钥以前收的，没有签名']
      : []),
    ...(renamed ? [`现在自称“${last.summary.name}”，请核对`] : []),
    ...(counted ? leftOutBelow(last) : []),
    ...(last !== undefined && last.summary.shared > 0
      ? [`它的下级之间有 ${String(last.summary.shared)} 个账号重复登记`]
      : []),
  ];
}

/** 6月1日取来的不能用，以后 14 天没有收到能用的：…; where its reason is a newer one, since when that is. */
function troubleWords({ since, on, why }: Trouble, today: Day): string {
  const days = daysBetween(since, today);
  const first = dayView(since, today).short;
  if (days <= 0) return `${first}取来的不能用：${why}`;
  const now = on === since ? '' : `，${dayView(on, today).short}起是这样`;
  return `${first}取来的不能用，以后 ${String(days)} 天没有收到能用的${now}：${why}`;
}

/** How many are named where a child says which of its own children it does not count. */
const NAMED = 3;

/** 它的下级12家中，2家没有计入：甲区（逾期未报）、乙区（没有报过） */
function leftOutBelow(last: ChildStanding['last']): string[] {
  const children = last?.summary.children ?? [];
  const out = children.filter((one) => !one.counted);
  if (out.length === 0) return [];
  const named = out
    .slice(0, NAMED)
    .map(({ name, why }) => `${name}${why === undefined ? '' : `（${why}）`}`);
  const more = out.length > NAMED ? '等' : '';
  return [
    `它的下级${String(children.length)}家中，${String(out.length)}家没有计入：${named.join('、')}${more}`,
  ];
}
