/** 公式: what a formula of a sheet may do. Functions are those of the list; nothing is taken from another file. */
import { FUNCTIONS } from './formula-functions.ts';
import { isPlainLink } from './plain-link.ts';
import type { FileRefusal } from '../reading.ts';

/** Literals and names of sheets in quotes; a doubled quote stands for itself. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/gu;
/** What no name of a sheet holds: part of a path, of another book or of a DDE link. */
const OUTSIDE = /[[\]|\\/?*]/u;
/** Excel's own are at most 8192 letters long, and longer as they are stored. */
const LONGEST = 2 ** 15;
const remedy = '把公式转成数值（选择性粘贴）后另存';

const ELSEWHERE: FileRefusal = { message: '公式会取别的文件里的内容或运行程序', remedy };

/** Why a formula is refused. */
export function formulaTrouble(formula: string): FileRefusal | undefined {
  if (formula.length > LONGEST) return { message: '公式过长，无法检查', remedy };
  const literals: string[] = [];
  const sheets: string[] = [];
  const bare = formula.replaceAll(QUOTED, (quoted) => {
    const held = quoted.slice(1, -1);
    if (quoted.startsWith('"')) return `\u0001${String(literals.push(held) - 1)}\u0001`;
    sheets.push(held);
    return '\u0002';
  });
  // A quote that is left over is read in one way here and in another by a program.
  if (
    sheets.some((sheet) => OUTSIDE.test(sheet.replace(/^\[0\]/u, ''))) ||
    /["'|\\]|\[(?!0\])[^[\]]*\](?:[\p{L}\p{N}_.]*!|\u0002)/u.test(bare)
  )
    return ELSEWHERE;
  // Columns of a table are called by their headings: 表1[完成率(%)] names no function.
  const called = bare.replaceAll(/\[[^[\]]*\]/gu, '');
  const names = [...called.matchAll(/(?<![\p{L}\p{N}_.])([\p{L}\p{N}_.]+)\s*\(/gu)].map(
    ([, name = '']) => name.replace(/^[\d.]*(?:_xlfn\.|_xlws\.)*/iu, '').toUpperCase(),
  );
  const strange = names.find(
    (name) => name !== '' && !FUNCTIONS.has(name) && !name.startsWith('_XLPM.'),
  );
  if (strange !== undefined)
    return {
      message: `公式用了不认识的函数，或会取外面的内容的函数（${strange.slice(0, 40)}）`,
      remedy,
    };
  for (const [, index] of bare.matchAll(/HYPERLINK\s*\(\s*(?:\u0001(\d+)\u0001)?/giu)) {
    const target = index === undefined ? '' : (literals[Number(index)] ?? '');
    // What is joined to the beginning of a page's address is on that page's side.
    const isPage = /^https?:\/\/$/iu.test(target) || isPlainLink(target);
    if (target === '' || !isPage) return { message: '公式里的链接不是写明的网页或邮箱', remedy };
  }
  if (names.includes('INDIRECT') && literals.some((one) => /[[\]|\\]|:\/\//u.test(one)))
    return ELSEWHERE;
  return undefined;
}
