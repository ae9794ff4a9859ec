/** Letters that leave the office: refused when their figures or words do not agree, then shown or written. */
import { type Command, Option } from 'commander';
import { letterFile, letterText, type Letter } from '../../src/documents/letter/letter.ts';
import type { Used } from '../../src/documents/template/render.ts';
import { traceLines } from '../../src/documents/letter/trace.ts';
import { textPlaceInWords } from '../../src/proofread/contradiction.ts';
import { openPaper } from '../../src/proofread/document/open.ts';
import { proofread } from '../../src/proofread/proofread.ts';
import { type CommonOptions, DataFaults, emptyOption, printJson } from '../command.ts';
import { writeWhole } from '../output.ts';

export interface LetterOptions extends CommonOptions {
  out?: string;
  text?: boolean;
  trace?: boolean;
  empty?: boolean;
}

export function letterOptions(command: Command): Command {
  return command
    .addOption(new Option('--out <文件>', '写成 Word 文件，写到哪里'))
    .addOption(new Option('--text', '只在屏幕上显示文字'))
    .addOption(new Option('--trace', '列出每个数由哪些记录而来'))
    .addOption(emptyOption());
}

/** The bytes of a sound letter. Throws DataFaults. */
export async function soundLetter(
  letter: Letter,
  imbalances: readonly string[],
): Promise<Uint8Array> {
  if (imbalances.length > 0) {
    throw new DataFaults(
      `${imbalances.map((one) => `数字对不上：${one}。`).join('\n')}\n没有生成文稿，请先核对台账。`,
    );
  }
  const bytes = await letterFile(letter);
  const opened = await openPaper('文稿.docx', bytes);
  if (opened.kind === 'refused') throw new Error(opened.reason);
  // The numbers of a list are those of its paper, which may stand in two lists: `imbalances` knows whether one is missing.
  const findings = proofread(opened.paper).filter(
    ({ rule, message }) => rule !== 'rows' || !message.endsWith('跳号'),
  );
  if (findings.length > 0) {
    const lines = findings.map(
      ({ place, quote, message, expected }) =>
        `${textPlaceInWords(place)}“${quote}”：${message} → ${expected}`,
    );
    throw new DataFaults(`${lines.join('\n')}\n文稿前后不一致，没有生成，请先核对台账和模板。`);
  }
  return bytes;
}

/** What there is to give out: the letter, where its numbers come from, what `--json` has besides. */
export interface Outgoing {
  readonly letter: Letter;
  readonly bytes: Uint8Array;
  readonly used: readonly Used[];
  /** The file's name where `--out` names none. */
  readonly path: string;
  /** A sentence behind “已写出 …。” */
  readonly hint?: string;
  readonly json?: Readonly<Record<string, unknown>>;
}

/** Prints the letter as JSON or text, or writes it as a file. Throws WrongUse when the file cannot be written. */
export function giveOut(
  { letter: { blocks }, bytes, used, path, hint = '', json }: Outgoing,
  options: LetterOptions,
): void {
  if (options.json) {
    printJson({ ...json, blocks, trace: used });
    return;
  }
  if (options.text) process.stdout.write(letterText(blocks));
  else {
    const written = options.out ?? path;
    writeWhole(written, bytes);
    process.stdout.write(`已写出 ${written}。${hint}\n`);
  }
  if (options.trace) process.stdout.write(`${traceLines(used).join('\n')}\n`);
}
