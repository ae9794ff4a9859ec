/**
 * 频次: how often something is promised: 一周两次, 每月, 每10天内, 间隔不超过14天. Read from the uniform writing, for
 * deadlines and for the duties in the measures alike.
 */
import { type Every, everyInWords } from './every.ts';
import { type PeriodHead, HEADS } from './frequency-heads.ts';
import { matchAt } from '../match.ts';

/** A stretch of the uniform writing. */
export interface FrequencyPiece {
  start: number;
  end: number;
}

/** A frequency found in a phrase: how often, or the readings left when that cannot be told. */
export type Frequency = FrequencyPiece & {
  /** The pieces that say how often; what is left of the clause is what is promised. */
  pieces: FrequencyPiece[];
  why: string;
} & ({ every: Every } | { candidates: string[] });

const COUNT =
  /(?<![第\d])(\d{1,15})(?:[至到-](\d{1,15}))?(?:次(?!性)|更(?!新|换|改|正)|条|篇|期|场|遍)(?:以上)?/gu;
const AT_LEAST = /至少|不得?少于|不得?低于|最少/gu;
/** At most, or more than: how often it must be at least is not said. */
const UNBOUND = /不得?(?:超过|多于)|最多|至多|以下|(?<!不得?)(?:多于|大于|高于|超过)|>(?!=)|</u;

/** All frequencies of a phrase, in order. */
export function frequenciesIn(read: string): Frequency[] {
  const heads = headsIn(read);
  return heads.map(({ head, start, end }, index) => {
    const limit = heads[index + 1]?.start ?? read.length;
    const rest = restOf(read.slice(end, limit), limit < read.length);
    return frequency(read.slice(start, end), head, { start, end }, rest);
  });
}

/** What follows the head in its clause; before another head it ends with the 、 or 和 that joins the two. */
function restOf(text: string, isJoined: boolean): string {
  const clause = text.replace(/[,;()].*$/su, '');
  const isWhole = clause.length === text.length;
  return isJoined && isWhole ? clause.replace(/[、和及并][^、和及并]*$/u, '') : clause;
}

function headsIn(read: string): (FrequencyPiece & { head: PeriodHead })[] {
  const found: (FrequencyPiece & { head: PeriodHead })[] = [];
  for (let at = 0; at < read.length;) {
    const head = headAt(read, at);
    if (head) found.push(head);
    at = head?.end ?? at + 1;
  }
  return found;
}

function headAt(read: string, at: number): (FrequencyPiece & { head: PeriodHead }) | undefined {
  for (const { pattern, head } of HEADS) {
    const match = matchAt(pattern, read, at);
    const found = match && head(match.parts);
    if (found) return { start: at, end: match.end, head: found };
  }
  return undefined;
}

/** Puts the head (每周) and the count in the rest of its clause (两次) together. */
function frequency(
  words: string,
  head: PeriodHead,
  place: FrequencyPiece,
  rest: string,
): Frequency {
  const open = head.closed === true ? '' : rest;
  const counts = [...open.matchAll(COUNT)];
  const pieces = [
    place,
    ...[...counts, ...open.matchAll(AT_LEAST)].map((match) => ({
      start: place.end + match.index,
      end: place.end + match.index + match[0].length,
    })),
  ];
  const base = { start: place.start, end: place.end + rest.length, pieces };
  if ('candidates' in head) {
    return { ...base, why: `“${words}”隔多久一次，原文没有写明。`, candidates: head.candidates };
  }
  const [count, ...more] = counts;
  const said = count === undefined ? words : `${words}…${count[0]}`;
  const every = more.length > 0 || UNBOUND.test(rest) ? undefined : everyOf(head, count, rest);
  if (every === undefined) {
    return { ...base, why: `“${said}”是几次，原文没有写明。`, candidates: [] };
  }
  return { ...base, every, why: `“${said}”读作${everyInWords(every)}。` };
}

/** The frequency of a head with the count after it, if there is one; undefined where the two do not fit. */
function everyOf(
  head: Exclude<PeriodHead, { candidates: string[] }>,
  count: RegExpExecArray | undefined,
  rest: string,
): Every | undefined {
  const n = count && timesIn(count);
  if (count && n === undefined) return undefined;
  if ('everyDays' in head) {
    return n === undefined || n === 1 ? { everyDays: head.everyDays } : undefined;
  }
  const { per, times = 1 } = head;
  const by = head.by === undefined ? {} : { by: head.by };
  if (n === undefined) return { times, per, ...by };
  if (times === 1) return { times: n, per, ...by };
  return rest.includes('各') ? { times: n * times, per, ...by } : undefined;
}

/** How many times a count says; undefined for none and for 2至3次. */
function timesIn(count: RegExpExecArray): number | undefined {
  const [, n, m] = count;
  return m === undefined && Number(n) > 0 ? Number(n) : undefined;
}
