/** 溯源: every figure of a document with the rows that make it up. */
import type { Used } from '../template/render.ts';

/** 问题总数 23：2020-special-01、… — one line a value that stands in the text. */
export function traceLines(used: readonly Used[]): string[] {
  return used.flatMap(({ name, value }) => {
    const { text, rows, from, lines } = value;
    if (text === '' && lines === undefined) return [];
    const shown = lines === undefined ? text : `${String(lines.length)}条`;
    const of = rows.length === 0 ? '' : `：${rows.join('、')}`;
    return [`${name}＝${shown}（${from}）${of}`];
  });
}
