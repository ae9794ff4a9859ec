/** `ledger collect`: one sheet a unit to be filled in and sent back, as workbook, as Word form or both. */
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { standing } from '../../../src/domain/issue/standing.ts';
import { headOf } from '../../../src/history/place.ts';
import {
  type UnitSheetBook,
  unitSheetBook,
} from '../../../src/intake/sheet-back/out/unit-sheet-book.ts';
import { FORM_TITLE, unitSheetForm } from '../../../src/intake/sheet-back/out/unit-sheet-form.ts';
import { BOOK_TITLE, sheetOf } from '../../../src/intake/sheet-back/out/unit-sheets.ts';
import {
  asOfDay,
  newCommand,
  soundLedger,
  printJson,
  WrongUse,
  type CommonOptions,
} from '../../command.ts';
import { type Output, unitWords, writeAll } from '../../output.ts';
import { campaignNamed, unitNamed } from '../../scope.ts';

interface CollectOptions extends CommonOptions {
  campaign?: string;
  out: string;
  form: 'xlsx' | 'docx' | 'both';
}

export function collectCommand(): Command {
  return newCommand('collect', '生成报送单：每个单位一份，填好交回后用 ledger receive 收件')
    .argument('[单位...]', '编号、名称或别名；不写则为有未完成问题的每个单位')
    .addOption(new Option('--campaign <专项>', '编号或名称'))
    .addOption(new Option('--out <文件夹>', '放在哪里').default('报送单'))
    .addOption(
      new Option('--form <样式>', 'xlsx 整改报送单，docx 整改销号申请表，both 两种都要')
        .choices(['xlsx', 'docx', 'both'])
        .default('xlsx'),
    )
    .action(async (units: string[], options: CollectOptions) => {
      const ledger = soundLedger(options);
      const campaign = campaignNamed(ledger, options.campaign);
      const madeOn = asOfDay(options, ledger);
      const whole = standing(ledger, madeOn);
      const chosen =
        units.length > 0
          ? units.map((name) => unitNamed(ledger, name))
          : // One that has ended reports nothing any more.
            whole.units;
      const words = unitWords(chosen);
      const commit = headOf(options.content);
      const files: Output[] = [];
      const written: { unit: string; rows: number; files: string[] }[] = [];
      for (const unit of chosen) {
        const book = sheetOf(whole, unit, campaign, { madeOn, commit });
        if (book === undefined) continue;
        const own = await filesOf(book, words.get(unit.id) ?? unit.id, options);
        written.push({ unit: unit.id, rows: book.rows.length, files: own.map(({ path }) => path) });
        files.push(...own);
      }
      writeAll(files);
      if (written.length === 0)
        throw new WrongUse(
          '这些单位在这个专项里没有要报送的问题',
          '换专项，或用 npx ledger status 看现状',
        );
      if (options.json) printJson({ campaign: campaign.id, madeOn, commit, units: written });
      else {
        const rows = written.reduce((sum, one) => sum + one.rows, 0);
        process.stdout.write(
          `已生成 ${String(written.length)} 个单位的报送单，共 ${String(rows)} 条，在 ${options.out}。\n交回后连同佐证文件放进一个文件夹，运行 npx ledger receive 文件夹。\n`,
        );
      }
    });
}

async function filesOf(
  book: UnitSheetBook,
  word: string,
  { out, form }: CollectOptions,
): Promise<Output[]> {
  const files: Output[] = [];
  if (form !== 'docx')
    files.push({
      path: join(out, `${BOOK_TITLE}-${word}.xlsx`),
      bytes: await unitSheetBook(book),
    });
  if (form !== 'xlsx')
    files.push({
      path: join(out, `${FORM_TITLE}-${word}.docx`),
      bytes: await unitSheetForm(book),
    });
  return files;
}
