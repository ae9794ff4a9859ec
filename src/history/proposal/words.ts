/** 提交里的话: everything that the commits of a proposal carry into the history beside their trees. */
import { own } from '../../text/own.ts';
import { git } from '../git/git.ts';

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
export function commitWords(repository: string, base: string, head: string): CommitWords[] {
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

/** The encodings in which a commit may be written: what Git calls them, and the decoder. */
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  // As i18n.commitEncoding on older Chinese machines; each is a part of the last.
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  gb18030: 'gb18030',
};

/** Text without the sign that ends one, in the order of a commit. */
function textOf(body: Uint8Array): string | undefined {
  if (body.includes(0)) return undefined;
  const [head = ''] = new TextDecoder('latin1').decode(body).split('\n\n', 1);
  const declared = [...head.matchAll(/^encoding (.*)$/gmu)].map(([, name = '']) => name);
  const [first = 'utf-8', ...others] = declared;
  const label = others.length === 0 ? own(encodings, first.toLowerCase()) : undefined;
  if (label === undefined) return undefined;
  try {
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(body);
    return COMMIT.exec(text)?.[1];
  } catch {
    return undefined;
  }
}
