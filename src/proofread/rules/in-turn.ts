/** 依次的数: 连续三个季度上升，分别为91.2%、93.5%、92.8%; 平均3天，最长5天，最短4天; 第三季度…分别为7月15日、8月15日、10月15日. */
import { datesIn } from '../date.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const STEADY =
  /(?:连续[两三四五六\d]个?(?:季度|月|年|次)|逐[月季年]|持续|稳步|逐步|逐季度)(?<way>上升|提高|提升|增长|增加|下降|降低|减少|回落)[^。；\d]{0,14}?(?:分别为|依次为|分别是|由高到低为)(?<row>\d+(?:\.\d+)?(?<unit>%|分|[个家条件次])(?:、\d+(?:\.\d+)?\k<unit>){1,11})/gu;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) => [
      ...steady(passage, text, at),
      ...extremes(passage, text, at),
      ...quarter(passage, text, at),
      ...byMonths(passage, text, at),
    ]),
  );
}

const ROW_FIRST =
  /(?:分别为|依次为|分别是)(?<row>\d+(?:\.\d+)?(?<unit>%|分|[个家条件次])(?:、\d+(?:\.\d+)?\k<unit>){1,11})，[^，。；\d]{0,6}?(?:逐[月季年]度?|持续|稳步|连续|逐步)(?<way>上升|提高|提升|增长|增加|下降|降低|减少|回落)/gu;

function steady(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [STEADY, ROW_FIRST]
    .flatMap((shape) => [...text.matchAll(shape)])
    .flatMap((match) => {
      const { way = '', row = '', unit = '' } = match.groups ?? {};
      const values = row.split('、').map((one) => Number.parseFloat(one));
      const isUp = !/降|减|落/u.test(way);
      const step = values.findIndex((value, index) => {
        const next = values[index + 1];
        return next !== undefined && (isUp ? next < value : next > value);
      });
      if (step < 0) return [];
      return [
        foundAt(
          inTurnRule.id,
          passage,
          [at + match.index, at + match.index + match[0].length],
          `写的是一直${way}，所列由${String(values[step])}${unit}到${String(values[step + 1])}${unit}`,
          `所列各数依次${way}`,
        ),
      ];
    });
}

const UNIT_OF = '个工作日|分钟|小时|天|分|%|[个家条件次篇]';

interface Mark {
  readonly value: number;
  readonly unit: string;
  readonly at: number;
  readonly end: number;
}

/** The number behind 平均 or 最长. */
function markBehind(text: string, words: string): Mark | undefined {
  const match = new RegExp(
    `${words}[^，。；\\d]{0,8}(?<value>\\d+(?:\\.\\d+)?)(?<unit>${UNIT_OF})`,
    'u',
  ).exec(text);
  const { value, unit = '' } = match?.groups ?? {};
  if (match === null || value === undefined) return undefined;
  return { value: Number(value), unit, at: match.index, end: match.index + match[0].length };
}

/** 平均办理时间3天，最长5天，最短4天. */
function extremes(passage: PlacedText, text: string, at: number): Contradiction[] {
  if (!/平均/u.test(text) || /每[天日周月季年]/u.test(text)) return [];
  const mean = markBehind(text, '平均');
  if (mean === undefined) return [];
  const isAlike = (one: Mark | undefined): one is Mark => one?.unit === mean.unit;
  const most = [markBehind(text, '最(?:长|高|多|大)')].filter(isAlike);
  const least = [markBehind(text, '最(?:短|低|少|小)')].filter(isAlike);
  const all = [mean, ...most, ...least];
  const [from, to] = [
    Math.min(...all.map((one) => one.at)),
    Math.max(...all.map((one) => one.end)),
  ];
  if (to - from > 60 || /[；。]/u.test(text.slice(from, to))) return [];
  const [high, low] = [most[0]?.value, least[0]?.value];
  const { value, unit } = mean;
  // The old rule looks at marks between both ends.
  if (
    unit === '分' ||
    !((high !== undefined && value > high) || (low !== undefined && value < low))
  )
    return [];
  return [
    foundAt(
      inTurnRule.id,
      passage,
      [at + from, at + to],
      `平均写的是${String(value)}${unit}，不在最高${String(high ?? '')}与最低${String(low ?? '')}之间`,
      '平均数在最高与最低之间',
    ),
  ];
}

const IN_QUARTER =
  /^(?:\d{4}年)?第?(?<quarter>[一二三四])季度[^。；]{0,40}?(?:分别为|分别于|依次于|分别在)(?<row>[^。；]{8,60})/u;

/** 第三季度开展检查3次，分别为7月15日、8月15日、10月15日. */
function quarter(passage: PlacedText, text: string, at: number): Contradiction[] {
  const match = IN_QUARTER.exec(text);
  const { quarter: which = '', row = '' } = match?.groups ?? {};
  if (match === null || /次年|翌年|整改|通报|印发/u.test(text)) return [];
  const first = '一二三四'.indexOf(which) * 3 + 1;
  const dates = datesIn(row);
  const outside = dates.filter(({ month }) => month < first || month > first + 2);
  const [one] = outside;
  if (one === undefined || dates.length < 2 || outside.length === dates.length) return [];
  return [
    foundAt(
      inTurnRule.id,
      passage,
      [at + match.index, at + match.index + match[0].length],
      `“${one.words}”不在第${which}季度`,
      `第${which}季度为${String(first)}月至${String(first + 2)}月`,
    ),
  ];
}

const BY_MONTHS = /第?(?<quarter>[一二三四])季度[^。；：]{0,40}：(?<row>\d{1,2}月[^。；]{6,100})/u;

/** 第三季度注销7个：3月2个、7月1个、8月2个、9月2个. */
function byMonths(passage: PlacedText, text: string, at: number): Contradiction[] {
  const match = BY_MONTHS.exec(text);
  const { quarter: which = '', row = '' } = match?.groups ?? {};
  if (match === null) return [];
  const first = '一二三四'.indexOf(which) * 3 + 1;
  const months = [...row.matchAll(/(?<=^|[、，])(\d{1,2})月(?!\d)/gu)].map(([, month]) =>
    Number(month),
  );
  const outside = months.filter((month) => month < first || month > first + 2);
  const [one] = outside;
  if (one === undefined || months.length < 3 || outside.length > 1) return [];
  return [
    foundAt(
      inTurnRule.id,
      passage,
      [at + match.index, at + match.index + match[0].length],
      `${String(one)}月不在第${which}季度`,
      `第${which}季度为${String(first)}月至${String(first + 2)}月`,
    ),
  ];
}

export const inTurnRule: ProofRule = { id: 'in-turn', name: '依次的数', check };
