/**
 * 转义: words of a proposal are the words of a stranger. In Markdown nothing of them may become a mark, a link, a
 * mention, a reference or HTML.
 */
import { plain } from '../../text/plain.ts';
import { isInnerHost } from './host.ts';

/** Signs that mean something to CommonMark, GitHub, GitLab or Gitea somewhere in a line. */
const MARKS = /[\\`*_{}[\]()<>#!|~@&"'$^%]/gu;

/**
 * What a forge makes a link of after it has read the entities: @name, name@host, #1, !1, %1, &1, $1, ^1, ~label, GH-1. A
 * wide sign, or a hyphen that does not break, is read the same by a person and is no reference.
 */
function unlinked(text: string): string {
  return text
    .replace(/@(?=[A-Za-z0-9])|[#!%&$^](?=\d)|[%~](?=["\w])/gu, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
    )
    .replace(/(?<=\b(?:GH|[A-Z][A-Z0-9]+))-(?=\d)/giu, '\u2011');
}

/** Data as it may stand in a line of Markdown: every mark as a numeric entity, which can never be structure. */
export function escapedMarkdown(text: string): string {
  return unlinked(plain(text))
    .replace(MARKS, (sign) => `&#${String(sign.codePointAt(0))};`)
    .replace(/:(?=\/\/)/gu, '&#58;')
    .replace(/www\./giu, (www) => `${www.slice(0, 3)}&#46;`);
}

/** A web address as a link whose target is shown in full, in ASCII; other text, and addresses that lead inside, as text. */
export function mdLink(address: string): string {
  if (!URL.canParse(address)) return escapedMarkdown(address);
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return escapedMarkdown(address);
  if (url.username !== '' || url.password !== '' || isInnerHost(url.hostname))
    return escapedMarkdown(address);
  const shown = url.href.replace(
    /[^\w\-.~:/?#@!$&()*+,;=%]|[()*]/gu,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `<${shown}>`;
}
