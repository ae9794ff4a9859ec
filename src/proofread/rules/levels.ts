/** 历次的数: 年初420个，3月底405个，6月底372个，累计净减46个，压减12.9%; 净减48个: 微信减少21个，微博减少17个，其他减少8个. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isAnySum, isNearTo } from '../figures/explained.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { exactSum, percentageWords, rateWritten, sumInWords } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph) => {
    const changes = paragraph.figures.filter(({ role, scope }) => role === 'change' && scope < 0);
    return [
      ...changes.flatMap((change) => [
        ...ofLevels(paragraph, change),
        ...ofParts(paragraph, change, changes),
      ]),
      ...ofRate(paragraph),
    ];
  });
}

const LEVEL =
  /年初|\d{1,2}月(?:底|末|份)?|[一二三四]季度末?|[上下]半年末?|\d{4}年(?:底|末)?|年[末底]/u;

/** 年初420个，3月底405个，6月底372个: what there was at several times, in one sentence. */
function levelsBefore({ figures }: FiguredParagraph, at: number, sentence: number): ToldFigure[] {
  const row = figures.filter(
    (one) =>
      one.at < at &&
      one.sentence === sentence &&
      one.scope < 0 &&
      one.role === 'count' &&
      LEVEL.test(one.label + one.lead.slice(-12)),
  );
  if (row.length >= 3 && row.every(({ unit }) => unit === row[0]?.unit)) return row;
  return levelsInRow(figures, at, sentence);
}

/** 2020年至2022年，总数依次为118个、97个、83个. */
function levelsInRow(figures: readonly ToldFigure[], at: number, sentence: number): ToldFigure[] {
  const all = figures.filter((one) => one.at < at && one.sentence === sentence && one.scope < 0);
  const from = all.findIndex(({ lead }) => /总[数量][^，]{0,6}(?:分别|依次)/u.test(lead));
  const [first, ...more] = from < 0 ? [] : all.slice(from);
  const end = more.findIndex(({ label, unit }) => label !== '' || unit !== first?.unit);
  const row = first === undefined ? [] : [first, ...more.slice(0, end < 0 ? undefined : end)];
  return row.length >= 3 ? row : [];
}

function ofLevels(paragraph: FiguredParagraph, change: ToldFigure): Contradiction[] {
  const row = levelsBefore(paragraph, change.at, change.sentence);
  const [first] = row;
  const last = row.at(-1);
  if (first === undefined || last === undefined || first.unit !== change.unit) return [];
  if (!/累计|净|共|总/u.test(change.label)) return [];
  const gaps = row.flatMap((one) => row.map((other) => Math.abs(one.value - other.value)));
  const right = last.value - first.value;
  if (gaps.includes(change.value) || !isNearTo(change.value, Math.abs(right), 0.3)) return [];
  return [
    disagreement(levelsRule.id, [first, last], change, {
      message: `由${String(first.value)}到${String(last.value)}，与“${change.label}${String(change.value)}${change.unit}”不符`,
      expected: `${right < 0 ? '减少' : '增加'}${String(Math.abs(right))}${change.unit}`,
    }),
  ];
}

/** 累计净减48个: 微信减少21个，微博减少17个，其他平台减少8个. */
function ofParts(
  { figures }: FiguredParagraph,
  change: ToldFigure,
  changes: readonly ToldFigure[],
): Contradiction[] {
  if (!/累计|净|共|总/u.test(change.label)) return [];
  const row = changes.filter(
    (one) => one.at > change.at && one.sign === change.sign && one.unit === change.unit,
  );
  const [first] = row;
  const isOne = row.every(({ sentence }) => sentence === first?.sentence);
  const isAll = row.some(({ label }) => /其他|其它|其余/u.test(label));
  const values = row.map(({ value }) => value);
  const sum = exactSum(values);
  if (row.length < 2 || !isOne || sum === change.value || !(isAll || sum > change.value)) return [];
  if (!isNearTo(change.value, sum) || isAnySum(change.value, figures)) return [];
  return [
    disagreement(levelsRule.id, row, change, {
      message: `各项增减相加，${sumInWords(values)}，与“${change.label}${String(change.value)}${change.unit}”不符`,
      expected: `合计为${String(sum)}，或改正各项`,
    }),
  ];
}

const GROWN = /(?<way>压减|减少|下降|精简|增长|增加|上升|降幅|增幅)(?:了|率|为|达|比例)*$/u;

/** 年初420个，3月底405个，6月底372个，压减12.9%. */
function ofRate(paragraph: FiguredParagraph): Contradiction[] {
  const { passage, rates, statements } = paragraph;
  return rates.flatMap((rate) => {
    const way = GROWN.exec(passage.read.slice(Math.max(0, rate.at - 8), rate.at))?.groups?.['way'];
    const statement = statements.find(({ at, end }) => rate.at >= at && rate.at < end);
    if (way === undefined || statement === undefined) return [];
    const row = levelsBefore(paragraph, rate.at, statement.index);
    const [first] = row;
    const last = row.at(-1);
    if (
      first === undefined ||
      last === undefined ||
      /^[^，。；]{0,2}(?:以上|左右)/u.test(passage.read.slice(rate.end))
    )
      return [];
    const fits = row.some((from) =>
      row.some(
        (to) =>
          from.at < to.at &&
          Number(rateWritten(Math.abs(from.value - to.value), from.value, rate.decimals)) ===
            rate.value,
      ),
    );
    const right = rateWritten(Math.abs(last.value - first.value), first.value, rate.decimals);
    if (fits || !isNearTo(rate.value, Number(right), 0.3)) return [];
    return [
      disagreement(
        levelsRule.id,
        [first, last],
        { passage, at: rate.at, end: rate.end },
        {
          message: `“${way}${percentageWords(rate)}%”与由${String(first.value)}到${String(last.value)}不符`,
          expected: `${way}${right}%`,
        },
      ),
    ];
  });
}

export const levelsRule: ProofRule = { id: 'levels', name: '历次的数与增减', check };
