/** 提交里的话: everything that the commits of a proposal carry into the history beside their trees. */
import { git } from './git.ts';

export interface CommitWords {
  readonly commit: string;
  /** All headers but those that name objects, and the message; undefined where it is no text that anybody can judge. */
  readonly text: string | undefined;
}

/** The most bytes that all of them may take. */
const LONGEST = 2 ** 22;

const PERSON = '[^<>\\n]*<[^<>\\n]*> \\d{1,10} [+-]\\d{4}';
/** As Git writes a commit; other headers may follow. */
const COMMIT = new RegExp(
  `^tree [0-9a-f]+\\n(?:parent [0-9a-f]+\\n)*(author ${PERSON}\\ncommitter ${PERSON}\\n.*)$`,
  'su',
);

/** Of every commit that `head` has and `base` has not. Throws GitOverflow where it is too much. */
export function wordsOf(repository: string, base: string, head: string): CommitWords[] {
  const commits = git(repository, ['rev-list', head, `^${base}`]);
  const output = git(repository, ['cat-file', '--batch'], commits, LONGEST);
  const found: CommitWords[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const [commit = '', , size = ''] = output.toString('latin1', at, end).split(' ');
    const body = output.subarray(end + 1, end + 1 + Number(size));
    found.push({ commit, text: textOf(body) });
    at = end + 1 + Number(size) + 1;
  }
  return found;
}

/** UTF-8 without the sign that ends a text, in the order of a commit. */
function textOf(body: Uint8Array): string | undefined {
  if (body.includes(0)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const words = COMMIT.exec(text)?.[1];
    const [head = ''] = words?.split('\n\n', 1) ?? [];
    return /^encoding (?!utf-?8$)/imu.test(head) ? undefined : words;
  } catch {
    return undefined;
  }
}
