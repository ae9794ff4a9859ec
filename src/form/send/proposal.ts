/**
 * 报送的一步: a branch that holds all files in one commit, and a request to merge it. The branch is named by what is sent,
 * so that whoever sends again what did not seem to arrive finds it and goes on, and nothing is there twice.
 */
import type { RequestOver, SendingResult, Submission } from '../submission.ts';
import { Hindered } from './call.ts';

/** A repository as the interface of its forge names it, and where somebody has write access. */
export interface Home {
  /** `owner/name`; on GitLab the number of the project. */
  repository: string;
  /** Before a branch that lies in a fork, `account:`; empty in the ledger's own repository. */
  owner: string;
}

/** A commit to be made. */
export interface ProposalWork {
  branch: string;
  message: string;
  title: string;
  words: string;
  /** By path in the repository. */
  files: readonly { path: string; base64: string; replaces?: string }[];
}

export interface Request {
  number: string;
  address: string;
  /** Undefined while it waits. */
  over?: RequestOver;
}

/** What a forge must be able to do. Each throws Hindered. */
export interface ForgeSender {
  account: () => Promise<string>;
  /** The ledger's repository where the account may push there, else its fork, made where it has none. */
  home: (account: string) => Promise<Home>;
  /** Git's name of a file on a branch; undefined where there is none. */
  blob: (home: Home, branch: string, path: string) => Promise<string | undefined>;
  /** Makes the branch from the main one with all files in one commit. */
  commit: (home: Home, work: ProposalWork) => Promise<void>;
  /** The request that the branch has already, open or not. */
  found: (home: Home, branch: string) => Promise<Request | undefined>;
  propose: (home: Home, work: ProposalWork) => Promise<Request>;
}

/** What has changed since the page was made is never overwritten. */
export const CHANGED = '这份记录在打开本页以后有人改过：刷新本页，填的还在，核对后再送。';

/** Does it all, or says how far it got; to be done again after any failure. Throws Hindered. */
export async function propose(
  forge: ForgeSender,
  submission: Submission,
  { folder, branch: main }: { folder: string; branch: string },
): Promise<SendingResult> {
  const home = await forge.home(await forge.account());
  if ((await forge.blob(home, main, `${folder}site.yaml`)) === undefined)
    throw new Hindered(
      'refused',
      `仓库的${folder === '' ? '最上层' : `文件夹 ${folder}`}里没有台账：请管理员在 site.yaml 的 forge 里写对 folder。`,
    );
  const { branch, known } = await nameFor(forge, home, submission);
  if (known !== undefined && (known.over === undefined || submission.again !== true))
    return { kind: 'sent', ...known };
  const work = workOf(submission, branch, folder);
  // The record is small; the branch without it is no branch of ours, or one that was begun.
  const token = work.files.find(({ path }) => path.endsWith('.yaml')) ?? work.files[0];
  if (token === undefined) throw new Hindered('refused', '没有要送的内容。');
  const own = await forge.blob(home, work.branch, token.path);
  // A branch that was begun has what it is to take the place of.
  const isThere = own !== undefined && own !== token.replaces;
  if (!isThere) {
    for (const { path, replaces } of work.files)
      if (replaces !== undefined && (await forge.blob(home, main, path)) !== replaces)
        throw new Hindered('refused', CHANGED);
    await forge.commit(home, work);
  }
  const request =
    (isThere ? await forge.found(home, work.branch) : undefined) ??
    (await forge.propose(home, work));
  return { kind: 'sent', ...request };
}

/** As often as the same may be proposed. */
const TIMES = 20;

/**
 * The branch, with the request that it has. A request that is over keeps its name for good: what is proposed again on
 * purpose has the next one, `…-2`, and whoever asks without that purpose hears of the latest.
 */
async function nameFor(
  forge: ForgeSender,
  home: Home,
  submission: Submission,
): Promise<{ branch: string; known?: Request }> {
  const { branch: name } = submission;
  if (name === undefined) return { branch: branchOf(submission) };
  let over: Request | undefined;
  for (let time = 1; time <= TIMES; time += 1) {
    const branch = time === 1 ? name : `${name}-${String(time)}`;
    const known = await forge.found(home, branch);
    if (known === undefined) return { branch, ...(over && { known: over }) };
    if (known.over === undefined) return { branch, known };
    over = known;
  }
  throw new Hindered('refused', `同样的内容提过 ${String(TIMES)} 次，都已经了结：不再提。`);
}

function workOf(submission: Submission, branch: string, folder: string): ProposalWork {
  const title = quietText(submission.title).replace(/\s+/gu, ' ').trim();
  const words = quietText(submission.words);
  return {
    branch,
    title,
    words,
    message: `${title}\n\n${words}`.trim(),
    files: submission.files.map(({ path, bytes, replaces }) => ({
      path: folder + path,
      base64: base64Of(bytes),
      ...(replaces === undefined ? {} : { replaces }),
    })),
  };
}

/**
 * `report/<unit>/<stamp>-<sum>`: the same content sent again has the same name, and two people of a unit who send within
 * a second have not.
 */
export function branchOf({
  unit,
  stamp,
  files,
}: Pick<Submission, 'unit' | 'stamp' | 'files'>): string {
  let sum = 0x81_1c_9d_c5;
  const add = (byte: number): void => {
    sum = Math.imul(sum ^ byte, 0x01_00_01_93);
  };
  for (const { path, bytes } of files) {
    for (const byte of new TextEncoder().encode(path)) add(byte);
    add(0);
    for (const byte of bytes) add(byte);
    add(0);
  }
  const clean = (text: string): string => text.replace(/[^a-z0-9-]/gu, '');
  return `report/${clean(unit)}/${clean(stamp)}-${(sum >>> 0).toString(36).padStart(7, '0')}`;
}

/** What a clerk wrote as words and nothing else: no forge calls somebody, links a number or obeys a line that begins with a slash. */
export function quietText(text: string): string {
  // The full-width form of a sign stands so much further on.
  const wide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfe_e0);
  return text.replace(/[@#!<>`[\]*~|]/gu, wide).replace(/^(\s*)\//gmu, '$1／');
}

/** In pieces, since a function takes only so many arguments; each a multiple of three bytes. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 24_576)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_576))));
  return parts.join('');
}
