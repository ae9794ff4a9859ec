/** `ledger circular ID`: 通报 on a check, as an official document; `--freeze` keeps it as it was published. */
import { type Command, Option } from 'commander';
import { circularSheets, circularValues } from '../src/documents/circular.ts';
import { letterText } from '../src/documents/letter.ts';
import { traceLines } from '../src/documents/trace.ts';
import { circularFigures } from '../src/domain/circular-figures.ts';
import { inspectionFigures, inspectionImbalances } from '../src/domain/inspection-figures.ts';
import { asOfDay, newCommand, openLedger, printJson } from './command.ts';
import { freeze, type FreezeOptions, freezeOptions } from './freeze.ts';
import { handingOptions, openDesk } from './handing-in.ts';
import { inspectionNamed } from './inspect-sheet.ts';
import { soundLetter } from './letter.ts';
import { writeWhole } from './output.ts';
import { worded } from './wording.ts';

interface CircularOptions extends FreezeOptions {
  out?: string;
  text?: boolean;
  trace?: boolean;
}

export function circularCommand(): Command {
  const command = handingOptions(
    newCommand('circular', '检查情况的通报（Word，公文格式，附统计表和名单）；数字对不上就不生成'),
  )
    .argument('<检查>', '检查编号')
    .addOption(new Option('--out <文件>', '写到哪里'))
    .addOption(new Option('--text', '只在屏幕上显示文字'))
    .addOption(new Option('--trace', '列出每个数由哪些记录而来'));
  return freezeOptions(command, '检查').action(circular);
}

async function circular(id: string, options: CircularOptions): Promise<void> {
  const desk = options.freeze === true ? openDesk(options) : undefined;
  const ledger = desk?.ledger ?? openLedger(options);
  const inspection = inspectionNamed(ledger, id);
  const on = asOfDay(options, ledger);
  const { blocks, used } = worded(
    options.content,
    'circular',
    circularValues(ledger, inspection, on),
  );
  const letter = {
    blocks,
    annexes: circularSheets(ledger, inspection),
    office: ledger.site.authority,
    on,
    fiction: ledger.site.fiction,
  };
  const wrong = inspectionImbalances(inspectionFigures(ledger, inspection));
  const bytes = await soundLetter(letter, wrong);
  const figures = circularFigures(ledger, inspection);
  if (desk) {
    const published = { of: { inspection: id }, figures, blocks, on };
    freeze(desk, options.id ?? id, published, options);
    return;
  }
  if (options.json) {
    printJson({ blocks, figures, trace: used });
    return;
  }
  if (options.text) process.stdout.write(letterText(blocks));
  else {
    const path = options.out ?? `通报-${id}.docx`;
    writeWhole(path, bytes);
    process.stdout.write(`已写出 ${path}。标〔待填〕的地方请补上或删去。\n`);
  }
  if (options.trace) process.stdout.write(`${traceLines(used).join('\n')}\n`);
}
