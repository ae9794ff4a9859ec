/**
 * 核对: what was fetched of a child → a snapshot, or in one sentence why it is none. The order is that of doubt: is it the
 * right kind of file, in a version that we read, of this child, whole, signed, and does it add up.
 */
import { createHash } from 'node:crypto';
import { countNames, countOf } from '../domain/rollup/counts.ts';
import { type ChildStanding, isTooOld, unchangedSince } from '../domain/rollup/child.ts';
import { contradictions } from '../domain/rollup/verify.ts';
import { type Day, daysBetween } from '../day/calendar.ts';
import type { Child } from '../schema/child.ts';
import type { Audience } from '../schema/field.ts';
import type { Entry } from '../schema/ledger.ts';
import {
  ROLLUP_VERSION,
  type RowsFile,
  rowsFile,
  type RollupSums,
  SUMS_FORMAT,
  type SumsFile,
  sumsFile,
  sumsPart,
} from '../schema/rollup.ts';
import type { Roster } from '../schema/roster.ts';
import type { Snapshot } from '../schema/snapshot.ts';
import { own } from '../text/own.ts';
import { parsedJson } from '../text/notation/json.ts';
import type { Fetched } from './fetched.ts';
import { rosterOf } from './roster.ts';
import { isSignatureValid } from './signature.ts';

export interface JudgedChild {
  readonly snapshot: Snapshot;
  /** Of a good snapshot: the names that it may be searched by. */
  readonly roster: Roster | undefined;
  /** Sentences about a good snapshot that somebody should look at. */
  readonly cautions: readonly string[];
}

/** What a child is judged by. */
export interface KnownChild {
  readonly child: Child;
  readonly level: Audience;
  /** As the child stands by the snapshots before this one. */
  readonly before: ChildStanding;
  /** Those snapshots, in the order of their days. */
  readonly kept: readonly Entry<Snapshot>[];
  readonly today: Day;
  /** Ids of the findings and checks that were assigned to it. */
  readonly assigned: ReadonlySet<string>;
  /** Whether the ledger above is itself a fictional one. */
  readonly fictional: boolean;
}

export const brokenSnapshot = (why: string): JudgedChild => ({
  snapshot: { outcome: 'fault', why },
  roster: undefined,
  cautions: [],
});

/**
 * No sentence repeats words of the file: whoever stands between could have written them, and the page shows the sentence.
 * Numbers, codes and days are shown once they have the form of one.
 */
export function judge(files: Fetched, known: KnownChild): JudgedChild {
  const unsigned = unsignedIn(files, known.child);
  if (unsigned !== undefined) return brokenSnapshot(unsigned);
  const read = readSums(files.summary);
  if (typeof read === 'string') return brokenSnapshot(read);
  const rows = readRows(files.ledger, read);
  if (typeof rows === 'string') return brokenSnapshot(rows);
  const doubt =
    strangerIn(read, known) ?? contradictions(read, rows, nameOf)[0] ?? staleIn(read, known);
  if (doubt !== undefined) return brokenSnapshot(doubt);
  const accounts = [
    ...new Set([...rows.accounts.flatMap(({ key }) => key ?? []), ...rows.below]),
  ].toSorted();
  const isSame =
    known.before.last !== undefined &&
    accounts.length === known.before.accounts.length &&
    accounts.every((key, at) => key === known.before.accounts[at]);
  // Before 1.3 only the rows told the state, in fewer words.
  const states = new Map([...rows.issues, ...rows.assigned].map(({ id, state }) => [id, state]));
  const assigned = [...states].flatMap(([id, state]) =>
    known.assigned.has(id) ? [{ id, state }] : [],
  );
  return {
    snapshot: {
      outcome: 'good',
      sha256: fileDigest(files.summary),
      signed: known.child.key !== undefined,
      summary: sumsPart.parse(read),
      ...(assigned.length === 0 ? {} : { assigned }),
      ...(isSame ? {} : { accounts }),
    },
    roster: rosterOf(read, rows),
    cautions: cautionsOf(read, known),
  };
}

export function fileDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const names = countNames();
const nameOf = (id: string): string => names.get(id) ?? id;

/** The sums, or why they are none. */
function readSums(bytes: Uint8Array): SumsFile | string {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') return 'summary.json 是空的';
  if (text.startsWith('<')) return '取来的是一个网页，不是汇总文件';
  const value = parsedJson(text);
  if (typeof value !== 'object' || value === null) return 'summary.json 不是完整的 JSON';
  const { format, version } = value as Record<string, unknown>;
  if (format !== SUMS_FORMAT) return 'summary.json 不是本程序的汇总文件';
  const wrong = versionDoubt(version);
  if (wrong !== undefined) return wrong;
  const read = sumsFile.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return `summary.json 的 ${placeOf(issue?.path)} 不对：${issue?.message ?? ''}`;
}

function versionDoubt(version: unknown): string | undefined {
  const [ours = ''] = ROLLUP_VERSION.split('.');
  const [theirs = ''] = typeof version === 'string' ? version.split('.') : [];
  if (!/^\d{1,3}$/u.test(theirs)) return 'summary.json 没有写格式版本';
  if (Number(theirs) < Number(ours))
    return `汇总格式是第 ${theirs} 版，太旧，本程序读第 ${ours} 版：请下级升级程序`;
  if (Number(theirs) > Number(ours))
    return `汇总格式是第 ${theirs} 版，比本程序新：请先升级本级的程序`;
  return undefined;
}

/** The rows, or why they are not those that the sums name. */
function readRows(bytes: Uint8Array, { rows }: SumsFile): RowsFile | string {
  if (bytes.length !== rows.bytes || fileDigest(bytes) !== rows.sha256)
    return '校验值不符：明细不是合计所写的那一份，也许正在更新，也许被改过';
  const read = rowsFile.safeParse(parsedJson(new TextDecoder().decode(bytes)));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return `ledger.json 的 ${placeOf(issue?.path)} 不对：${issue?.message ?? ''}`;
}

/** Where in a file, as far as the names are those of the format. */
function placeOf(path: readonly PropertyKey[] = []): string {
  const known = new Set([...Object.keys(sumsFile.shape), ...Object.keys(rowsFile.shape)]);
  const parts = path.map((part) =>
    typeof part === 'number' || known.has(String(part)) ? String(part) : '…',
  );
  return parts.join('.');
}

/** Why it is not what this child owes: somebody else's, or of another level. */
function strangerIn(sums: RollupSums, { child, level, fictional }: KnownChild): string | undefined {
  if (child.code !== undefined && sums.code !== undefined && child.code !== sums.code)
    return `代码不符：登记的是 ${child.code}，取来的是 ${sums.code}，取错了地方`;
  const isKnown = child.code !== undefined && child.code === sums.code;
  if (!isKnown && child.name !== sums.name)
    return `名称不符：登记的是“${child.name}”，取来的是另一个名称，又没有代码可以核对`;
  if (sums.level !== level)
    return level === 'public'
      ? '取来的是内部口径的数，不能当公开的用'
      : '取来的是公开口径的数，不是内部的';
  if (sums.fiction !== undefined && !fictional) return '取来的是演示用的虚构台账';
  return undefined;
}

function unsignedIn({ summary, signature }: Fetched, { key }: Child): string | undefined {
  if (key === undefined) return undefined;
  if (signature === undefined) return '登记了公钥，取来的却没有签名';
  return isSignatureValid(summary, signature, key)
    ? undefined
    : '签名不对：不是登记的公钥签的，或签名以后改过';
}

/** Why it cannot follow the last good one, or is of no day that can be. */
export function staleIn(
  sums: RollupSums,
  { before: { last }, today }: Pick<KnownChild, 'before' | 'today'>,
): string | undefined {
  const { asOf, commit, figures } = sums;
  if (asOf > today) return `统计截止日 ${asOf} 在今天以后`;
  if (last === undefined) return undefined;
  const then = last.summary;
  if (asOf < then.asOf) return `比上次收到的还旧：上次截至 ${then.asOf}，这次截至 ${asOf}`;
  const isSame = [...new Set([...Object.keys(figures), ...Object.keys(then.figures)])].every(
    (id) => countOf(figures, id) === countOf(then.figures, id),
  );
  const children = sums.children.length + then.children.length;
  if (asOf === then.asOf && commit !== '' && commit === then.commit && children === 0 && !isSame)
    return '同一天、同一个提交，数却和上次收到的不同';
  if (isEmpty(sums) && !isEmpty(then)) return '上次有问题和账号，这次一个也没有';
  return undefined;
}

function isEmpty({ figures }: RollupSums): boolean {
  return (own(figures, 'total') ?? 0) + (own(figures, 'registered-accounts') ?? 0) === 0;
}

function cautionsOf(
  sums: RollupSums,
  { child, kept, before: { last }, today }: KnownChild,
): string[] {
  const same = unchangedSince(kept, sums.commit);
  const still = same === undefined ? 0 : daysBetween(same, sums.asOf);
  const days = daysBetween(sums.asOf, today);
  const fell =
    last === undefined
      ? 0
      : countOf(last.summary.figures, 'total') - countOf(sums.figures, 'total');
  return [
    ...(sums.name === child.name
      ? []
      : [`名称由“${child.name}”改为“${sums.name}”（代码相同，照收），核对后改 children 里的 name`]),
    ...(isTooOld(child, days)
      ? [`截至 ${sums.asOf}，是 ${String(days)} 天前的数，逾期未报，不计入合计`]
      : []),
    ...(isTooOld(child, still) && sums.children.length === 0
      ? [
          `截止日每次都新，台账自 ${String(same)} 起 ${String(still)} 天没有改动（提交相同），请问明是否还在记`,
        ]
      : []),
    ...(fell > 0 ? [`问题总数比上次少 ${String(fell)} 个；问题不能删除，请问明原因`] : []),
  ];
}
