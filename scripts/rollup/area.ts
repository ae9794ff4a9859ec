/** `ledger area WHAT`: papers on this ledger and all below it — 报告, 通报, 问题清单, 汇总表 — from what was gathered. */
import { Argument, type Command, Option } from 'commander';
import { areaImbalances, areaValues } from '../../src/documents/letter/area.ts';
import { areaIssuesSheet, ledgersSheet } from '../../src/documents/sheet/area-sheets.ts';
import { csvWithLines } from '../../src/documents/sheet/csv.ts';
import type { Audience } from '../../src/schema/field.ts';
import { type Face, faceOf } from '../../src/views/face.ts';
import { type AreaView, areaIssues, areaView } from '../../src/views/rollup/area.ts';
import { asOfDay, DataFaults, newCommand, soundLedger, WrongUse } from '../command.ts';
import { formats, type Format, sheetInFormat } from '../letters/export.ts';
import { giveOut, type LetterOptions, letterOptions, soundLetter } from '../letters/letter.ts';
import { filledTemplate } from '../letters/wording.ts';
import { writeWhole } from '../output.ts';

interface AreaOptions extends LetterOptions {
  audience: Audience;
  format: Format;
}
const letters = { report: '报告', circular: '通报' } as const;
const sheets = { list: '问题清单', table: '汇总表' } as const;
type What = keyof typeof letters | keyof typeof sheets;

export function areaCommand(): Command {
  return letterOptions(
    newCommand(
      'area',
      '本级和全部下级的文稿，由收到的快照做成：report 报告、circular 通报（Word，公文格式），list 问题清单、table 汇总表',
    ),
  )
    .addArgument(
      new Argument('<哪一种>', 'report、circular、list 或 table').choices([
        ...Object.keys(letters),
        ...Object.keys(sheets),
      ]),
    )
    .addOption(
      new Option('--audience <范围>', 'public 只用可公开的数，internal 内部版')
        .choices(['public', 'internal'])
        .default('internal'),
    )
    .addOption(
      new Option('--format <格式>', '清单和汇总表的文件格式').choices(formats).default('xlsx'),
    )
    .action(async (what: What, options: AreaOptions) => {
      const ledger = soundLedger(options);
      const face = faceOf(ledger, asOfDay(options, ledger), options.audience);
      const area = areaView(face);
      if (area === undefined)
        throw new WrongUse(
          'children/ 里没有登记下级，或都不在期内',
          '只有本级的，用 npx ledger report、npx ledger export',
        );
      if (what === 'report' || what === 'circular') await letter(face, area, what, options);
      else await sheet(face, area, what, options);
    });
}

async function letter(
  face: Face,
  area: AreaView,
  what: keyof typeof letters,
  options: AreaOptions,
): Promise<void> {
  const { authority: office, fiction } = face.ledger.site;
  const { blocks, used } = filledTemplate(options.content, `area-${what}`, areaValues(face, area));
  const annexes = [ledgersSheet(face, area)];
  const paper = { blocks, annexes, office, on: face.today, fiction };
  const bytes = await soundLetter(paper, areaImbalances(face, area));
  const hint = '标〔待填〕的地方请补上或删去。';
  giveOut({ letter: paper, bytes, used, path: `本级和下级-${letters[what]}.docx`, hint }, options);
}

async function sheet(
  face: Face,
  area: AreaView,
  what: keyof typeof sheets,
  { format, out }: AreaOptions,
): Promise<void> {
  const issues = areaIssues(face, area);
  const wrong = [...areaImbalances(face, area), ...issues.faults];
  if (wrong.length > 0)
    throw new DataFaults(`${wrong.map((one) => `数字对不上：${one}。`).join('\n')}\n没有生成。`);
  const made = what === 'list' ? areaIssuesSheet(face, area, issues) : ledgersSheet(face, area);
  // What is counted and not named is said above the table, in every format.
  const bytes = format === 'csv' ? csvWithLines(made) : await sheetInFormat(made, format, face);
  if (typeof bytes === 'string' && out === undefined) {
    process.stdout.write(bytes);
    return;
  }
  const path = out ?? `本级和下级-${sheets[what]}.${format}`;
  writeWhole(path, bytes);
  process.stdout.write(`已写出 ${path}。${area.view.state}\n`);
}
