/** 同一名单里列了两次: “甲”“乙”“甲”8个公众号; 甲局、乙局、甲局: one name twice in one row. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type ReadDocument } from '../document/paper.ts';
import { rowsOfUnits } from '../name/units.ts';
import type { ProofRule } from '../rule.ts';

/** Quotations and nothing between them: what stands behind each would tell them apart. */
const QUOTED = /“[^“”]{2,24}”(?:[、和及]?“[^“”]{2,24}”){2,}/gu;
/** 分别, 依次: a name for each of something else. */
const EACH = /分别|依次|由.*到|改为|更名|各自|第[一二三四]季度.*第[一二三四]季度/u;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => {
    const quoted = [...passage.read.matchAll(QUOTED)].map((match) => ({
      names: match[0].match(/“[^“”]+”/gu) ?? [],
      at: match.index,
      end: match.index + match[0].length,
    }));
    const plain = rowsOfUnits(passage.read).filter(({ names }) => names.length >= 3);
    return [...quoted, ...plain].flatMap(({ names, at, end }) => {
      const twice = names.find((name, place) => name.length > 2 && names.indexOf(name) < place);
      const lead = /[^。；]*$/u.exec(passage.read.slice(0, at))?.[0] ?? '';
      const behind = /^[^。；]{0,12}/u.exec(passage.read.slice(end))?.[0] ?? '';
      if (twice === undefined || EACH.test(lead + behind)) return [];
      return [
        foundAt(
          namedTwiceRule.id,
          passage,
          [at, end],
          `${twice.startsWith('“') ? twice : `“${twice}”`}列了两次`,
          `去掉重复的一个，或改为漏列的名称`,
        ),
      ];
    });
  });
}

export const namedTwiceRule: ProofRule = { id: 'named-twice', name: '名单里重复的名称', check };
