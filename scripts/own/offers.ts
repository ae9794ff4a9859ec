/** 随程序的改进: what a ledger holds a copy of, and the program has in a newer wording. Offered, never put over what an office wrote. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../src/schema/site.ts';
import { PROGRAM } from '../program.ts';
import { ownFiles } from './own-files.ts';
import { ACTION_FILE, FETCH, PIN } from './own-workflow.ts';

/** A file of the program that differs from the ledger's, by its path from the top of the repository. */
export interface FileOffer {
  readonly path: string;
  readonly text: string;
  /** Lines that the ledger's has and the program's has not, and the other way round, in order. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Not the program's to word: who may what is another command's, the page for readers is the office's. */
const ownWords = new Set([PIN, 'README.md', 'CODEOWNERS']);

/** What the newer workflows call: a ledger of its own that has none of it yet is offered it as well. */
const fetching: ReadonlySet<string> = new Set([FETCH, ACTION_FILE]);

/** What differs in the repository at `top` whose ledger lies below `prefix`. */
export function offersFor(top: string, prefix: string, site: Site): FileOffer[] {
  const isOwn = existsSync(join(top, PIN));
  const shipped = new Map([
    ...folder('vocabulary', prefix),
    // The program's own templates hold where an office has none.
    ...folder('templates', prefix).filter(([path]) => existsSync(join(top, path))),
    ...[...ownFiles(site, '')].filter(
      ([path]) =>
        !ownWords.has(path.replace(/^.*\//u, '')) &&
        (existsSync(join(top, path)) || (isOwn && fetching.has(path))),
    ),
  ]);
  return [...shipped].flatMap(([path, text]) => {
    const has = existsSync(join(top, path)) ? readFileSync(join(top, path), 'utf8') : '';
    const [gone, come] = [without(has, text), without(text, has)];
    return gone.length + come.length === 0 ? [] : [{ path, text, gone, come }];
  });
}

/** Those that are asked for, and with a workflow what it calls. */
export function withCalled(
  offers: readonly FileOffer[],
  asked: readonly string[],
): readonly FileOffer[] {
  const isFlow = asked.some((path) => path.startsWith('.github/workflows/'));
  return offers.filter(({ path }) => asked.includes(path) || (isFlow && fetching.has(path)));
}

function folder(name: string, prefix: string): (readonly [path: string, text: string])[] {
  const from = join(PROGRAM, 'content', name);
  return readdirSync(from).map((file) => [
    `${prefix}${name}/${file}`,
    readFileSync(join(from, file), 'utf8'),
  ]);
}

/** The lines of one text that the other has not, each as often as it has them more. */
function without(one: string, other: string): string[] {
  const left = new Map<string, number>();
  for (const line of linesOf(other)) left.set(line, (left.get(line) ?? 0) + 1);
  return linesOf(one).filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0 && line.trim() !== '';
  });
}

const linesOf = (text: string): string[] => text.replace(/^\uFEFF/u, '').split(/\r?\n/u);

export function offerLines(
  offers: readonly FileOffer[],
  taken: readonly FileOffer[],
  whole: boolean,
): string[] {
  if (offers.length === 0) return [];
  const rows = offers.flatMap((offer) => {
    const { path, gone, come } = offer;
    const head = `  ${path}：多 ${String(come.length)} 行，少 ${String(gone.length)} 行${taken.includes(offer) ? '（已取）' : ''}`;
    if (!whole) return [head];
    const lines = [...gone.map((line) => `    - ${line}`), ...come.map((line) => `    + ${line}`)];
    return [head, ...lines];
  });
  return [
    '随程序的这些文件与台账里的不同（没取的一个字不动；要用的加 --take 文件，都要的加 --take-all，看每一行加 --dry-run）：',
    ...rows,
  ];
}
