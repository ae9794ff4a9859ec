/**
 * 频次: how often something is promised: 一周两次, 每月, 每10天内, 间隔不超过14天. Read from the uniform writing, for
 * deadlines and for the duties in the measures alike.
 */
import { everyInWords } from './every.ts';
import type { Every } from './every.ts';
import { type Head, HEADS } from './frequency-heads.ts';

/** A stretch of the uniform writing. */
export interface Piece {
  start: number;
  end: number;
}

/** A frequency found in a phrase. */
export interface Frequency extends Piece {
  /** The pieces that say how often; what is left of the clause is what is promised. */
  pieces: Piece[];
  why: string;
  every?: Every;
  /** The readings left, when it cannot be told how often. */
  candidates?: string[];
}

const COUNT = /(?<!第)(?<n>\d{1,3})(?:[至到-](?<m>\d{1,3}))?(?:次(?!性)|条|篇|期|场|遍)(?:以上)?/gu;
const AT_LEAST = /至少|不得?少于|不得?低于|最少/gu;
const AT_MOST = /不得?(?:超过|多于)|最多|至多/u;

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
  const clause = /^[^,;()]*/u.exec(text)?.[0] ?? '';
  const isWhole = clause.length === text.length;
  return isJoined && isWhole ? (/^(.*)[、和及并]/u.exec(clause)?.[1] ?? clause) : clause;
}

function headsIn(read: string): (Piece & { head: Head })[] {
  const found: (Piece & { head: Head })[] = [];
  for (let at = 0; at < read.length;) {
    const head = headAt(read, at);
    if (head) found.push(head);
    at = head?.end ?? at + 1;
  }
  return found;
}

function headAt(read: string, at: number): (Piece & { head: Head }) | undefined {
  for (const { pattern, head } of HEADS) {
    pattern.lastIndex = at;
    const match = pattern.exec(read);
    const found = match && head(match.groups ?? {});
    if (match && found) return { start: at, end: at + match[0].length, head: found };
  }
  return undefined;
}

/** Puts the head (每周) and the count in the rest of its clause (两次) together. */
function frequency(words: string, head: Head, place: Piece, rest: string): Frequency {
  const counts = head.closed === true ? [] : [...rest.matchAll(COUNT)];
  const marks = head.closed === true ? [] : [...rest.matchAll(AT_LEAST)];
  const pieces = [
    place,
    ...[...counts, ...marks].map((match) => ({
      start: place.end + match.index,
      end: place.end + match.index + match[0].length,
    })),
  ];
  const base = { start: place.start, end: place.end + rest.length, pieces };
  const count = counts[0];
  const said = count === undefined ? words : `${words}…${count[0]}`;
  if (head.candidates !== undefined) {
    return { ...base, why: `“${words}”隔多久一次，原文没有写明。`, candidates: head.candidates };
  }
  const [n, m] = [Number(count?.groups?.['n'] ?? head.times ?? 1), count?.groups?.['m']];
  const isUnclear = counts.length > 1 || m !== undefined || n === 0 || AT_MOST.test(rest);
  const every = isUnclear ? undefined : everyOf(head, n, rest.includes('各'), count !== undefined);
  if (every === undefined)
    return { ...base, why: `“${said}”是几次，原文没有写明。`, candidates: [] };
  const at = head.at === undefined ? '' : '其中的日子只留在原文，台账按周期计。';
  return { ...base, every, why: `“${said}”读作${everyInWords(every)}。${at}` };
}

function everyOf(head: Head, n: number, isEach: boolean, isCounted: boolean): Every | undefined {
  if (head.everyDays !== undefined) return n === 1 ? { everyDays: head.everyDays } : undefined;
  if (head.per === undefined) return undefined;
  const days = head.times ?? 1;
  if (days === 1 || !isCounted) return { times: n, per: head.per };
  return isEach ? { times: n * days, per: head.per } : undefined;
}
