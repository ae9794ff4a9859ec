/** 销号需提交的佐证 in letters: each problem's own line of what it still owes. */
import { owedLines } from '../../domain/issue/round/owed.ts';
import type { Face } from '../../views/face.ts';

/** `销号需提交：请附最近一次发布的链接。` where `lead` is the first words; empty where nothing more is owed. */
export function owedInWords({ issues, ledger }: Face, issue: string, lead = ''): string {
  const one = issues.get(issue);
  const lines = one ? owedLines(one.issue, ledger.vocabulary.problems, one.history) : [];
  return lines.length === 0 ? '' : `${lead}${lines.join('；')}。`;
}
