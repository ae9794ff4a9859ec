/** `ledger burden [PERIOD]`: what units were asked for in a quarter or half-year, to be printed. */
import type { Command } from 'commander';
import { periodOf } from '../../src/day/period.ts';
import {
  burdenNotes,
  burdenPartIds,
  burdenParts,
  burdens,
  burdenSum,
  pictureOnly,
  quarterOf,
} from '../../src/domain/burden.ts';
import {
  asOfDay,
  type CommonOptions,
  newCommand,
  soundLedger,
  printJson,
  WrongUse,
} from '../command.ts';
import { tableLines } from '../table.ts';

export function burdenCommand(): Command {
  return newCommand('burden', '减负：一个季度里要单位填多少格、交几批表、催几次、要不要截图')
    .argument('[期间]', '季度 2026-q2，半年 2026-h1；不写为统计截止日所在的季度')
    .action((id: string | undefined, options: CommonOptions) => {
      const ledger = soundLedger(options);
      const on = asOfDay(options, ledger);
      const period = periodOf(id ?? quarterOf(on));
      if (period === undefined)
        throw new WrongUse(`“${id ?? ''}”不是统计期`, '季度写成 2026-q2，半年写成 2026-h1');
      const units = burdens(ledger, { ...period, until: on < period.until ? on : period.until });
      const sum = burdenSum(units);
      const pictures = pictureOnly(ledger).map(({ id: kind, name }) => ({ id: kind, name }));
      if (options.json) {
        printJson({ period: period.id, asOf: on, units, sum, pictureOnly: pictures });
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
          ...burdenNotes,
          pictures.length === 0
            ? '没有一类问题只认截图。'
            : `只认截图或文件的问题类别：${pictures.map((one) => one.name).join('、')}。`,
        ].join('\n')}\n`,
      );
    });
}
