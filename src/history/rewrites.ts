/** 改动历史: files that the main line once had and that a later commit of it changed or took away. */
import { unseenDotted } from '../text/unseen.ts';
import { logOf } from './git/log.ts';
import { dayOfSeconds, type Place } from './place.ts';

export interface Rewrite {
  readonly commit: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly on: string;
  /** Who made that commit, as Git records it. */
  readonly by: string;
  /** Below the ledger's folder. */
  readonly path: string;
  readonly kind: 'edited' | 'removed';
  /** The hash of the blob as it was before. */
  readonly before: string;
}

/** What the main line up to `revision` edited or removed below the given folders, oldest first. Throws GitRefused. */
export function rewritesOf(
  { repository, prefix }: Place,
  revision: string,
  folders: readonly string[],
): Rewrite[] {
  return logOf(
    repository,
    ['%H', '%ct', '%an'],
    [
      ...['--first-parent', '-m', '--reverse', '--raw', '--no-abbrev', '--no-renames'],
      ...['--diff-filter=MDT', '--end-of-options', revision, '--'],
      ...folders.map((folder) => `${prefix}${folder}`),
    ],
  ).flatMap(({ fields, rest }) => {
    const [commit = '', seconds = '', by = ''] = fields;
    const on = dayOfSeconds(Number(seconds));
    return pairs(rest).map(({ status, before, path }) => ({
      commit,
      on,
      by: unseenDotted(by),
      path: path.slice(prefix.length).normalize('NFC'),
      kind: status === 'D' ? ('removed' as const) : ('edited' as const),
      before,
    }));
  });
}

/** `:mode mode hash hash status`, then the path. */
function pairs(parts: readonly string[]) {
  const found: { status: string; before: string; path: string }[] = [];
  for (let at = 0; at + 1 < parts.length; at += 1) {
    const match = /^:\d{6} \d{6} ([0-9a-f]+) [0-9a-f]+ ([MDT])$/u.exec(parts[at] ?? '');
    if (!match) continue;
    at += 1;
    found.push({ before: match[1] ?? '', status: match[2] ?? '', path: parts[at] ?? '' });
  }
  return found;
}
