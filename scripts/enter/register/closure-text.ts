/** 关停的说法: where the closure of an account stands, what comes next until when, and what becomes of its problems. */
import { inWords } from '../../../src/day/calendar.ts';
import type { ClosureAction, ClosureStep } from '../../../src/domain/closure.ts';
import { isFromAbove } from '../../../src/domain/issue/round/closing.ts';
import type { IssueStanding } from '../../../src/domain/issue/standing.ts';
import { stateInWords } from '../../../src/domain/issue/state-words.ts';
import type { Register } from '../../../src/domain/register.ts';
import { registeredNames } from '../../../src/domain/registration.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { registrations } from '../../../src/text/terms.ts';
import { type CommonOptions, printJson } from '../../command.ts';

/** An account on its way to be closed. */
export interface Closure {
  readonly account: string;
  readonly today: string;
  readonly register: Register;
  readonly steps: readonly ClosureStep[];
  readonly next: ClosureStep | undefined;
  /** Its problems that go on; those from above are not the office's to withdraw. */
  readonly open: readonly IssueStanding[];
  readonly above: readonly IssueStanding[];
}

/** Says where a closure stands and what comes next. */
export function tellClosure(ledger: Ledger, closure: Closure, { json }: CommonOptions): void {
  const { account, register: now, steps, next, open, above } = closure;
  const name = ledger.accounts.get(account)?.name ?? account;
  if (json === true) {
    printJson({
      account,
      state: now.state,
      steps: steps.map(({ action, done, from, until }) => ({
        action,
        on: done?.reportedOn ?? null,
        from: from ?? null,
        until: until ?? null,
      })),
      next: next?.action ?? (open.length > 0 ? 'voided' : null),
      open: open.map(({ id }) => id),
      above: above.map(({ id }) => id),
    });
    return;
  }
  const said = steps.map((step, at) => `  ${String(at + 1)}. ${stepInWords(step, step === next)}`);
  const issues = [...open, ...above].map(
    ({ id, history, issue }) =>
      `     ${id} ${stateInWords(history)}：${issue.finding}${isFromAbove(issue) ? '（上级交办，先报上级同意）' : ''}`,
  );
  const last =
    issues.length === 0
      ? '没有要办的问题'
      : `${next === undefined && open.length > 0 ? '下一步：' : ''}没有办结的问题 ${String(issues.length)} 个，注销后按“账号已关停”撤销：`;
  const how =
    next === undefined && open.length === 0
      ? '关停办完了。'
      : `登记下一步：npx ledger close-account ${account} --next${next === undefined ? '' : flagsOf(next.action)}`;
  process.stdout.write(
    `${[`${name}（${account}）：${registeredNames[now.state]}`, ...said, `  ${String(steps.length + 1)}. ${last}`, ...issues, how].join('\n')}\n`,
  );
}

function stepInWords({ action, done, from, until }: ClosureStep, isNext: boolean): string {
  const name = registrations[action];
  if (done !== undefined) return `${name}：${inWords(done.reportedOn)}已办`;
  const days = [
    from === undefined ? '' : `${inWords(from)}起可办`,
    until === undefined ? '' : `${inWords(until)}前办完`,
  ].filter((one) => one !== '');
  if (!isNext) return name;
  return `下一步：${name}${days.length === 0 ? '' : `（${days.join('，')}）`}`;
}

/** What each step asks to be written. */
function flagsOf(action: ClosureAction): string {
  switch (action) {
    case 'closing':
      return ' --approval 批准文号';
    case 'notice':
      return ' --link 公告网址（--from、--until 不写则从今天起，满规定的工作日）';
    case 'deregistered':
      return ' --receipt 注销回执';
    case 'closureFiled':
      return ' --receipt 受理编号';
    default:
      return action satisfies never;
  }
}
