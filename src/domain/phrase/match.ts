/** 匹配: a pattern tried at one place of the uniform writing, with its named parts. */
import { own } from '../../text/own.ts';

/** The named parts that a pattern found; what is optional may be missing. */
export type Parts = Partial<Record<string, string>>;

/** What a pattern found at a place. */
export interface Match {
  end: number;
  words: string;
  parts: Parts;
}

/** Tries a sticky pattern at `at`. */
export function matchAt(pattern: RegExp, read: string, at: number): Match | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(read);
  if (!match) return undefined;
  return { end: at + match[0].length, words: match[0], parts: match.groups ?? {} };
}

/** A part by its name; the empty text where it is missing. */
export function matchedPart(parts: Parts, name: string): string {
  return own(parts, name) ?? '';
}

/** True when a figure, or a point, stands directly before `at`: what begins there may be cut through. */
export function followsFigure(read: string, at: number): boolean {
  return at > 0 && /[\d.]/u.test(read.charAt(at - 1));
}
