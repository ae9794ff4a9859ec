/**
 * 模板写法: the small language of content/templates/, a part of Mustache's.
 *
 * `{{名称}}` is a value · `{{#名称}}…{{/名称}}` stands only where the value is there and not 0 · `{{^名称}}…{{/名称}}`
 * only where it is not · `<!-- … -->` is a note to whoever edits the template.
 */

export type TemplatePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'section';
      readonly name: string;
      readonly at: number;
      /** True for `{{^…}}`. */
      readonly absent: boolean;
      readonly inside: readonly TemplatePiece[];
    };

/** What is wrong with a template, and where: line and column from 1. */
export interface TemplateFault {
  readonly line: number;
  readonly col: number;
  /** Chinese sentences. */
  readonly message: string;
  readonly remedy: string;
}

export interface Parsed {
  readonly pieces: readonly TemplatePiece[];
  readonly faults: readonly TemplateFault[];
}

const TAG = /<!--[\s\S]*?(?:-->|$)|\{\{\s*([#^/]?)\s*([^{}]*?)\s*\}\}|\{\{|\}\}/gu;

interface Open {
  readonly name: string;
  readonly at: number;
  readonly absent: boolean;
  readonly inside: TemplatePiece[];
}

/** Reads a template; every fault is reported. */
export function parseTemplate(source: string): Parsed {
  const faults: TemplateFault[] = [];
  const fault = (at: number, message: string, remedy: string) =>
    faults.push({ ...placeIn(source, at), message, remedy });
  const root: TemplatePiece[] = [];
  const open: Open[] = [];
  const here = () => open.at(-1)?.inside ?? root;
  let from = 0;
  for (const tag of source.matchAll(TAG)) {
    const { index } = tag;
    if (index > from) here().push({ kind: 'text', text: source.slice(from, index) });
    from = index + tag[0].length;
    const [, mark, name] = tag;
    if (tag[0].startsWith('<!--')) continue;
    if (name === undefined) {
      fault(index, `“${tag[0]}”不成对`, '写成 {{名称}}');
    } else if (name === '') {
      fault(index, '花括号里没有名称', '写成 {{名称}}');
    } else if (mark === '#' || mark === '^') {
      open.push({ name, at: index, absent: mark === '^', inside: [] });
    } else if (mark === '/') {
      const last = open.at(-1);
      if (last?.name !== name) {
        fault(
          index,
          `“{{/${name}}}”没有对应的开头`,
          last === undefined ? '删去它' : `先写 {{/${last.name}}}`,
        );
      } else {
        open.pop();
        here().push({ kind: 'section', ...last });
      }
    } else here().push({ kind: 'value', name, at: index });
  }
  here().push({ kind: 'text', text: source.slice(from) });
  for (const { name, at } of open) fault(at, `“{{#${name}}}”没有结尾`, `补上 {{/${name}}}`);
  return { pieces: root, faults };
}

/** Line and column of a place in a text, from 1, in characters. */
export function placeIn(source: string, at: number): { line: number; col: number } {
  const before = source.slice(0, at).split('\n');
  return { line: before.length, col: [...(before.at(-1) ?? '')].length + 1 };
}
