/** 全部与比率、成数: 35条留言均按期答复，按期答复率97.1%; 一半以上的问题已整改, and 发现问题20个，整改8个 beside it. */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const DONE =
  '合格|达标|按期办结|按时办结|办结|按期答复|按时答复|答复|按期回复|回复|备案|整改|销号|更新|完成|公开';
const ALL = new RegExp(
  String.raw`(?:均|都|全部)(?:已|为|已经)?(?:完成)?(?<what>${DONE})(?:到位|完毕)?[，；。（](?<gap>[^。；，\d]{0,8}?)\k<what>率(?:为|达到?|是)?(?<rate>\d+(?:\.\d+)?)%`,
  'gu',
);
const HALF = new RegExp(
  String.raw`(?<share>一半以上|半数以上|过半|超过?半数|超过?一半|(?<tenths>[五六七八九])成以上|超过?(?<tenths2>[五六七八九])成)(?:的)?(?<thing>问题|账号|网站|留言|单位|工单)(?:均|都)?已?(?:完成)?(?<what>整改|合格|办结|备案|更新|销号)`,
  'u',
);

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) => [
      ...all(passage, text, at),
      ...half(passage, text, at),
    ]),
  );
}

function all(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [...text.matchAll(ALL)].flatMap((match) => {
    const { rate = '', gap = '' } = match.groups ?? {};
    const lead = text.slice(0, match.index);
    if (
      Number(rate) >= 100 ||
      /除|基本|其余|应|力争|确保|[县市区省]|网站|账号|新媒体|不合格/u.test(gap) ||
      /除|其余|力争|确保|基本/u.test(lead)
    )
      return [];
    return [
      foundAt(
        allOfRateRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `写的是全部${match.groups?.['what'] ?? ''}，比率写的是${rate}%`,
        '全部即100%，或改正“全部”',
      ),
    ];
  });
}

function half(passage: PlacedText, text: string, at: number): Contradiction[] {
  const match = HALF.exec(text);
  const { share = '', tenths, tenths2, thing = '', what = '' } = match?.groups ?? {};
  if (match === null) return [];
  const behind = text.slice(match.index + match[0].length);
  const counts = new RegExp(
    String.raw`(?:发现|检查|共|收到|抽查)[^，。；\d]{0,4}${thing}?(?<whole>\d+)[个家条件]，[^，。；\d]{0,6}${what}(?:合格)?(?<part>\d+)[个家条件](?=[，。；])`,
    'u',
  ).exec(behind);
  const { whole, part } = counts?.groups ?? {};
  if (counts === null || whole === undefined || part === undefined) return [];
  const least = (numeralValue(tenths ?? tenths2 ?? '五') ?? 5) / 10;
  if (Number(part) / Number(whole) >= least) return [];
  return [
    foundAt(
      allOfRateRule.id,
      passage,
      [at + match.index, at + text.length],
      `写的是${share}，与${whole}、${part}不符`,
      `${part}÷${whole}为${((Number(part) / Number(whole)) * 100).toFixed(0)}%`,
    ),
  ];
}

export const allOfRateRule: ProofRule = { id: 'all-of-rate', name: '全部、过半与比率', check };
