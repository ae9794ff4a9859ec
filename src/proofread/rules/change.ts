/** 增减: percentage points, increases and decreases that do not follow from the two numbers compared. */
import { type Finding, quoteAround } from '../finding.ts';
import { type Paper, type Passage, passagesOf } from '../paper.ts';
import { percentagesIn, quantitiesIn, rateWritten, sumOf } from '../quantity.ts';
import type { Rule } from '../rule.ts';
import { type Sentence, sentencesOf } from '../sentence.ts';

const UP = '提高|提升|上升|增加|增长|增多|多|高';
const DOWN = '下降|降低|减少|回落|下滑|少|低';

function check(paper: Paper): Finding[] {
  return passagesOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap((sentence) => [
      ...points(passage, sentence),
      ...counts(passage, sentence),
    ]),
  );
}

function found(
  passage: Passage,
  from: number,
  to: number,
  message: string,
  expected: string,
): Finding {
  return {
    rule: change.id,
    place: passage.place,
    quote: quoteAround(passage.text, from, to),
    message,
    expected,
  };
}

/** How the two numbers stand in the sentence: 由A…至B, or B，比…的A. */
function isForward(between: string, before: string): boolean {
  return /[至到为]/u.test(between) && /[由从]/u.test(before);
}

/** 合格率95.2%，比上季度的90.1%提高5.1个百分点. */
function points(passage: Passage, { text, at }: Sentence): Finding[] {
  const shape = new RegExp(`(${UP}|${DOWN})了? ?(\\d+(?:\\.\\d+)?) ?个百分点`, 'gu');
  return [...text.matchAll(shape)].flatMap((match) => {
    const before = percentagesIn(text.slice(0, match.index));
    const [one, two] = before.slice(-2);
    if (!one || !two) return [];
    const [lead, between, behind] = [
      text.slice(0, one.at),
      text.slice(one.end, two.at),
      text.slice(two.end, match.index),
    ];
    const compared = /[较比]/u.test(between) && behind.length <= 6;
    const forward = isForward(between, lead.slice(-16)) && behind.length <= 8;
    if (!compared && !forward) return [];
    if (/[。；]/u.test(between) || between.length > 30) return [];
    const [from, to] = forward ? [one.value, two.value] : [two.value, one.value];
    return compare(
      passage,
      [at + one.at, at + match.index + match[0].length],
      match,
      from,
      to,
      '个百分点',
    );
  });
}

/** 由18个增加到23个，增加5个; 23个，比上季度的18个增加5个; and the growth in percent. */
function counts(passage: Passage, { text, at }: Sentence): Finding[] {
  const shape = new RegExp(
    `(${UP}|${DOWN})了? ?(\\d+(?:\\.\\d+)?) ?(%|个(?!百分点)|家|名|项|条|件|人|次|份|万元|元)`,
    'gu',
  );
  return [...text.matchAll(shape)].flatMap((match) => {
    const before = quantitiesIn(text.slice(0, match.index));
    const [one, two] = before.slice(-2);
    const unit = match[3] ?? '';
    if (!one || !two || one.unit !== two.unit || (unit !== '%' && unit !== one.unit)) return [];
    const [lead, between, behind] = [
      text.slice(0, one.at),
      text.slice(one.end, two.at),
      text.slice(two.end, match.index),
    ];
    if (/[。；]/u.test(between) || between.length > 24) return [];
    const compared = /[较比]/u.test(between) && behind.length <= 6 && !/[，]/u.test(behind);
    const forward = isForward(between, lead.slice(-16)) && behind.length <= 8;
    if (!compared && !forward) return [];
    const [from, to] = forward ? [one.value, two.value] : [two.value, one.value];
    const span: [number, number] = [at + one.at, at + match.index + match[0].length];
    return unit === '%'
      ? growth(passage, span, match, from, to)
      : compare(passage, span, match, from, to, unit);
  });
}

function isUp(word: string | undefined): boolean {
  return UP.split('|').includes(word ?? '');
}

function compare(
  passage: Passage,
  span: readonly [number, number],
  match: RegExpExecArray,
  from: number,
  to: number,
  unit: string,
): Finding[] {
  const difference = sumOf([to, -from]);
  const said = Number(match[2]) * (isUp(match[1]) ? 1 : -1);
  if (said === difference) return [];
  const right = `${difference < 0 ? '减少' : '增加'}${String(Math.abs(difference))}${unit}`;
  const message = `“${match[0]}”与前后两个数字不符`;
  return [
    found(passage, span[0], span[1], message, `由${String(from)}到${String(to)}，为${right}`),
  ];
}

function growth(
  passage: Passage,
  span: readonly [number, number],
  match: RegExpExecArray,
  from: number,
  to: number,
): Finding[] {
  const decimals = /\.(\d+)/u.exec(match[2] ?? '')?.[1]?.length ?? 0;
  if (from <= 0 || !Number.isInteger(from) || !Number.isInteger(to)) return [];
  const right = rateWritten(Math.abs(to - from), from, decimals);
  if (isUp(match[1]) === to >= from && Number(match[2]).toFixed(decimals) === right) return [];
  const words = `${to < from ? '下降' : '增长'}${right}%`;
  return [
    found(
      passage,
      span[0],
      span[1],
      `“${match[0]}”与前后两个数字不符`,
      `由${String(from)}到${String(to)}，为${words}`,
    ),
  ];
}

export const change: Rule = { id: 'change', name: '增减与百分点', check };
