/**
 * 推送记录: what a server saw with its own eyes — when, who, which ref from where to where. The hook of a bare repository
 * appends a line a push; nothing in it was typed by whoever pushed. A forge's own record may be written in the same form.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { git } from './git/git.ts';

export interface Push {
  /** Seconds since 1970 by the server's clock. */
  readonly at: number;
  /** Whom the server had authenticated. */
  readonly by: string;
  readonly ref: string;
  /** Hashes; zeros where the ref was made or deleted. */
  readonly old: string;
  readonly new: string;
  /** Pending updates that the ref held before and holds no longer, as paths below the ledger's folder. */
  readonly lost?: readonly string[];
}

const NAME = 'ledger-pushes.jsonl';

/** True for the hash that stands for no commit. */
export function isNothing(hash: string): boolean {
  return /^0+$/u.test(hash);
}

/** The pushes that the repository's own log holds, oldest first; none where it keeps no log. */
export function pushLogOf(repository: string): Push[] {
  try {
    return pushesIn(readFileSync(fileOf(repository), 'utf8'));
  } catch {
    return [];
  }
}

/** The pushes of a log, oldest first; lines that are none are left out. */
export function pushesIn(text: string): Push[] {
  return text
    .split('\n')
    .flatMap((line): Push[] => {
      let read: unknown;
      try {
        read = JSON.parse(line);
      } catch {
        return [];
      }
      return isPush(read) ? [read] : [];
    })
    .toSorted((a, b) => a.at - b.at);
}

function isPush(read: unknown): read is Push {
  if (typeof read !== 'object' || read === null) return false;
  const { at, by, ref, old, new: next } = read as Partial<Record<keyof Push, unknown>>;
  return (
    typeof at === 'number' &&
    [by, ref, old, next].every((one) => typeof one === 'string') &&
    [old, next].every((one) => /^[0-9a-f]{40,64}$/u.test(one as string))
  );
}

/** Writes pushes behind the others. Throws where the disk does not take them. */
export function appendPushes(repository: string, pushes: readonly Push[]): void {
  appendFileSync(fileOf(repository), pushes.map((push) => `${JSON.stringify(push)}\n`).join(''));
}

function fileOf(repository: string): string {
  const path = git(repository, ['rev-parse', '--git-path', NAME]).toString('utf8').trim();
  return resolve(repository, path);
}

/**
 * Who made the ref that stands at `tip`, and who pushed to it since, by the log; none where the log does not say. A push
 * is written down before Git takes it, and it may not: what does not lead to `tip` did not happen.
 */
export function pushersOf(
  pushes: readonly Push[],
  ref: string,
  { tip, until = Number.POSITIVE_INFINITY }: { tip?: string; until?: number } = {},
): Push[] {
  const ofRef = pushes.filter((push) => push.ref === ref && push.at <= until);
  const chain = tip === undefined ? [] : chainTo(ofRef, tip);
  if (chain.length > 0) return chain;
  const made = ofRef.findLastIndex(({ old }) => isNothing(old));
  return made < 0 ? [] : ofRef.slice(made).filter((push) => !isNothing(push.new));
}

/** The pushes from the making of a ref to `tip`, oldest first; none where one is missing. */
function chainTo(ofRef: readonly Push[], tip: string): Push[] {
  const chain: Push[] = [];
  let wanted = tip;
  for (const push of ofRef.toReversed()) {
    if (push.new !== wanted) continue;
    chain.unshift(push);
    if (isNothing(push.old)) return chain;
    wanted = push.old;
  }
  return [];
}
