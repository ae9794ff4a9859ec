/** `ledger show ID`: one record with what belongs to it. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { didYouMean } from '../src/ledger/message.ts';
import { layout, type LayoutKind } from '../src/schema/layout.ts';
import type { Ledger } from '../src/schema/ledger.ts';
import { fieldAt, metaOf } from '../src/schema/walk.ts';
import { WrongUse, newCommand, openLedger, printJson, type CommonOptions } from './command.ts';

export function showCommand(): Command {
  return newCommand('show', '按编号显示一个单位、账号、专项或问题，连同它的报送')
    .argument('<编号>', '如 2020-special-04')
    .action((id: string, options: CommonOptions) => {
      const ledger = openLedger(options);
      const found = find(ledger, id);
      if (!found)
        throw new WrongUse(
          `台账里没有编号 ${id}`,
          didYouMean(id, allIds(ledger)) || '运行 npx ledger check 看台账里有什么',
        );
      const updates = ledger.updates.get(id) ?? [];
      if (options.json) {
        printJson({
          kind: found.kind,
          ...found.record,
          ...(found.kind === 'issue' ? { updates } : {}),
        });
        return;
      }
      process.stdout.write(
        `${layout[found.kind].title} ${id}（${join(options.content, found.record.path)}）\n`,
      );
      printFields(found.kind, found.record);
      for (const update of updates) {
        process.stdout.write(`\n报送 ${update.id}\n`);
        printFields('update', update);
      }
    });
}

type Found = { kind: LayoutKind; record: { id: string; path: string } };

function find(ledger: Ledger, id: string): Found | undefined {
  const places = [
    ['issue', ledger.issues],
    ['account', ledger.accounts],
    ['unit', ledger.units],
    ['campaign', ledger.campaigns],
  ] as const;
  for (const [kind, records] of places) {
    const record = records.get(id);
    if (record) return { kind, record };
  }
  return undefined;
}

function allIds(ledger: Ledger): string[] {
  return [ledger.issues, ledger.accounts, ledger.units, ledger.campaigns].flatMap((records) => [
    ...records.keys(),
  ]);
}

function printFields(kind: LayoutKind, record: { id: string; path: string }): void {
  for (const [key, value] of Object.entries<unknown>({ ...record })) {
    if (
      key === 'id' ||
      key === 'path' ||
      value === undefined ||
      (Array.isArray(value) && value.length === 0)
    )
      continue;
    const node = fieldAt(layout[kind].schema, [key]);
    const title = (node && metaOf(node)?.title) ?? key;
    process.stdout.write(
      `  ${title}：${typeof value === 'string' ? value : JSON.stringify(value)}\n`,
    );
  }
}
