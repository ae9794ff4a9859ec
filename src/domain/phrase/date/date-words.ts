/** 日期用语: the words of one date taken apart: the stretch, its edge (底, 初), 前 and (含), weekday, time, what follows. */
import { clockAt, type ClockFound } from '../clock.ts';
import { matchAt } from '../match.ts';
import type { Ground, TimeScope } from './scope.ts';
import { scopeAt } from './scope-forms.ts';

/** The parts of one date, each as written, and the place after them. */
export interface DateWords {
  scope: TimeScope;
  end: number;
  words: string;
  /** 底, 末, 尾, 终, 初 or 中, of a stretch. */
  edge?: string | undefined;
  /** 前, 内 and their like. */
  before?: string | undefined;
  /** (含) or (不含), whether the named day or stretch counts. */
  counted?: boolean | undefined;
  weekday?: string | undefined;
  clock?: ClockFound | undefined;
  /** 后, 左右 and their like: the words name no last day. */
  after?: string | undefined;
  /** 起, 至: the words begin something; `range` when the other end follows. */
  begins?: { end: number; range: boolean } | undefined;
  /** Words such as 完成 follow at once: a stretch without 内 is meant to its end. */
  completed: boolean;
}

const BRACE =
  '\\((?<NAME>不)?(?:含|包含|包括)(?:当日|当天|本日|该日|当月|本月|当年|本年|本数|\\d{4}年|\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}日)?\\)';
const [FIRST_BRACE, LAST_BRACE] = ['first', 'last'].map(
  (name) => `(?<${name}>${BRACE.replace('NAME', `${name}Not`)})?`,
);
const BEFORE = '(?<before>及?之前|及?以前|前(?![后端台期述往置]|提[下是条])|为止|止|以内|之内|内)?';
const EDGE = '(?<edge>底|末|尾|终|初|中(?!、?下?旬))?';
const DAY_ENDING = new RegExp(`(?=.)${FIRST_BRACE}${BEFORE}${LAST_BRACE}`, 'uy');
const STRETCH_ENDING = new RegExp(`(?=.)${EDGE}${FIRST_BRACE}${BEFORE}${LAST_BRACE}`, 'uy');
const AFTER = /之后|以后|后|左右|前后|上下|许|附近/uy;
const RANGE = ',?(?:一直)?(?:截至|截止到?|至|到|直到|-)(?=[\\d今明本下年月季后])';
const BEGINS = new RegExp(`(?:之日)?(?:起|开始)(?<range>${RANGE})?|(?<to>${RANGE})`, 'uy');
const COMPLETED = /(?:全部|全面)?(?:完成|整改|办结|解决|落实|到位|达标|结束)/uy;
/** 6月30日当天 says the day again. */
const AGAIN = /当[天日]/uy;
const WEEKDAY = /\(?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])\)?/uy;

/** Takes apart the date that begins at `at`, or gives undefined when none does. */
export function dateWordsAt(read: string, at: number, ground: Ground): DateWords | undefined {
  const found = scopeAt(read, at, ground);
  if (!found) return undefined;
  const { scope } = found;
  const weekday = scope.single ? matchAt(WEEKDAY, read, found.end) : undefined;
  const again = scope.single ? matchAt(AGAIN, read, weekday?.end ?? found.end) : undefined;
  const clockStart = again?.end ?? weekday?.end ?? found.end;
  const clock = scope.single ? clockAt(read, clockStart, ground.closeOfBusiness) : undefined;
  const start = clock?.end ?? clockStart;
  const ending = matchAt(scope.single ? DAY_ENDING : STRETCH_ENDING, read, start);
  const end = ending?.end ?? start;
  const { edge, before, first, last, firstNot, lastNot } = ending?.parts ?? {};
  const begins = before === undefined ? matchAt(BEGINS, read, end) : undefined;
  return {
    scope,
    end,
    words: read.slice(at, end),
    edge,
    before,
    counted: (first ?? last) ? (firstNot ?? lastNot) === undefined : undefined,
    weekday: weekday?.parts['weekday'],
    clock,
    after: matchAt(AFTER, read, end)?.words,
    begins: begins && {
      end: begins.end,
      range: (begins.parts['range'] ?? begins.parts['to']) !== undefined,
    },
    completed: matchAt(COMPLETED, read, end) !== undefined,
  };
}
