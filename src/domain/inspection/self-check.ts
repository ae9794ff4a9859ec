/** 自查情况: who answered a campaign's checklist, who reported nothing (零报告), what was found, who is silent. */
import type { Campaign } from '../../schema/campaign.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { SelfCheck } from '../../schema/self-check.ts';
import type { Unit } from '../../schema/unit.ts';
import type { Day } from '../../day/calendar.ts';
import { isLive } from '../ledger-on.ts';
import { inUnitOrder } from '../unit-order.ts';

export interface SelfCheckStanding {
  /** The latest answer of each unit. */
  readonly answered: readonly Entry<SelfCheck>[];
  /** Of these, those without a single 有. */
  readonly zero: readonly Entry<SelfCheck>[];
  /** Every 有. */
  readonly found: readonly {
    readonly unit: string;
    readonly item: string;
    readonly note: string;
  }[];
  /** Units that there are on the day and that have not answered. */
  readonly silent: readonly Entry<Unit>[];
}

/** Answers up to `today`, that day included; a later answer of a unit takes the place of an earlier one. */
export function selfCheckStanding(
  ledger: Ledger,
  campaign: Entry<Campaign>,
  today: Day,
): SelfCheckStanding {
  const latest = new Map<string, Entry<SelfCheck>>();
  for (const one of ledger.selfChecks)
    if (one.campaign === campaign.id && one.answeredOn <= today) latest.set(one.unit, one);
  const answered = inUnitOrder(ledger.units, [...latest.values()], ({ unit }) => unit);
  return {
    answered,
    zero: answered.filter(({ answers }) => answers.every(({ answer }) => answer !== 'yes')),
    found: answered.flatMap(({ unit, answers }) =>
      answers
        .filter(({ answer }) => answer === 'yes')
        .map(({ item, note }) => ({ unit, item, note: note ?? '' })),
    ),
    silent: [...ledger.units.values()].filter(
      (unit) => isLive(unit, today) && !latest.has(unit.id),
    ),
  };
}
