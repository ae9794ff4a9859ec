/** 一类问题的期限: what the office's rule gives a kind of problem, in words; and what is said where it gives nothing. */
import type { Problem } from '../../schema/vocabulary.ts';

/** The rule as a source would write it. */
export function termInWords({ within }: Pick<Problem, 'within'>): string {
  if (within === undefined) return '立即整改';
  if ('workdays' in within) return `${String(within.workdays)}个工作日内`;
  if ('days' in within) return `${String(within.days)}天内`;
  return `${String(within.months)}个月内`;
}

/** 由检查开列的，自开列之日起10个工作日内（本台账的设定）: the number of days of a kind, or that there is none. */
export function termRule(problem: Pick<Problem, 'within'>): string {
  return problem.within === undefined
    ? '没有规定天数，由交办的文件写明'
    : `由检查开列的，自开列之日起${termInWords(problem)}（本台账的设定），别的由交办的文件写明`;
}
