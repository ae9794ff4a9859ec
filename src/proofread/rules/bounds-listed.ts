/** 均在其上与后句所列: 各县（区）合格率均在95%以上……其中，甲区98.9%，乙县94.7%: the list stands in a sentence of its own. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const CLAIM =
  /(?<whose>各|全部|所有|\d{1,3}个|[两三四五六七八九十]+个)[^，。；：\d]{1,16}(?:率|得分|成绩|占比|比例)[^，。；：\d]{0,4}(?:均|都|全部)(?<verb>在|达到?了?|超过?了?|高于|不低于|低于|不高于|不超过|保持在)(?<limit>\d+(?:\.\d+)?)(?<unit>%|分)(?<side>（含）以上|及以上|以上|以下)?/gu;
const ITEM =
  /(?<=[，、；：。]|其中|分别[为是])(?<name>\p{Script=Han}{1,8}[县区市州旗镇乡道局委])(?:合格率|得分)?(?:为|是|达)?(?<value>\d+(?:\.\d+)?)(?<unit>%|分)/gu;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    [...passage.read.matchAll(CLAIM)].flatMap((match) => beyond(passage, match)),
  );
}

function beyond(passage: PlacedText, match: RegExpExecArray): Contradiction[] {
  const { verb = '', limit = '', unit, side = '' } = match.groups ?? {};
  const isBelow = /^(?:低于|不高于|不超过)/u.test(verb) || side === '以下';
  const isAbove = !isBelow && (side !== '' || /超|高于|不低于/u.test(verb));
  const lead = /[^。；]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '';
  if ((!isBelow && !isAbove) || /除|上[季年月]|去年|要求|力争|确保|应/u.test(lead)) return [];
  const end = match.index + match[0].length;
  const items = [...passage.read.slice(end).matchAll(ITEM)].filter(
    ({ groups }) => groups?.['unit'] === unit,
  );
  // A row: one behind the other, with nothing but marks between.
  const row = items.filter(
    (item, at) =>
      at === 0 ||
      item.index - ((items[at - 1]?.index ?? 0) + (items[at - 1]?.[0].length ?? 0)) <= 2,
  );
  const between = passage.read.slice(end, end + (row[0]?.index ?? 0));
  if (row.length < 3 || /较|比上|去年|上季度|新媒体.*网站|\n/u.test(between)) return [];
  const off = row.find(({ groups }) => {
    const value = Number(groups?.['value']);
    return isAbove ? value < Number(limit) : value > Number(limit);
  });
  if (off === undefined) return [];
  const at = end + off.index;
  return [
    disagreement(
      boundsListedRule.id,
      [{ passage, at, end: at + off[0].length }],
      { passage, at: match.index, end },
      {
        message: `前面写“${match[0].slice(-20)}”，所列的有“${off[0]}”`,
        expected: `所列各项都${isAbove ? '不低于' : '不高于'}${limit}${unit ?? ''}`,
      },
    ),
  ];
}

export const boundsListedRule: ProofRule = {
  id: 'bounds-listed',
  name: '都在其上与后句所列',
  check,
};
