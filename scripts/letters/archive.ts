/** `ledger archive YEAR --out DIR`: 一案一档 with its catalogue; `--whole`: everything, to go on by hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { emptyNotes } from '../../src/documents/archive/catalogue.ts';
import type { ArchiveTools } from '../../src/documents/archive/issue-file.ts';
import { wholeArchive } from '../../src/documents/archive/whole.ts';
import { yearArchive } from '../../src/documents/archive/year.ts';
import { convertedFile, hasOffice } from '../../src/paper/office.ts';
import { type Face, faceOf } from '../../src/views/face.ts';
import {
  asOfDay,
  type CommonOptions,
  emptyOption,
  newCommand,
  printJson,
  refuseEmpty,
  soundLedger,
  WrongUse,
} from '../command.ts';
import { refuseTaken, writeFolder } from '../output.ts';
import { createHash } from 'node:crypto';

interface ArchiveOptions extends CommonOptions {
  out: string;
  whole?: boolean;
  pdf: boolean;
  first: string;
  empty?: boolean;
}

export function archiveCommand(): Command {
  return newCommand('archive', '归档：一年里办结的问题，一案一档，附归档文件目录和校验码')
    .argument('[年度]', '如 2025；用 --whole 时不写')
    .addOption(new Option('--out <文件夹>', '写到哪个新文件夹').makeOptionMandatory())
    .addOption(new Option('--whole', '全部内容写成 Excel、Word 和文件，供没有程序时接着做'))
    .addOption(new Option('--first <件号>', '这一批的起始件号').default('1'))
    .addOption(new Option('--no-pdf', '不转成 PDF，只要 Word'))
    .addOption(emptyOption())
    .action(async (year: string | undefined, options: ArchiveOptions) => {
      if ((year === undefined) !== (options.whole === true))
        throw new WrongUse('要写年度，或用 --whole', '如 npx ledger archive 2025 --out 归档2025');
      refuseTaken(options.out);
      const ledger = soundLedger(options);
      const on = asOfDay(options, ledger);
      const evidence = evidenceIn(options.content);
      const face = faceOf(ledger, on, 'internal', undefined, hashesOf(evidence));
      if (year === undefined) await whole(face, evidence, options);
      else await ofYear(face, year, evidence, options);
    });
}

type Evidence = ArchiveTools['evidence'];

async function whole(face: Face, evidence: Evidence, options: ArchiveOptions): Promise<void> {
  const files = await wholeArchive(face, { evidence });
  writeFolder(options.out, files);
  if (options.json) printJson({ out: options.out, files: [...files.keys()] });
  else
    process.stdout.write(
      `已写出 ${options.out}：${String(files.size)} 个文件，先看 00-说明.docx。内部资料，不得公开。\n`,
    );
}

async function ofYear(
  face: Face,
  year: string,
  evidence: Evidence,
  options: ArchiveOptions,
): Promise<void> {
  if (!/^\d{4}$/u.test(year)) throw new WrongUse(`“${year}”不是年度`, '写四位数字，如 2025');
  if (!/^[1-9]\d{0,5}$/u.test(options.first))
    throw new WrongUse(`“${options.first}”不是件号`, '写从 1 起的整数');
  if (face.today < `${year}-12-31`)
    throw new WrongUse(
      `${year}年还没有结束（统计截止日 ${face.today}），以后还会有办结的`,
      '年度结束以后再归档；统计截止日用 --as-of 写',
    );
  const office = options.pdf && hasOffice();
  let failed = 0;
  const toPdf = (docx: Uint8Array): Uint8Array | undefined => {
    if (!office) return undefined;
    const pdf = convertedFile(docx, 'docx', 'pdf');
    if (pdf === undefined) failed += 1;
    return pdf;
  };
  const { files, issues, items } = await yearArchive(face, year, Number(options.first), {
    evidence,
    toPdf,
  });
  refuseEmpty(issues.length === 0, `${year}年没有办结的问题`, face.today, options.empty);
  writeFolder(options.out, files);
  const notes = [
    ...emptyNotes(face.ledger.site.archive),
    ...(options.pdf && !office ? ['没有装 LibreOffice，只有 Word，没有 PDF。'] : []),
    ...(failed > 0 ? [`${String(failed)} 份没有转成 PDF，只有 Word。`] : []),
  ];
  if (options.json)
    printJson({ out: options.out, issues, items: items.length, files: [...files.keys()], notes });
  else
    process.stdout.write(
      `${[
        `已写出 ${options.out}：${String(issues.length)} 个问题一案一档，目录 ${String(items.length)} 件。核对：在文件夹里运行 sha256sum -c SHA256SUMS。`,
        ...notes,
      ].join('\n')}\n`,
    );
}

function evidenceIn(content: string): Evidence {
  return (file) => {
    const path = join(content, 'evidence', file);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
}

function hashesOf(evidence: Evidence): Face['hashOf'] {
  return (file) => {
    const bytes = evidence(file);
    return bytes && createHash('sha256').update(bytes).digest('hex');
  };
}
