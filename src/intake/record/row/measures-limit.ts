/** 写在整改要求里的时限: where a list has no column for deadlines, its column 整改要求 often holds them: 9月30日前完成整改. */
import { readDeadline, type ReadingContext } from '../../../domain/issue/deadline/deadline.ts';

/** By then it is reported, which is not by when it is mended. */
const REPORTED = /报送|上报|反馈|报告|书面|[将把].{0,12}报/u;
const MENDED = /完成|整改(?:到位|完毕)|改正|解决|销号/u;
const STANDING = /坚持|长期|长效|常态|持续/u;
const TIMED = /\d+[日天月]|[月旬]底|工作日/u;

/** The words of the measures that say by when, if one part of them does and nothing else in them speaks of time. */
export function limitInMeasures(measures: string, context: ReadingContext): string | undefined {
  const parts = measures.split(/[，。；\n]/u).map((part) => part.trim());
  const limits = parts.filter((part) => isLimit(part, context));
  const [limit, another] = limits;
  if (limit === undefined || another !== undefined)
    return isLimit(measures, context) ? measures : undefined;
  const rest = parts.filter((part) => part !== limit);
  return rest.some((part) => STANDING.test(part) || TIMED.test(part)) ? undefined : limit;
}

function isLimit(words: string, context: ReadingContext): boolean {
  if (words === '' || (REPORTED.test(words) && !MENDED.test(words))) return false;
  return readDeadline(words, context).deadline.kind !== 'unread';
}
