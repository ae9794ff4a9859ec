/**
 * 转义: words of a proposal are the words of a stranger. In Markdown nothing of them may become a mark, a link, a
 * mention or HTML; on a terminal nothing may become a control sequence or a command of the runner.
 */
import { dotted } from '../../text/unseen.ts';

/** Signs that mean something to CommonMark, GitHub, GitLab or Gitea somewhere in a line. */
const MARKS = /[\\`*_{}[\]()<>#!|~@&"'$^%]/gu;

/** Data as it may stand in a line of Markdown: every mark as a numeric entity, which can never be structure. */
export function md(text: string): string {
  return plain(text)
    .replace(MARKS, (sign) => `&#${String(sign.codePointAt(0))};`)
    .replace(/:(?=\/\/)/gu, '&#58;')
    .replace(/www\./giu, (www) => `${www.slice(0, 3)}&#46;`);
}

/** Data as it may stand in a line on a terminal or in the log of a runner: one line, nothing unseen. */
export function plain(text: string): string {
  return dotted(text.replace(/[\t\n\r\ufffc\ufffd]/gu, '\u00b7')).replaceAll('##[', '# #[');
}

/** A web address as a link whose target is shown in full, in ASCII; other text as text. */
export function mdLink(address: string): string {
  if (!URL.canParse(address)) return md(address);
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return md(address);
  const shown = url.href.replace(
    /[^\w\-.~:/?#@!$&()*+,;=%]|[()*]/gu,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `<${shown}>`;
}
