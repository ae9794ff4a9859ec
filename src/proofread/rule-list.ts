/** 规则表: all rules, in the order in which what they find in one place is told. */
import type { ProofRule } from './rule.ts';
import { againRule } from './rules/again.ts';
import { amongRule } from './rules/among.ts';
import { amountsRule } from './rules/amounts.ts';
import { annexedRule } from './rules/annexed.ts';
import { tallyRule } from './rules/tally.ts';
import { eachRule } from './rules/each.ts';
import { anaphoraRule } from './rules/anaphora.ts';
import { basesRule } from './rules/bases.ts';
import { failuresRule } from './rules/failures.ts';
import { fairdaysRule } from './rules/fairdays.ts';
import { apartRule } from './rules/apart.ts';
import { attachmentsRule } from './rules/attachments.ts';
import { averagesRule } from './rules/averages.ts';
import { bracketsRule } from './rules/brackets.ts';
import { calendarRule } from './rules/calendar.ts';
import { changeRule } from './rules/change.ts';
import { checkedRule } from './rules/checked.ts';
import { completeRule } from './rules/complete.ts';
import { columnsRule } from './rules/columns.ts';
import { headingsRule } from './rules/headings.ts';
import { headsumRule } from './rules/headsum.ts';
import { headsRule } from './rules/heads.ts';
import { possibleRule } from './rules/possible.ts';
import { identityRule } from './rules/identity.ts';
import { listsRule } from './rules/lists.ts';
import { namesRule } from './rules/names.ts';
import { numberingRule } from './rules/numbering.ts';
import { orderRule } from './rules/order.ts';
import { kindsRule } from './rules/kinds.ts';
import { lastingRule } from './rules/lasting.ts';
import { largerRule } from './rules/larger.ts';
import { partsRule } from './rules/parts.ts';
import { periodsRule } from './rules/periods.ts';
import { portionsRule } from './rules/portions.ts';
import { quotaRule } from './rules/quota.ts';
import { ratesRule } from './rules/rates.ts';
import { remainderRule } from './rules/remainder.ts';
import { repeatedRule } from './rules/repeated.ts';
import { respectiveRule } from './rules/respective.ts';
import { restatedRule } from './rules/restated.ts';
import { rosterRule } from './rules/roster.ts';
import { rowcountRule } from './rules/rowcount.ts';
import { tableRowsRule } from './rules/rows.ts';
import { sharesRule } from './rules/shares.ts';
import { tenfoldRule } from './rules/tenfold.ts';
import { togetherRule } from './rules/together.ts';
import { titlesRule } from './rules/titles.ts';
import { gapsRule } from './rules/gaps.ts';
import { becameRule } from './rules/became.ts';
import { leftoverRule } from './rules/leftover.ts';
import { matrixRule } from './rules/matrix.ts';
import { announcedRule } from './rules/announced.ts';
import { opposedRule } from './rules/opposed.ts';
import { allpassRule } from './rules/allpass.ts';
import { standingRule } from './rules/standing.ts';
import { lastseenRule } from './rules/lastseen.ts';
import { rankingRule } from './rules/ranking.ts';
import { outrightRule } from './rules/outright.ts';
import { trendRule } from './rules/trend.ts';
import { sampledRule } from './rules/sampled.ts';
import { settledRule } from './rules/settled.ts';
import { namedFailuresRule } from './rules/named-failures.ts';
import { titlePeriodRule } from './rules/title-period.ts';
import { deadlinesRule } from './rules/deadlines.ts';
import { boundsRule } from './rules/bounds.ts';
import { annexGroupsRule } from './rules/annex-groups.ts';
import { batchesRule } from './rules/batches.ts';
import { joinedRule } from './rules/joined.ts';
import { piecesRule } from './rules/pieces.ts';
import { sortedRatesRule } from './rules/sorted-rates.ts';
import { homophonesRule } from './rules/homophones.ts';
import { rateAgainRule } from './rules/rate-again.ts';
import { extremesRule } from './rules/extremes.ts';
import { carriedRule } from './rules/carried.ts';
import { recheckedRule } from './rules/rechecked.ts';
import { resumedRule } from './rules/resumed.ts';
import { stillOpenRule } from './rules/still-open.ts';
import { weekdaysRule } from './rules/weekdays.ts';
import { membersRule } from './rules/members.ts';
import { relationRules } from './relation-rules.ts';

export const proofRules: readonly ProofRule[] = [
  partsRule,
  tallyRule,
  remainderRule,
  largerRule,
  checkedRule,
  ratesRule,
  possibleRule,
  respectiveRule,
  completeRule,
  portionsRule,
  togetherRule,
  tenfoldRule,
  quotaRule,
  sharesRule,
  changeRule,
  basesRule,
  averagesRule,
  fairdaysRule,
  eachRule,
  namesRule,
  rosterRule,
  headingsRule,
  headsumRule,
  failuresRule,
  kindsRule,
  listsRule,
  rowcountRule,
  restatedRule,
  anaphoraRule,
  columnsRule,
  identityRule,
  tableRowsRule,
  repeatedRule,
  calendarRule,
  periodsRule,
  orderRule,
  lastingRule,
  numberingRule,
  attachmentsRule,
  annexedRule,
  amongRule,
  againRule,
  apartRule,
  titlesRule,
  headsRule,
  amountsRule,
  bracketsRule,
  gapsRule,
  becameRule,
  leftoverRule,
  matrixRule,
  announcedRule,
  opposedRule,
  allpassRule,
  standingRule,
  lastseenRule,
  resumedRule,
  rankingRule,
  outrightRule,
  trendRule,
  sampledRule,
  settledRule,
  namedFailuresRule,
  titlePeriodRule,
  deadlinesRule,
  boundsRule,
  annexGroupsRule,
  batchesRule,
  joinedRule,
  piecesRule,
  sortedRatesRule,
  homophonesRule,
  rateAgainRule,
  extremesRule,
  carriedRule,
  recheckedRule,
  stillOpenRule,
  weekdaysRule,
  membersRule,
  ...relationRules,
];

/** Rules that look at what others look at in another way. */
export const BESIDE_OTHERS: ReadonlySet<string> = new Set(
  [
    trendRule,
    sampledRule,
    matrixRule,
    settledRule,
    leftoverRule,
    outrightRule,
    batchesRule,
    joinedRule,
    piecesRule,
    sortedRatesRule,
    rateAgainRule,
    againRule,
    membersRule,
    recheckedRule,
    extremesRule,
    ...relationRules,
  ].map(({ id }) => id),
);
