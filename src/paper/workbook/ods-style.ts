/** 开放文档的样式: strike-through, hidden sheets, and formats of dates as Excel would write them. */
import { keepTo } from '../limits.ts';
import { attribute, element, elements, textIn, type XmlNode } from '../zip/xml.ts';

interface Style {
  parent: string | undefined;
  isStruck: boolean | undefined;
  format: string | undefined;
  isHidden: boolean;
}

export class OdsStyles {
  readonly #styles = new Map<string, Style>();
  readonly #formats = new Map<string, string>();

  /** True for a style that is now known and need not be kept. */
  take(node: XmlNode): boolean {
    const name = attribute(node, 'name');
    if (name === undefined || !/^(?:style|default-style|(?:date|number)-style)$/u.test(node.name))
      return false;
    if (node.name === 'date-style' || node.name === 'number-style')
      this.#formats.set(name, formatOf(node));
    else {
      const line =
        attribute(element(node, 'text-properties'), 'text-line-through-style') ??
        attribute(element(node, 'text-properties'), 'text-line-through-type');
      this.#styles.set(name, {
        parent: attribute(node, 'parent-style-name'),
        isStruck: line === undefined ? undefined : line !== 'none',
        format: attribute(node, 'data-style-name'),
        isHidden: attribute(element(node, 'table-properties'), 'display') === 'false',
      });
    }
    keepTo('styles', this.#styles.size + this.#formats.size);
    return true;
  }

  /** The first thing that a style or one that it leans on says; styles that lean on themselves end. */
  #first<T>(name: string | undefined, pick: (style: Style) => T | undefined): T | undefined {
    let at = name;
    for (let depth = 0; at !== undefined && depth < 10; depth += 1) {
      const style = this.#styles.get(at);
      const found = style && pick(style);
      if (found !== undefined) return found;
      at = style?.parent;
    }
    return undefined;
  }

  isStruck(name: string | undefined): boolean {
    return this.#first(name, (style) => style.isStruck) ?? false;
  }

  isHidden(name: string | undefined): boolean {
    return this.#styles.get(name ?? '')?.isHidden ?? false;
  }

  formatFor(name: string | undefined): string | undefined {
    const format = this.#first(name, (style) => style.format);
    return format === undefined ? undefined : this.#formats.get(format);
  }

  /** The text of a paragraph, and what of it is struck out. */
  words(node: XmlNode, isStruck: boolean): { text: string; struck: string } {
    const words = { text: '', struck: '' };
    for (const child of node.children) {
      if (typeof child === 'string') words[isStruck ? 'struck' : 'text'] += child;
      else if (child.name === 's')
        words.text += ' '.repeat(Math.min(Number(attribute(child, 'c') ?? 1), 100));
      else if (child.name === 'tab') words.text += '\t';
      else if (child.name === 'line-break') words.text += '\n';
      else if (child.name !== 'annotation') {
        const style = attribute(child, 'style-name');
        const own = style === undefined ? undefined : this.#first(style, (one) => one.isStruck);
        const inner = this.words(child, own ?? isStruck);
        words.text += inner.text;
        words.struck += inner.struck;
      }
    }
    return words;
  }
}

/** A format as Excel writes it: yyyy"年"m"月". */
export function formatOf(style: XmlNode): string {
  const letters: Record<string, string> = {
    year: 'yyyy',
    day: 'd',
    hours: 'h',
    minutes: 'mm',
    seconds: 'ss',
  };
  return elements(style)
    .map((part) => {
      if (part.name === 'text') return `"${textIn(part).replaceAll('"', '')}"`;
      if (part.name === 'month') return attribute(part, 'textual') === 'true' ? 'mmm' : 'm';
      if (part.name === 'day-of-week') return 'aaaa';
      if (part.name === 'number') return numberFormat(part);
      if (part.name === 'scientific-number') return '0.00E+00';
      return new Map(Object.entries(letters)).get(part.name) ?? '';
    })
    .join('');
}

function numberFormat(part: XmlNode): string {
  const places = Number(attribute(part, 'decimal-places') ?? Number.NaN);
  if (Number.isNaN(places)) return 'General';
  return places > 0 ? `0.${'0'.repeat(Math.min(places, 20))}` : '0';
}
