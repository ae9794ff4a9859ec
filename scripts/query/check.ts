/** `ledger check`: everything that is wrong with a ledger, at once. */
import type { Command } from 'commander';
import { isSound } from '../../src/ledger/check.ts';
import { otherVersion } from '../own/own-files.ts';
import { newCommand, openContent, printJson, shownFault, type CommonOptions } from '../command.ts';

export function checkCommand(): Command {
  return newCommand('check', '检查台账：读法、栏目、相互引用、报送次序……一次列出全部错误').action(
    (options: CommonOptions) => {
      const result = openContent(options.content);
      sayOtherVersion(options.content);
      const faults = result.faults.filter(({ severity }) => severity === 'fault').length;
      const warnings = result.faults.length - faults;
      if (options.json) {
        printJson({ ok: isSound(result), faults: result.faults });
      } else {
        for (const fault of result.faults)
          process.stdout.write(`${shownFault(options.content, fault)}\n`);
        const { ledger } = result;
        const size = ledger
          ? `单位 ${String(ledger.units.size)}、账号 ${String(ledger.accounts.size)}、专项 ${String(ledger.campaigns.size)}、问题 ${String(ledger.issues.size)}、报送 ${String([...ledger.updates.values()].reduce((sum, list) => sum + list.length, 0))}`
          : '';
        process.stdout.write(
          faults === 0
            ? `台账没有错误${warnings > 0 ? `，有 ${String(warnings)} 条提醒` : ''}。${size}\n`
            : `台账有 ${String(faults)} 处错误${warnings > 0 ? `、${String(warnings)} 条提醒` : ''}。\n`,
        );
      }
      process.exitCode = isSound(result) ? 0 : 1;
    },
  );
}

/** On stderr: a ledger that pins one version and is checked by another may be judged otherwise by its forge. */
function sayOtherVersion(content: string): void {
  const other = otherVersion(content);
  if (other === undefined) return;
  process.stderr.write(
    `台账钉住的程序是 ${other.pinned}，现在运行的是 ${other.running}：以钉住的为准；要升级，运行 npx ledger upgrade\n`,
  );
}
