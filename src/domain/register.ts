/** 账号名册: an account's steps in order → where it stands on a day, since when, and by which day its next step is due. */
import type { Entry } from '../schema/ledger.ts';
import type { RegisteringRule, Registration } from '../schema/registration.ts';
import { addDays, type Day, inWords } from '../day/calendar.ts';
import { type Registered, type RegistrationOutcome, registrationOutcome } from './registration.ts';
import { ruleInForceOn } from './setting.ts';
import { addWorkdays, workdaysBetween } from '../day/workday.ts';

/** A step that does not count, and why. */
export interface RegisterFault {
  readonly step: Entry<Registration>;
  readonly sentence: string;
}

/** A step that counts. */
export interface RegisterStep {
  readonly step: Entry<Registration>;
  readonly before: Registered;
  readonly after: Registered;
}

export interface Register {
  readonly state: Registered;
  /** The day on which the state began. */
  readonly since: Day | undefined;
  readonly filing:
    { readonly on: Day; readonly number: string; readonly until: Day | undefined } | undefined;
  /** The closure notice, while it counts. */
  readonly notice: { readonly from: Day; readonly until: Day; readonly link: string } | undefined;
  /** The last day for the next step by the office's rule; undefined where nothing is waited for or there is no rule. */
  readonly dueOn: Day | undefined;
  readonly steps: readonly RegisterStep[];
  readonly faults: readonly RegisterFault[];
}

/** Replays `steps` (in order of day, then stamp) to `today`, that day included. An illegal step changes nothing. */
export function register(
  steps: readonly Entry<Registration>[],
  today: Day,
  rules: readonly RegisteringRule[] = [],
): Register {
  let state: Registered = 'unknown';
  let since: Day | undefined;
  /** From when the next step is waited for: the day of the state, or the last day of the notice. */
  let waitsFrom: Day | undefined;
  let filings: readonly Filing[] = [];
  let notice: Register['notice'];
  const told: RegisterStep[] = [];
  const faults: RegisterFault[] = [];
  for (const step of steps) {
    if (step.reportedOn > today) continue;
    const outcome = lawful(step, state, filings.length > 0, notice, rules);
    if ('refusal' in outcome) {
      faults.push({ step, sentence: outcome.refusal });
      continue;
    }
    told.push({ step, before: state, after: outcome.to });
    if (outcome.to !== state) {
      since = step.reportedOn;
      waitsFrom = step.action === 'notice' ? step.until : step.reportedOn;
    }
    state = outcome.to;
    filings = filingsAfter(step, filings);
    if (step.action === 'notice') notice = { from: step.from, until: step.until, link: step.link };
    if (step.action === 'kept') notice = undefined;
  }
  const rule = since === undefined ? undefined : ruleInForceOn(rules, since);
  const dueOn = waitsFrom && rule && dueDay(state, waitsFrom, rule);
  return { state, since, filing: filings[0], notice, dueOn, steps: told, faults };
}

type Filing = NonNullable<Register['filing']>;

/** Where a step leads by the table, if its days allow it. */
function lawful(
  step: Registration,
  state: Registered,
  filed: boolean,
  notice: Register['notice'],
  rules: readonly RegisteringRule[],
): RegistrationOutcome {
  const outcome = registrationOutcome(step, state, filed);
  if ('refusal' in outcome) return outcome;
  const refusal = unfit(step, notice, ruleInForceOn(rules, step.reportedOn));
  return refusal === undefined ? outcome : { refusal };
}

/** The filing on record after a step: one or none. */
function filingsAfter(step: Registration, before: readonly Filing[]): readonly Filing[] {
  switch (step.action) {
    case 'entered':
      return step.filedOn === undefined || step.filingNumber === undefined
        ? []
        : [{ on: step.filedOn, number: step.filingNumber, until: step.filedUntil }];
    case 'filed':
      return [{ on: step.filedOn, number: step.filingNumber, until: step.filedUntil }];
    case 'changed':
      return before.map(({ on, number, until }) => ({
        on,
        number: step.filingNumber ?? number,
        until: step.filedUntil ?? until,
      }));
    default:
      return before;
  }
}

/** What the days of a step contradict, as a Chinese sentence. */
function unfit(
  step: Registration,
  notice: Register['notice'],
  rule: RegisteringRule | undefined,
): string | undefined {
  if (step.action === 'entered') {
    const owed = step.state === 'normal' || step.state === 'abnormal';
    const filed = step.filedOn !== undefined && step.filingNumber !== undefined;
    if (owed && !filed)
      return '入册时已备案的，要写备案日期和备案编号；补上 filedOn 和 filingNumber';
  }
  if (
    (step.action === 'entered' || step.action === 'filed') &&
    (step.filedOn ?? '') > step.reportedOn
  )
    return '备案日期晚于登记日期；核对 filedOn 和 reportedOn';
  if (step.action === 'notice') {
    if (step.until < step.from) return '公告止日早于公告起日；核对 from 和 until';
    const { count } = workdaysBetween(addDays(step.from, -1), step.until);
    if (rule && count < rule.noticeDays)
      return `公告期只有 ${String(count)} 个工作日，规定至少 ${String(rule.noticeDays)} 个；把 until 改到满期`;
  }
  if (step.action === 'deregistered' && notice && step.reportedOn <= notice.until)
    return `公告到${inWords(notice.until)}才期满；期满后再注销`;
  return undefined;
}

function dueDay(state: Registered, from: Day, rule: RegisteringRule): Day | undefined {
  switch (state) {
    case 'filing':
      return addWorkdays(from, rule.filingDays).day;
    case 'notice':
      return addWorkdays(from, rule.deregisterDays).day;
    case 'abandoned':
      return addWorkdays(from, rule.abandonedDays).day;
    default:
      return undefined;
  }
}
