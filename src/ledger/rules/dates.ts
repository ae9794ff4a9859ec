import { inWords } from '../../day/calendar.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Member } from '../../schema/site.ts';
import type { Update } from '../../schema/update.ts';
import type { DataPath } from '../yaml/node.ts';
import type { Finding, Rule } from '../rule.ts';

/** A day that must not be later than another, and what to do where it is. */
interface Pair {
  /** The day that is pointed at. */
  at: DataPath;
  early: readonly [name: string, day: string | undefined];
  late: readonly [name: string, day: string | undefined];
  remedy: string;
}

/** Days of one record stand in their order; what depends on the steps before is the rule `sequence`. */
export const datesRule: Rule = {
  id: 'dates',
  title: '日期先后合理：开设、列入、截止、完成、报告、公示、任期',
  *check({ ledger }) {
    yield* members('site.yaml', 'reviewers', ledger.site.reviewers);
    yield* members('site.yaml', 'maintainers', ledger.site.maintainers);
    yield* members('site.yaml', 'robots', ledger.site.robots);
    for (const unit of ledger.units.values()) yield* members(unit.path, 'members', unit.members);
    for (const { path, openedOn, lastPostOn } of ledger.accounts.values())
      yield* inOrder(path, {
        at: ['lastPostOn'],
        early: ['开设日期', openedOn],
        late: ['最近更新日', lastPostOn],
        remedy: '核对 openedOn 和 lastPostOn',
      });
    for (const { path, foundOn, listedOn, deadline } of ledger.issues.values()) {
      yield* inOrder(path, {
        at: ['foundOn'],
        early: ['发现日期', foundOn],
        late: ['列入日期', listedOn],
        remedy: '核对 foundOn 和 listedOn',
      });
      const dueOn = 'dueOn' in deadline ? deadline.dueOn : undefined;
      yield* inOrder(path, {
        at: ['deadline', 'dueOn'],
        early: ['列入日期', listedOn],
        late: ['截止日', dueOn],
        remedy: '核对时限的年份；原文没有写年份的，按填表日期的年份',
      });
      yield* inOrder(path, {
        at: ['deadline', 'reportOn'],
        early: ['截止日', dueOn],
        late: ['报送日', 'reportOn' in deadline ? deadline.reportOn : undefined],
        remedy: '报送日在整改截止之后；核对 reportOn',
      });
      yield* inOrder(path, {
        at: ['deadline', 'reviewOn'],
        early: ['列入日期', listedOn],
        late: ['首次复查日', 'reviewOn' in deadline ? deadline.reviewOn : undefined],
        remedy: '核对 reviewOn',
      });
    }
    for (const [id, updates] of ledger.updates) {
      const issue = ledger.issues.get(id);
      for (const update of updates)
        for (const pair of pairsOf(update, issue)) yield* inOrder(update.path, pair);
    }
  },
};

/** When an issue was listed and, where the source says so, found. */
type Listing = Pick<Issue, 'listedOn' | 'foundOn'>;

/** True when a day of the update contradicts another; the rule `sequence` then leaves its issue alone. */
export function hasDatesInDisorder(update: Update, issue: Listing): boolean {
  return pairsOf(update, issue).some(({ early, late }) => isDisorder(early[1], late[1]));
}

function isDisorder(early: string | undefined, late: string | undefined): boolean {
  return early !== undefined && late !== undefined && late < early;
}

function* inOrder(file: string, { at, early, late, remedy }: Pair): Iterable<Finding> {
  const [[earlyName, earlyDay], [lateName, lateDay]] = [early, late];
  if (earlyDay === undefined || lateDay === undefined || !isDisorder(earlyDay, lateDay)) return;
  const message = `${lateName}${inWords(lateDay)}早于${earlyName}${inWords(earlyDay)}`;
  yield { file, at, message, remedy };
}

function* members(file: string, key: string, list: readonly Member[]): Iterable<Finding> {
  for (const [index, { from, until }] of list.entries())
    yield* inOrder(file, {
      at: [key, index, 'until'],
      early: ['任期起', from],
      late: ['任期止', until],
      remedy: '核对 from 和 until',
    });
}

function pairsOf(update: Update, issue: Listing | undefined): Pair[] {
  const { listedOn, foundOn } = issue ?? {};
  const reported = ['报告日期', update.reportedOn] as const;
  const pairs: Pair[] = [
    {
      at: ['reportedOn'],
      early: ['问题的列入日期', listedOn],
      late: reported,
      remedy: '核对 reportedOn',
    },
    ...update.evidence.map(({ day }, index) => ({
      at: ['evidence', index, 'day'],
      early: ['材料日期', day] as const,
      late: reported,
      remedy: '核对材料日期；材料在报告之前形成',
    })),
  ];
  switch (update.action) {
    case 'submitted':
      pairs.push(
        {
          at: ['completedOn'],
          early: ['完成日期', update.completedOn],
          late: reported,
          remedy: '整改完成后再申请验收；核对 completedOn',
        },
        {
          at: ['completedOn'],
          // What was found before it was listed may have been put right at once.
          early: foundOn === undefined ? ['问题的列入日期', listedOn] : ['问题的发现日期', foundOn],
          late: ['完成日期', update.completedOn],
          remedy: '核对 completedOn；写这个问题整改完成的日子',
        },
      );
      break;
    case 'publicity':
      pairs.push({
        at: ['until'],
        early: ['公示起', update.from],
        late: ['公示止', update.until],
        remedy: '核对 from 和 until',
      });
      break;
    case 'confirmedAbove':
      pairs.push({
        at: ['confirmedOn'],
        early: ['核销日期', update.confirmedOn],
        late: reported,
        remedy: '收到核销文件后再登记；核对 confirmedOn',
      });
      break;
    case 'extended':
      pairs.push({
        at: ['askedOn'],
        early: ['申请日期', update.askedOn],
        late: reported,
        remedy: '核对 askedOn',
      });
      break;
    case 'deferred':
      pairs.push(
        {
          at: ['askedOn'],
          early: ['申请日期', update.askedOn],
          late: reported,
          remedy: '核对 askedOn',
        },
        {
          at: ['until'],
          early: reported,
          late: ['暂缓到的日子', update.until],
          remedy: '写以后的日子',
        },
      );
      break;
    case 'sustained':
    case 'reviewed':
      pairs.push({
        at: ['reviewOn'],
        early: reported,
        late: ['下次复查日', update.reviewOn],
        remedy: '写以后的日子',
      });
      break;
    case 'reopened':
      pairs.push({
        at: ['dueOn'],
        early: reported,
        late: ['新一轮截止日', update.dueOn],
        remedy: '写以后的日子',
      });
      break;
    case 'started':
    case 'progress':
    case 'returned':
    case 'accepted':
    case 'transferred':
    case 'voided':
      break;
    default:
      update satisfies never;
  }
  return pairs;
}
