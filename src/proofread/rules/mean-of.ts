/** 平均数与总数: 24个账号共发布3168条，平均每个账号发布142条; 8个镇共240条，镇均40条; 全年36万人次，月均4万人次; 分别为90分、80分、85分，平均86分. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { type Quantity, quantitiesIn } from '../number/quantity.ts';
import { sentencesOf } from '../statement.ts';
import { withoutBrackets } from '../scope.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const UNIT = '(?:[万亿]?(?:人次|批次|场次|个|家|条|件|篇|次|人|名|期|场|分|元|万元))';
const SAID = String.raw`(?<said>\d+(?:\.\d+)?) ?(?<unit>${UNIT})`;
const VERB = String.raw`[^，。；：\d]{0,10}?`;
const EACH = new RegExp(
  String.raw`平均(?:到)?每(?:一)?(?<of>个|家|期|场|次|名|人|所|条|件|季度|个?月|镇|县|乡镇|街道)(?<thing>[\p{Script=Han}]{0,8}?)${VERB}${SAID}`,
  'gu',
);
const SHORT = new RegExp(
  String.raw`(?<thing>网站|网|月|季|日|天|镇|乡镇|县|单位|部门|账号|网站|街道|校|村)(?:平均|均)${VERB}${SAID}`,
  'gu',
);
/** 全年 is twelve months and four quarters. */
const SPANS: readonly (readonly [RegExp, months: number])[] = [
  [/全年|年度|\d{4}年(?!第?[一二三四]季|[上下]半|\d{1,2}月)/u, 12],
  [/前三季度/u, 9],
  [/[上下]半年/u, 6],
  [/季度/u, 3],
];

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => {
    if (!/均/u.test(passage.read)) return [];
    return sentencesOf(passage.read).flatMap(({ text, at }) => [
      ...[EACH, SHORT]
        .flatMap((shape) => [...text.matchAll(shape)])
        .flatMap((match) => wrong(passage, text, at, match)),
      ...ofRow(passage, text, at),
    ]);
  });
}

function wrong(
  passage: PlacedText,
  text: string,
  at: number,
  match: RegExpExecArray,
): Contradiction[] {
  const { said = '', unit = '', of = '', thing = '' } = match.groups ?? {};
  const lead = withoutBrackets(text.slice(0, match.index));
  if (
    /[约近超逾]|以上|不少于|至少|不低于|要求|应|须/u.test(match[0]) ||
    /(?:不少于|至少|要求|应|须|确保)[^，。]{0,12}$/u.test(lead)
  )
    return [];
  if (/^(?:以上|左右|多|余)/u.test(text.slice(match.index + match[0].length))) return [];
  const all = [...quantitiesIn(lead), ...pointsIn(lead)];
  const totals = all.filter(
    (one) =>
      one.unit === unit && !/(?:增加|减少|提高|下降|多|少|平均[^，]{0,8}|均)$/u.test(one.label),
  );
  const counts = countsOf(of, thing, all, text.slice(0, match.index)).filter((count) => count > 1);
  const [total] = totals
    .filter(({ label }) => /共|累计|合计|总|全年|发布|报送|受理|收到|推送|访问|扣/u.test(label))
    .slice(-1);
  const [count] = counts;
  if (total === undefined || count === undefined || totals.length > 2) return [];
  // 24个账号共3168条；其中微信公众号15个，平均每个180条: of some.
  if (/其中/u.test(text.slice(total.end, match.index))) return [];
  const decimals = said.split('.')[1]?.length ?? 0;
  const fits = (whole: number, parts: number) =>
    Math.abs(whole / parts - Number(said)) < 10 ** -decimals;
  if (counts.some((parts) => totals.some((one) => fits(one.value, parts)))) return [];
  const isOfDays = /日|天/u.test(of + thing);
  if (isOfDays) {
    const verb = /均(?<verb>\p{Script=Han}{2})\d/u.exec(match[0])?.groups?.['verb'];
    const gap = text.slice(total.end, match.index).replace(total.noun, '');
    if (verb === undefined || !total.label.includes(verb) || gap !== '，') return [];
    // On working days alone at the most.
    const implied = total.value / Number(said) / count;
    if ((implied >= 0.58 && implied <= 0.75) || (implied >= 0.93 && implied <= 1.06)) return [];
  }
  return [
    foundAt(
      meanOfRule.id,
      passage,
      [at + total.at, at + match.index + match[0].length],
      `平均写的是${said}${unit}，与总数${String(total.value)}${unit}、${String(count)}${of === '' ? thing : of}不符`,
      `${String(total.value)}÷${String(count)}为${(total.value / count).toFixed(decimals)}`,
    ),
  ];
}

/** 共扣23分: what is no measure word elsewhere. */
function pointsIn(lead: string): Quantity[] {
  return [...lead.matchAll(/(?<label>[^，。；：\d]*)(?<n>\d+(?:\.\d+)?)分(?!别|之|钟|类)/gu)].map(
    (match) => ({
      value: Number(match.groups?.['n']),
      unit: '分',
      at: match.index + (match.groups?.['label']?.length ?? 0),
      end: match.index + match[0].length,
      label: match.groups?.['label'] ?? '',
      noun: '',
      chinese: false,
    }),
  );
}

/** By how many the sum may be divided: things of the measure word, or months and quarters of the time that is told. */
function countsOf(of: string, thing: string, all: readonly Quantity[], told: string): number[] {
  const words = of + thing;
  const months = SPANS.filter(([shape]) => shape.test(told))
    .map(([, count]) => count)
    .slice(0, 1);
  if (/月/u.test(of) || thing === '月') return months.length === 1 ? months : [];
  if (of === '季度' || thing === '季')
    return months.length === 1
      ? months.map((count) => count / 3)
      : /四个季度/u.test(told)
        ? [4]
        : [];
  if (/^[日天]$/u.test(words)) {
    return months.length === 1 && !/\d月|\d日/u.test(told)
      ? months.map((count) => (count * 366) / 12)
      : [];
  }
  const isShort = of === '';
  if (thing === '网')
    return all
      .filter(({ label, noun }) => `${label}${noun}`.includes('网站'))
      .map(({ value }) => value);
  const things = all.filter((one) =>
    isShort || !/^[个家期场次名人所条件]$/u.test(of)
      ? one.noun.startsWith(words) ||
        (/^(?:账号|网站|单位|部门)$/u.test(words) && `${one.label}${one.noun}`.includes(words))
      : one.unit === of ||
        (/^[个家]$/u.test(of) &&
          /^[个家]$/u.test(one.unit) &&
          thing !== '' &&
          `${one.label}|${one.noun}`.includes(thing.slice(0, 2))),
  );
  const named = things.filter(
    (one) => thing !== '' && `${one.label}|${one.noun}`.includes(thing.slice(0, 2)),
  );
  const best = named.length > 0 ? named : things;
  return best.toReversed().map(({ value }) => value);
}

const ROW =
  /(?<row>(?:[^，。；、\d]{0,12}\d+(?:\.\d+)?分、)+[^，。；、\d]{0,6}\d+(?:\.\d+)?分)，(?<lead>[^，。；\d]{0,10})平均(?:得?分|成绩)?(?:为|是)?(?<said>\d+(?:\.\d+)?)分/gu;

/** 三个街道得分分别为90分、80分、85分，平均得分86分. */
function ofRow(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [...text.matchAll(ROW)].flatMap((match) => {
    const { row = '', lead = '', said = '' } = match.groups ?? {};
    const values = [...row.matchAll(/(\d+(?:\.\d+)?)分/gu)].map(([, value]) => Number(value));
    const around = text.slice(0, match.index) + row.slice(0, 14) + lead;
    const counted = [...around.matchAll(/(?<n>\d+|[两三四五六七八九十])(?:个|家|名)/gu)].map(
      ({ groups }) => {
        const n = groups?.['n'] ?? '';
        return valueWritten(n);
      },
    );
    if (!counted.includes(values.length) && !/分别/u.test(around)) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const decimals = said.split('.')[1]?.length ?? 0;
    if (Math.abs(mean - Number(said)) < 10 ** -decimals || /全[市县区省]|等/u.test(lead + row))
      return [];
    return [
      foundAt(
        meanOfRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `平均写的是${said}分，${values.join('、')}的平均不是它`,
        `平均为${mean.toFixed(Math.max(1, decimals))}分`,
      ),
    ];
  });
}

export const meanOfRule: ProofRule = { id: 'mean-of', name: '平均数与总数、个数', check };
