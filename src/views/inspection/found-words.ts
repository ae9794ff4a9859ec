/** 检查时: of what day a finding is that counts days (已60天未更新), which the days since have made longer or mended. */
import { inWords } from '../../day/calendar.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Ledger } from '../../schema/ledger.ts';

/** 60天, 两周, 3个月: a length of time as of a day; 6月5日 is none. */
const LENGTH = /[\d一二两三四五六七八九十]+\s*(?:天|周|个多?月)/u;

/** 2026年6月5日检查时的情况; of what no check found 发现时, else 列入时. Empty where the finding counts no days. */
export function foundInWords(
  { inspections }: Pick<Ledger, 'inspections'>,
  {
    finding,
    foundOn,
    listedOn,
    source,
  }: Pick<Issue, 'finding' | 'foundOn' | 'listedOn' | 'source'>,
): string {
  if (!LENGTH.test(finding)) return '';
  const check = [...inspections.values()].find(({ name }) => name === source?.document);
  const [on, when] =
    check !== undefined
      ? [check.checkedOn, '检查时']
      : foundOn === undefined
        ? [listedOn, '列入时']
        : [foundOn, '发现时'];
  return `${inWords(on)}${when}的情况`;
}
