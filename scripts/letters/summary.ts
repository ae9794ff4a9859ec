/** `ledger summary PERIOD`: 季度、半年小结 as an official document; `--freeze` keeps it as it was published. */
import type { Command } from 'commander';
import { summaryValues } from '../../src/documents/letter/summary.ts';
import { inWords } from '../../src/day/calendar.ts';
import { type Period, periodOf } from '../../src/day/period.ts';
import {
  periodCounts,
  periodFigures,
  periodImbalances,
} from '../../src/domain/inspection/period-figures.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { asOfDay, newCommand, soundLedger, refuseEmpty, WrongUse } from '../command.ts';
import { completedPaper, type Wording } from './completed.ts';
import { freezeBulletin, type FreezeOptions, freezeOptions, type SoundPaper } from './freeze.ts';
import { handingOptions, openHandingPlace } from '../enter/handing-in.ts';
import { giveOut, type LetterOptions, letterOptions, soundLetter } from './letter.ts';
import { filledTemplate } from './wording.ts';

type SummaryOptions = FreezeOptions & LetterOptions;

export function summaryCommand(): Command {
  const command = letterOptions(
    handingOptions(newCommand('summary', '季度、半年小结（Word，公文格式）；数字对不上就不生成')),
  ).argument('<期间>', '2026-q2 是第二季度，2026-h1 是上半年');
  return freezeOptions(command, '期间').action(summary);
}

async function summary(id: string, options: SummaryOptions): Promise<void> {
  periodNamed(id);
  const desk = options.freeze === true ? openHandingPlace(options) : undefined;
  const ledger = desk?.ledger ?? soundLedger(options);
  const { letter, bytes, used, published } = await soundSummary(ledger, id, {
    ...options,
    on: asOfDay(options, ledger),
  });
  if (desk) {
    freezeBulletin(desk, options.id ?? id, published, options);
    return;
  }
  const hint = '标〔待填〕的地方请补上或删去。';
  const { figures } = published;
  giveOut({ letter, bytes, used, path: `小结-${id}.docx`, hint, json: { figures } }, options);
}

/** Throws WrongUse. */
function periodNamed(id: string): Period {
  const period = periodOf(id);
  if (period !== undefined) return period;
  throw new WrongUse(`“${id}”不是统计期`, '季度写成 2026-q2，半年写成 2026-h1');
}

/** The summary of a period, sound, and what of it is published. Throws WrongUse and DataFaults. */
export async function soundSummary(
  ledger: Ledger,
  id: string,
  { content, on, empty, ...how }: Wording & { readonly empty?: boolean },
): Promise<SoundPaper> {
  const period = periodNamed(id);
  if (on < period.until)
    throw new WrongUse(
      `${period.name}到${inWords(period.until)}才结束，统计截止日是${inWords(on)}`,
      '期满以后再做小结；统计截止日用 --as-of 写',
    );
  const counts = periodCounts(ledger, period);
  const isEmpty = counts.total.length + counts.checks.length + counts.after.length === 0;
  refuseEmpty(isEmpty, `${period.name}没有检查、账号和问题的记录`, on, empty);
  const { blocks: said, used } = filledTemplate(
    content,
    'summary',
    summaryValues(ledger, period, on),
  );
  const blocks = completedPaper(ledger, said, how);
  const { authority: office, fiction } = ledger.site;
  const letter = { blocks, annexes: [], office, on, fiction };
  const wrong = periodImbalances(counts);
  const bytes = await soundLetter(letter, wrong);
  const figures = periodFigures(ledger, period);
  return { letter, bytes, used, published: { of: { period: id }, figures, blocks, on } };
}
