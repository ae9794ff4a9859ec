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
    ]),
  );
}

function steady(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [...text.matchAll(STEADY)].flatMap((match) => {
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

const VALUE = (end: string): RegExp =>
  new RegExp(
    String.raw`${end}(?:的|为|是|达|得分|分|仅|办理时间|用时|时间|[^，。；\d]{0,6}?)?(?<value>\d+(?:\.\d+)?)(?<unit>个工作日|分钟|小时|天|分|%|[个家条件次篇])`,
    'u',
  );

/** 平均办理时间3天，最长5天，最短4天. */
function extremes(passage: PlacedText, text: string, at: number): Contradiction[] {
  if (!/平均/u.test(text) || /每[天日周月季年]/u.test(text)) return [];
  const [mean, most, least] = ['平均', '最(?:长|高|多|大)', '最(?:短|低|少|小)'].map((end) =>
    VALUE(end).exec(text),
  );
  if (mean == null || (most == null && least == null)) return [];
  const unit = mean.groups?.['unit'];
  const of = (match: RegExpExecArray | null | undefined): number | undefined =>
    match == null || match.groups?.['unit'] !== unit ? undefined : Number(match.groups?.['value']);
  const [value, high, low] = [of(mean), of(most), of(least)];
  const places = [mean, most, least].flatMap((match) =>
    match == null ? [] : [match.index, match.index + match[0].length],
  );
  const [from, to] = [Math.min(...places), Math.max(...places)];
  if (value === undefined || to - from > 60 || /[；。]/u.test(text.slice(from, to))) return [];
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
      `平均写的是${String(value)}${unit ?? ''}，不在最高${String(high ?? '')}与最低${String(low ?? '')}之间`,
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

export const inTurnRule: ProofRule = { id: 'in-turn', name: '依次的数', check };
