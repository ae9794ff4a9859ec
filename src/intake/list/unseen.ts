/** 没有录入的: what a paper holds beside the text that is read — pictures, links, comments, hidden and struck-out words. */
import { type Cell, type Line, type Paper, placeInWords } from '../../paper/sheet.ts';
import { bareText, tidy } from '../words/wording.ts';
import type { ListTable } from './table.ts';

/** A sentence for everything that a person would see, or would not see, and that no entry keeps. */
export function unseenNotes(paper: Paper): string[] {
  const things = paper.blocks.flatMap((block): (Cell | Line)[] =>
    block.kind === 'line'
      ? [block]
      : block.rows.flat().filter(({ merged }) => merged === undefined),
  );
  const notes = (paper.unread ?? []).map(
    ({ place, what }) => `${placeInWords(place)}没有读：${what}`,
  );
  const name = (what: string, words: (thing: Cell | Line) => string | undefined): void => {
    for (const thing of things) {
      const said = words(thing);
      if (said !== undefined) notes.push(`${placeInWords(thing.place)}${what}${said}`);
    }
  };
  name('有图片，没有读', ({ pictures }) =>
    pictures === undefined || pictures.length === 0 ? undefined : `：${pictures.length} 张`,
  );
  name('划掉的字没有读：', ({ struck }) => struck);
  name('有批注，没有录入：', ({ comment }) => comment && tidy(comment).replaceAll('\n', ' '));
  name('的链接没有录入：', (thing) => ('link' in thing ? thing.link : undefined));
  return notes;
}

/** 备注: not read, and what stands there may be a deadline or a condition. */
export function remarksIn({ columns, rows }: ListTable): string[] {
  return columns
    .filter(({ id, title }) => id === 'ignored' && /^(?:备注|说明)$/u.test(bareText(title)))
    .flatMap(({ index, title }) => {
      const cells = rows.flatMap((row) => row[index] ?? []);
      const [first, ...more] = cells.filter(
        ({ text, merged }) => merged === undefined && !/^[/\\—-]*$/u.test(tidy(text)),
      );
      if (first === undefined) return [];
      const words = `${placeInWords(first.place)}“${tidy(first.text).replaceAll('\n', ' ')}”`;
      const rest = more.length === 0 ? '' : `等 ${String(more.length + 1)} 格`;
      return [`“${bareText(title)}”栏没有录入：${words}${rest}`];
    });
}
