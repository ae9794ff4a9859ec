/** A ledger below with its sums and rows (虚构), as the tests of this folder change them. */
import type { Child } from '../../../src/schema/child.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import {
  ROLLUP_VERSION,
  ROWS_FORMAT,
  type RollupSums,
  type RowsFile,
} from '../../../src/schema/rollup.ts';
import type { Snapshot } from '../../../src/schema/snapshot.ts';

export const child: Entry<Child> = {
  id: 'jia',
  path: 'children/jia.yaml',
  name: '甲区（虚构）',
  since: '2026-01-01',
  until: '2026-12-31',
  lateAfter: 10,
};
export const sums: RollupSums = {
  version: ROLLUP_VERSION,
  name: '甲区（虚构）',
  authority: '甲区（虚构）',
  level: 'public',
  asOf: '2026-06-01',
  commit: '',
  figures: { total: 1, valid: 1, closed: 1 },
  withheld: {},
  countedOnly: 0,
  platforms: [{ name: '微信公众号', total: 1, unfinished: 0, closed: 1 }],
  problems: [],
  children: [],
  shared: 0,
};
export const rows: RowsFile = {
  format: ROWS_FORMAT,
  version: ROLLUP_VERSION,
  level: 'public',
  asOf: '2026-06-01',
  units: [],
  accounts: [],
  issues: [
    {
      id: 'a-1',
      unit: '甲（虚构）',
      platform: '微信公众号',
      problems: [],
      state: '已销号',
      href: '/issues/a-1.html',
      figures: ['total', 'valid', 'closed'],
    },
  ],
  assigned: [],
  below: [],
};
export const good = (on: string, accounts?: string[]): Entry<Snapshot> => ({
  id: `jia/${on}`,
  path: '',
  outcome: 'good',
  sha256: '',
  signed: false,
  summary: sums,
  ...(accounts === undefined ? {} : { accounts }),
});
export const fault = (on: string): Entry<Snapshot> => ({
  id: `jia/${on}-fault`,
  path: '',
  outcome: 'fault',
  why: '打不开',
});
