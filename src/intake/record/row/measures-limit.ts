/** 写在整改要求里的时限: where a list has no column for deadlines, its column 整改要求 often holds them: 9月30日前完成整改. */
import { readDeadline, type ReadingContext } from '../../../domain/phrase/read.ts';

/** The reading of a row whose deadline stands in its measures; it stays on the record. */
export const FROM_MEASURES = '清单没有时限一栏，时限取自整改要求';

/** By when it is mended; what is said of how to work, and by when one reports of it, is no deadline. */
const MENDED =
  /(?:完成整改|整改(?:到位|完毕|完成|结束))(?!情况|报告|方案|台账|计划|措施|的)|[前内]整改(?=$|[并、])|(?:完成|改正|解决|销号)(?:到位|完毕)?$/u;
/** Words that are a deadline by themselves. */
const BARE =
  /^(?:(?:立即|马上|立刻)(?:整改|改正)(?:到位|完毕)?|立行立改|即知即改|长期坚持|[、并]|此后)+$/u;
/** 发现错敏信息1个工作日内整改到位: whenever it happens. */
const WHENEVER = /(?:发现|反映)(?!的)|一旦/u;
const STANDING = /坚持|长期|长效|常态|持续/u;
const TIMED = /\d+[日天月]|[月旬]底|工作日/u;

/** The words of the measures that say by when it is mended, if one part of them does and nothing else in them speaks of time. */
export function limitInMeasures(measures: string, context: ReadingContext): string | undefined {
  const parts = measures.split(/[，。；\n]/u).map((part) => part.trim());
  const limits = parts.filter((part) => isLimit(part, context));
  const [first, last] = [limits[0], limits.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const rest = parts.filter((part) => !limits.includes(part));
  if (rest.some((part) => STANDING.test(part) || TIMED.test(part) || isTimed(part, context)))
    return undefined;
  // 3月20日前完成整改，长期坚持: one deadline together, or two of which nobody knows which holds.
  const all = measures.slice(measures.indexOf(first), measures.lastIndexOf(last) + last.length);
  return isTimed(all, context) ? all : undefined;
}

function isLimit(words: string, context: ReadingContext): boolean {
  if (BARE.test(words)) return isTimed(words, context);
  if (!MENDED.test(words)) return false;
  const { kind } = readDeadline(words, context).deadline;
  // Every month, and from now on, is how one works.
  if (kind === 'relative') return !WHENEVER.test(words);
  return kind !== 'recurring' && kind !== 'ongoing' && kind !== 'unread';
}

function isTimed(words: string, context: ReadingContext): boolean {
  return words !== '' && readDeadline(words, context).deadline.kind !== 'unread';
}
