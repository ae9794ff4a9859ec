/** `ledger audit`: who received what, whether anything received was changed, whether closings had their proof. */
import { existsSync, readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { commitOf, placeOf } from '../../src/history/place.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { bulletinLine } from '../../src/review/bulletin-audit.ts';
import { auditOf, receiptKinds, type ReceiptKind } from '../../src/review/audit.ts';
import { pushesIn, type Push } from '../../src/history/push-log.ts';
import { plain } from '../../src/text/plain.ts';
import { type CommonOptions, newCommand, printJson, WrongUse } from '../command.ts';
import { vanishedLine } from './queue.ts';

interface AuditOptions extends CommonOptions {
  at: string;
  pushes?: string;
}

/** What somebody should look at: one hand, no name, or an act that nothing but the record tells of. */
const TOLD: ReadonlySet<ReceiptKind> = new Set([
  'alone-marked',
  'squashed',
  'approver-entered',
  'approved-entered',
]);

export function auditCommand(): Command {
  return newCommand(
    'audit',
    '审计：每份报送是谁录入、谁合并，有没有改过旧记录，销号有没有佐证，通报的数按当时的提交重算',
  )
    .addOption(new Option('--at <提交>', '审计到哪个提交或分支').default('HEAD'))
    .addOption(
      new Option(
        '--pushes <文件>',
        '服务器的推送记录；在裸仓库里运行时自动找，不写则只看得到 Git 里的姓名',
      ),
    )
    .action((options: AuditOptions) => {
      const place = placeOf(options.content);
      if (place === undefined)
        throw new WrongUse(`${options.content} 不在 Git 仓库里`, '在台账的仓库里运行');
      const commit = commitOf(place, options.at);
      if (commit === undefined)
        throw new WrongUse(`仓库里没有提交“${plain(options.at)}”`, '写分支名或完整的提交哈希');
      const audit = auditOf(place, commit.id, pushesFrom(options.pushes));
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
            .filter(({ kind }) => TOLD.has(kind))
            .map(({ update, kind, receipt: { author, on } }) =>
              plain(`! ${update} ${receiptKinds[kind]}：${author}，${on}`),
            ),
          ...audit.vanished.map((one) => plain(`! ${vanishedLine(one)}`)),
          ...audit.bulletins.map((one) => plain(bulletinLine(one))),
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

/** The record that was handed over, or undefined for the repository's own. Throws WrongUse. */
function pushesFrom(file: string | undefined): Push[] | undefined {
  if (file === undefined) return undefined;
  if (!existsSync(file)) throw new WrongUse(`没有 ${file} 这个文件`, '写服务器上推送记录的副本');
  return pushesIn(readFileSync(file, 'utf8'));
}
