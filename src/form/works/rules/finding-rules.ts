/** What judges a new finding, and what reads its deadline. */
import { inWords, isDay } from '../../../day/calendar.ts';
import { dueOn } from '../../../domain/issue/deadline/deadline.ts';
import { readDeadline } from '../../../domain/phrase/read.ts';
import { valueOn } from '../../../domain/setting.ts';
import { reportRules } from '../../../ledger/report-rules.ts';
import { assistingRule } from '../../../ledger/rules/assisting.ts';
import { deadlineReadingRule } from '../../../ledger/rules/deadline-reading.ts';
import { openingRule } from '../../../ledger/rules/opening.ts';
import { rowsRule } from '../../../ledger/rules/rows.ts';
import { totalsRule } from '../../../ledger/rules/totals.ts';
import type { Deadline } from '../../../schema/deadline.ts';
import type { Ledger } from '../../../schema/ledger.ts';
import type { WorkRules } from '../../work.ts';

export const findingWorkRules: WorkRules = {
  rules: [...reportRules, assistingRule, rowsRule, openingRule, totalsRule, deadlineReadingRule],
  course: () => undefined,
};

/** The deadline's words as the program reads them, and what it says of them; undefined while there are none. */
export function readFinding(
  { vocabulary }: Ledger,
  { deadline: given, listedOn }: Readonly<Record<string, unknown>>,
): { deadline: Deadline; words: string } | undefined {
  const text = (given as { text?: string } | undefined)?.text ?? '';
  if (text === '' || typeof listedOn !== 'string' || !isDay(listedOn)) return undefined;
  const {
    deadline,
    why,
    asks = '',
  } = readDeadline(text, {
    listedOn,
    closeOfBusiness: valueOn(vocabulary.timing.closeOfBusiness, listedOn),
  });
  const due = dueOn(deadline)?.day;
  const day = due === undefined ? '' : `截止${inWords(due)}。`;
  return { deadline, words: `${day}${why.join('')}${asks}` };
}
