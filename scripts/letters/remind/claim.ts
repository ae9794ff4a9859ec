/**
 * 占住一天: before anything is sent, the records are written without the answers where every other run sees them — in the
 * folder, or on the day's branch, here and on the remote. So a run that is killed, or two at once, never send twice.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inWords } from '../../../src/day/calendar.ts';
import { removeBranch, writeBranch } from '../../../src/history/git/branch.ts';
import { commitOf, type Place, placeOf } from '../../../src/history/place.ts';
import { DataFaults } from '../../command.ts';
import { enterFiles } from '../../enter/entry.ts';
import { handIn, type HandingOptions, type HandingPlace } from '../../enter/handing-in.ts';
import { reviewerPosts } from '../../enter/new/new-record.ts';

/** Path below the ledger's folder → text. */
type Files = ReadonlyMap<string, string>;

/** A day that is this run's to send; each way out is taken once and tells in Chinese what came of it. */
export interface Claim {
  /** Writes the records with the answers. */
  readonly settle: (files: Files) => string[];
  /** Nobody was told: as if nothing had been written. */
  readonly withdraw: () => string[];
}

/** Brings the main branch up to date, so that a record merged elsewhere is known here. Throws DataFaults. */
export function fetchNewest({ content, write, remote }: HandingOptions): void {
  const place = write === true ? undefined : placeOf(content);
  if (place === undefined || !hasRemote(place, remote)) return;
  const run = spawnSync('git', ['-C', place.repository, 'fetch', '--quiet', remote]);
  if (run.status !== 0)
    throw new DataFaults(
      `连不上 ${remote}，不知道今天发过没有，没有发 → 连上以后再运行；只在这个文件夹里登记的，加 --write`,
    );
}

/**
 * Claims the day for `files`; where another run has it, whether its answers are known. Throws DataFaults, having left
 * nothing behind.
 */
export function claimDay(
  desk: HandingPlace,
  day: string,
  files: Files,
  options: HandingOptions,
): Claim | DayOfOthers {
  const branch = `remind/${day}`;
  const { place } = desk;
  const before = place && desk.base && branchAt(place, branch);
  if (place !== undefined && before !== undefined) return answersAt(place, before, day);
  // Two runs of one second would else make the very same commit, and neither would see the other.
  const message = `登记${inWords(day)}的催办\n\n发送 ${randomBytes(4).toString('hex')}`;
  handIn(
    desk,
    { files, branch, message, as: reviewerPosts, isNamed: false },
    { ...options, push: false },
  );
  if (place === undefined || desk.base === undefined) return folderClaim(options.content, files);
  const commit = branchAt(place, branch) ?? '';
  const remote = hasRemote(place, options.remote) ? options.remote : undefined;
  const ref = `refs/heads/${branch}`;
  if (remote !== undefined) {
    // Only where the remote has no such branch.
    const pushed = push(place, [`--force-with-lease=${ref}:`, remote, `${ref}:${ref}`]);
    if (!pushed.ok) removeBranch(place, branch, commit);
    if (pushed.isTaken) return answersAt(place, theirs(place, remote, ref), day);
    if (!pushed.ok) throw new DataFaults(`推不上 ${remote}，没有发：\n${pushed.said}`);
  }
  return branchClaim(place, branch, commit, remote);
}

function folderClaim(content: string, claimed: Files): Claim {
  return {
    settle: (files) => [enterFiles(files, { content, message: '' })],
    withdraw: () => {
      for (const path of claimed.keys()) rmSync(join(content, path), { force: true });
      return [];
    },
  };
}

function branchClaim(
  place: Place,
  branch: string,
  claim: string,
  remote: string | undefined,
): Claim {
  const ref = `refs/heads/${branch}`;
  return {
    settle: (files) => {
      writeBranch(place, { name: branch, base: claim, message: '记下各渠道的回答', files });
      const written = `已写成分支 ${branch}，合并了才算登记。`;
      if (remote === undefined) return [written];
      const { ok, said } = push(place, [remote, `${ref}:${ref}`]);
      return ok
        ? [`${written}已推送到 ${remote}。`]
        : [`${written}回答没有推上 ${remote}，再推送：git push ${remote} ${branch}\n${said}`];
    },
    withdraw: () => {
      removeBranch(place, branch, claim);
      if (remote === undefined) return [];
      const { ok, said } = push(place, [`--force-with-lease=${ref}:${claim}`, remote, `:${ref}`]);
      return ok
        ? []
        : [
            `${remote} 上的分支 ${branch} 没有删掉，再发以前先删：git push ${remote} --delete ${branch}\n${said}`,
          ];
    },
  };
}

/** A day that is not ours to send: sent, begun and not answered, or put on record by somebody. */
export type DayOfOthers = 'answered' | 'unanswered' | 'recorded';

/** What is said of a day that needs nothing more. */
export const dayOfOthers: Readonly<Record<Exclude<DayOfOthers, 'unanswered'>, string>> = {
  answered: '已经发过，没有再发',
  recorded: '催办已经有人登记，没有再发；没有通知到的，自己转发',
};

/** What `claimDay` alone writes into a message. */
const CLAIMED = /^发送 [0-9a-f]{8}$/mu;

/** Whether the records of a claim say what the channels answered. */
function answersAt(
  { repository, prefix }: Place,
  commit: string | undefined,
  day: string,
): DayOfOthers {
  if (commit === undefined) return 'unanswered';
  // Records that somebody wrote by hand or at the desk claim nothing, and have no answers.
  const said = spawnSync('git', ['-C', repository, 'log', '-2', '--format=%B', commit], {
    encoding: 'utf8',
  });
  if (!CLAIMED.test(said.stdout)) return 'recorded';
  const where = `${prefix}reminders/${day}-*`;
  const args = ['grep', '--quiet', '-e', '^answer:', commit, '--', where];
  return spawnSync('git', ['-C', repository, ...args]).status === 0 ? 'answered' : 'unanswered';
}

/** The commit of the claim that came first to the remote; undefined where it cannot be fetched. */
function theirs({ repository }: Place, remote: string, ref: string): string | undefined {
  const run = (...args: string[]) =>
    spawnSync('git', ['-C', repository, ...args], { encoding: 'utf8' });
  if (run('fetch', '--quiet', remote, ref).status !== 0) return undefined;
  return run('rev-parse', 'FETCH_HEAD').stdout.trim();
}

function branchAt(place: Place, branch: string): string | undefined {
  return commitOf(place, `refs/heads/${branch}`)?.id;
}

function hasRemote({ repository }: Place, remote: string): boolean {
  return spawnSync('git', ['-C', repository, 'remote', 'get-url', remote]).status === 0;
}

/** Pushes by the settings and the sign-in of whoever runs this. */
function push(
  { repository }: Place,
  args: readonly string[],
): { ok: boolean; isTaken: boolean; said: string } {
  const run = spawnSync('git', ['-C', repository, 'push', '--porcelain', ...args], {
    stdio: ['inherit', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  // Refused here, or there by the very moment: two pushes of one name at once.
  const isTaken =
    /^!\t[^\t]*\t\[rejected\]/mu.test(run.stdout) ||
    /cannot lock ref '[^']*': (?:reference already exists|is at )/u.test(run.stderr);
  return { ok: run.status === 0, isTaken, said: run.stderr.trim() };
}
