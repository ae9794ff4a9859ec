/** `ledger summary PERIOD`: 季度、半年小结 as an official document; `--freeze` keeps it as it was published. */
import { type Command, Option } from 'commander';
import { letterText } from '../src/documents/letter.ts';
import { summaryValues } from '../src/documents/summary.ts';
import { traceLines } from '../src/documents/trace.ts';
import { inWords } from '../src/domain/calendar.ts';
import { periodOf } from '../src/domain/period.ts';
import { periodCounts, periodFigures, periodImbalances } from '../src/domain/period-figures.ts';
import { asOfDay, newCommand, openLedger, printJson, WrongUse } from './command.ts';
import { freeze, type FreezeOptions, freezeOptions } from './freeze.ts';
import { handingOptions, openDesk } from './handing-in.ts';
import { soundLetter } from './letter.ts';
import { writeWhole } from './output.ts';
import { worded } from './wording.ts';

interface SummaryOptions extends FreezeOptions {
  out?: string;
  text?: boolean;
  trace?: boolean;
}

export function summaryCommand(): Command {
  const command = handingOptions(
    newCommand('summary', '季度、半年小结（Word，公文格式）；数字对不上就不生成'),
  )
    .argument('<期间>', '2026-q2 是第二季度，2026-h1 是上半年')
    .addOption(new Option('--out <文件>', '写到哪里'))
    .addOption(new Option('--text', '只在屏幕上显示文字'))
    .addOption(new Option('--trace', '列出每个数由哪些记录而来'));
  return freezeOptions(command, '期间').action(summary);
}

async function summary(id: string, options: SummaryOptions): Promise<void> {
  const period = periodOf(id);
  if (period === undefined)
    throw new WrongUse(`“${id}”不是统计期`, '季度写成 2026-q2，半年写成 2026-h1');
  const desk = options.freeze === true ? openDesk(options) : undefined;
  const ledger = desk?.ledger ?? openLedger(options);
  const on = asOfDay(options, ledger);
  if (on < period.until)
    throw new WrongUse(
      `${period.name}到${inWords(period.until)}才结束，统计截止日是${inWords(on)}`,
      '期满以后再做小结；统计截止日用 --as-of 写',
    );
  const { blocks, used } = worded(options.content, 'summary', summaryValues(ledger, period, on));
  const { authority: office, fiction } = ledger.site;
  const wrong = periodImbalances(periodCounts(ledger, period));
  const bytes = await soundLetter({ blocks, annexes: [], office, on, fiction }, wrong);
  const figures = periodFigures(ledger, period);
  if (desk) {
    freeze(desk, options.id ?? id, { of: { period: id }, figures, blocks, on }, options);
    return;
  }
  if (options.json) {
    printJson({ blocks, figures, trace: used });
    return;
  }
  if (options.text) process.stdout.write(letterText(blocks));
  else {
    const path = options.out ?? `小结-${id}.docx`;
    writeWhole(path, bytes);
    process.stdout.write(`已写出 ${path}。标〔待填〕的地方请补上或删去。\n`);
  }
  if (options.trace) process.stdout.write(`${traceLines(used).join('\n')}\n`);
}
