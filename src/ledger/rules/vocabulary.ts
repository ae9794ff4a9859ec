import { NO_ACCOUNT, noAccountName } from '../../domain/issue/owner.ts';
import type { DataPath } from '../yaml/node.ts';
import type { Finding, Rule } from '../rule.ts';
import { accountKinds, WEBSITE } from '../../text/terms.ts';
import { indicatorIds } from '../../schema/indicators.ts';

interface Word {
  text: string;
  at: DataPath;
}

/** Where a platform would stand. */
const RESERVED: ReadonlyMap<string, string> = new Map([
  [WEBSITE.id, WEBSITE.name],
  [NO_ACCOUNT, noAccountName],
]);

/** Every id, name and alias of a vocabulary means one thing. */
export const vocabularyRule: Rule = {
  id: 'vocabulary',
  title: '词表里的编号、名称、别名不重复，指标都在',
  *check({ ledger }) {
    const { platforms, problems, indicators } = ledger.vocabulary;
    for (const [key, list] of [
      ['platforms', platforms],
      ['problems', problems],
    ] as const) {
      const file = `vocabulary/${key}.yaml`;
      yield* twice(
        file,
        '编号',
        list.map(({ id }, index) => ({ text: id, at: [key, index, 'id'] })),
      );
      for (const [index, { id }] of list.entries())
        if (key === 'platforms' && RESERVED.has(id))
          yield {
            file,
            at: [key, index, 'id'],
            message: `平台编号不能用 ${id}，程序用它表示${RESERVED.get(id) ?? ''}`,
            remedy: '换一个编号',
          };
      yield* twice(
        file,
        '名称或别名',
        list.flatMap(({ name, aliases }, index) => [
          { text: name, at: [key, index, 'name'] },
          ...aliases.map((alias, n) => ({ text: alias, at: [key, index, 'aliases', n] })),
        ]),
      );
    }
    const file = 'vocabulary/indicators.yaml';
    const { editions } = indicators;
    yield* twice(
      file,
      '编号',
      editions.map(({ id }, index) => ({ text: id, at: ['editions', index, 'id'] })),
    );
    for (const [index, { veto }] of editions.entries())
      for (const kind of Object.keys(accountKinds) as (keyof typeof accountKinds)[])
        yield* twice(
          file,
          '编号',
          veto[kind].map(({ id }, n) => ({
            text: id,
            at: ['editions', index, 'veto', kind, n, 'id'],
          })),
        );
    const known = new Set(indicatorIds(editions));
    for (const [index, { indicators: named }] of problems.entries())
      for (const [n, id] of named.entries())
        if (!known.has(id))
          yield {
            file: 'vocabulary/problems.yaml',
            at: ['problems', index, 'indicators', n],
            message: `检查指标 ${id} 不存在`,
            remedy: `先在 ${file} 登记，再引用`,
          };
  },
};

function* twice(file: string, what: string, words: readonly Word[]): Iterable<Finding> {
  const seen = new Set<string>();
  for (const { text, at } of words) {
    if (seen.has(text))
      yield { file, at, message: `${what}“${text}”已经用过`, remedy: '删去重复的，或换一个' };
    seen.add(text);
  }
}
