/** The issues of a face → what Pagefind indexes. Lists every field it takes; nothing internal is among them. */
import { NO_ACCOUNT, noAccountName } from '../../domain/issue/owner.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { stateInWords } from '../../domain/issue/state-words.ts';
import { phases, type State } from '../../domain/issue/transition.ts';
import { WEBSITE } from '../../text/terms.ts';
import { issueAddress } from '../../views/address.ts';
import type { Face } from '../../views/face.ts';
import { figureRolls } from '../../views/figure/figure-roll.ts';
import { originNames } from '../../views/issue/issue-row.ts';
import { issueTitle } from '../../views/issue/issue-title.ts';
import { latenessByDay } from '../../views/issue/lateness-view.ts';
import { recordsBelow } from './below.ts';
import { filledTexts } from './entry-parts.ts';
import { type IssueRecord, OWN_LEDGER } from '../record.ts';

/** The issues of this ledger, then those of the ledgers below that may be searched. */
export function issueRecords(face: Face): IssueRecord[] {
  const below = recordsBelow(face);
  return [...ownRecords(face, below.length === 0 ? [] : [OWN_LEDGER]), ...below];
}

function ownRecords(face: Face, whose: readonly string[]): IssueRecord[] {
  const { ledger } = face;
  const { vocabulary } = ledger;
  // Other names of platforms, problems and units are those of their pages (`searchEntries`), whose issues are found by facet.
  const platforms = new Map<string, string>([
    [WEBSITE.id, WEBSITE.name],
    [NO_ACCOUNT, noAccountName],
    ...vocabulary.platforms.map(({ id, name }) => [id, name] as const),
  ]);
  const problems = new Map(vocabulary.problems.map(({ id, name }) => [id, name]));
  const figuresOf = rowsByIssue(face);
  // Results that fit alike stand in this order: what is not finished before what is over.
  return face.standing.issues.toSorted(byTurn).map((one): IssueRecord => {
    const { id, issue, account, history } = one;
    const platform = platforms.get(one.platform) ?? '';
    const categories = issue.problems.flatMap((key) => problems.get(key) ?? []);
    const owner = ledger.units.get(one.unit);
    const campaign = ledger.campaigns.get(issue.campaign)?.name ?? '';
    const { due, word } = latenessByDay(face, one);
    return {
      id,
      address: issueAddress(id).replace(/^\//u, ''),
      title: issueTitle(one),
      summary: [
        owner?.name ?? issue.listedHost,
        stateInWords(history),
        `时限：${issue.deadline.text}`,
        platform,
        campaign,
      ].join(' · '),
      lateness: filledTexts([due, word]).join('，'),
      texts: [
        issue.listed ?? '',
        issue.place ?? '',
        issue.listedHost,
        issue.finding,
        issue.measures,
        account?.name ?? '',
        word,
        ...[one.unit, ...(issue.assisting ?? [])].flatMap(
          (unit) => ledger.units.get(unit)?.name ?? [],
        ),
        platform,
        ...categories,
        campaign,
      ],
      row: issue.row,
      facets: {
        平台: [platform],
        问题: categories,
        状态: [phases[history.phase]],
        台账: whose,
        单位: owner === undefined ? [] : [owner.name],
        账号: account === undefined ? [] : [account.id],
        专项: [campaign],
        指标: figuresOf.get(id) ?? [],
        截止日: dueOf(one),
        来源: originNames(issue),
      },
    };
  });
}

const TURNS: readonly State[] = ['sustained', 'closed', 'void'];

/** What is unfinished, then what goes on, what is closed, what is withdrawn; each as in the ledger. */
function byTurn({ history: a }: IssueStanding, { history: b }: IssueStanding): number {
  return TURNS.indexOf(a.state) - TURNS.indexOf(b.state);
}

/** The figures in whose rows an issue may be named. */
function rowsByIssue(face: Face): Map<string, string[]> {
  const pairs = figureRolls(face)
    .filter(({ campaign, rowKind }) => campaign === undefined && rowKind === 'issue')
    .flatMap(({ name, ids }) => ids.map((id) => ({ id, name })));
  const groups = Map.groupBy(pairs, ({ id }) => id);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ name }) => name)]));
}

/** The last day and its month. */
function dueOf({ history }: IssueStanding): string[] {
  const { dueOn } = history.round;
  return dueOn === undefined ? [] : [dueOn, dueOn.slice(0, 7)];
}
