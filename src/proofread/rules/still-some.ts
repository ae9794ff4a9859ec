/** 均已与仍有: 6份均已按期反馈, and 仍有2份未反馈; 未出现信息发布错误, and one told because of 信息发布错误. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const ALL =
  /(?<n>\d{1,5})(?<unit>[个家条件项份篇名])[^。；，除\d]{0,8}，?(?:目前)?(?:均|都|全部)已?(?:全部)?(?:按[期时要求]+)?(?:完成)?(?<verb>\p{Script=Han}{2})/gu;
const NONE =
  /(?:未|没有)(?:出现|发生|发现)(?:过)?(?:任何)?(?<what>(?!不合格)\p{Script=Han}{5,12}?)(?=[。；，])/gu;
const HEDGED = /除|基本|要求|确保|力争|应|须|称|其中/u;

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  return passages.flatMap((passage, index) => [
    ...still(passage),
    ...happened(passage, passages.slice(index, index + 12)),
  ]);
}

/** In one paragraph, of the same measure word and the same verb. */
function still(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(ALL)].flatMap((match) => {
    const { unit = '', verb = '' } = match.groups ?? {};
    const lead = /[^。；]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '';
    if (HEDGED.test(lead + match[0])) return [];
    const from = match.index + match[0].length;
    const open = new RegExp(
      `(?<![新又另])(?:仍|尚|还)有\\d{1,5}${unit}[^。；，\\d]{0,8}(?:未|没有)(?:按[期时要求]+)?(?:完成)?${verb}`,
      'u',
    ).exec(passage.read.slice(from, from + 80));
    if (open === null || /新(?:增|发现|收)|另/u.test(passage.read.slice(from, from + open.index)))
      return [];
    const at = from + open.index;
    return [
      disagreement(
        stillSomeRule.id,
        [{ passage, at, end: at + open[0].length }],
        { passage, at: match.index, end: from },
        { message: `前面写“${match[0]}”，这里写“${open[0]}”`, expected: '前后两处说法一致' },
      ),
    ];
  });
}

function happened(passage: PlacedText, next: readonly PlacedText[]): Contradiction[] {
  return [...passage.read.matchAll(NONE)].flatMap((match) => {
    const what = (match.groups?.['what'] ?? '').replace(/(?:情形|情况|问题|现象)$/u, '');
    const lead = /[^。；，]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '';
    if (/应|须|确保|力争|如|若|上[季月年]|等/u.test(lead + what)) return [];
    if (what.length < 4) return [];
    const shape = new RegExp(
      `(?:因|由于|发生|出现)(?:了|过)?${what}[^。；]{0,8}(?:被|受到|\\d+[起次件条处])|触发${what}`,
      'u',
    );
    const found = next.flatMap((one) => {
      const from = one === passage ? match.index + match[0].length : 0;
      const again = shape.exec(one.read.slice(from));
      if (again === null) return [];
      const before = /[^。；]*$/u.exec(one.read.slice(0, from + again.index))?.[0] ?? '';
      if (/曾|此前|去年|上[季月年]|如|凡|未/u.test(before)) return [];
      return [{ passage: one, at: from + again.index, end: from + again.index + again[0].length }];
    })[0];
    if (found === undefined) return [];
    return [
      disagreement(
        stillSomeRule.id,
        [found],
        { passage, at: match.index, end: match.index + match[0].length },
        { message: '前面写没有的，后面又写有', expected: '前后两处说法一致' },
      ),
    ];
  });
}

export const stillSomeRule: ProofRule = { id: 'still-some', name: '均已与仍有', check };
