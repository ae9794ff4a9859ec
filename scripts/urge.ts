/** `ledger urge UNIT`: 督办函 for what a unit has overdue. */
import { type Command, Option } from 'commander';
import { letterText } from '../src/documents/letter.ts';
import { imbalances } from '../src/documents/balance.ts';
import { traceLines } from '../src/documents/trace.ts';
import { overdueRows, overdueSheet, urgeValues } from '../src/documents/urge.ts';
import { remindingRule } from '../src/domain/reminding.ts';
import { within } from '../src/domain/standing.ts';
import { type Edition, editionOf } from '../src/views/edition.ts';
import {
  asOfDay,
  type CommonOptions,
  newCommand,
  openLedger,
  printJson,
  WrongUse,
} from './command.ts';
import { soundLetter } from './letter.ts';
import { writeWhole } from './output.ts';
import { unitNamed } from './scope.ts';
import { worded } from './wording.ts';

interface UrgeOptions extends CommonOptions {
  out?: string;
  text?: boolean;
  trace?: boolean;
}

export function urgeCommand(): Command {
  return newCommand('urge', '督办函：一个单位的逾期问题（Word，公文格式）')
    .argument('<单位>', '编号、名称或别名')
    .addOption(new Option('--out <文件>', '写到哪里'))
    .addOption(new Option('--text', '只在屏幕上显示文字'))
    .addOption(new Option('--trace', '列出每个数由哪些记录而来'))
    .action(urge);
}

/** The working days within which a unit is to answer, where the ledger has a rule. */
function replyWithin({ ledger, today }: Edition): number | undefined {
  const { reminding } = ledger.vocabulary;
  return reminding && remindingRule(reminding, today).replyWithin;
}

/** Writes the letter, or says that there is nothing to urge. Throws WrongUse and DataFaults. */
export async function urge(what: string | undefined, options: UrgeOptions): Promise<void> {
  if (what === undefined) throw new WrongUse('没有写单位', '写单位的编号、名称或别名');
  const ledger = openLedger(options);
  const edition = editionOf(ledger, asOfDay(options, ledger), 'internal');
  const unit = unitNamed(ledger, what);
  const rows = overdueRows(edition, unit.id);
  if (rows.length === 0) {
    throw new WrongUse(
      `截至${edition.today}，${unit.name}没有逾期问题，不需要督办函`,
      '用 ledger remind 看有哪些临期的',
    );
  }
  const { blocks, used } = worded(
    options.content,
    'urge',
    urgeValues(edition, unit, rows, replyWithin(edition)),
  );
  const letter = {
    blocks,
    annexes: [overdueSheet(unit, rows)],
    office: ledger.site.authority,
    on: edition.today,
    fiction: ledger.site.fiction,
  };
  const bytes = await soundLetter(letter, imbalances(within(edition.standing, { unit: unit.id })));
  if (options.json) {
    printJson({ blocks, trace: used });
    return;
  }
  if (options.text) process.stdout.write(letterText(blocks));
  else {
    const path = options.out ?? `督办函-${unit.id}.docx`;
    writeWhole(path, bytes);
    process.stdout.write(`已写出 ${path}，${String(rows.length)} 个逾期问题。\n`);
  }
  if (options.trace) process.stdout.write(`${traceLines(used).join('\n')}\n`);
}
