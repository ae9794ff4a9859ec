/**
 * 两期相比: 第一季度合格率为91%。第二季度合格率94%，比第一季度提高5个百分点 — a change against a period whose own figure stands in
 * another sentence; and a check of a quarter whose days lie before it.
 */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type PlacedText, placedTexts, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';
import { BESIDE_INSPECTION, mayBeLastYears } from './calendar.ts';

const PERIOD = String.raw`(?:\d{4}年)?(?:第?[一二三四]季度|[上下]半年|(?<!\d)\d{1,2}月份?(?!\d))|\d{4}年(?:度)?|上(?:一|个)?(?:季度|月|年|期)|去年(?:同期)?|本(?:季度|月|年|期)|今年`;
/** A figure with its label and its measure. */
const FIGURE =
  /(?<label>[\p{Script=Han}]{2,16})(?:为|达到?|是|共|有)?(?<![第前近约超])(?<value>\d+(?:\.\d+)?)(?<unit>%|[个家条件次篇])(?!百分点|月|工作日|季度|小时|以上|以下|多|余)/gu;
const CHANGE = new RegExp(
  String.raw`^(?:，|（)?(?:[同环]比)?[比较](?<period>${PERIOD})的?(?<word>提高|提升|上升|增加|增长|增多|下降|降低|减少|回落)了?(?<by>\d+(?:\.\d+)?)(?<unit>个百分点|[个家条件次篇])`,
  'u',
);
/** What labels may differ in and mean the same. */
const LOOSE =
  /(?:组织|开展|随机|人工|抽查|检查|监测|总体|整体|平均|共计?|全[国省市县区]|的|为|达到?|了|其中)/gu;

interface Figure {
  passage: PlacedText;
  at: number;
  end: number;
  label: string;
  value: number;
  decimals: number;
  unit: string;
  period: string;
}

function check(paper: ReadDocument): Contradiction[] {
  const passages = placedTexts(paper);
  return [...changed(passages.flatMap(figuresIn)), ...checkedBefore(passages)];
}

function figuresIn(passage: PlacedText): Figure[] {
  const { read } = passage;
  return [...read.matchAll(FIGURE)].flatMap((match): Figure[] => {
    const { label = '', value = '', unit = '' } = match.groups ?? {};
    // Its period is the last one before it, in its sentence.
    const begins = read.lastIndexOf('。', match.index) + 1;
    const lead = read.slice(begins, match.index + label.length);
    const period = [...lead.matchAll(new RegExp(PERIOD, 'gu'))].findLast(
      (one) => !/[比较]$/u.test(lead.slice(0, one.index)),
    );
    if (period === undefined) return [];
    const own = label.replace(new RegExp(`^.*(?:${PERIOD})`, 'u'), '').replace(LOOSE, '');
    return [
      {
        passage,
        at: match.index + label.length,
        end: match.index + match[0].length,
        label: own,
        value: Number(value),
        decimals: value.split('.')[1]?.length ?? 0,
        unit,
        period: bare(period[0]),
      },
    ];
  });
}

const bare = (period: string): string =>
  period.replace(/^\d{4}年(?=.)/u, '').replace(/^第|份$|度$/gu, '');

function changed(figures: readonly Figure[]): Contradiction[] {
  return figures.flatMap((now): Contradiction[] => {
    const { read, text, place } = now.passage;
    const change = CHANGE.exec(read.slice(now.end));
    const { period = '', word = '', by = '', unit = '' } = change?.groups ?? {};
    if (change === null || (unit === '个百分点' ? '%' : unit) !== now.unit) return [];
    if (now.label === '' || bare(period) === now.period) return [];
    const before = figures.filter(
      (one) =>
        one !== now &&
        one.period === bare(period) &&
        one.label === now.label &&
        one.unit === now.unit,
    );
    const [one] = before;
    if (one === undefined || new Set(before.map(({ value }) => value)).size > 1) return [];
    const difference = now.value - one.value;
    const isUp = /[提上增]/u.test(word);
    // Rates are rounded themselves.
    const slack = now.unit === '%' ? 10 ** -Math.min(now.decimals, one.decimals) : 0;
    if (Math.abs(Number(by) * (isUp ? 1 : -1) - difference) <= slack + 1e-9) return [];
    const size = String(Number(Math.abs(difference).toFixed(2)));
    const way =
      difference < 0 ? (now.unit === '%' ? '下降' : '减少') : now.unit === '%' ? '提高' : '增加';
    return [
      {
        rule: periodsRule.id,
        place,
        quote: quoteAround(text, now.at, now.end + change[0].length),
        message: `${period}写的是${String(one.value)}${one.unit}，到${String(now.value)}${now.unit}不是${word}${by}${unit}`,
        expected: `${way}${size}${unit}`,
      },
    ];
  });
}

const QUARTERS = '一二三四';
const OF_QUARTER =
  /(?:开展|组织|进行|实施)了?(?:(?<year>\d{4})年)?第?(?<quarter>[一二三四])季度[^，。；：（）]{0,30}(?:检查|抽查|监测|巡查)/gu;
const SPAN =
  /(?:检查|抽查|监测|巡查|采集|统计)(?:的?(?:时间|时段|周期|期限|日期|区间))(?:范围|区间|段)?(?:为|是|：|自|从)+(?:(?<year>\d{4})年)?(?<from>\d{1,2})月(?:\d{1,2}日)?(?:至|到|—{1,2}|-|–|～)(?:(?<year2>\d{4})年)?(?<to>\d{1,2})月(?:\d{1,2}日)?/gu;

/** 第二季度抽查… 抽查时间范围为1月1日至3月15日: of one quarter alone, and all of it before it began. */
function checkedBefore(passages: readonly PlacedText[]): Contradiction[] {
  const said = passages.flatMap(({ read }) =>
    [...read.matchAll(OF_QUARTER)].filter(({ index, 0: words }) => {
      const behind = /^[^，。；]*/u.exec(read.slice(index + words.length))?.[0] ?? '';
      return !BESIDE_INSPECTION.test(words + behind);
    }),
  );
  const quarters = new Set(said.map(({ groups }) => groups?.['quarter'] ?? ''));
  const [quarter = ''] = quarters;
  if (quarters.size !== 1) return [];
  const year = said.find(({ groups }) => groups?.['year'] !== undefined)?.groups?.['year'];
  const first = QUARTERS.indexOf(quarter) * 3 + 1;
  return passages.flatMap(({ read, text, place }) =>
    [...read.matchAll(SPAN)].flatMap((match): Contradiction[] => {
      const { groups = {} } = match;
      const own = groups['year2'] ?? groups['year'];
      const [from, to] = [Number(groups['from']), Number(groups['to'])];
      const isOneYear = own !== undefined && own === year;
      const isOtherYear =
        (own !== undefined && year !== undefined && !isOneYear) ||
        (!isOneYear && mayBeLastYears(quarter, from));
      if (isOtherYear || from < 1 || to < from || to >= first) return [];
      return [
        {
          rule: periodsRule.id,
          place,
          quote: quoteAround(text, match.index, match.index + match[0].length),
          message: `“${match[0]}”在第${quarter}季度开始之前`,
          expected: `第${quarter}季度为${String(first)}月至${String(first + 2)}月`,
        },
      ];
    }),
  );
}

export const periodsRule: ProofRule = { id: 'periods', name: '两期相比和检查时段', check };
