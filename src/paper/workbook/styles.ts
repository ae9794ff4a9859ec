/** 样式: of the styles of an .xlsx what changes the words — number formats and strike-through. */
import { keepTo } from '../limits.ts';
import type { Archive } from '../zip/archive.ts';
import { partOf } from '../zip/part.ts';
import {
  attribute,
  endTagsOf,
  element,
  elements,
  readXml,
  textIn,
  type XmlNode,
} from '../zip/xml.ts';
import { builtInFormat } from './shown.ts';

export interface CellStyle {
  format: string;
  isStruck: boolean;
}

/** The styles by the number with which cells name them. */
export function readStyles(archive: Archive, part: string | undefined): CellStyle[] {
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: CellStyle[] = [];
  partOf(archive, part, (node, above) => {
    const within = above.at(-1)?.name;
    if (node.name === 'numFmt' && within === 'numFmts') {
      const format = attribute(node, 'formatCode') ?? '';
      // Excel refuses longer ones.
      if (format.length <= 255) formats.set(Number(attribute(node, 'numFmtId')), format);
    }
    if (node.name === 'font' && within === 'fonts') struckFonts.push(isStruck(node));
    if (node.name === 'xf' && within === 'cellXfs') {
      const id = Number(attribute(node, 'numFmtId') ?? 0);
      styles.push({
        format: formats.get(id) ?? builtInFormat(id),
        isStruck: struckFonts[Number(attribute(node, 'fontId') ?? 0)] ?? false,
      });
      keepTo('styles', styles.length);
    }
    // Only the parts of a font are still needed when it ends.
    return within !== 'font';
  });
  return styles;
}

/** True for a font, or the properties of a run, that strikes its text out. */
export function isStruck(font: XmlNode | undefined): boolean {
  const strike = element(font, 'strike');
  return strike !== undefined && !/^(?:0|false|off)$/u.test(attribute(strike, 'val') ?? '1');
}

/** A text whose stretches may be formatted each in its own way. */
export interface RichText {
  text: string;
  /** `isStruck` is undefined where the stretch looks as its cell does. */
  runs?: { text: string; isStruck: boolean | undefined }[];
}

/** Reads `<si>`, `<is>` or the text of a comment; readings above the characters (rPh) are no text. */
export function richText(node: XmlNode | undefined): RichText {
  const runs = elements(node, 'r').map((run) => {
    const properties = element(run, 'rPr');
    return { text: textOf(run), isStruck: properties && isStruck(properties) };
  });
  const text = textOf(node) + runs.map((run) => run.text).join('');
  return runs.some((run) => run.isStruck !== undefined) ? { text, runs } : { text };
}

function textOf(node: XmlNode | undefined): string {
  return unescapedFormat(elements(node, 't').map(textIn).join(''));
}

/** Excel writes signs that XML cannot hold as _x000D_. */
export function unescapedFormat(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/giu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
  return whole.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** What is left of a text when its struck stretches are taken out, and what they say. */
export function withoutStruck(
  { text, runs }: RichText,
  isCellStruck: boolean,
): { text: string; struck?: string } {
  if (runs === undefined && !isCellStruck) return { text: text.trim() };
  const parts = runs ?? [{ text, isStruck: undefined }];
  const join = (wanted: boolean): string =>
    parts
      .map((run) => ((run.isStruck ?? isCellStruck) === wanted ? run.text : ''))
      .join('')
      .trim();
  const struck = join(true);
  return struck === '' ? { text: join(false) } : { text: join(false), struck };
}

/** The texts that cells name by number. */
export function readStrings(archive: Archive, part: string | undefined): RichText[] {
  const strings: RichText[] = [];
  const bytes = part === undefined ? undefined : archive.part(part);
  if (bytes === undefined) return strings;
  keepTo('strings', endTagsOf('si', bytes));
  readXml(bytes, (node, above) => {
    if (above.length > 2) return false;
    if (node.name === 'si') {
      keepTo('strings', strings.length + 1);
      strings.push(richText(node));
    }
    return above.length === 2;
  });
  return strings;
}
