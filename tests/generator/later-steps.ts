/**
 * What happened last in 示例区: put off with approval, extended after the day, accounts closed and their problems
 * withdrawn, campaigns concluded, officers named. Dated in the ledger's last weeks, so that what was published stays.
 */
import { addDays } from '../../src/day/calendar.ts';
import { extensionRequest } from '../../src/domain/issue/extension-request.ts';
import { isUnfinished } from '../../src/domain/figures/state.ts';
import { isFromAbove } from '../../src/domain/issue/round/closing.ts';
import { type IssueStanding, standing } from '../../src/domain/issue/standing.ts';
import { register } from '../../src/domain/register.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { readLedger } from '../../src/ledger/read.ts';
import type { LayoutKind } from '../../src/schema/layout.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import { problemIn, reasonsOf } from './findings.ts';
import { contentOf, type Files } from './memory.ts';
import type { Random } from './random.ts';
import type { NewUpdate } from './story.ts';

/** A reviewer of 示例区. */
const OFFICER = 'reviewer-1';

/** Adds the last steps to a generated ledger. */
export function laterSteps(random: Random, files: Files, asOf: string): void {
  const { ledger } = readLedger(contentOf(files));
  if (ledger === undefined) throw new Error('the generated ledger does not read');
  const day = (ago: number) => addDays(asOf, -ago);
  const open = standing(ledger, asOf).issues.filter(
    (one) =>
      isUnfinished(one) &&
      one.history.state !== 'submitted' &&
      (ledger.updates.get(one.id)?.at(-1)?.reportedOn ?? '') < day(12),
  );
  const taken = new Set<string>();
  const take = (is: (one: IssueStanding) => boolean): IssueStanding => {
    const found = open.findLast((one) => !taken.has(one.id) && is(one));
    if (found === undefined) throw new Error('no issue for a later step');
    taken.add(found.id);
    return found;
  };
  const isLocal = ({ issue }: IssueStanding) => !isFromAbove(issue);
  const add = (update: NewUpdate) => {
    const stamp = `${update.reportedOn.replaceAll('-', '')}-163000-${random.code(3)}`;
    files.set(`updates/${update.issue}/${stamp}.yaml`, canonical('update', update));
  };
  const said = { note: '经研究同意（虚构）', reporter: '审核员（示例）' };
  const needs = ({ issue }: IssueStanding) => reasonsOf(problemIn(ledger, issue)).extended;
  const late = take((one) => isLocal(one) && one.lateness.kind === 'overdue');
  add({
    issue: late.id,
    action: 'extended',
    reportedOn: day(4),
    askedOn: day(6),
    dueOn: day(-26),
    reason: `逾期后才说明${needs(late)}，已约谈（虚构）`,
    ...said,
  });
  for (const above of [false, true]) {
    const one = take((other) => isLocal(other) !== above && other.lateness.kind !== 'overdue');
    add({
      issue: one.id,
      action: 'deferred',
      reportedOn: day(8),
      askedOn: day(10),
      until: day(-120),
      reason: `${needs(one)}，原定期限内不能完成（虚构）`,
      publicNote: '因客观原因暂不能完成，以后继续整改',
      ...(above ? { document: '示例市函〔2026〕8号' } : {}),
      ...said,
    });
  }
  const gone = [...ledger.accounts.keys()].filter((id) => isGone(ledger, id, day(5)));
  for (const account of gone) {
    const stamp = `${day(2).replaceAll('-', '')}-101500-${random.code(3)}`;
    files.set(
      `registry/${account}/${stamp}.yaml`,
      canonical('registration', {
        account,
        action: 'closureFiled',
        reportedOn: day(2),
        receipt: '示受〔2026〕99号',
        publicNote: '登记自示例区备案表（虚构）',
        note: '已报示例市备案（虚构的内部备注）',
      }),
    );
  }
  const closed = open.filter((one) => isLocal(one) && gone.includes(one.issue.account ?? ''));
  for (const { id } of closed.length > 0 ? closed : [take(isLocal)]) {
    taken.add(id);
    add({
      issue: id,
      action: 'voided',
      reportedOn: day(1),
      reason: '账号已在平台注销（虚构）',
      ground: 'closed',
      publicNote: '账号已关停，不再要求整改',
      ...said,
    });
  }
  conclude(files, ledger, day(20));
  name(files, ledger, take(isLocal).id);
  const asking = open.filter(({ id }) => !taken.has(id));
  ask(files, ledger, asking, day(-30));
}

/** What units ask for in the words of their last reports, and nobody has answered: the last that reported ask. */
function ask(files: Files, ledger: Ledger, open: readonly IssueStanding[], until: string): void {
  const reports = open
    .flatMap((one) => {
      const last = ledger.updates.get(one.id)?.at(-1);
      return last?.action === 'progress' && last.onBehalfOf === undefined ? [{ one, last }] : [];
    })
    .toSorted((a, b) => (a.last.reportedOn < b.last.reportedOn ? 1 : -1));
  const dated = reports.find(({ one }) => one.history.round.dueOn !== undefined);
  const rest = reports.filter((one) => one !== dated);
  const notes = [
    (need: string) => `申请暂缓：${need}（虚构）`,
    () => '该账号已移交给别的单位运营，不是本单位的，应归接手的单位（虚构）',
    () => '已经整改到位并保持两个月，申请转入长期坚持（虚构）',
  ];
  const needs = (one: IssueStanding) => reasonsOf(problemIn(ledger, one.issue)).extended;
  const said = [
    ...(dated === undefined
      ? []
      : [{ ...dated, note: extensionRequest(until, `${needs(dated.one)}（虚构）`) }]),
    ...rest
      .slice(0, notes.length)
      .map((one, at) => ({ ...one, note: notes[at]?.(needs(one.one)) ?? '' })),
  ];
  for (const { last, note } of said) write(files, 'update', last, { note });
}

function isGone({ registry, vocabulary }: Ledger, account: string, on: string): boolean {
  const { state } = register(registry.get(account) ?? [], on, vocabulary.registering);
  return state === 'deregistered';
}

/** The campaign with the fewest open problems, and the fewest of those that have some: concluded, the rest named. */
function conclude(files: Files, ledger: Ledger, on: string): void {
  const then = standing(ledger, on).issues.filter(isUnfinished);
  const left = [...ledger.campaigns.values()]
    .filter(({ list }) => list.listedOn < addDays(on, -60))
    .map((campaign) => ({
      campaign,
      remaining: then.flatMap(({ id, issue }) => (issue.campaign === campaign.id ? id : [])),
    }))
    .toSorted((a, b) => a.remaining.length - b.remaining.length);
  const [first, ...others] = left;
  const second = others.find(({ remaining }) => remaining.length > 0);
  for (const one of [first, second]) {
    if (one === undefined) continue;
    const { campaign, remaining } = one;
    write(files, 'campaign', campaign, {
      officer: OFFICER,
      concluded: {
        on,
        document: '示政办函〔2026〕40号',
        note: '结项报告已存档（虚构）',
        ...(remaining.length > 0 ? { remaining } : {}),
      },
    });
  }
}

function name(files: Files, ledger: Ledger, issue: string): void {
  const record = ledger.issues.get(issue);
  if (record !== undefined) write(files, 'issue', record, { officer: OFFICER });
}

/** The record with something more. */
function write(files: Files, kind: LayoutKind, entry: Entry<object>, more: object): void {
  const { id: _id, path, ...record } = entry;
  files.set(path, canonical(kind, { ...record, ...more }));
}
