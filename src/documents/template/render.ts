/** 套用模板: a template and its values → the text of a document, with what was used of them. */
import { distance } from 'fastest-levenshtein';
import { parseTemplate, type TemplatePiece, placeIn, type TemplateFault } from './parse.ts';
import { isPresent, type Value, type TemplateValues } from './value.ts';

/** A value that stands in the text. */
export interface Used {
  readonly name: string;
  readonly value: Value;
}

export interface Rendered {
  readonly text: string;
  /** Each once, in the order of the text. */
  readonly used: readonly Used[];
  /** When there are any, `text` is not to be used. */
  readonly faults: readonly TemplateFault[];
}

/** Stands before every value, so that its first character is never taken for markup; removed with the blocks. */
export const VALUE_MARK = '\u0002';

/** Fills a template. An unknown name is a fault, never an empty place. */
export function render(source: string, values: TemplateValues): Rendered {
  const { pieces, faults } = parseTemplate(source);
  const used = new Map<string, Value>();
  const unknown: TemplateFault[] = [];
  const valueOf = (name: string, at: number): Value | undefined => {
    const value = values.get(name);
    if (value === undefined) unknown.push(unknownName(source, name, at, values));
    return value;
  };
  const textOf = (piece: TemplatePiece): string => {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'value': {
        const value = valueOf(piece.name, piece.at);
        if (value === undefined) return '';
        used.set(piece.name, value);
        return written(value);
      }
      case 'section': {
        const value = valueOf(piece.name, piece.at);
        // What is left out is read too: a misspelt name is a fault wherever it stands.
        const inside = piece.absent === (value !== undefined && isPresent(value));
        if (!inside) return piece.inside.map(textOf).join('');
        const kept = new Map(used);
        piece.inside.forEach(textOf);
        used.clear();
        for (const [name, one] of kept) used.set(name, one);
        return '';
      }
      default:
        return piece satisfies never;
    }
  };
  const text = pieces.map(textOf).join('');
  return {
    text,
    used: [...used].map(([name, value]) => ({ name, value })),
    faults: [...faults, ...unknown].toSorted((a, b) => a.line - b.line || a.col - b.col),
  };
}

function written({ text, lines }: Value): string {
  const marked = (line: string) => VALUE_MARK + line.replace(/\s*\n\s*/gu, ' ');
  return lines === undefined ? marked(text) : lines.map((line) => `- ${marked(line)}`).join('\n');
}

function unknownName(
  source: string,
  name: string,
  at: number,
  values: TemplateValues,
): TemplateFault {
  const near = [...values.keys()]
    .map((known) => ({ known, steps: distance(name, known) }))
    .toSorted((a, b) => a.steps - b.steps)[0];
  const hint = near !== undefined && near.steps <= Math.max(1, name.length / 2);
  return {
    ...placeIn(source, at),
    message: `没有“${name}”这个占位`,
    remedy: hint ? `是不是想写“${near.known}”？` : '可用的占位见 docs/templates.md',
  };
}
