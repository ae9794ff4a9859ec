/** Eight quarterly checks of 示例区, every second one a sample; what failed is looked at again in the next. */
import type { z } from 'zod';
import { addDays, quarterOf } from '../../src/day/calendar.ts';
import { draw } from '../../src/domain/inspection/draw.ts';
import { register } from '../../src/domain/register.ts';
import type { inspection } from '../../src/schema/inspection.ts';
import { registration } from '../../src/schema/registration.ts';
import type { Indicators } from '../../src/schema/indicators.ts';
import type { NewRegistration } from './registry.ts';
import type { Random } from './random.ts';
import type { MadeAccount } from './units.ts';

export type NewInspection = z.input<typeof inspection>;
type NewRow = NewInspection['accounts'][number];

const CHECKS = 8;
const QUARTER = 91;

/** Checks by id, the oldest first. */
export function inspectionsFor(
  random: Random,
  accounts: readonly MadeAccount[],
  registry: ReadonlyMap<string, NewRegistration>,
  indicators: Indicators,
  asOf: string,
): Map<string, NewInspection> {
  const edition = indicators.editions.at(-1);
  if (edition === undefined) throw new RangeError('a vocabulary without indicators');
  const byId = new Map(accounts.map((one) => [one.id, one]));
  const made = new Map<string, NewInspection>();
  const last = addDays(asOf, -10);
  let previous: string | undefined;
  let failed: string[] = [];
  for (let turn = 0; turn < CHECKS; turn += 1) {
    const checkedOn = addDays(asOf, -10 - (CHECKS - 1 - turn) * QUARTER);
    // Counted back from the last one: 91 days may end in the same quarter twice.
    const quarters = Number(last.slice(0, 4)) * 4 + quarterOf(last) - CHECKS + turn;
    const [year, number] = [String(Math.floor(quarters / 4)), (quarters % 4) + 1];
    const quarter = `${year}-q${String(number)}`;
    const living = accounts
      .map(({ id }) => id)
      .filter((id) => !isDeregistered(registry, id, checkedOn))
      .toSorted();
    const isTimed = indicators.thresholds.every(({ from }) => from <= checkedOn);
    const again = failed.filter((id) => living.includes(id));
    const [seed, share] = [Number(checkedOn.replaceAll('-', '')), 40];
    const isSample = turn % 2 === 1;
    const drawn = isSample ? draw(living, seed, share) : living;
    const list = [...again, ...drawn.filter((id) => !again.includes(id))];
    const rows = list.flatMap((id) => {
      const account = byId.get(id);
      return account === undefined
        ? []
        : [rowFor(random, account, again.includes(id), edition.veto, checkedOn, isTimed)];
    });
    made.set(`${quarter}-check`, {
      name: `示例区${year}年第${['一', '二', '三', '四'][number - 1] ?? ''}季度检查`,
      checkedOn,
      from: addDays(checkedOn, -4),
      until: checkedOn,
      edition: edition.id,
      campaign: quarter,
      ...(previous === undefined ? {} : { previous }),
      replyBy: addDays(checkedOn, 30),
      population: living.length,
      scope: isSample ? { kind: 'sample', seed, share } : { kind: 'all' },
      checker: '区政府办信息科（示例）',
      accounts: rows.map(({ row }) => row),
      note: '检查底稿另存（虚构的内部备注）',
    });
    failed = rows.filter(({ isFailed }) => isFailed).map(({ row }) => row.account);
    previous = `${quarter}-check`;
  }
  return made;
}

function isDeregistered(
  registry: ReadonlyMap<string, NewRegistration>,
  account: string,
  day: string,
): boolean {
  const steps = [...registry]
    .filter(([, step]) => step.account === account)
    .map(([path, step]) => ({ ...registration.parse(step), id: path, path }));
  return register(steps, day).state === 'deregistered';
}

/** What a check found on one account, and whether it fails by chance. */
export function rowFor(
  random: Random,
  { id, record }: MadeAccount,
  lookBack: boolean,
  veto: Indicators['editions'][number]['veto'],
  checkedOn: string,
  isTimed: boolean,
): { row: NewRow; isFailed: boolean } {
  const odds = lookBack ? 0.3 : 0.1;
  const isStale = random.chance(odds);
  const isSilent = random.chance(odds / 2);
  const [fresh, voice] = record.kind === 'website' ? ['W3', 'W5'] : ['M2', 'M3'];
  const results = veto[record.kind]
    // Before any rule of updating was in force the checker had to say.
    .filter((one) => one.id !== fresh || !isTimed)
    .map((one) =>
      (one.id === voice && isSilent) || (one.id === fresh && isStale)
        ? {
            indicator: one.id,
            result: 'failed' as const,
            finding: one.id === fresh ? '久未更新' : '留言无人回复',
            note: '截图存档（虚构）',
          }
        : { indicator: one.id, result: 'passed' as const },
    );
  const row: NewRow = {
    account: id,
    ...(lookBack ? { lookBack } : {}),
    lastPostOn: addDays(checkedOn, -(isStale ? random.int(15, 90) : random.int(0, 14))),
    counted: { days: 30, posts: random.int(0, 20), originals: random.int(0, 5) },
    results,
    ...(isStale ? { note: '已当面告知（虚构）' } : {}),
  };
  return { row, isFailed: isStale || isSilent };
}
