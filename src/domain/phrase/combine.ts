/** 合成: one deadline out of the tokens of a phrase, or the question that they leave. */
import { inWords } from '../../day/calendar.ts';
import { endOfSpan, lengthInWords } from '../span.ts';
import { asCandidate } from './doubt.ts';
import { type PlacedDate, fixedReading, severalDates } from './date/dated.ts';
import { eventBefore, gapBefore, notUnderstood, type GapPhrase } from './gap.ts';
import { type DeadlineReading, unreadDeadline } from './reading.ts';
import { fromList, noDueDay, readingsOf } from './readings-left.ts';
import { endOf, relativeDeadline, type Spanned } from './relative.ts';

const URGENT = /尽快|尽早|抓紧|及时|第1时间|从速/u;
const STANDING = /持续|长期|常态|长效|不断/u;

/** The deadline of a phrase without frequencies and without doubtful tokens. */
export function combinedReading(phrase: GapPhrase): DeadlineReading {
  const { text, tokens } = phrase;
  const dates = tokens.filter((token) => token.kind === 'date');
  const spans = tokens.filter((token) => token.kind === 'span');
  const unclear =
    fromEvent(phrase, spans) ?? openRange(phrase) ?? slashed(phrase) ?? leftOver(phrase);
  if (unclear) return unclear;
  const [date, second, ...more] = dates;
  const [span] = spans;
  if (date && span) return dateAndSpan(phrase, date, [...dates, ...spans]);
  if (date) return second ? severalDates(phrase, date, second, more) : fixedReading(phrase, date);
  if (new Set(spans.map(({ length }) => lengthInWords(length))).size > 1) {
    return unreadDeadline(text, '原文写了不止一个期限。', readingsOf(tokens));
  }
  return span ? relativeDeadline(phrase, span) : undated(phrase);
}

/** 收到通知后15日内: the day of the event is not in the phrase. */
function fromEvent(phrase: GapPhrase, spans: readonly Spanned[]): DeadlineReading | undefined {
  for (const span of spans) {
    const event = eventBefore(phrase, span);
    if (event === undefined) continue;
    const day = endOfSpan(phrase.listedOn, span.length).day;
    return unreadDeadline(phrase.text, `“${event}”是哪一天，原文没有写明。`, [
      asCandidate({ note: `以列入日期${inWords(phrase.listedOn)}为起算日`, day }),
      `以“${event}”的实际日期为起算日，请填写那一天`,
    ]);
  }
  return undefined;
}

/** A range must be closed by the date that follows at once, not before it began. */
function openRange({ text, tokens, read }: GapPhrase): DeadlineReading | undefined {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'start' && token.kind !== 'now') continue;
    const next = tokens[index + 1];
    const isClosed = next?.kind === 'date' && next.start === token.end && token.day <= next.day;
    if (token.opensRange && !isClosed) {
      const words = read.slice(token.start, token.end);
      return unreadDeadline(text, `“${words}”之后的截止日没有读懂。`, readingsOf(tokens));
    }
  }
  return undefined;
}

/** 5月底/长期: a stroke between two of them leaves open whether both hold; two spans alike say the same. */
function slashed(phrase: GapPhrase): DeadlineReading | undefined {
  const { text, tokens } = phrase;
  const isSlashed = tokens.some(
    (token, index) => index > 0 && token.kind !== 'span' && gapBefore(phrase, index).includes('/'),
  );
  return isSlashed
    ? unreadDeadline(text, '原文用“/”写了不止一种时限。', readingsOf(tokens))
    : undefined;
}

function leftOver(phrase: GapPhrase): DeadlineReading | undefined {
  const why = notUnderstood(phrase);
  return why === undefined
    ? undefined
    : unreadDeadline(phrase.text, why, readingsOf(phrase.tokens));
}

/** 3个月内（8月13日前）: both must lead to the same day. */
function dateAndSpan(
  phrase: GapPhrase,
  date: PlacedDate,
  all: readonly (PlacedDate | Spanned)[],
): DeadlineReading {
  const days = all.map((one) => (one.kind === 'date' ? one.day : endOf(phrase, one).day));
  if (days.every((day) => day === date.day)) return fixedReading(phrase, date);
  const why = '原文既写了日期又写了期限，两者不是同一天。';
  return unreadDeadline(phrase.text, why, readingsOf(phrase.tokens));
}

function undated({ text, tokens, listedOn, read }: GapPhrase): DeadlineReading {
  const starts = tokens.find((token) => token.kind === 'start');
  if (starts) {
    const words = read.slice(starts.start, starts.end);
    return unreadDeadline(text, `“${words}”是开始的时间，不是截止日。`, readingsOf(tokens));
  }
  const now = tokens.find((token) => token.kind === 'now' || token.kind === 'immediate');
  const ongoing = tokens.find((token) => token.kind === 'ongoing');
  if (now) {
    const words = read.slice(now.start, now.end);
    const why = [`“${words}”自列入日期${inWords(listedOn)}起算，原文没有写截止日。`];
    if (!ongoing) return { deadline: { text, kind: 'immediate', from: listedOn }, why };
    const then = `“${ongoing.words}”此后长期坚持，按复查间隔复查。`;
    return {
      deadline: { text, kind: 'immediate-then-ongoing', from: listedOn },
      why: [...why, then],
    };
  }
  if (ongoing) {
    const why = [`“${ongoing.words}”没有截止日，按复查间隔复查。`];
    return { deadline: { text, kind: 'ongoing' }, why };
  }
  const urgent = URGENT.exec(read)?.[0];
  if (urgent !== undefined)
    return unreadDeadline(text, `“${urgent}”没有写日期。`, [fromList(listedOn)]);
  const standing = STANDING.exec(read)?.[0];
  if (standing !== undefined) return unreadDeadline(text, `“${standing}”没有写日期。`, [noDueDay]);
  return unreadDeadline(text, `“${text}”里没有读到日期或期限。`, []);
}
