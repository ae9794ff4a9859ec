/** 不属于台账的文件: what may lie in content/ without being part of the ledger. */
import { layout } from '../schema/layout.ts';

/** Left by operating systems and Git. */
const IGNORED =
  /(?:^|\/)(?:\.gitkeep|\.DS_Store|Thumbs\.db|desktop\.ini|README(?:\.[\w-]+)?\.md)$/u;
/** What a ledger at the root of its repository has beside its records: the forge's table of owners, the launchers, built sites. */
const BESIDE =
  /^(?:CODEOWNERS|ledger|ledger\.cmd|台账\.(?:cmd|command)|(?:dist|node_modules)\/.*)$/u;

/** Papers that an office lays beside its records, where these lie at the root: lists that came, letters to send. */
const PAPER =
  /\.(?:docx?|wps|xlsx?|et|csv|ods|odt|rtf|pdf|ofd|txt|zip|ics|bundle|sha256|png|jpe?g)$/iu;

/** The folders of the ledger. */
const folders: ReadonlySet<string> = new Set([
  'templates',
  'evidence',
  ...Object.values(layout).flatMap(({ glob }) => /^[^/]+(?=\/)/u.exec(glob) ?? []),
]);

/** True for files that may lie in content/ without being part of the ledger; in a proposal they are a maintainer's, like the program. */
export function isIgnored(path: string): boolean {
  return IGNORED.test(path) || BESIDE.test(path) || path.startsWith('.');
}

/**
 * True for what an office lays beside its records on a machine: a letter at the top, sheets in 发出/, what came back in
 * 收回/. Of a proposal it is a stray; and a record in the wrong place is one everywhere.
 */
export function isPaperBeside(path: string): boolean {
  const [top = '', ...below] = path.split('/');
  return below.length === 0 ? PAPER.test(top) : !folders.has(top) && !/\.ya?ml$/iu.test(path);
}

/** True for a folder in which nothing of the ledger can lie; it is not even looked into. */
export function isIgnoredFolder(path: string): boolean {
  return isIgnored(`${path}/`);
}

/** True for what a command leaves beside a ledger while it writes: a folder that holds it counts as changed by it, so nobody may hand one in. */
export function isHalfWritten(path: string): boolean {
  return /^\.(?:pending(?:\/|$)|writing\.lock)/iu.test(path);
}
