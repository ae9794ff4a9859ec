/** 预警页: what runs out soon, by what it is. Internal only; nothing where nothing is near. */
import { inWords } from '../../day/calendar.ts';
import type { Light } from '../../domain/issue/deadline/lateness.ts';
import {
  type KnownPost,
  latestPosts,
  type Limit,
  limitInWords,
  postSources,
  type WarningKind,
  warningKinds,
  warningsOf,
} from '../../domain/warning.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { type Ref, warningsAddress } from '../address.ts';
import { type ShownCell, type CellTable, linked, type TablePage, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { accountRef, issueRef, unitRef } from '../names.ts';
import { observedTable } from './observed-table.ts';

export interface WarningView {
  readonly page: TablePage;
  readonly total: number;
  /** 期限预警98项 */
  readonly words: string;
  /** What they are warnings of, and that they are no issues that are late, as a sentence. */
  readonly apart: string;
  /** The few that come next: what is still to come before what is past. */
  readonly next: CellTable;
}

/** How many stand on the home page. */
const NEXT = 6;

/** Undefined on the public site and where nothing is near. */
export function warningView(face: Face): WarningView | undefined {
  if (face.audience === 'public') return undefined;
  const warnings = warningsOf(face.standing);
  const observed = observedTable(face, face.today);
  if (warnings.length + observed.rows.length === 0) return undefined;
  const coming = warnings.filter(({ days }) => days >= 0);
  const past = warnings.filter(({ days }) => days < 0).toReversed();
  const kinds = (Object.keys(warningKinds) as WarningKind[]).flatMap((kind) => {
    const own = warnings.filter((one) => one.kind === kind);
    return own.length === 0 ? [] : [tableOf(face, kind, warningKinds[kind], own)];
  });
  const total = warnings.length + observed.rows.length;
  const counts = [
    ...kinds.map(({ title, rows }) => [title, rows.length] as const),
    ['监测发现', observed.rows.length] as const,
  ];
  const parts = counts
    .flatMap(([name, count]) => (count === 0 ? [] : [`${name}${String(count)}项`]))
    .join('，');
  const when = [`已经过期${String(past.length)}项`, `即将到期${String(coming.length)}项`].join(
    '，',
  );
  return {
    total,
    words: `期限预警${String(total)}项`,
    apart: '按账号的更新、备案、认证期限和复查日推算，不是问题逾期，两数不相加。',
    next: tableOf(face, 'next', '预警', [...coming, ...past].slice(0, NEXT)),
    page: {
      id: 'warnings',
      href: warningsAddress,
      title: '预警',
      intro: [
        `截至${inWords(face.today)}，期限预警${String(total)}项：${parts}。其中${when}。`,
        `预警的是账号和复查的期限，不是问题的整改时限，与逾期分别统计，不相加。更新期限由最近更新日加检查指标要求的最短间隔${intervalsInWords(warnings)}推算，最近更新日取账号登记、检查所见、监测平台三处最晚的一处；账号自己登记的更新要求（如“每周两次”）不参与推算。备案、认证有效期取自登记；其余按本单位的规则（系统设定）推算。`,
      ],
      tables: observed.rows.length === 0 ? kinds : [...kinds, observed],
    },
  };
}

/** What of the account itself has run out or runs out soon: 更新期限2026年4月1日已过。 Empty on the public site. */
export function limitsInWords(face: Face, account: string): string[] {
  return limitsOfAccount(face, account).map(limitSentence);
}

/** 停更: of these that the limit of its updates has passed. */
export function passedUpdates(face: Face, account: string): string[] {
  return limitsOfAccount(face, account)
    .filter(({ kind, days }) => kind === 'update' && days < 0)
    .map((limit) => `账号${limitSentence(limit)}`);
}

function limitsOfAccount(face: Face, account: string): readonly Limit[] {
  return face.audience === 'public' ? [] : (limitsByAccount(face).get(account) ?? []);
}

function limitSentence({ kind, on, days, basis }: Limit): string {
  const since =
    basis === undefined
      ? ''
      : `：最近更新${postInWords(basis.post)}，要求间隔不超过${String(basis.everyDays)}天（${basis.source}）`;
  return `${warningKinds[kind]}${inWords(on)}${days < 0 ? '已过' : '将到'}${since}。`;
}

/** 2026年5月9日（检查所见） */
export function postInWords({ on, from }: KnownPost): string {
  return `${inWords(on)}（${postSources[from]}）`;
}

const posts = new WeakMap<Face, ReadonlyMap<string, KnownPost>>();

/** The latest post of an account that is known inside, found once a face. */
export function latestPost(face: Face, account: string): KnownPost | undefined {
  const made = posts.get(face) ?? latestPosts(face.ledger, face.today);
  posts.set(face, made);
  return made.get(account);
}

const known = new WeakMap<Face, ReadonlyMap<string, readonly Limit[]>>();

/** Made once a face; rechecks are of issues and not of the account itself. */
function limitsByAccount(face: Face): ReadonlyMap<string, readonly Limit[]> {
  const made =
    known.get(face) ??
    Map.groupBy(
      warningsOf(face.standing).filter(({ kind }) => kind !== 'review'),
      ({ account }) => account ?? '',
    );
  known.set(face, made);
  return made;
}

/** What a limit is of: an account, or an issue that is about none. */
export function limitSubject(ledger: Ledger, { account, issue }: Limit): Ref {
  return account === undefined ? issueRef(ledger, issue ?? '') : accountRef(ledger, account);
}

function tableOf(
  { ledger }: Face,
  id: string,
  title: string,
  warnings: readonly Limit[],
): CellTable {
  // The title of a table of one kind says it already, but for the issue of a recheck.
  const mixed = id === 'next' || id === 'review';
  return {
    id,
    title,
    unit: '项',
    columns: [
      '账号',
      '主办单位',
      ...(mixed ? ['事项'] : []),
      ...(id === 'update' ? ['最近更新日', '要求间隔'] : []),
      '到期日',
      '期限',
    ].map((name) => ({ title: name })),
    rows: warnings.map((one): ShownCell[] => [
      linked(limitSubject(ledger, one)),
      linked(unitRef(ledger, one.unit)),
      ...(mixed ? [matterOf(ledger, one)] : []),
      ...(id === 'update' ? basisOf(one) : []),
      words(inWords(one.on)),
      { text: limitInWords(one), light: lightOf(one) },
    ]),
  };
}

/** （14天，国办秘函〔2019〕19号）: the intervals that the limits are reckoned by; empty where there are none. */
function intervalsInWords(warnings: readonly Limit[]): string {
  const asked = warnings.flatMap(({ basis }) =>
    basis === undefined ? [] : [`${String(basis.everyDays)}天，${basis.source}`],
  );
  return asked.length === 0 ? '' : `（${[...new Set(asked)].join('；')}）`;
}

function basisOf({ basis }: Limit): ShownCell[] {
  return basis === undefined
    ? [words(''), words('')]
    : [words(postInWords(basis.post)), words(`${String(basis.everyDays)}天`)];
}

function matterOf(ledger: Ledger, { issue, kind }: Limit): ShownCell {
  if (issue === undefined) return words(warningKinds[kind]);
  const { name, href } = issueRef(ledger, issue);
  return { text: `复查${name}`, href };
}

/** As with the issues themselves: a recheck that is past is not late. */
function lightOf({ kind, days }: Limit): Light {
  return days < 0 && kind !== 'review' ? 'red' : 'yellow';
}
