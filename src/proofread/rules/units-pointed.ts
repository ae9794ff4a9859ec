/** 上述几个单位: 请区医保局、水务局、教育局整改。上述5个单位…: as many as were listed before. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type ReadDocument } from '../document/paper.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const UNIT = String.raw`[^，。；：、\s“”（）等和及与\d]{1,12}(?:局|办(?![事理法结])|委(?![托员])|镇|乡|街道|中心|医院|联合会|厅)`;
const ROW = new RegExp(`${UNIT}(?:(?:、|和|以及|及(?!时|早)|与)${UNIT}){2,}(?!、|等)`, 'gu');
const POINTED =
  /(?:上述|以上)(?<count>\d{1,2}|[两二三四五六七八九十]{1,3})[个家](?:责任|主办)?(?:单位|部门)/gu;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    [...passage.read.matchAll(POINTED)].flatMap((match) => {
      const rows = [...passage.read.slice(0, match.index).matchAll(ROW)];
      const [row, more] = rows;
      const said = valueWritten(match.groups?.['count'] ?? '');
      if (row === undefined || more !== undefined || said === undefined) return [];
      // Others may be named by themselves beside the row.
      const outside = passage.read.slice(0, match.index).replace(row[0], '');
      const count = row[0].split(/、|和|以及|及(?!时|早)|与/u).length;
      if (count === said || new RegExp(`[、和与请对由]${UNIT}`, 'u').test(outside)) return [];
      return [
        disagreement(
          unitsPointedRule.id,
          [{ passage, at: match.index, end: match.index + match[0].length }],
          { passage, at: row.index, end: row.index + row[0].length },
          {
            message: `写的是“${match[0]}”，前面列出的是${String(count)}个`,
            expected: `${String(count)}个，或补全列举`,
          },
        ),
      ];
    }),
  );
}

export const unitsPointedRule: ProofRule = {
  id: 'units-pointed',
  name: '上述单位与前文列举',
  check,
};
