/** `ledger show ID`: one record with what belongs to it. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { inWords } from '../../src/day/calendar.ts';
import type { IssueStanding } from '../../src/domain/issue/standing.ts';
import { didYouMean } from '../../src/ledger/message.ts';
import { layout } from '../../src/schema/layout.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { type Face, faceOf } from '../../src/views/face.ts';
import { issueRow } from '../../src/views/issue/issue-row.ts';
import {
  asOfDay,
  WrongUse,
  newCommand,
  soundLedger,
  printJson,
  type CommonOptions,
} from '../command.ts';
import { likeUnits, unitCalled } from '../scope.ts';
import { recordLines } from './record-lines.ts';
import { tableLines } from '../table.ts';
import type { idKinds } from '../../src/ledger/read.ts';

export function showCommand(): Command {
  return newCommand('show', '显示一个单位、账号、专项或问题，连同它的状态和报送')
    .argument('<编号或名称>', '如 2020-special-04、榆阳区气象局')
    .action((asked: string, options: CommonOptions) => {
      if (options.json) printJson(recordOf(asked, options));
      else process.stdout.write(`${showLines(asked, options).join('\n')}\n`);
    });
}

function recordOf(asked: string, options: CommonOptions): object {
  const ledger = soundLedger(options);
  const { kind, record } = find(ledger, asked);
  return {
    kind,
    ...record,
    ...(kind === 'issue' ? { updates: updatesOf(ledger, record.id) } : {}),
  };
}

/** What `ledger show` prints of the record of this id or name. Throws WrongUse when there is none, or more than one. */
export function showLines(asked: string, options: CommonOptions): string[] {
  const ledger = soundLedger(options);
  const { kind, record } = find(ledger, asked);
  const face = faceOf(ledger, asOfDay(options, ledger), 'internal');
  const { fiction } = ledger.site;
  return [
    ...(fiction === undefined ? [] : [`注意：${fiction}`]),
    `${layout[kind].title} ${record.id}（${join(options.content, record.path)}）`,
    ...standingLines(face, kind, record.id),
    ...recordLines(ledger, kind, record),
    ...issueTable(face, kind, record.id),
    ...(kind === 'issue' ? updatesOf(ledger, record.id) : []).flatMap((update) => [
      '',
      `报送 ${update.id}`,
      ...recordLines(ledger, 'update', update),
    ]),
  ];
}

function updatesOf({ updates }: Ledger, issue: string) {
  return updates.get(issue) ?? [];
}

type Kind = (typeof idKinds)[number];
interface Found {
  kind: Kind;
  record: { id: string; path: string; name?: string; aliases?: readonly string[] };
}

/** The record of this id, or the only one of this name. Throws WrongUse. */
function find(ledger: Ledger, asked: string): Found {
  const all: Found[] = (
    [
      ['issue', ledger.issues],
      ['account', ledger.accounts],
      ['unit', ledger.units],
      ['campaign', ledger.campaigns],
    ] as const
  ).flatMap(([kind, records]) => [...records.values()].map((record) => ({ kind, record })));
  const byId = all.find(({ record }) => record.id === asked);
  if (byId !== undefined) return byId;
  const exact = all.filter(({ record }) => namesOf(record).includes(asked));
  const unit = exact.length > 0 ? undefined : unitCalled(ledger, asked);
  const named = unit === undefined ? exact : [{ kind: 'unit' as const, record: unit }];
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined)
    throw new WrongUse(
      `叫“${asked}”的有 ${String(named.length)} 个`,
      `写编号：${named.map(({ kind, record }) => `${layout[kind].title} ${record.id}`).join('、')}`,
    );
  const known = all.flatMap(({ record }) => [record.id, ...namesOf(record)]);
  throw new WrongUse(
    `台账里没有“${asked}”`,
    didYouMean(asked, known) || likeUnits(ledger, asked) || '写编号，或单位、账号、专项的全名',
  );
}

function namesOf(record: Found['record']): string[] {
  return [...(record.name === undefined ? [] : [record.name]), ...(record.aliases ?? [])];
}

/** How an issue stands on the day: state, lateness, next step. */
function standingLines(face: Face, kind: Kind, id: string): string[] {
  const one = kind === 'issue' ? face.issues.get(id) : undefined;
  if (one === undefined) return [];
  const { stateName, lateness, next, unit, platform } = issueRow(face, one);
  const by = next.by === undefined ? '' : `（${next.by.words}前）`;
  return [
    `  截至${inWords(face.today)}：${lateness.words.endsWith(stateName) ? lateness.words : `${stateName}，${lateness.words}`}`,
    `  下一步：${next.ownerName}${next.words}${by}`,
    `  单位：${unit.name}（${unit.id}）；平台：${platform.name}`,
  ];
}

/** The issues of a unit, an account or a campaign, one a line. */
function issueTable(face: Face, kind: Kind, id: string): string[] {
  if (kind === 'issue') return [];
  const own = face.standing.issues.filter((one) => belongsTo(one, kind, id));
  const assisted = kind === 'unit' ? (face.byAssisting.get(id) ?? []) : [];
  return [
    ...tableOf(face, own, `截至${inWords(face.today)}，${String(own.length)} 个问题：`),
    ...tableOf(face, assisted, `配合的问题 ${String(assisted.length)} 个，由责任单位报送：`),
  ];
}

function tableOf(face: Face, own: readonly IssueStanding[], head: string): string[] {
  if (own.length === 0) return [];
  const rows = own.map((one) => {
    const { stateName, lateness, subject, finding } = issueRow(face, one);
    return [`  ${one.id}`, stateName, lateness.words, subject === '' ? '/' : subject, finding];
  });
  const columns = ['  问题', '状态', '时限', '账号', '存在问题'].map((title) => ({ title }));
  return ['', `  ${head}`, ...tableLines(columns, rows)];
}

function belongsTo(
  { unit, issue }: IssueStanding,
  kind: Exclude<Kind, 'issue'>,
  id: string,
): boolean {
  switch (kind) {
    case 'unit':
      return unit === id;
    case 'account':
      return issue.account === id;
    case 'campaign':
      return issue.campaign === id;
    default:
      return kind satisfies never;
  }
}
