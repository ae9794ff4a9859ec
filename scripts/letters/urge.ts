/** `ledger urge UNIT`: 督办函 for what a unit has overdue. */
import type { Command } from 'commander';
import { imbalances } from '../../src/documents/letter/balance.ts';
import { overdueRows, overdueSheet, urgeValues } from '../../src/documents/letter/urge.ts';
import { standingWithin } from '../../src/domain/issue/standing.ts';
import { type Face, faceOf } from '../../src/views/face.ts';
import { asOfDay, newCommand, soundLedger, WrongUse } from '../command.ts';
import { giveOut, type LetterOptions, letterOptions, soundLetter } from './letter.ts';
import { unitNamed } from '../scope.ts';
import { filledTemplate } from './wording.ts';
import { ruleInForceOn } from '../../src/domain/setting.ts';

export function urgeCommand(): Command {
  return letterOptions(newCommand('urge', '督办函：一个单位的逾期问题（Word，公文格式）'))
    .argument('<单位>', '编号、名称或别名')
    .action(urge);
}

/** The working days within which a unit is to answer, where the ledger has a rule. */
function replyWithin({ ledger, today }: Face): number | undefined {
  return ruleInForceOn(ledger.vocabulary.reminding, today)?.replyWithin;
}

/** Writes the letter, or says that there is nothing to urge. Throws WrongUse and DataFaults. */
export async function urge(what: string | undefined, options: LetterOptions): Promise<void> {
  if (what === undefined) throw new WrongUse('没有写单位', '写单位的编号、名称或别名');
  const ledger = soundLedger(options);
  const face = faceOf(ledger, asOfDay(options, ledger), 'internal');
  const unit = unitNamed(ledger, what);
  const rows = overdueRows(face, unit.id);
  if (rows.length === 0) {
    throw new WrongUse(
      `截至${face.today}，${unit.name}没有逾期问题，不需要督办函`,
      '用 ledger remind 看有哪些临期的',
    );
  }
  const { blocks, used } = filledTemplate(
    options.content,
    'urge',
    urgeValues(face, unit, rows, replyWithin(face)),
  );
  const letter = {
    blocks,
    annexes: [overdueSheet(face, unit, rows)],
    office: ledger.site.authority,
    on: face.today,
    fiction: ledger.site.fiction,
  };
  const bytes = await soundLetter(
    letter,
    imbalances(standingWithin(face.standing, { unit: unit.id })),
  );
  const hint = `共 ${String(rows.length)} 个逾期问题。`;
  giveOut({ letter, bytes, used, path: `督办函-${unit.id}.docx`, hint }, options);
}
