/** 升降与两个数: 留言256条，上年为214条，总量同比下降: what grew is told to have fallen, without a number of its own. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { own } from '../../text/own.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const EARLIER = String.raw`(?:上年度?|去年|上季度|上月|上期|上一年度?|上一季度|前一年|上半年)(?:同期|全年|末)?`;
const UNIT = String.raw`%|个百分点|人次|[个家条件项次处篇起人分封期万]`;
const N = String.raw`(?<now>\d+(?:\.\d+)?) ?(?<unit>${UNIT})`;
const M = String.raw`(?<old>\d+(?:\.\d+)?) ?\k<unit>`;
const WAY = String.raw`(?:总量|总数|数量|总体|整体|同比|环比|较上年|比上年|较上季度|比上季度|较去年|比去年|较上月|比上月|有所|有|明显|略有|小幅|大幅|呈现?|稳中有|持续|不断|逐步|显著|较大幅度|略|继续|进一步|\p{Script=Han}{2}[数量率]){0,4}(?<way>上升|提高|增长|增加|上涨|增多|下降|降低|回落|下滑|减少)(?:趋势|态势|明显|较多|较快)?(?=[，。；]|$)`;
const SHAPES: readonly RegExp[] = [
  // 256条，上年为214条，同比下降
  new RegExp(
    String.raw`${N}[^，。；：\d（）]{0,6}[，（；]${EARLIER}(?:为|是|仅|共|收到|有|只有)*[^，。；：\d（）]{0,6}${M}[^，。；：\d（）]{0,4}）?，[^，。；\d]{0,10}?${WAY}`,
    'gu',
  ),
  // 256条，较上年的214条有所下降
  new RegExp(
    String.raw`${N}[^，。；：\d（）]{0,6}，(?:同比)?[较比与]${EARLIER}的?[^，。；：\d（）]{0,4}${M}(?:相比)?，?${WAY}`,
    'gu',
  ),
];
/** 上年为214条，今年为256条，同比下降; 由214条变为256条，明显下降. */
const TURNED: readonly RegExp[] = [
  new RegExp(
    String.raw`${EARLIER}[^，。；：\d（）]{0,10}?${earlierFirst()}[^，。；：\d（）]{0,6}[，；](?:今年|本年度?|本季度|本月|本期)[^，。；：\d（）]{0,10}?(?<now>\d+(?:\.\d+)?) ?\k<unit>[^，。；：\d（）]{0,4}，[^，。；\d]{0,10}?${WAY}`,
    'gu',
  ),
  new RegExp(
    String.raw`由(?:${EARLIER})?的?${earlierFirst()}(?:变为|变化?到|到|至|变成)(?:今年|本年度?|本季度|本月|本期|目前)?的?(?<now>\d+(?:\.\d+)?) ?\k<unit>[^，。；：\d（）]{0,4}，[^，。；\d]{0,10}?${WAY}`,
    'gu',
  ),
];

/** The earlier number where it stands first. */
function earlierFirst(): string {
  return String.raw`(?<old>\d+(?:\.\d+)?) ?(?<unit>${UNIT})`;
}

const UP = /上升|提高|增|上涨/u;
/** The clause speaks of something else than the two numbers. */
const OTHER =
  /率|占比|比重|质量|水平|难度|满意|时间|时长|其中|平均|均|部分|不合格|压力|能力|意识|效率|积极性|不再|没有|未|防止|避免|要求/u;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) =>
      [...SHAPES, ...TURNED].flatMap((shape) =>
        [...text.matchAll(shape)].flatMap((match) => wrong(passage, match, at)),
      ),
    ),
  );
}

function wrong(passage: PlacedText, match: RegExpExecArray, at: number): Contradiction[] {
  const [now, old, way = '', unit = ''] = ['now', 'old', 'way', 'unit'].map((name) =>
    own(match.groups, name),
  );
  const gap = Number(now) - Number(old);
  const last = match[0].split('，').at(-1) ?? '';
  // 合格率 of two rates is what is told; of two counts it is another thing.
  if (unit !== '%' && OTHER.test(last)) return [];
  if (unit === '%' && /[数量]|占比|问题|不合格|部分/u.test(last)) return [];
  if (gap === 0 || UP.test(way) === gap > 0) return [];
  return [
    foundAt(
      saidDirectionRule.id,
      passage,
      [at + match.index, at + match.index + match[0].length],
      `写的是“${way}”，而由${old ?? ''}${unit}到${now ?? ''}${unit}`,
      gap > 0 ? '为上升' : '为下降',
    ),
  ];
}

export const saidDirectionRule: ProofRule = { id: 'said-direction', name: '升降与两个数', check };
