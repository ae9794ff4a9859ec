/** 期限用语: spans such as 15日内, 3个月, 2个工作日, 24小时, 半年; minimum, loose and open spans are doubts. */
import { type Length, lengthInWords } from '../../span.ts';
import type { Doubt } from '../doubt.ts';
import { followsFigure, matchAt, matchedPart, type Parts } from '../match.ts';
import { own } from '../../../text/own.ts';

/** A length that the words name. */
export interface SpanFound {
  kind: 'span';
  end: number;
  words: string;
  length: Length;
  why: string[];
}

const LEAD = '(?<lead>为期|限期为?|期限为?|时限为?|历时|限)?';
const LIMIT = '(?<limit>不得?(?:能|可|应)?超过|不超出|不得?多于|最长|最多|至多)?';
const LEAST = '(?<least>不(?:得|应|能|可)?(?:少于|低于|短于|小于)|至少|最少|最短|满)?';
const UNIT =
  '(?<unit>个?工作日|个?自然日|个?日历[日天]|个?小时|个?钟头|天|日|周(?![一二三四五六日天末年])|个?星期|个?礼拜|个月|个季度|年(?![底末终初中度\\d]))';
const INSIDE = '(?<inside>之内|以内|内)?';
const LOOSE = '(?<loose>之后|以后|后|之前|以前|前|起|左右|上下|以上|多|余)?';
const NUMBER = new RegExp(
  `${LEAD}${LIMIT}${LEAST}(?<n>\\d{1,3})(?:(?:至|到|-|、|或)(?<m>\\d{1,3}))?${UNIT}(?<half>半)?${INSIDE}${LOOSE}`,
  'uy',
);
const HALF = new RegExp(
  `(?<![个大小多近前后])${LEAD}${LIMIT}${LEAST}半(?<unit>年|个?月)${INSIDE}${LOOSE}`,
  'uy',
);
const SAME_DAY = /(?:当日|当天|即日(?!起))(?! ?(?:上午|下午)?(?:\d|下班))(?:之内|内)?/uy;

/** The span whose words begin at `at`, or a doubt; undefined when there is none. */
export function spanAt(read: string, at: number): SpanFound | Doubt | undefined {
  if (followsFigure(read, at)) return undefined;
  const sameDay = matchAt(SAME_DAY, read, at);
  if (sameDay) return span(at, sameDay.words, { days: 0 }, `“${sameDay.words}”指起算的当天。`);
  const number = matchAt(NUMBER, read, at);
  if (number) return isDate(number.parts) ? undefined : counted(at, number.words, number.parts);
  const half = matchAt(HALF, read, at);
  if (!half) return undefined;
  return (
    doubtful(at, half.words, half.parts, half.parts['unit'] === '年' ? '半年' : '半个月') ??
    (half.parts['unit'] === '年'
      ? span(at, half.words, { months: 6 }, `“${half.words}”按6个月计。`)
      : span(at, half.words, { days: 15 }, `“${half.words}”按15天计。`))
  );
}

/** 15日 and 20年 alone are a date and a year; only 内, 为期 and the like make a span of them. */
function isDate(parts: Parts): boolean {
  const { unit, m, lead, limit, least, inside } = parts;
  const isSpan = (lead ?? limit ?? least ?? inside) !== undefined;
  return (
    !isSpan &&
    m === undefined &&
    (unit === '日' || (unit === '年' && matchedPart(parts, 'n').length === 2))
  );
}

function counted(at: number, words: string, parts: Parts): SpanFound | Doubt {
  const { m, half, lead, limit } = parts;
  const [n, unit] = [matchedPart(parts, 'n'), matchedPart(parts, 'unit')];
  const end = at + words.length;
  const length = lengthOf(Number(n), unit, half);
  const doubt = doubtful(at, words, parts, `${n}${unit}`);
  if (doubt) return doubt;
  if (m !== undefined) {
    const candidates = [n, m].map((number) => `期限为${number}${unit}`);
    return { kind: 'doubt', end, why: `“${words}”写了两个长度。`, candidates };
  }
  if (length === undefined) {
    return { kind: 'doubt', end, why: `“${words}”的长度读不准。`, candidates: [] };
  }
  if (unit === '年' && n.length > 1 && (lead ?? limit) === undefined) {
    const candidates = [`指20${n}年以内`, `指${n}年的期限`];
    return { kind: 'doubt', end, why: `“${words}”可以是年份，也可以是年数。`, candidates };
  }
  const cap = limit === undefined ? '' : '这是上限，按满期计。';
  return span(at, words, length, `“${words}”的期限是${lengthInWords(length)}。${cap}`);
}

function lengthOf(n: number, unit: string, half: string | undefined): Length | undefined {
  if (n === 0) return undefined;
  const months = own({ 个月: 1, 个季度: 3, 年: 12 }, unit);
  if (half !== undefined) return unit === '年' ? { months: n * 12 + 6 } : undefined;
  if (months !== undefined) return { months: n * months };
  if (unit.endsWith('工作日')) return { workdays: n };
  if (/小时|钟头/u.test(unit)) return { hours: n };
  return { days: /周|星期|礼拜/u.test(unit) ? n * 7 : n };
}

/** What turns a length into something else than a deadline: a minimum, a start, a rough figure. */
function doubtful(at: number, words: string, parts: Parts, length: string): Doubt | undefined {
  const end = at + words.length;
  const { least, loose } = parts;
  if (least !== undefined || loose === '以上') {
    const candidates = ['这是最短期限，截止日期另行写明', `以满${length}的那一天为截止日`];
    return { kind: 'doubt', end, why: `“${words}”是最短期限，不是截止日。`, candidates };
  }
  if (loose === undefined) return undefined;
  if (/[后起]/u.test(loose)) {
    const candidates = [`满${length}才开始，截止日期另行写明`, `期限为${length}`];
    return { kind: 'doubt', end, why: `“${words}”是开始的时间，不是截止日。`, candidates };
  }
  const why = loose.endsWith('前')
    ? `“${words}”从哪一天往前算，原文没有写明。`
    : `“${words}”只是大约的长度。`;
  return { kind: 'doubt', end, why, candidates: [`期限为${length}`] };
}

function span(at: number, words: string, length: Length, why: string): SpanFound {
  return { kind: 'span', end: at + words.length, words, length, why: [why] };
}
