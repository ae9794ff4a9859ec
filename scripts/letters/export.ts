/** `ledger export`: the list in the source's columns, or the working ledger, as workbook, Word, CSV or JSON. */
import { type Command, Option } from 'commander';
import { csv } from '../../src/documents/sheet/csv.ts';
import { listSheet } from '../../src/documents/sheet/list-sheet.ts';
import { selectedRows } from '../../src/documents/sheet/selection.ts';
import type { Sheet } from '../../src/documents/sheet/sheet.ts';
import { sheetData } from '../../src/documents/sheet/sheet-json.ts';
import { sheetFile } from '../../src/documents/sheet/sheet-word.ts';
import { workingSheet } from '../../src/documents/sheet/working-ledger.ts';
import { workbook } from '../../src/documents/sheet/xlsx.ts';
import type { Audience } from '../../src/schema/field.ts';
import { campaignView } from '../../src/views/kind/campaign-view.ts';
import { type Face, faceOf } from '../../src/views/face.ts';
import {
  asOfDay,
  type CommonOptions,
  emptyOption,
  newCommand,
  soundLedger,
  refuseEmpty,
} from '../command.ts';
import { writeWhole } from '../output.ts';
import { campaignNamed, unitNamed } from '../scope.ts';

export const formats = ['xlsx', 'docx', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

interface ExportOptions extends CommonOptions {
  campaign?: string;
  unit?: string;
  overdue?: boolean;
  format: Format;
  form: 'list' | 'ledger';
  audience: Audience;
  out?: string;
  empty?: boolean;
}

export function exportCommand(): Command {
  return newCommand(
    'export',
    '导出问题清单（来源的原样栏目）或工作台账（状态、截止日、剩余天数等）',
  )
    .addOption(new Option('--campaign <专项>', '编号或名称'))
    .addOption(new Option('--unit <单位>', '只要一个单位的：编号、名称或别名'))
    .addOption(new Option('--overdue', '只要逾期的'))
    .addOption(new Option('--format <格式>', '文件格式').choices(formats).default('xlsx'))
    .addOption(
      new Option('--form <样式>', 'list 问题清单，ledger 工作台账')
        .choices(['list', 'ledger'])
        .default('list'),
    )
    .addOption(
      new Option('--audience <范围>', 'public 只含可公开的内容，internal 内部版')
        .choices(['public', 'internal'])
        .default('internal'),
    )
    .addOption(new Option('--out <文件>', '写到哪里；csv、json 不写则显示在屏幕上'))
    .addOption(emptyOption())
    .action(async (options: ExportOptions) => {
      const ledger = soundLedger(options);
      const on = asOfDay(options, ledger);
      const face = faceOf(ledger, on, options.audience);
      const { sheet, rows, withheld } = chosen(face, options);
      if (options.format !== 'json')
        refuseEmpty(rows.length === 0, '所选范围里没有一个问题', on, options.empty);
      const bytes = await sheetInFormat(sheet, options.format, face);
      const text = typeof bytes === 'string';
      if (text && options.out === undefined) process.stdout.write(bytes);
      else {
        const path = options.out ?? `${fileName(options)}.${options.format}`;
        writeWhole(path, bytes);
        process.stdout.write(`已写出 ${path}，${String(rows.length)} 个问题。\n`);
      }
      if (withheld > 0) {
        process.stderr.write(`另有 ${String(withheld)} 个逾期问题按公开规定不列名。\n`);
      }
    });
}

/** The sheet, and the rows it holds. Throws WrongUse. */
function chosen(face: Face, options: ExportOptions) {
  const { ledger } = face;
  const { form, overdue } = options;
  const unit = options.unit === undefined ? undefined : unitNamed(ledger, options.unit);
  const campaign =
    form === 'list' || options.campaign !== undefined
      ? campaignNamed(ledger, options.campaign)
      : undefined;
  const scope = { campaign: campaign?.id, unit: unit?.id, overdue };
  const { rows, withheld } = selectedRows(face, scope);
  const sheet =
    form === 'list' && campaign !== undefined
      ? listSheet(campaignView(face, campaign.id), rows)
      : workingSheet(face, rows, campaign?.name ?? unit?.name, options.format === 'docx');
  return { sheet, rows, withheld };
}

/** A sheet as a file of that format; text where it can be shown. */
export async function sheetInFormat(
  sheet: Sheet,
  format: Format,
  { ledger, today }: Face,
): Promise<Uint8Array | string> {
  const office = ledger.site.authority;
  switch (format) {
    case 'xlsx':
      return workbook([sheet], { office, on: today });
    case 'docx':
      return sheetFile(sheet, office, today);
    case 'csv':
      return csv(sheet);
    case 'json':
      return `${JSON.stringify(sheetData(sheet), undefined, 2)}\n`;
    default:
      return format satisfies never;
  }
}

function fileName({ form, campaign, unit, overdue }: ExportOptions): string {
  const parts = [form === 'list' ? '问题清单' : '整改台账', campaign, unit, overdue && '逾期'];
  return parts.filter((part) => typeof part === 'string').join('-');
}
