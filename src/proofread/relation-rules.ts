/** 数与数、名与名的关系: rules that read a relation in whatever words; what another rule tells of a sentence they do not tell again. */
import { monthsNamedRule } from './rules/months-named.ts';
import { platformTableRule } from './rules/platform-table.ts';
import { unitsPointedRule } from './rules/units-pointed.ts';
import { pointedNameRule } from './rules/pointed-name.ts';
import type { ProofRule } from './rule.ts';
import { allButRule } from './rules/all-but.ts';
import { allOfRateRule } from './rules/all-of-rate.ts';
import { daysLastedRule } from './rules/days-lasted.ts';
import { daysPassedRule } from './rules/days-passed.ts';
import { stockFlowRule } from './rules/flow.ts';
import { hostsRule } from './rules/hosts.ts';
import { inTurnRule } from './rules/in-turn.ts';
import { judgedTwiceRule } from './rules/judged-twice.ts';
import { meanOfRule } from './rules/mean-of.ts';
import { onlyOneRule } from './rules/only-one.ts';
import { overallRule } from './rules/overall.ts';
import { placedRule } from './rules/placed.ts';
import { pointsMovedRule } from './rules/points-moved.ts';
import { reckonedRule } from './rules/reckoned.ts';
import { restOfRule } from './rules/rest-of.ts';
import { rowCountRule } from './rules/row-count.ts';
import { sameSumRule } from './rules/same-sum.ts';
import { signedTitleRule } from './rules/signed-title.ts';
import { stillSomeRule } from './rules/still-some.ts';
import { timesOverRule } from './rules/times-over.ts';
import { toldAgainRule } from './rules/told-again.ts';
import { documentNumberRule } from './rules/document-number.ts';
import { meanBoundsRule } from './rules/mean-bounds.ts';
import { shareWordsRule } from './rules/share-words.ts';
import { scoreSumRule } from './rules/score-sum.ts';
import { quarterDaysRule } from './rules/quarter-days.ts';
import { saidDirectionRule } from './rules/said-direction.ts';
import { leastEachRule } from './rules/least-each.ts';
import { silenceRule } from './rules/silence.ts';
import { failsInARowRule } from './rules/fails-in-a-row.ts';
import { summedRule } from './rules/summed.ts';
import { crossedRule } from './rules/crossed.ts';
import { ordinalsRule } from './rules/ordinals.ts';
import { leftRule } from './rules/left.ts';
import { levelsRule } from './rules/levels.ts';
import { netChangeRule } from './rules/net-change.ts';
import { retoldRule } from './rules/retold.ts';
import { rateOfRule } from './rules/rate-of.ts';
import { ratesEachRule } from './rules/rates-each.ts';
import { exclusiveRule } from './rules/exclusive.ts';
import { steadyRule } from './rules/steady.ts';
import { familiesRule } from './rules/families.ts';
import { inRowsRule } from './rules/in-rows.ts';
import { headersRule } from './rules/headers.ts';
import { shareOfRule } from './rules/share-of.ts';
import { namedTwiceRule } from './rules/named-twice.ts';
import { pointsToldRule } from './rules/points-told.ts';
import { allYetRule } from './rules/all-yet.ts';
import { stockMovesRule } from './rules/stock-moves.ts';
import { boundsListedRule } from './rules/bounds-listed.ts';

export const relationRules: readonly ProofRule[] = [
  timesOverRule,
  pointsMovedRule,
  overallRule,
  restOfRule,
  stockFlowRule,
  meanOfRule,
  judgedTwiceRule,
  allButRule,
  placedRule,
  onlyOneRule,
  daysPassedRule,
  daysLastedRule,
  toldAgainRule,
  signedTitleRule,
  sameSumRule,
  rowCountRule,
  allOfRateRule,
  reckonedRule,
  hostsRule,
  inTurnRule,
  stillSomeRule,
  documentNumberRule,
  meanBoundsRule,
  shareWordsRule,
  scoreSumRule,
  quarterDaysRule,
  saidDirectionRule,
  leastEachRule,
  silenceRule,
  failsInARowRule,
  summedRule,
  crossedRule,
  ordinalsRule,
  leftRule,
  netChangeRule,
  levelsRule,
  retoldRule,
  rateOfRule,
  ratesEachRule,
  exclusiveRule,
  steadyRule,
  familiesRule,
  inRowsRule,
  headersRule,
  shareOfRule,
  namedTwiceRule,
  pointsToldRule,
  allYetRule,
  stockMovesRule,
  boundsListedRule,
  monthsNamedRule,
  pointedNameRule,
  platformTableRule,
  unitsPointedRule,
];
