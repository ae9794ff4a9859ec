/** `ledger circular ID`: 通报 on a check, as an official document; `--freeze` keeps it as it was published. */
import type { Command } from 'commander';
import { circularSheets, circularValues } from '../../src/documents/letter/circular.ts';
import { circularFigures } from '../../src/domain/inspection/circular-figures.ts';
import {
  inspectionFigures,
  inspectionImbalances,
} from '../../src/domain/inspection/inspection-figures.ts';
import { asOfDay, DataFaults, newCommand, soundLedger } from '../command.ts';
import { correcting, freeze, type FreezeOptions, freezeOptions } from './freeze.ts';
import { handingOptions, openHandingPlace } from '../enter/handing-in.ts';
import { inspectionNamed } from '../inspections/inspect-sheet.ts';
import { giveOut, type LetterOptions, letterOptions, soundLetter } from './letter.ts';
import { worded } from './wording.ts';

type CircularOptions = FreezeOptions & LetterOptions;

export function circularCommand(): Command {
  const command = letterOptions(
    handingOptions(
      newCommand(
        'circular',
        '检查情况的通报（Word，公文格式，附统计表和名单）；数字对不上就不生成',
      ),
    ),
  ).argument('<检查>', '检查编号');
  return freezeOptions(command, '检查').action(circular);
}

async function circular(id: string, options: CircularOptions): Promise<void> {
  const desk = options.freeze === true ? openHandingPlace(options) : undefined;
  const ledger = desk?.ledger ?? soundLedger(options);
  const inspection = inspectionNamed(ledger, id);
  const on = asOfDay(options, ledger);
  const { blocks: said, used } = worded(
    options.content,
    'circular',
    circularValues(ledger, inspection, on),
  );
  const blocks = correcting(ledger, said, options);
  const letter = {
    blocks,
    annexes: circularSheets(ledger, inspection),
    office: ledger.site.authority,
    on,
    fiction: ledger.site.fiction,
  };
  const counted = inspectionFigures(ledger, inspection);
  if (counted.unchecked > 0)
    throw new DataFaults(
      `${inspection.name}还有${String(counted.unchecked)}个账号没有检查结果，没有生成通报。\n先补结果：npx ledger inspect ${id} --sheet 检查表.xlsx 写出检查表，填好后用 --fill 收回。`,
    );
  const bytes = await soundLetter(letter, inspectionImbalances(counted));
  const figures = circularFigures(ledger, inspection);
  if (desk) {
    const published = { of: { inspection: id }, figures, blocks, on };
    freeze(desk, options.id ?? id, published, options);
    return;
  }
  const hint = '标〔待填〕的地方请补上或删去。';
  giveOut({ letter, bytes, used, path: `通报-${id}.docx`, hint, json: { figures } }, options);
}
