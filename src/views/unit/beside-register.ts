/**
 * 登记与问题: where the register of an account says that what an open issue names is over (a number of the filing, a
 * post after the finding, 已注销), the page says that both stand, since they are counted apart: the register by account,
 * the issue until it is closed.
 */
import { inWords } from '../../day/calendar.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { postSources } from '../../domain/warning.ts';
import { registeredNames, type Registered } from '../../domain/registration.ts';
import type { Account } from '../../schema/account.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Face } from '../face.ts';
import { issueLooksOf } from '../inspection/look-view.ts';
import { latestPost, passedUpdates } from '../inspection/warning-view.ts';
import { registerOf } from '../inspection/registry-view.ts';

/** States that stand against an open issue: what is to be mended is over, on its way out or given up. */
const AGAINST: readonly Registered[] = [
  'closing',
  'notice',
  'deregistered',
  'abandoned',
  'abnormal',
];

/** Kinds of problem, by their id in the vocabulary, that a fact of the register may seem to answer. */
const NOT_FILED = 'not-filed';
const NOT_DEREGISTERED = 'stopped-not-deregistered';
const SILENT: readonly string[] = [NOT_DEREGISTERED, 'content-stale'];

/** States in which an account is not filed, or nobody knows. */
const NOT_YET: readonly Registered[] = ['unfiled', 'filing', 'unknown'];

/**
 * 备案登记自2026年5月15日起有备案编号，“未备案”问题还没有销号，另按问题计。 A sentence a kind of problem; inside also that a
 * filing is older than the finding. Empty where nothing stands against anything.
 */
export function besideRegister(face: Face, account: Entry<Account>): string[] {
  const issues = (face.byAccount.get(account.id) ?? []).filter(isUnfinished);
  return face.ledger.vocabulary.problems.flatMap(({ id, name }) => {
    const own = issues.filter(({ issue }) => issue.problems.includes(id));
    const fact = factAgainst(face, account, id, own);
    return fact === undefined ? [] : [`${fact}；“${name}”问题还没有销号，另按问题计。`];
  });
}

/**
 * The same of one open issue, for its own page: that its account is 已注销 or the like, what the register says of what it
 * names, and inside, of one about what is not updated, that the limit of the updates has passed (停更). Empty where nothing
 * stands against it.
 */
export function besideIssue(face: Face, one: IssueStanding): string[] {
  const { account, issue } = one;
  if (account === undefined || !isUnfinished(one)) return [];
  const { problems } = issue;
  const known = problems.flatMap((id) => factAgainst(face, account, id, [one]) ?? []);
  const { state, since } = registerOf(face, account.id);
  const isNamed = state === 'abandoned' && problems.includes(NOT_DEREGISTERED);
  const isTold = known.some((fact) => fact.includes(registeredNames[state]));
  const standing =
    AGAINST.includes(state) && since !== undefined && !isNamed && !isTold
      ? [`账号的登记状态自${inWords(since)}起为${registeredNames[state]}`]
      : [];
  const facts = [...new Set([...standing, ...known])];
  return [
    ...(facts.length === 0 ? [] : [`${facts.join('；')}。这个问题还没有销号，另按问题计。`]),
    ...(problems.some((id) => SILENT.includes(id)) ? unlikeRegister(face, one) : []),
    ...(problems.some((id) => SILENT.includes(id)) ? passedUpdates(face, account.id) : []),
  ];
}

/**
 * A later check that failed saw an older post than the register has of a day up to that check: which is which, and what
 * each counts for. Nothing on the public site, which shows no checks.
 */
function unlikeRegister(face: Face, one: IssueStanding): string[] {
  const registered = one.account?.lastPostOn;
  if (face.audience === 'public' || registered === undefined) return [];
  const last = issueLooksOf(face, one).findLast(({ kind }) => kind !== '首次检查');
  const seen = last?.row.row.lastPostOn;
  if (last === undefined || last.failed.length === 0 || seen === undefined) return [];
  const { checkedOn } = last.check;
  if (seen >= registered || registered > checkedOn) return [];
  const latest = latestPost(face, one.account?.id ?? '');
  const basis =
    latest === undefined
      ? ''
      : `；更新期限的预警，按最近的${inWords(latest.on)}（${postSources[latest.from]}）推算`;
  return [
    `登记的最近更新日与${inWords(checkedOn)}检查所见的${inWords(seen)}不一致：问题是否整改到位，看检查所见，由审核员核实${basis}。`,
  ];
}

function factAgainst(
  face: Face,
  account: Entry<Account>,
  problem: string,
  issues: readonly IssueStanding[],
): string | undefined {
  const found = issues.map(({ issue }) => issue.foundOn ?? issue.listedOn).toSorted();
  const [first] = found;
  const latest = found.at(-1);
  if (first === undefined || latest === undefined) return undefined;
  const { state, since, filing } = registerOf(face, account.id);
  if (problem === NOT_FILED && filing !== undefined && !NOT_YET.includes(state)) {
    const early = filing.on < latest && face.audience === 'internal';
    const check = early ? `，早于问题发现或列入的${inWords(latest)}，请核对` : '';
    return `备案登记自${inWords(filing.on)}起有备案编号${check}`;
  }
  if (problem === NOT_DEREGISTERED && state === 'deregistered' && since !== undefined)
    return `备案登记自${inWords(since)}起为${registeredNames[state]}`;
  const { lastPostOn } = account;
  // What a check saw since may contradict the register's day and is known inside only: the public site sets neither day
  // against a problem.
  return face.audience === 'internal' &&
    SILENT.includes(problem) &&
    lastPostOn !== undefined &&
    lastPostOn > first
    ? `登记的最近更新日${inWords(lastPostOn)}在问题发现或列入的${inWords(first)}之后`
    : undefined;
}
