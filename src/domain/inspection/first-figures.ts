/**
 * 第 1 套通报的数: what circulars and summaries counted before bulletins said which set of figures is theirs. Kept as it
 * was, so that what was published then can be counted again; nothing new is published with it. Its pass rates put what
 * was looked at again among what was drawn, and its flows count issues once a period.
 */
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { holdsOn, type Period } from '../../day/period.ts';
import { closingEvents } from '../figures/closings.ts';
import { standing } from '../issue/standing.ts';
import { inspectionFigures, previousOf } from './inspection-figures.ts';
import { rateChangeInWords, rateChange, rateInWords, tenths } from './rate.ts';
import type { Settlement } from '../issue/transition.ts';

/** A figure by name; empty where it is not printed. */
export type NamedValue = readonly [name: string, value: string | number];

/** What the first set has; 检查 c 合格率 and the like begin as the figure of all, and end as themselves. */
const CIRCULAR =
  /^(?:应查|检查|合格|不合格|合格率|合格率变化|复查|仍不合格|已改好|新入册|注销|(?:平台|单位|指标) \S+ (?:检查|不合格))$/u;
const PERIOD =
  /^(?:检查次数|检查 \S+ (?:检查|合格|不合格|合格率)|期初在册|新入册|注销|期末在册|问题 (?:新列|销号|转长期坚持|重启|总数|已销号|长期坚持|未完成|逾期|撤销))$/u;

/** The first set of a circular, from the figures of the set of today. */
export function firstCircular(
  ledger: Ledger,
  inspection: Inspection,
  today: readonly NamedValue[],
): NamedValue[] {
  const before = previousOf(ledger, inspection);
  const rate = rateOf(ledger, inspection);
  const rateBefore = before && rateOf(ledger, before);
  const change =
    rate === undefined || rateBefore === undefined
      ? undefined
      : rateChange({ rate, interval: undefined }, { rate: rateBefore, interval: undefined });
  return chosen(today, CIRCULAR, [
    ['合格率', rateInWords(rate)],
    ['合格率变化', rateChangeInWords(change)],
  ]);
}

/** The first set of a summary, from the figures of the set of today. */
export function firstPeriod(
  ledger: Ledger,
  { from, until }: Period,
  checks: readonly Entry<Inspection>[],
  today: readonly NamedValue[],
): NamedValue[] {
  const inside = (day: string): boolean => holdsOn({ from, until }, day);
  const then = standing(ledger, until);
  const events = closingEvents(then).filter(({ on }) => inside(on));
  const settled = (to: Settlement): number =>
    new Set(events.filter((one) => one.to === to).map(({ issue }) => issue)).size;
  const reopened = then.issues.filter(({ history }) =>
    history.timeline.some(
      ({ action, refusal, on }) => action === 'reopened' && refusal === undefined && inside(on),
    ),
  );
  return chosen(today, PERIOD, [
    ...checkRates(ledger, checks),
    ['问题 销号', settled('closed')],
    ['问题 转长期坚持', settled('sustained')],
    ['问题 重启', reopened.length],
  ]);
}

/** The same without what a later report changes. */
export function firstFixed(
  ledger: Ledger,
  checks: readonly Entry<Inspection>[],
  today: readonly NamedValue[],
): NamedValue[] {
  return chosen(today, PERIOD, checkRates(ledger, checks));
}

function checkRates(ledger: Ledger, checks: readonly Entry<Inspection>[]): NamedValue[] {
  return checks.map((check) => [`检查 ${check.id} 合格率`, rateInWords(rateOf(ledger, check))]);
}

/** Of everything that was looked at. */
function rateOf(ledger: Ledger, inspection: Inspection): number | undefined {
  return tenths(inspectionFigures(ledger, inspection));
}

/** The figures whose names fit, some of them counted in the way of the first set. */
function chosen(
  today: readonly NamedValue[],
  names: RegExp,
  own: readonly NamedValue[],
): NamedValue[] {
  const values = new Map(own);
  return today
    .filter(([name]) => names.test(name))
    .map(([name, value]) => [name, values.get(name) ?? value]);
}
