/**
 * 一行字: words of a record, a file or a stranger as they may stand in a line on a terminal or in the log of a runner. One
 * line, nothing unseen, and no command to the runner: those begin a line with `::` or stand anywhere as `##…[`.
 */
import { unseenDotted } from './unseen.ts';

export function plain(text: string): string {
  return unseenDotted(text.replace(/[\t\n\r\ufffc\ufffd]/gu, '\u00b7'))
    .replace(/##(?=\w*\[)/gu, '# #')
    .replace(/^(\s*)(?=::|##)/u, '$1\u00b7');
}
