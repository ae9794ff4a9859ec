/** 部件里的话: what a part of an office file says, in whatever element or attribute it stands. */
import type { Said } from '../../../paper/image/metadata.ts';
import { attributes, elements, textIn, type XmlNode } from '../../../paper/zip/xml.ts';

/** Whose words may run over several elements. */
const PARAGRAPHS = new Set(['p', 'si', 'is', 'comment', 'text', 'TextCode', 'TextObject']);
/** Elements and attributes that name whoever made, changed or remarked something. */
const MAKERS = new Set(['creator', 'lastModifiedBy', 'Manager', 'author', 'Author', 'lastAuthor']);
/** What Word writes in the place of a name that was taken away. */
const NOBODY = /^\s*(?:作者|Author)?\s*$/u;
/** Places of points: their digits are no number. */
const POINTS = new Set(['d', 'points', 'path']);
/** An identity number takes no less. */
const SHORTEST = 17;

/** What a part says, its attributes among it. */
export function saidByXml(root: XmlNode): Said {
  const texts: string[] = [];
  let person = false;
  const hear = (name: string, text: string): void => {
    if (MAKERS.has(name) && !NOBODY.test(text)) {
      person = true;
      texts.push(text);
    } else if (text.length >= SHORTEST) texts.push(text);
  };
  const walk = (node: XmlNode): void => {
    hear(node.name, ownText(node));
    if (PARAGRAPHS.has(node.name)) texts.push(textIn(node));
    if (node.name === 'tr' || node.name === 'row') texts.push(...boxesIn(node));
    // Most elements of a large sheet have too few letters to say anything.
    if (node.raw.length >= SHORTEST || node.raw.includes('uthor'))
      for (const { name, value } of attributes(node)) if (!POINTS.has(name)) hear(name, value);
    for (const child of elements(node)) walk(child);
  };
  walk(root);
  return { position: false, person, texts };
}

/** The text of an element itself, not of those below it. */
export function ownText({ children }: XmlNode): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** Numbers of a row of boxes with one sign each, as forms have them. */
function boxesIn(row: XmlNode): string[] {
  const runs: string[] = [];
  let run = '';
  for (const cell of elements(row)) {
    const isIndex = attributes(cell).some(({ name, value }) => name === 't' && value === 's');
    const sign = isIndex ? ' ' : textIn(cell).trim();
    if (/^[\dXx]?$/u.test(sign)) run += sign;
    else {
      runs.push(run);
      run = '';
    }
  }
  runs.push(run);
  return runs.filter(({ length }) => length > SHORTEST);
}
