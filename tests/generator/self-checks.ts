/** Self-checks of 示例区 for its first campaign: most units answer, most report nothing, a few are silent. */
import type { z } from 'zod';
import { addDays } from '../../src/day/calendar.ts';
import type { selfCheck } from '../../src/schema/self-check.ts';
import type { PlannedCampaign } from './campaigns.ts';
import type { Random } from './random.ts';
import type { MadeUnit } from './units.ts';

export type NewSelfCheck = z.input<typeof selfCheck>;

/** Path below content/ → answers. `found`: the units of whose problems the list says that they found them themselves; none of them reports nothing. */
export function selfChecksFor(
  random: Random,
  units: readonly MadeUnit[],
  { id: campaign, listedOn, record }: PlannedCampaign,
  found: ReadonlySet<string>,
): Map<string, NewSelfCheck> {
  const made = new Map<string, NewSelfCheck>();
  const items = record.checklist?.items ?? [];
  if (items.length === 0) return made;
  for (const [turn, unit] of units.entries()) {
    if (turn % 7 === 6) continue;
    const answeredOn = addDays(listedOn, -random.int(1, 10));
    const stamp = `${answeredOn.replaceAll('-', '')}-1500${String(turn % 60).padStart(2, '0')}-${random.code(3)}`;
    made.set(`self-checks/${campaign}/${unit.id}-${stamp}.yaml`, {
      campaign,
      unit: unit.id,
      answeredOn,
      answers: items.map((item, index) => {
        if ((turn % 5 === 4 || found.has(unit.id)) && index === turn % items.length)
          return { item, answer: 'yes' as const, note: '一个账号有此问题（虚构）' };
        return { item, answer: index === 3 && turn % 3 === 0 ? ('na' as const) : ('no' as const) };
      }),
      reporter: '科员（示例）',
      approver: '办公室主任（示例）',
    });
  }
  return made;
}
