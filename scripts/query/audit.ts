/** `ledger audit`: who received what, whether anything received was changed, whether closings had their proof. */
import { Option, type Command } from 'commander';
import { commitOf, placeOf } from '../../src/history/place.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { auditOf, receiptKinds, type ReceiptKind } from '../../src/review/audit.ts';
import { plain } from '../../src/review/comment/escape.ts';
import { type CommonOptions, newCommand, printJson, WrongUse } from '../command.ts';

interface AuditOptions extends CommonOptions {
  at: string;
}

export function auditCommand(): Command {
  return newCommand('audit', '审计：每份报送是谁录入、谁合并，有没有改过旧记录，销号有没有佐证')
    .addOption(new Option('--at <提交>', '审计到哪个提交或分支').default('HEAD'))
    .action((options: AuditOptions) => {
      const place = placeOf(options.content);
      if (place === undefined)
        throw new WrongUse(`${options.content} 不在 Git 仓库里`, '在台账的仓库里运行');
      const commit = commitOf(place, options.at);
      if (commit === undefined)
        throw new WrongUse(`仓库里没有提交“${plain(options.at)}”`, '写分支名或完整的提交哈希');
      const audit = auditOf(place, commit.id);
      if (!audit.complete)
        throw new WrongUse('这是浅克隆，历史不全，不能审计', '先运行 git fetch --unshallow');
      const counts = Object.fromEntries(
        Object.keys(receiptKinds).map((kind) => [
          kind,
          audit.updates.filter((one) => one.kind === kind).length,
        ]),
      ) as Record<ReceiptKind, number>;
      if (options.json) printJson({ commit: commit.id, ...audit, counts });
      else {
        const lines = [
          ...audit.updates
            .filter(({ kind }) => kind === 'alone-marked' || kind === 'squashed')
            .map(({ update, kind, receipt: { author, on } }) =>
              plain(`! ${update} ${receiptKinds[kind]}：${author}，${on}`),
            ),
          ...audit.faults.map((fault) => plain(`✗ ${faultLine(fault)}`)),
          `报送 ${String(audit.updates.length)} 份：${(Object.keys(receiptKinds) as ReceiptKind[])
            .map((kind) => `${receiptKinds[kind]} ${String(counts[kind])}`)
            .join('、')}。`,
          audit.ok ? '审计没有发现问题。' : `审计发现 ${String(audit.faults.length)} 个问题。`,
        ];
        process.stdout.write(`${lines.join('\n')}\n`);
      }
      process.exitCode = audit.ok ? 0 : 1;
    });
}
