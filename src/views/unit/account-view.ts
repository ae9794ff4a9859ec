/** 账号: a website or new-media account, as a row and as a page. Only what is known is listed. */
import type { Account } from '../../schema/account.ts';
import type { Entry } from '../../schema/ledger.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import { accountAddress, type Ref } from '../address.ts';
import { dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { type CellTable, withRows, linked, words } from '../cell-table.ts';
import { unlistedSentence } from '../inspection/listed-cell.ts';
import { accountInspections } from '../inspection/look-view.ts';
import { latestPost, limitsInWords, postInWords } from '../inspection/warning-view.ts';
import { registerOf, registerStepInWords } from '../inspection/registry-view.ts';
import { inWords } from '../../day/calendar.ts';
import { reopenGrounds } from '../../schema/update.ts';
import { registrations, states } from '../../text/terms.ts';
import { registeredNames } from '../../domain/registration.ts';
import { besideRegister } from './beside-register.ts';
import { deskGroups } from './desk.ts';
import { columnRows } from './site-columns.ts';
import { type HostView, hostViews } from './host-view.ts';
import { standingInWords } from './standing-words.ts';
import type { IssueRow } from '../issue/issue-row.ts';
import { issueRef, platformBeside, platformRef, unitRef } from '../names.ts';
import { readingViews, type DisputedReading, sourceView, type SourceView } from '../source-view.ts';
import type { Fact } from '../fact.ts';

export interface AccountRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly platform: Ref;
  /** The platform behind its name; undefined where it tells nothing. */
  readonly onPlatform: string | undefined;
  readonly unit: Ref;
  /** How many issues of this face name it. */
  readonly issues: number;
  /** Of them those of the unit on whose page it stands, where others are a former host's. */
  readonly own: number | undefined;
  /** Where it stands by the register: 正常, 已注销; 未登记状态 where others are on record, undefined where none is. */
  readonly state: string | undefined;
  readonly isGone: boolean;
}

export interface AccountView {
  readonly row: AccountRow;
  readonly aliases: readonly string[];
  /** How its issues stand, first of all: what is late, or that there are none. */
  readonly standing: string;
  /** What else runs out or is in no list yet, a sentence each: 更新期限2026年4月1日已过。 Inside only. */
  readonly limits: readonly string[];
  /** What the register says that seems to answer an open issue, and that the issue stands, a sentence each. */
  readonly beside: readonly string[];
  /** 历次主办单位, the latest first; empty where it has been one's alone. */
  readonly hosts: readonly HostView[];
  /** The register's entries that are filled in. */
  readonly facts: readonly Fact[];
  readonly address: string | undefined;
  /** The most urgent first. */
  readonly issues: readonly IssueRow[];
  /** Of a website those of its columns that name no account; they are in no number of its own. */
  readonly columns: readonly IssueRow[];
  /** Checks, steps of the register and rechecks; none on the public site. */
  readonly history: readonly CellTable[];
  readonly source: SourceView | undefined;
  readonly readings: readonly DisputedReading[];
}

/** `owner`: how many of its issues are that unit's is said where some are a former host's. */
export function accountRow(face: Face, account: Entry<Account>, owner?: string): AccountRow {
  const platform = platformRef(face.ledger, platformOf(account));
  const issues = face.byAccount.get(account.id) ?? [];
  const { state } = registerOf(face, account.id);
  const own = owner === undefined ? issues : issues.filter(({ unit }) => unit === owner);
  return {
    id: account.id,
    href: accountAddress(account.id),
    name: account.name,
    platform,
    onPlatform: platformBeside(platform),
    unit: unitRef(face.ledger, account.unit),
    issues: issues.length,
    own: own.length < issues.length ? own.length : undefined,
    state: face.ledger.registry.size === 0 ? undefined : registeredNames[state],
    isGone: state === 'deregistered',
  };
}

/** ，其中已注销3个: what a number of accounts is to be read with; empty where none is. */
export function goneInWords(rows: readonly AccountRow[]): string {
  const gone = rows.filter(({ isGone }) => isGone).length;
  return gone === 0 ? '' : `，其中${registeredNames.deregistered}${String(gone)}个`;
}

export function accountView(face: Face, account: Entry<Account>): AccountView {
  const issues = face.byAccount.get(account.id) ?? [];
  return {
    row: accountRow(face, account),
    aliases: account.aliases,
    standing: standingInWords(face, issues),
    limits: [...limitsInWords(face, account.id), ...unlistedSentence(face, account.id)],
    beside: besideRegister(face, account),
    hosts: hostViews(face, account.id),
    facts: [...registerFacts(face, account.id), ...factsOf(face, account)],
    address: account.address,
    issues: deskGroups(face, issues).flatMap(({ rows }) => rows),
    columns: columnRows(face, account),
    history: face.audience === 'internal' ? historyOf(face, account.id) : [],
    source: sourceView(account.source),
    readings: readingViews('account', account.readings),
  };
}

/** What happened to the account, besides its issues. */
function historyOf(face: Face, account: string): CellTable[] {
  return withRows([
    accountInspections(face, account),
    stepTable(face, account),
    recheckTable(face, account),
  ]);
}

/** Every step of the register, oldest first. */
function stepTable(face: Face, account: string): CellTable {
  return {
    id: 'steps',
    title: '备案登记',
    unit: '次',
    columns: ['日期', '事项', '状态'].map((title) => ({ title })),
    rows: registerOf(face, account).steps.map(({ step, before, after }) => [
      words(inWords(step.reportedOn)),
      words(registrations[step.action]),
      words(registerStepInWords(before, after)),
    ]),
  };
}

/** The rechecks and reopenings of its issues, oldest first. */
function recheckTable(face: Face, account: string): CellTable {
  const entries = (face.byAccount.get(account) ?? []).flatMap(({ id, history }) =>
    history.timeline
      .filter(({ refusal }) => refusal === undefined)
      .map(({ on, update, after }) => ({ id, on, update, after })),
  );
  return {
    id: 'reviews',
    title: '复查和重启',
    unit: '次',
    columns: ['问题', '日期', '结果'].map((title) => ({ title })),
    rows: entries
      .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
      .flatMap(({ id, on, update, after }) =>
        update?.action === 'reviewed' || update?.action === 'reopened'
          ? [
              [
                linked(issueRef(face.ledger, id)),
                words(inWords(on)),
                words(
                  update.action === 'reviewed'
                    ? `复查：${update.held ? '保持' : '未保持'}，${states[after]}`
                    : `重启：${reopenGrounds[update.ground]}`,
                ),
              ],
            ]
          : [],
      ),
  };
}

/** Where the account stands by the register; nothing where nothing is on record. */
function registerFacts(face: Face, account: string): Fact[] {
  const { state, since, filing, notice } = registerOf(face, account);
  if (state === 'unknown' || since === undefined) return [];
  const { today } = face;
  return [
    { name: '登记状态', value: `${registeredNames[state]}（自${dayView(since, today).words}）` },
    ...(filing === undefined
      ? []
      : [
          { name: '备案编号', value: filing.number },
          { name: '备案日期', value: dayView(filing.on, today).words },
          ...(filing.until === undefined
            ? []
            : [{ name: '备案有效期至', value: dayView(filing.until, today).words }]),
        ]),
    ...(notice === undefined ? [] : [{ name: '关停公告', value: notice.link }]),
  ];
}

function factsOf(face: Face, account: Entry<Account>): Fact[] {
  const { today } = face;
  const day = (on: string | undefined): string | undefined =>
    on === undefined ? undefined : dayView(on, today).words;
  const own: [string, string | undefined][] =
    account.kind === 'website'
      ? [
          ['网站标识码', account.siteCode],
          ['ICP备案号', account.icp],
          ['公安备案号', account.police],
        ]
      : [
          ['类型', account.subtype],
          ['曾用名', account.formerNames?.join('、')],
          ['认证主体', account.certifiedBody],
          ['认证有效期至', day(account.certifiedUntil)],
        ];
  const shared: [string, string | undefined][] = [
    ['主管单位', account.supervisor],
    ['运维单位', account.operator],
    ['开设日期', day(account.openedOn)],
    ['主要功能', account.functions],
    ['互动方式', account.interaction],
    ['更新要求', account.updateRule],
    ['最近更新日', lastPostInWords(face, account)],
    ['一单位多账号的说明', account.exception],
  ];
  return [...own, ...shared].flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
}

/**
 * As registered, which the public site says of it, since checks that may have seen another day are known inside only;
 * inside, where something later is known, that too with where it is known from.
 */
function lastPostInWords(face: Face, { id, lastPostOn }: Entry<Account>): string | undefined {
  const registered = lastPostOn === undefined ? undefined : dayView(lastPostOn, face.today).words;
  const named = registered === undefined ? [] : [`${registered}（登记）`];
  if (face.audience === 'public') return named[0];
  const known = latestPost(face, id);
  if (known === undefined || known.on === lastPostOn) return registered;
  return [...named, postInWords(known)].join('，');
}
