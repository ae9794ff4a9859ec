/**
 * 说满了的话: 5个账号均已整改到位。经复核，“甲”仍未恢复更新; 连续四个季度保持100%, and 较上季度提高1.5个百分点; 全部完成备案，备案率99.2%.
 */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const SHAPES: readonly { shape: RegExp; message: string; expected: string; other: RegExp }[] = [
  {
    shape:
      /(?:问题|账号|网站)(?:均|都|全部)已?(?:全部)?(?:按[期时]|完成)?(?:整改|销号)(?:到位|完毕|完成)?[。；，](?:但)?经?(?:复[核查]|核[查实]|回头看)(?:发现)?，?[^，。；\d]{2,30}(?:仍|尚|至今)(?:未|没有)(?:恢复|完成|整改|更新|处理|注销)/gu,
    message: '前面写都已整改，后面写复核时有的仍未整改',
    expected: '写明已整改的和未整改的',
    // What the units say of themselves may turn out otherwise.
    other: /反馈|报告|反映|报称|自称|自查|除|新发现|其他|其余/u,
  },
  {
    shape:
      /连续(?:[两二三四五六七八]|\d)个?季度(?:均|都|始终)?(?:保持|达到?|为|稳定在)100%[^%]{0,30}?(?:合格率)?(?:为|达)?100%，(?:较|比)上(?:一|个)?季度(?:提高|上升|提升|增长)了?\d+(?:\.\d+)?个百分点/gu,
    message: '前面写连续保持100%，后面写比上季度提高',
    expected: '连续保持100%的，与上季度持平',
    other: /新媒体[^。]*网站|网站[^。]*新媒体/u,
  },
  {
    shape:
      /(?:全部|所有)(?:政务新媒体|新媒体|账号|网站|政府网站|事项|单位|留言)?(?:账号)?(?:均|都)?(?:已)?(?:按(?:要求|[期时]|规定))?(?:完成|实现)?(?<what>备案|公开|更新|办结|答复|回复|认证)(?:完毕|到位)?，(?:总体)?\k<what>率(?:为|达到?|是)?(?!100(?:\.0+)?%)\d+(?:\.\d+)?%/gu,
    message: '写的是全部，后面的比率不是100%',
    expected: '全部即100%，或改正“全部”',
    other: /除|基本|要求各|力争|确保|目标|应|[按及准]时率/u,
  },
];

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap(told);
}

function told(passage: PlacedText): Contradiction[] {
  return SHAPES.flatMap(({ shape, message, expected, other }) =>
    [...passage.read.matchAll(shape)].flatMap((match) => {
      const lead = /[^。；]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '';
      if (other.test(lead + match[0])) return [];
      const end = match.index + match[0].length;
      return [foundAt(recheckedRule.id, passage, [match.index, end], message, expected)];
    }),
  );
}

export const recheckedRule: ProofRule = { id: 'rechecked', name: '全部、一直与后文', check };
