/**
 * 各类问题的期限: of each kind of problem what the office's rule gives, and as a fact what its problems were really given
 * from the day of listing to the first last day. Of too few nothing is told.
 */
import { daysBetween } from '../../day/calendar.ts';
import { median } from '../../domain/figures/figure-value.ts';
import { isListedAs } from '../../domain/inspection/openings.ts';
import { termRule } from '../../domain/inspection/problem-term.ts';
import { firstDueOn } from '../../domain/issue/deadline/term.ts';
import type { Fact } from '../fact.ts';
import type { Face } from '../face.ts';

/** Fewer terms than these tell nothing of what is usual. */
const ENOUGH = 3;

/** Each kind with what there is to say of it; last, in one line, those of which there is only that no rule gives days. */
export function problemTerms(face: Face): Fact[] {
  const { ledger, standing } = face;
  const given = new Map<string, number[]>();
  for (const { issue } of standing.issues) {
    const due = firstDueOn(issue)?.day;
    // A problem that was listed after its last day was given no days.
    if (due === undefined || due < issue.listedOn) continue;
    for (const id of issue.problems)
      given.set(id, [...(given.get(id) ?? []), daysBetween(issue.listedOn, due)]);
  }
  const told = ledger.vocabulary.problems.map((problem) => {
    const days = given.get(problem.id) ?? [];
    const atOnce =
      problem.within === undefined &&
      problem.indicators.some((one) => isListedAs(ledger, one, problem))
        ? '；由检查开列的，立即整改'
        : '';
    const usual = days.length < ENOUGH ? '' : `。${givenInWords(days)}`;
    return { name: problem.name, rule: `${termRule(problem)}${atOnce}`, usual, problem };
  });
  const isBare = ({ rule, usual }: (typeof told)[number]): boolean =>
    usual === '' && rule === termRule({});
  const bare = told.filter(isBare).map(({ name }) => `“${name}”`);
  return [
    ...told
      .filter((one) => !isBare(one))
      .map(({ name, rule, usual }) => ({ name, value: `${rule}${usual}。` })),
    ...(bare.length === 0
      ? []
      : [{ name: '其余各类', value: `${bare.join('、')}：${termRule({})}。` }]),
  ];
}

/** 实际给过（不是规定）27个：中位数32天，最短5天，最长203天 */
function givenInWords(days: readonly number[]): string {
  const middle = String(median(days) ?? '');
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return `实际给过（不是规定）${String(days.length)}个：中位数${middle}天，最短${String(least)}天，最长${String(most)}天`;
}
