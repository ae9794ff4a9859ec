/** Chinese set as Chinese: no space that a line break in the source left between characters or before a mark, no two full stops. */
import { attribute, textOf, type Element, type Page } from './page.ts';

const unread = ['script', 'style', 'template', 'noscript', 'head', 'textarea', 'pre', 'code'];
const inline = ['a', 'abbr', 'b', 'cite', 'em', 'i', 'mark', 'small', 'span', 'strong', 'time'];
const stray =
  /[\p{Script=Han}0-9”）》%] +[，。；：、！？）》”]|[（《“] +[\p{Script=Han}0-9]|。 *。/gu;
const broken = /\p{Script=Han}\s*\n\s*\p{Script=Han}/gu;

type Node = Element['childNodes'][number];

/** Quotes of the places with a stray space, one a fault. */
export function straySpaces(page: Page): string[] {
  const faults: string[] = [];
  let run = '';
  const flush = () => {
    const text = run.replaceAll(/\s+/gu, ' ');
    for (const { index } of text.matchAll(stray)) faults.push(around(text, index));
    run = '';
  };
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      for (const { index } of node.value.matchAll(broken)) faults.push(around(node.value, index));
      run += node.value;
    } else if ('tagName' in node && !unread.includes(node.tagName) && !isOffscreen(node)) {
      const flows = inline.includes(node.tagName);
      if (!flows) flush();
      node.childNodes.forEach(visit);
      if (!flows) flush();
    }
  };
  page.root.childNodes.filter((node) => 'tagName' in node).forEach(visit);
  flush();
  return faults;
}

/** Text for screen readers only stands apart from what is seen. */
function isOffscreen(element: Element): boolean {
  return /\bsr-only\b/u.test(attribute(element, 'class') ?? '') || textOf(element) === '';
}

function around(text: string, index: number): string {
  return text
    .slice(Math.max(0, index - 8), index + 10)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
