/** 每月一次: 9月至11月每月检查1次, and then 12月份的检查. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const EACH =
  /(?<from>\d{1,2})月(?:份)?(?:至|到|—+|-|~|－)(?:次年|\d{4}年)?(?<to>\d{1,2})月(?:份)?，?(?:期间)?(?:每月|逐月|每个月|按月)/u;
const NAMED =
  /(?<=^|[，。；：、])(?<month>\d{1,2})月份?的?(?:检查|抽查|监测|巡查)(?=的?(?:时间|情况|结果|中|期间|，|发现))/gu;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => {
    const each = EACH.exec(passage.read);
    if (each === null) return [];
    const [from, to] = [Number(each.groups?.['from']), Number(each.groups?.['to'])];
    const isWithin = (month: number): boolean =>
      from <= to ? month >= from && month <= to : month >= from || month <= to;
    const named = [...passage.read.matchAll(NAMED)].filter(({ index }) => index > each.index);
    // One month beyond the others: several may be another period.
    const beyond = named.filter(({ groups }) => !isWithin(Number(groups?.['month'])));
    const [odd, more] = beyond;
    if (odd === undefined || more !== undefined || named.length < 2) return [];
    return [
      foundAt(
        monthsNamedRule.id,
        passage,
        [odd.index, odd.index + odd[0].length],
        `前面写${each[0]}检查，这里是${odd.groups?.['month'] ?? ''}月`,
        `${String(from)}月至${String(to)}月中的一个月`,
      ),
    ];
  });
}

export const monthsNamedRule: ProofRule = {
  id: 'months-named',
  name: '每月检查的月份',
  check,
};
