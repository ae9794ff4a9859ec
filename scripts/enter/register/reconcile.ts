/** `ledger reconcile FILE`: another system's register against the ledger; says what differs and writes nothing. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { readPapers, refusals } from '../../../src/paper/folder.ts';
import { reconcile, type Reconciliation } from '../../../src/intake/reconcile.ts';
import { registerColumnOf, registerRows } from '../../../src/intake/register-table.ts';
import type { RegisterColumn } from '../../../src/schema/registration.ts';
import {
  asOfDay,
  type CommonOptions,
  DataFaults,
  newCommand,
  soundLedger,
  printJson,
  WrongUse,
} from '../../command.ts';
import { tableLines } from '../../table.ts';

export function reconcileCommand(): Command {
  return newCommand(
    'reconcile',
    '核对名册：读别的系统导出的 Excel、WPS 表格、csv 或 Word，与台账逐项对照；只列差异，什么都不改',
  )
    .argument('<文件或文件夹>', '导出的名册')
    .action(async (path: string, options: CommonOptions) => {
      if (!existsSync(path)) throw new WrongUse(`找不到 ${path}`, '检查文件名和位置');
      const ledger = soundLedger(options);
      const columns = ledger.vocabulary.registerColumns;
      if (columns.length === 0)
        throw new WrongUse(
          '台账没有 vocabulary/register-columns.yaml，认不出名册的栏名',
          '从程序自带的台账复制这个文件',
        );
      const find = registerColumnOf(columns);
      const { papers, unread } = await readPapers(path, (name) => find(name) !== undefined);
      const table = registerRows(papers, columns);
      if (table.rows.length === 0)
        throw new DataFaults(
          refusals(unread).join('\n') ||
            '没有读出名册：没有认得“账号名称”一栏的表头 → 在 vocabulary/register-columns.yaml 里添上栏名',
        );
      const found = reconcile(table, ledger, asOfDay(options, ledger));
      const { strange, headless } = table;
      if (options.json) printJson({ ...found, strange, headless, rows: table.rows.length });
      else process.stdout.write(`${linesOf(found, columns, table.rows.length).join('\n')}\n`);
      if (!options.json && strange.length > 0)
        process.stdout.write(`没有比较的栏：${strange.join('、')}\n`);
    });
}

function linesOf(found: Reconciliation, columns: readonly RegisterColumn[], rows: number) {
  const { missingHere, missingThere, differences, unclear, same } = found;
  const title = (id: string) => columns.find((column) => column.id === id)?.names[0] ?? id;
  const part = (name: string, heads: string[], body: string[][]) =>
    body.length === 0
      ? []
      : [
          `\n${name}（${String(body.length)}）`,
          ...tableLines(
            heads.map((head) => ({ title: head })),
            body,
          ),
        ];
  return [
    `名册 ${String(rows)} 行：一致 ${String(same)}，台账没有 ${String(missingHere.length)}，名册没有 ${String(missingThere.length)}，不一致 ${String(differences.length)} 处，分不清 ${String(unclear.length)}。`,
    ...part(
      '台账没有',
      ['名称', '主办单位', '位置'],
      missingHere.map(({ name, unit, where }) => [name, unit, where]),
    ),
    ...part(
      '名册没有',
      ['账号', '名称'],
      missingThere.map(({ account, name }) => [account, name]),
    ),
    ...part(
      '不一致',
      ['账号', '栏目', '台账', '名册', '位置'],
      differences.map(({ account, column, here, there, where }) => [
        account,
        title(column),
        here,
        there,
        where,
      ]),
    ),
    ...part(
      '分不清是哪个账号',
      ['名称', '可能是', '位置'],
      unclear.map(({ name, accounts, where }) => [name, accounts.join('、'), where]),
    ),
    '\n只列差异，台账没有改动；要改的由审核员核实后登记。',
  ];
}
