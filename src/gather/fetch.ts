/**
 * 取来: the files of a child as they lie where it publishes them — on its site, in a folder, in one file from a stick, on a
 * branch of a repository. Bounded in size and time; nothing of it is run, and nothing is believed yet.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type AskedRobots, followRedirects } from '../probe/visit.ts';
import type { ChildPlace } from '../schema/child.ts';
import { rollupFile } from '../schema/rollup.ts';
import {
  failedFetch,
  type Fetched,
  type Fetching,
  fetchLimits,
  type FetchLimits,
  namedFiles,
} from './fetched.ts';
import { fetchGit } from './git.ts';
import { parsedJson } from '../text/notation/json.ts';

/** What is fetched; papers are brought (paper.ts). */
export type FetchedPlace = Exclude<ChildPlace, { paper: true }>;

/** Fetches from a place; `content` is the folder that paths are relative to, `signed` whether a signature is asked for. */
export async function fetchChild(
  place: FetchedPlace,
  content: string,
  signed: boolean,
  limits: FetchLimits = fetchLimits,
): Promise<Fetching> {
  if ('address' in place) return fetchWeb(place, signed, limits);
  if ('git' in place) return fetchGit(place, content, limits);
  return fetchPath(resolve(content, place.path), limits);
}

async function fetchWeb(
  { address, privateAddresses }: Extract<ChildPlace, { address: string }>,
  signed: boolean,
  limits: FetchLimits,
): Promise<Fetching> {
  const found: Uint8Array[] = [];
  const until = performance.now() + limits.timeout;
  const asked: AskedRobots = new Map();
  for (const [name, size] of namedFiles(limits).slice(0, signed ? 3 : 2)) {
    const timeout = Math.max(1, Math.round(until - performance.now()));
    const set = { timeout, size: size + 1, privateAddresses };
    const followed = await followRedirects(
      `${address.replace(/\/*$/u, '/')}data/${name}`,
      set,
      name,
      asked,
    );
    if (followed.outcome !== 'answered') return failedFetch(followed.why);
    const { status, body } = followed.answer;
    if (status === 404 && name.endsWith('.sig')) break;
    if (status !== 200) return failedFetch(statusWords(name, status));
    if (body.length > size) return failedFetch(tooLarge(name, size));
    found.push(body);
  }
  return { ok: true, files: filesOf(found) };
}

function statusWords(name: string, status: number): string {
  if (status === 404) return `网站上没有 ${name}，也许下级的程序太旧，还不公布汇总`;
  if (status === 429 || status === 503)
    return `网站说现在太忙（取 ${name} 返回 ${String(status)}），没有再请求，下次再取`;
  if (status === 401 || status === 403)
    return `网站拦下了程序（取 ${name} 返回 ${String(status)}），请下级放行`;
  return `取 ${name} 时服务器返回 ${String(status)}`;
}

function filesOf([summary, ledger, signature]: readonly Uint8Array[]): Fetched {
  const empty = new Uint8Array();
  return { summary: summary ?? empty, ledger: ledger ?? empty, signature };
}

function tooLarge(name: string, size: number): string {
  return `${name} 超过 ${String(Math.round(size / 1024 / 1024))} MB 的上限，没有读`;
}

/** A folder with both files, or the one file that holds both. */
function fetchPath(path: string, limits: FetchLimits): Fetching {
  try {
    if (statSync(path).isDirectory()) {
      const found: Uint8Array[] = [];
      for (const [name, size] of namedFiles(limits)) {
        const file = join(path, name);
        const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
        if (!isThere && name.endsWith('.sig')) break;
        if (!isThere) return failedFetch(`文件夹里没有 ${name}`);
        if (statSync(file).size > size) return failedFetch(tooLarge(name, size));
        found.push(readFileSync(file));
      }
      return { ok: true, files: filesOf(found) };
    }
    const most = limits.summary + limits.ledger;
    if (!statSync(path).isFile()) return failedFetch('不是文件，也不是文件夹');
    if (statSync(path).size > most) return failedFetch(tooLarge('文件', most));
    return inOne(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return failedFetch(code === 'ENOENT' ? '没有这个文件或文件夹' : `读不了（${code}）`);
  }
}

function inOne(text: string): Fetching {
  const read = rollupFile.safeParse(parsedJson(text));
  if (!read.success) return failedFetch('不是 npx ledger rollup 做的汇总文件，或者没有拷完整');
  const bytes = (part: string): Uint8Array => new TextEncoder().encode(part);
  const { summary, ledger, signature, sha256 } = read.data;
  const sum = createHash('sha256').update(summary).update(ledger).digest('hex');
  if (sha256 !== undefined && sha256 !== sum)
    return failedFetch('汇总文件的校验值不符：没有拷完整，或被改过，请下级重新做一份');
  return {
    ok: true,
    files: {
      summary: bytes(summary),
      ledger: bytes(ledger),
      signature: signature === undefined ? undefined : bytes(signature),
    },
  };
}
