/** 逐季、逐月: 分别为7个、9个、4个，逐季下降: a row that does not go one way. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const ROW =
  /(?:分别|依次)[^，。；：\d]{0,12}(?<row>\d+(?:\.\d+)?(?<unit>%|[个家条件项次篇分处])(?:[、，和](?:和)?\d+(?:\.\d+)?\k<unit>){2,11})(?<between>[^。；]{0,30}?)(?:逐[季月年次期周批]|逐步|持续|连续|稳步)(?<way>下降|减少|降低|递减|回落|上升|增加|提高|提升|递增|增长)/gu;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) =>
      [...text.matchAll(ROW)].flatMap((match) => {
        const { row = '', way = '', between = '' } = match.groups ?? {};
        const values = (row.match(/\d+(?:\.\d+)?/gu) ?? []).map(Number);
        const isDown = /降|减|落/u.test(way);
        const off = values.findIndex((value, place) => {
          const before = values[place - 1];
          return before !== undefined && (isDown ? value >= before : value <= before);
        });
        // What stands between may be what goes one way.
        if (off < 0 || /率|平均|得分|不合格|合格|但|除/u.test(between)) return [];
        return [
          foundAt(
            steadyRule.id,
            passage,
            [at + match.index, at + match.index + match[0].length],
            `写的是${way}，由${String(values[off - 1])}到${String(values[off])}不是`,
            `各数依次${way}，或改正说法`,
          ),
        ];
      }),
    ),
  );
}

export const steadyRule: ProofRule = { id: 'steady', name: '逐季、逐月的升降', check };
