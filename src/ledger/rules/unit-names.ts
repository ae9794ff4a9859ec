import type { Rule } from '../rule.ts';

/**
 * A name or alias of a unit means one unit: lists and forms that came back are recognised by them. Former names, and those of
 * units that have ended, may be taken up again.
 */
export const unitNamesRule: Rule = {
  id: 'unit-names',
  title: '单位的名称、别名不与别的单位相同',
  *check({ ledger }) {
    const taken = new Map<string, { id: string; name: string }>();
    for (const { id, path, name, aliases, ended } of ledger.units.values()) {
      if (ended !== undefined) continue;
      const words = [
        { text: name, at: ['name'] },
        ...aliases.map((alias, index) => ({ text: alias, at: ['aliases', index] })),
      ];
      for (const { text, at } of words) {
        const word = text.normalize('NFKC');
        const earlier = taken.get(word);
        if (earlier === undefined) taken.set(word, { id, name });
        else
          yield {
            file: path,
            at,
            message:
              earlier.id === id
                ? `“${text}”在这个单位里写了两次`
                : `“${text}”已是 ${earlier.name}（${earlier.id}）的名称或别名`,
            remedy:
              earlier.id === id ? '删去重复的别名' : '换一个能区分两个单位的写法，或删去这个别名',
          };
      }
    }
  },
};
