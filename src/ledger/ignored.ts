/** 不属于台账的文件: what may lie in content/ without being part of the ledger. */

/** Left by operating systems and Git. */
const IGNORED =
  /(?:^|\/)(?:\.gitkeep|\.DS_Store|Thumbs\.db|desktop\.ini|README(?:\.[\w-]+)?\.md)$/u;
/** What a ledger at the root of its repository has beside its records: the forge's table of owners, the launchers, built sites. */
const BESIDE =
  /^(?:CODEOWNERS|ledger|ledger\.cmd|台账\.(?:cmd|command)|(?:dist|node_modules)\/.*)$/u;

/** Papers that an office lays beside its records, where these lie at the root, by how their names end: lists that came, letters to send. */
const PAPER_ENDINGS = [
  ...['docx', 'doc', 'wps', 'xlsx', 'xls', 'et', 'csv', 'pdf', 'ofd', 'txt', 'zip'],
  ...['bundle', 'sha256'],
] as const;

/** Folders of such papers; the names of some begin so, as 归档2026. */
const PAPER_FOLDERS = [
  '发出',
  '收回',
  '回复',
  '报送单',
  '自查表',
  '上报',
  '归档*',
  '全部',
] as const;

/** What Git ignores of them, as its .gitignore says it: what no check sees must not slip into a commit either. */
export const paperPatterns: readonly string[] = [
  ...PAPER_ENDINGS.map((ending) => `/*.${ending}`),
  ...PAPER_FOLDERS.map((folder) => `/${folder}/`),
];

const PAPER = new RegExp(`[.](?:${PAPER_ENDINGS.join('|')})$`, 'u');
const PAPER_FOLDER = new RegExp(`^(?:${PAPER_FOLDERS.join('|').replaceAll('*', '.*')})$`, 'u');

/** True for files that may lie in content/ without being part of the ledger; in a proposal they are a maintainer's, like the program. */
export function isIgnored(path: string): boolean {
  return IGNORED.test(path) || BESIDE.test(path) || path.startsWith('.');
}

/**
 * True for what an office lays beside its records on a machine and Git ignores: a letter at the top, sheets in 发出/, what
 * came back in 收回/. Of a proposal it is a stray, as is every other paper anywhere; and a record in the wrong place is one everywhere.
 */
export function isPaperBeside(path: string): boolean {
  const [top = '', ...below] = path.split('/');
  return below.length === 0 ? PAPER.test(top) : PAPER_FOLDER.test(top) && !/\.ya?ml$/iu.test(path);
}

/** True for a folder in which nothing of the ledger can lie; it is not even looked into. */
export function isIgnoredFolder(path: string): boolean {
  return isIgnored(`${path}/`);
}

/** True for what a command leaves beside a ledger while it writes: a folder that holds it counts as changed by it, so nobody may hand one in. */
export function isHalfWritten(path: string): boolean {
  return /^\.(?:pending(?:\/|$)|writing\.lock)/iu.test(path);
}
