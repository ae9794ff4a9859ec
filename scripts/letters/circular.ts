/** `ledger circular ID`: 通报 on a check, as an official document; `--freeze` keeps it as it was published. */
import type { Command } from 'commander';
import { circularSheets, circularValues } from '../../src/documents/letter/circular.ts';
import { circularFigures } from '../../src/domain/inspection/circular-figures.ts';
import {
  inspectionFigures,
  inspectionImbalances,
} from '../../src/domain/inspection/inspection-figures.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { asOfDay, DataFaults, newCommand, soundLedger, WrongUse } from '../command.ts';
import { completedPaper, type Wording } from './completed.ts';
import { freezeBulletin, type FreezeOptions, freezeOptions, type SoundPaper } from './freeze.ts';
import { handingOptions, openHandingPlace } from '../enter/handing-in.ts';
import { inspectionNamed } from '../inspections/inspect-sheet.ts';
import { giveOut, type LetterOptions, letterOptions, soundLetter } from './letter.ts';
import { filledTemplate } from './wording.ts';

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
  const { letter, bytes, used, published } = await circularOf(ledger, id, {
    ...options,
    on: asOfDay(options, ledger),
  });
  if (desk) {
    freezeBulletin(desk, options.id ?? id, published, options);
    return;
  }
  const hint = '标〔待填〕的地方请补上或删去。';
  const { figures } = published;
  giveOut({ letter, bytes, used, path: `通报-${id}.docx`, hint, json: { figures } }, options);
}

/** The circular on a check, sound, and what of it is published. Throws WrongUse and DataFaults. */
export async function circularOf(
  ledger: Ledger,
  id: string,
  { content, on, ...how }: Wording,
): Promise<SoundPaper> {
  const inspection = inspectionNamed(ledger, id);
  if (inspection.scope.kind === 'above')
    throw new WrongUse(`${inspection.name}是上级的检查，由上级通报`, '换本级自己的检查');
  const values = circularValues(ledger, inspection, on);
  const { blocks: said, used } = filledTemplate(content, 'circular', values);
  const blocks = completedPaper(ledger, said, how);
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
  return { letter, bytes, used, published: { of: { inspection: id }, figures, blocks, on } };
}
