/**
 * 来件夹: the papers of a file or of a folder, in the order of their names; what cannot be read is said. Names come from
 * anybody: in GBK out of an archive, with line feeds or the commands of a terminal in them; and a name may stand for a
 * link, a pipe or a device, on which a program would wait for ever.
 */
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { plain } from '../text/plain.ts';
import { unseenIn } from '../text/unseen.ts';
import { decodeText } from './decode.ts';
import { limits } from './limits.ts';
import { readPaper } from './paper.ts';
import type { Paper, Refusal } from './sheet.ts';
import type { IsColumn } from './stack.ts';

/** A file that was not read, and why. */
export interface UnreadFile {
  file: string;
  refusal: Refusal;
}

/** A file that lies there. */
export interface LyingFile {
  /** In Unicode NFC, with slashes; nothing in it is unseen. */
  readonly name: string;
  /** As the system has it. */
  readonly path: string | Buffer;
}

/** Left behind by Office, WPS and systems. */
export const NOISE = /^(?:\.|~\$|~)|^(?:Thumbs\.db|desktop\.ini)$/u;

const NO_FILE = { problem: '这不是文件（是链接、管道或设备），没有读', remedy: '换成文件本身' };
const BAD_NAME = { problem: '文件名里有看不见的字符或读不出的字，没有读', remedy: '改个名字再来' };
const UNREADABLE = {
  problem: '文件读不出（没有权限、已被移走或磁盘有错），没有读',
  remedy: '用文件管理器看能不能打开，再来',
};

const UNREADABLE_FOLDER = {
  problem: '文件夹读不出（没有权限、套得太深或磁盘有错），里面的都没有读',
  remedy: '用文件管理器看能不能打开，把里面的文件拿到外面一层再来',
};

/**
 * The files of a folder, with `isDeep` those of its folders too, sorted by code unit; or the file itself. A folder inside
 * that cannot be read is said; throws what the file system throws of `path` itself.
 */
export function filesAt(
  path: string,
  isDeep = false,
): { files: LyingFile[]; unread: UnreadFile[] } {
  const files: LyingFile[] = [];
  const unread: UnreadFile[] = [];
  const refuse = (file: string, refusal: Refusal) => unread.push({ file: plain(file), refusal });
  const walk = (entries: readonly Dirent<Buffer>[], folder: Buffer, above: string): void => {
    for (const entry of entries) {
      const own = nameOf(entry.name);
      const name = above + (own ?? entry.name.toString('utf8'));
      if (NOISE.test(own ?? '') || (entry.isDirectory() && !isDeep)) continue;
      const at = Buffer.concat([folder, Buffer.from(sep), entry.name]);
      if (own === undefined || unseenIn(own).length > 0 || /[\t\n\r\ufffd]/u.test(own))
        refuse(name, BAD_NAME);
      else if (entry.isDirectory()) walkInside(at, name);
      else if (entry.isFile()) files.push({ name, path: at });
      else refuse(name, NO_FILE);
    }
  };
  const walkInside = (folder: Buffer, name: string): void => {
    const entries = entriesInside(folder);
    if (entries === undefined) refuse(name, UNREADABLE_FOLDER);
    else walk(entries, folder, `${name}/`);
  };
  const found = statSync(path);
  const name = plain(basename(path).normalize('NFC'));
  const at = Buffer.from(path);
  if (found.isDirectory()) walk(entriesOf(at), at, '');
  else if (found.isFile()) files.push({ name, path });
  else refuse(name, NO_FILE);
  return { files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)), unread };
}

function entriesOf(folder: Buffer): Dirent<Buffer>[] {
  return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
}

function entriesInside(folder: Buffer): Dirent<Buffer>[] | undefined {
  try {
    return entriesOf(folder);
  } catch {
    return undefined;
  }
}

/** The bytes of a file, or why there are none; one that is larger than `most` is not even loaded. */
export function bytesAt(
  { path }: LyingFile,
  most: number,
  tooLarge: Refusal,
): { bytes: Uint8Array } | { refusal: Refusal } {
  try {
    return statSync(path).size > most ? { refusal: tooLarge } : { bytes: readFileSync(path) };
  } catch {
    return { refusal: UNREADABLE };
  }
}

/** A name in UTF-8, or in GBK as archives of Windows unpack on other systems; undefined where it is in neither. */
function nameOf(bytes: Buffer): string | undefined {
  try {
    return decodeText(bytes).text.normalize('NFC');
  } catch {
    return undefined;
  }
}

/** What was read, and what was not. */
export interface PapersRead {
  papers: Paper[];
  unread: UnreadFile[];
}

/** Reads every file of a folder (not below its folders), or the file itself. Throws what the file system throws. */
export async function readPapers(path: string, isColumn: IsColumn): Promise<PapersRead> {
  const { files, unread } = filesAt(path);
  const papers: Paper[] = [];
  for (const file of files) {
    const { most, problem, remedy } = limits.file;
    const found = bytesAt(file, most, { problem, remedy });
    const read =
      'bytes' in found
        ? await papersOf([{ name: file.name, bytes: found.bytes }], isColumn)
        : { papers: [], unread: [{ file: file.name, refusal: found.refusal }] };
    papers.push(...read.papers);
    unread.push(...read.unread);
  }
  return { papers, unread };
}

/** Reads files that are at hand, one after the other. */
export async function papersOf(
  files: readonly { name: string; bytes: Uint8Array }[],
  isColumn: IsColumn,
): Promise<PapersRead> {
  const papers: Paper[] = [];
  const unread: UnreadFile[] = [];
  for (const { name, bytes } of files) {
    const reading = await readPaper(name, bytes, isColumn);
    if ('paper' in reading) papers.push(reading.paper);
    else unread.push({ file: name, refusal: reading.refusal });
  }
  return { papers, unread };
}

/** A sentence for each file that was not read: why, and what to do. */
export function refusals(unread: readonly UnreadFile[]): string[] {
  return unread.map(
    ({ file, refusal }) => `${file} 没有读：${refusal.problem} → ${refusal.remedy}`,
  );
}
