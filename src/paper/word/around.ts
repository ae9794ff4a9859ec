/** 文档的附属部分: what the body of a Word document refers to — styles, numbering, comments, notes. */
import type { Archive } from '../zip/archive.ts';
import { partOf, type Relations, targetOf } from '../zip/part.ts';
import { attribute, descendants, element, elements, textIn, type XmlNode } from '../zip/xml.ts';

/** How a stretch of text is shown; undefined where its style decides. */
export interface RunLook {
  isStruck?: boolean | undefined;
  isHidden?: boolean | undefined;
}

export interface Around {
  /** The look that a style of characters or paragraphs gives. */
  styles: ReadonlyMap<string, RunLook & { numbering?: string }>;
  /** True for the id of a numbering whose level (from 0) shows numbers and not dots. */
  isOrdered: (numbering: string, level: string) => boolean;
  comments: ReadonlyMap<string, string>;
  /** Foot- and endnotes, by kind and id: `footnote 2`. */
  notes: ReadonlyMap<string, XmlNode>;
}

export function readAround(archive: Archive, relations: Relations): Around {
  const part = (type: string): XmlNode | undefined => partOf(archive, targetOf(relations, type));
  return {
    styles: stylesIn(part('styles')),
    isOrdered: numberingIn(part('numbering')),
    comments: new Map(
      elements(part('comments'), 'comment').map((comment) => [
        attribute(comment, 'id') ?? '',
        elements(comment, 'p')
          .map((line) => descendants(line, 't').map(textIn).join(''))
          .join('\n')
          .trim(),
      ]),
    ),
    notes: new Map(
      ['footnote', 'endnote'].flatMap((kind) =>
        elements(part(`${kind}s`), kind)
          .filter((note) => !/eparator|otice/u.test(attribute(note, 'type') ?? ''))
          .map((note) => [`${kind} ${attribute(note, 'id') ?? ''}`, note] as const),
      ),
    ),
  };
}

/** Whether a property is switched on, off, or not spoken of. */
export function isToggled(
  properties: XmlNode | undefined,
  ...names: string[]
): boolean | undefined {
  for (const name of names) {
    const node = element(properties, name);
    if (node !== undefined) return !/^(?:0|false|off|none)$/u.test(attribute(node, 'val') ?? '1');
  }
  return undefined;
}

/** True for a content control that shows nothing but the words that ask to type. */
export function isPrompt(node: XmlNode): boolean {
  return node.name === 'sdt' && isToggled(element(node, 'sdtPr'), 'showingPlcHdr') === true;
}

/** The look that the properties of a run give. */
export function lookOf(properties: XmlNode | undefined): RunLook {
  return {
    isStruck: isToggled(properties, 'strike', 'dstrike'),
    isHidden: isToggled(properties, 'vanish', 'webHidden'),
  };
}

function stylesIn(styles: XmlNode | undefined): Around['styles'] {
  const nodes = new Map(
    elements(styles, 'style').map((node) => [attribute(node, 'styleId') ?? '', node]),
  );
  const found = new Map<string, RunLook & { numbering?: string }>();
  for (const [id] of nodes) {
    const look: RunLook & { numbering?: string } = {};
    let at: string | undefined = id;
    // Styles lean on one another, at most ten deep; a circle ends there too.
    for (let depth = 0; at !== undefined && depth < 10; depth += 1) {
      const node: XmlNode | undefined = nodes.get(at);
      const own = lookOf(element(node, 'rPr'));
      look.isStruck ??= own.isStruck;
      look.isHidden ??= own.isHidden;
      const numbering = attribute(element(node, 'pPr', 'numPr', 'numId'), 'val');
      if (numbering !== undefined) look.numbering ??= numbering;
      at = attribute(element(node, 'basedOn'), 'val');
    }
    found.set(id, look);
  }
  return found;
}

function numberingIn(numbering: XmlNode | undefined): Around['isOrdered'] {
  const formats = new Map<string, Map<string, string>>();
  for (const list of elements(numbering, 'abstractNum'))
    formats.set(
      attribute(list, 'abstractNumId') ?? '',
      new Map(
        elements(list, 'lvl').map((level) => [
          attribute(level, 'ilvl') ?? '0',
          attribute(element(level, 'numFmt'), 'val') ?? 'decimal',
        ]),
      ),
    );
  const lists = new Map(
    elements(numbering, 'num').map((list) => [
      attribute(list, 'numId') ?? '',
      attribute(element(list, 'abstractNumId'), 'val') ?? '',
    ]),
  );
  return (id, level) => {
    const format = formats.get(lists.get(id) ?? '')?.get(level);
    return format !== undefined && format !== 'bullet' && format !== 'none';
  };
}
