import { addDays, type Day, inWords } from '../../day/calendar.ts';
import type { History } from '../../domain/issue/replay.ts';
import { ownerOn } from '../../domain/issue/owner.ts';
import { accountOn } from '../../domain/ledger-on.ts';
import { register } from '../../domain/register.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { type Unit, unitEnds } from '../../schema/unit.ts';
import type { Finding, Rule, RuleInput } from '../rule.ts';

type EndedUnit = Entry<Unit> & { readonly ended: NonNullable<Unit['ended']> };

const COMMAND = '用 npx ledger hand-over 办';

/** Nothing is left with a unit that has ended: no account, nothing open, nobody in office, no duty. */
export const endedUnitsRule: Rule = {
  id: 'ended-units',
  title: '撤并的单位没有在用的账号、没办结的问题、在任的填报员；以后不再自查、不再催办（提醒）',
  *check(input) {
    const { ledger } = input;
    const ended = [...ledger.units.values()].filter((unit): unit is EndedUnit => 'ended' in unit);
    if (ended.length === 0) return;
    for (const unit of ended) {
      yield* members(unit);
      yield* accounts(unit, ledger);
    }
    yield* openIssues(input, ended);
    yield* duties(ledger);
  },
};

function* members({ path: file, members: all, ended, name }: EndedUnit): Iterable<Finding> {
  for (const [index, { account, until }] of all.entries())
    if (until === undefined || until >= ended.on)
      yield {
        file,
        at: ['members', index, until === undefined ? 'account' : 'until'],
        message: `${name}自${inWords(ended.on)}起已经${unitEnds[ended.how]}，填报员 ${account} 的任期还没有止`,
        remedy: `把 until 写到 ${addDays(ended.on, -1)} 或以前；还任职的登记到接手的单位`,
      };
}

/** What is deregistered may stay: its page leads on all the same. */
function* accounts({ path: file, id, name, ended }: EndedUnit, ledger: Ledger): Iterable<Finding> {
  const left = [...ledger.accounts.keys()].filter(
    (account) =>
      accountOn(ledger, account, ended.on)?.unit === id &&
      register(ledger.registry.get(account) ?? [], ended.on).state !== 'deregistered',
  );
  if (left.length > 0)
    yield {
      file,
      at: ['ended', 'on'],
      message: `${name}自${inWords(ended.on)}起已经${unitEnds[ended.how]}，还有账号没有移交：${left.join('、')}`,
      remedy: `每个账号登记移交给谁；${COMMAND}`,
    };
}

/** On no day does a unit that has ended answer for something that is not settled. */
function* openIssues(
  { ledger, history }: RuleInput,
  ended: readonly EndedUnit[],
): Iterable<Finding> {
  const left = new Map<EndedUnit, string[]>();
  const over = new Map(ended.map((unit) => [unit.id, unit]));
  const ends = [...new Set(ended.map((unit) => unit.ended.on))];
  for (const issue of ledger.issues.values()) {
    const told = history(issue);
    if (told === undefined) continue;
    // Whose it is changes on these days only; between them it stays with whoever has it.
    const days = [...told.rounds.map(({ startedOn }) => startedOn), ...ends].toSorted();
    for (const day of days) {
      const unit = over.get(ownerOn(ledger, issue, day) ?? '');
      if (unit === undefined || day < unit.ended.on || isSettledOn(told, day)) continue;
      if (day === unit.ended.on) left.set(unit, [...(left.get(unit) ?? []), issue.id]);
      else yield openedLater(unit, issue.path, told, day);
      break;
    }
  }
  for (const [{ path: file, name, ended: how }, issues] of left)
    yield {
      file,
      at: ['ended', 'on'],
      message: `${name}自${inWords(how.on)}起已经${unitEnds[how.how]}，还有没办结的问题没有移交：${issues.slice(0, 10).join('、')}${issues.length > 10 ? ` 等 ${String(issues.length)} 个` : ''}`,
      remedy: `涉及账号的移交账号，不涉及账号的逐个登记移交；${COMMAND}`,
    };
}

function openedLater(unit: EndedUnit, file: string, told: History, day: Day): Finding {
  const opening = told.timeline.find(
    ({ update, on, before, after }) => update !== undefined && on === day && before !== after,
  );
  const { name, ended } = unit;
  const next = ended.successors.length === 0 ? '现在负责的单位' : ended.successors.join('、');
  return {
    file: opening?.update?.path ?? file,
    at: opening === undefined ? [] : ['action'],
    message: `责任单位${name}自${inWords(ended.on)}起已经${unitEnds[ended.how]}`,
    remedy: `先把它移交给${next}：涉及账号的移交账号，不涉及账号的登记“移交”`,
  };
}

/** True where an issue is settled at the end of a day. */
function isSettledOn({ timeline }: History, day: Day): boolean {
  const last = timeline.findLast(({ on, refusal }) => refusal === undefined && on <= day);
  return last === undefined || last.after === 'closed' || last.after === 'void';
}

/** What was sent to a unit, or came from it, after its end: on record once, so only told. */
function* duties({ units, selfChecks, reminders }: Ledger): Iterable<Finding> {
  const late = [
    ...selfChecks.map(({ path, unit, answeredOn: on }) => ({ path, unit, on, what: '自查' })),
    ...reminders.map(({ path, unit, sentOn: on }) => ({ path, unit, on, what: '催办' })),
  ];
  for (const { path: file, unit: id, on, what } of late) {
    const unit = units.get(id);
    if (unit?.ended === undefined || on < unit.ended.on) continue;
    yield {
      file,
      at: ['unit'],
      message: `${unit.name}自${inWords(unit.ended.on)}起已经${unitEnds[unit.ended.how]}，这份${what}在那以后`,
      remedy: '核对单位和日子；撤并的单位不再自查、不再催办',
      severity: 'warning',
    };
  }
}
