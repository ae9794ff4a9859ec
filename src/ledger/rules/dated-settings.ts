import type { Ledger } from '../../schema/ledger.ts';
import { requirementOf } from '../../domain/inspection/freshness.ts';
import type { DataPath } from '../yaml/node.ts';
import type { Finding, Rule } from '../rule.ts';

/** A list of which one entry is in force on a day. `key` is the name of the field that dates an entry. */
interface DatedList {
  file: string;
  key: 'from' | 'until';
  entries: readonly { day: string; at: DataPath }[];
}

/** What changes with a day stands in the order of these days, no two from one day, so that everybody reads the same. */
export const datedSettingsRule: Rule = {
  id: 'dated-settings',
  title:
    '分时生效的规定（时限、指标版本、更新要求、催办、备案、以前的销号规则）按日期从早到晚排列，同一天只有一条',
  *check({ ledger }) {
    for (const list of datedListsOf(ledger)) yield* misplaced(list);
  },
};

function* datedListsOf({ vocabulary, campaigns }: Ledger): Iterable<DatedList> {
  for (const [key, values] of Object.entries(vocabulary.timing))
    yield from('vocabulary/timing.yaml', [key], values);
  const indicators = 'vocabulary/indicators.yaml';
  yield from(indicators, ['editions'], vocabulary.indicators.editions);
  const thresholds = vocabulary.indicators.thresholds.map((one, index) => ({ ...one, index }));
  for (const alike of Map.groupBy(
    thresholds,
    (one) => `${one.indicator} ${requirementOf(one)}`,
  ).values())
    yield {
      file: indicators,
      key: 'from',
      entries: alike.map(({ from: day, index }) => ({ day, at: ['thresholds', index, 'from'] })),
    };
  yield from('vocabulary/reminding.yaml', ['rules'], vocabulary.reminding);
  yield from('vocabulary/registering.yaml', ['rules'], vocabulary.registering);
  for (const { path: file, closing } of campaigns.values())
    yield {
      file,
      key: 'until',
      entries: (closing.earlier ?? []).map(({ until: day }, index) => ({
        day,
        at: ['closing', 'earlier', index, 'until'],
      })),
    };
}

function from(file: string, at: DataPath, list: readonly { from: string }[]): DatedList {
  const entries = list.map(({ from: day }, index) => ({ day, at: [...at, index, 'from'] }));
  return { file, key: 'from', entries };
}

function* misplaced({ file, key, entries }: DatedList): Iterable<Finding> {
  const what = key === 'from' ? '起用日' : '沿用至';
  for (const [index, { day, at }] of entries.entries()) {
    const before = entries[index - 1]?.day;
    if (before === undefined || before < day) continue;
    yield {
      file,
      at,
      message: `${what} ${day} 不晚于上一条的 ${before}`,
      remedy: `按${what}从早到晚排列，同一天只留一条；改规则时在后面加一条，旧的不改`,
    };
  }
}
