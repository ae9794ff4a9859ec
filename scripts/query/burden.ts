/** `ledger burden [PERIOD]`: what units were asked for in a quarter or half-year, to be printed. */
import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { periodOf } from '../../src/day/period.ts';
import {
  burdenNotes,
  burdenPartIds,
  burdenParts,
  burdens,
  burdenSum,
  pictureOnly,
  quarterId,
  sheetCells,
} from '../../src/domain/burden.ts';
import { type SheetsSent, sentSheets } from '../../src/intake/sheet-back/sent.ts';
import type { ReceivedFile } from '../../src/intake/sheet-back/report/attachment.ts';
import type { UnreadFile } from '../../src/paper/folder.ts';
import {
  asOfDay,
  type CommonOptions,
  newCommand,
  soundLedger,
  printJson,
  WrongUse,
} from '../command.ts';
import { filesBack } from '../enter/receive/folder-back.ts';
import { tableLines } from '../table.ts';

interface BurdenOptions extends CommonOptions {
  sent: string[];
}

export function burdenCommand(): Command {
  return newCommand('burden', '减负：一个季度里要单位填多少格、交几批表、催几次、要不要截图')
    .argument('[期间]', '季度 2026-q2，半年 2026-h1；不写为统计截止日所在的季度')
    .addOption(
      new Option(
        '--sent <文件夹...>',
        '留存的发出的报送单，如 collect 写出的文件夹：另数发出几张、几条，交没交回都算',
      ).default([], '没有'),
    )
    .action(async (id: string | undefined, options: BurdenOptions) => {
      const ledger = soundLedger(options);
      const on = asOfDay(options, ledger);
      const period = periodOf(id ?? quarterId(on));
      if (period === undefined)
        throw new WrongUse(`“${id ?? ''}”不是统计期`, '季度写成 2026-q2，半年写成 2026-h1');
      const units = burdens(ledger, { ...period, until: on < period.until ? on : period.until });
      const sum = burdenSum(units);
      const kept = keptIn(options.sent);
      const sent = options.sent.length === 0 ? undefined : await sentSheets(kept.files, period);
      const pictures = pictureOnly(ledger).map(({ id: kind, name }) => ({ id: kind, name }));
      if (options.json) {
        const unread = kept.unread.map(({ file, refusal }) => ({ file, ...refusal }));
        const sheets = sent && { ...sent, byUnit: Object.fromEntries(sent.byUnit), unread };
        const json = { period: period.id, asOf: on, units, sum, pictureOnly: pictures };
        printJson(sheets === undefined ? json : { ...json, sent: sheets });
        return;
      }
      const name = (unit: string): string => ledger.units.get(unit)?.name ?? unit;
      const cells = (row: typeof sum): string[] => burdenPartIds.map((part) => String(row[part]));
      process.stdout.write(
        `${[
          `${period.name}减负情况（截至${on < period.until ? on : period.until}）`,
          ...tableLines(
            [
              { title: '单位' },
              ...burdenPartIds.map((part) => ({
                title: burdenParts[part],
                align: 'right' as const,
              })),
            ],
            [...units.map((row) => [name(row.unit), ...cells(row)]), ['合计', ...cells(sum)]],
          ),
          ...(sent === undefined ? [] : sentLines(sent, name)),
          ...kept.unread.map(
            ({ file, refusal }) => `${file}：${refusal.problem}，没有计 → ${refusal.remedy}。`,
          ),
          ...burdenNotes,
          pictures.length === 0
            ? '所有问题都可以用截图以外的佐证。'
            : `佐证限于截图或文件的问题类别：${pictures.map((one) => one.name).join('、')}。`,
        ].join('\n')}\n`,
      );
    });
}

/** The files of the folders that the office kept, and what could not be read. Throws WrongUse. */
function keptIn(folders: readonly string[]): { files: ReceivedFile[]; unread: UnreadFile[] } {
  const kept = folders.map((folder) => {
    if (!existsSync(folder)) throw new WrongUse(`找不到 ${folder}`, '核对 --sent 后面的文件夹');
    return filesBack(folder);
  });
  return {
    files: kept.flatMap(({ files }) => files),
    unread: kept.flatMap(({ unread }) => unread),
  };
}

/** What was sent, whether it came back or not. */
function sentLines(
  { byUnit, outside, undated }: SheetsSent,
  name: (unit: string) => string,
): string[] {
  const all = [...byUnit.values()];
  const sheets = all.reduce((sum, one) => sum + one.sheets, 0);
  const rows = all.reduce((sum, one) => sum + one.rows, 0);
  const cells = rows * sheetCells.open + sheets * sheetCells.head;
  return [
    `发出的报送单（留存的，交没交回都算）：${String(sheets)} 张、${String(rows)} 条，可填 ${String(cells)} 格。`,
    ...tableLines(
      [
        { title: '单位' },
        { title: '发出（张）', align: 'right' as const },
        { title: '发出（条）', align: 'right' as const },
      ],
      [...byUnit].map(([unit, one]) => [name(unit), String(one.sheets), String(one.rows)]),
    ),
    ...(outside === 0 ? [] : [`另有 ${String(outside)} 张不是这个期间生成的，没有计。`]),
    ...(undated.length === 0
      ? []
      : [
          `看不出哪天生成，没有计：${undated.join('、')}（Word 申请表不带日期，其他文件不是报送单）。`,
        ]),
  ];
}
