/** `ledger proofread FILE`: what contradicts itself in a circular or report, ours or not. Needs no ledger. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { openPaper } from '../../src/proofread/document/open.ts';
import { textPlaceInWords } from '../../src/proofread/contradiction.ts';
import { proofread } from '../../src/proofread/proofread.ts';
import { proofRules } from '../../src/proofread/rule-list.ts';
import { WrongUse, printJson } from '../command.ts';

export function proofreadCommand(): Command {
  return new Command('proofread')
    .description('校对一份通报或报告：总数与分项、比率、日期、序号、附件、标点等前后不一致之处')
    .argument('<文件>', '.docx 或 .txt')
    .addOption(new Option('--json', '输出 JSON，供其他程序使用'))
    .action(async (file: string, options: { json?: boolean }) => {
      const opened = await openPaper(file, readFileOrFault(file));
      if (opened.kind === 'refused') throw new WrongUse(`${file}：${opened.reason}`, opened.remedy);
      const { blocks } = opened.paper;
      const tables = blocks.filter(({ kind }) => kind === 'table').length;
      const findings = proofread(opened.paper).map((finding) => ({
        ...finding,
        where: textPlaceInWords(finding.place),
      }));
      if (options.json) {
        const looked = proofRules.map(({ id, name }) => ({ id, name }));
        const size = { paragraphs: blocks.length - tables, tables };
        printJson({ file: basename(file), ...size, rules: looked, findings });
      } else {
        for (const { where, quote, against, message, expected } of findings) {
          const other =
            against && `  另一处：${textPlaceInWords(against.place)}“${against.quote}”\n`;
          process.stdout.write(`${where}“${quote}”\n${other ?? ''}  ${message} → ${expected}\n`);
        }
        const size = `${String(blocks.length - tables)} 段、${String(tables)} 张表，${String(proofRules.length)} 类检查`;
        process.stdout.write(
          findings.length === 0
            ? `没有发现前后不一致之处（${size}）。\n`
            : `共 ${String(findings.length)} 处前后不一致（${size}）。请对照原始数据核实后再改。\n`,
        );
      }
      process.exitCode = findings.length === 0 ? 0 : 1;
    });
}

function readFileOrFault(file: string): Uint8Array {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new WrongUse(`找不到文件 ${file}`, '写出 .docx 或 .txt 文件的位置');
  }
  return readFileSync(file);
}
