/**
 * A week of visits to three websites of 示例区 before its last check, one a day; one site fails twice. Two lists of a
 * monitoring platform a week apart: one finding stays, one is gone, one is new.
 */
import type { z } from 'zod';
import { addDays } from '../../src/day/calendar.ts';
import type { probe } from '../../src/schema/probe.ts';
import type { MadeAccount } from './units.ts';

export type NewProbe = z.input<typeof probe>;

const DAYS = 7;
const SITES = 3;

/** Path below content/ → record. `checkedOn` is the day of the check. */
export function probesFor(
  accounts: readonly MadeAccount[],
  checkedOn: string,
): Map<string, NewProbe> {
  const sites = accounts.filter(({ record }) => record.kind === 'website').slice(0, SITES);
  const made = new Map<string, NewProbe>();
  if (sites.length === 0) return made;
  for (let day = 0; day < DAYS; day += 1) {
    const on = addDays(checkedOn, day - DAYS + 1);
    made.set(`probes/${on.replaceAll('-', '')}-090000-p0${String(day)}.yaml`, {
      visitedAt: `${on}T09:00:00+08:00`,
      visits: sites.map(({ id }, at) =>
        at === 1 && day % 3 === 1
          ? { account: id, outcome: 'failed', why: '15秒内没有打开' }
          : {
              account: id,
              outcome: 'opened',
              milliseconds: 300 + 70 * day + 150 * at,
              ...(at === 2
                ? {}
                : {
                    newestOn: addDays(on, -(at * 5) - (day % 2)),
                    newestItem: `示例区动态（虚构）第${String(at * DAYS + day + 1)}条`,
                  }),
            },
      ),
    });
  }
  const media = accounts.filter(({ record }) => record.kind === 'new-media').slice(0, SITES);
  for (const [week, lists] of [
    [0, 1],
    [1, 2],
  ].entries()) {
    const on = addDays(checkedOn, week * DAYS - DAYS);
    made.set(`probes/${on.replaceAll('-', '')}-observed-shili.yaml`, {
      visitedAt: `${on}T00:00:00+08:00`,
      source: '监测平台错敏词清单（虚构）',
      visits: media.map(({ id }, at) => ({
        account: id,
        outcome: 'observed',
        newestOn: addDays(on, -at * 3 - 1),
        ...(lists.includes(at)
          ? {
              findings: [
                {
                  words: `错别字：第${String(at + 1)}处（虚构，建议：核对）`,
                  address: `https://media.example/${String(at + 1)}.html`,
                },
              ],
            }
          : {}),
      })),
    });
  }
  return made;
}
