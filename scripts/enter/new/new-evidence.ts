/** Evidence as it is given on the command line: `link:…`, `number:…` or the name of a file, with `@2020-05-25` behind. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { cleanedWords, storedForm } from '../../../src/intake/sheet-back/report/attachment.ts';
import { isRealDay } from '../../../src/schema/field.ts';
import type { Evidence } from '../../../src/schema/evidence.ts';
import { WrongUse } from '../../command.ts';
import { randomCode } from '../stamp.ts';

export interface GivenEvidence {
  readonly pieces: Evidence[];
  /** Path below content/ → bytes. */
  readonly files: Map<string, Uint8Array>;
  /** What was done to the files, for the clerk. */
  readonly told: readonly string[];
}

/** Reads what was given for `issue`; `taken` are paths of evidence that exist. Throws WrongUse. */
export function readEvidence(
  given: readonly string[],
  issue: string,
  taken: ReadonlySet<string>,
): GivenEvidence {
  const files = new Map<string, Uint8Array>();
  const told: string[] = [];
  const pieces = given.map((text): Evidence => {
    const [value, day] = splitDay(text);
    const common = day === undefined ? {} : { day };
    if (value.startsWith('link:')) return { link: value.slice(5).trim(), ...common };
    if (/^https?:\/\//u.test(value)) return { link: value, ...common };
    if (value.startsWith('number:')) return { number: value.slice(7).trim(), ...common };
    if (!existsSync(value) || !statSync(value).isFile())
      throw new WrongUse(
        `找不到佐证文件 ${value}`,
        '写文件的位置，或写 link:链接、number:编号；日期写在最后，如 截图.png@2020-05-25',
      );
    const name = freeName(safeName(basename(value)), (one) => {
      const path = `${issue}/${one}`;
      return taken.has(path) || files.has(`evidence/${path}`);
    });
    const { bytes, original } = storedForm(readFileSync(value));
    files.set(`evidence/${issue}/${name}`, bytes);
    if (original === undefined) return { file: name, ...common };
    const what = cleanedWords(original);
    told.push(`${name}：${what}`);
    return { file: name, what, ...common };
  });
  return { pieces, files, told };
}

function splitDay(text: string): [value: string, day: string | undefined] {
  const match = /^(.*)@(\d{4}-\d{2}-\d{2})$/su.exec(text);
  if (!match || !isRealDay(match[2] ?? '')) return [text, undefined];
  return [match[1] ?? '', match[2]];
}

/** A name that lies safely on every system: letters, digits, Chinese, hyphens and dots. */
function safeName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.\-_]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '');
  return clean === '' ? '佐证' : clean;
}

function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  while (isTaken(free)) free = name.replace(/(\.[^.]*)?$/u, `-${randomCode()}$1`);
  return free;
}
