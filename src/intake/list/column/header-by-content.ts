/** 看内容认表头: a row of titles that sound like nothing, above columns of units, platforms, problems and days. Every column is asked about. */
import { tidy } from '../../words/wording.ts';
import { asideOf } from '../aside.ts';
import { guessColumn, isTicked, type Recognises } from '../guess.ts';
import { columnsOf, type headerAt, mayBeTitle, titleOf } from '../header-row.ts';

/** So many rows below tell what a column holds. */
const LOOKED_AT = 40;
/** What a list of problems has; two of them beside the problems. */
const TELLING: readonly (string | undefined)[] = ['host', 'platform', 'listed', 'deadline'];

/** A finder of headers by what stands below them, for a grid in which no title tells. */
export function headerByContent(recognises: Recognises): typeof headerAt {
  const isContent = (text: string): boolean =>
    recognises.isUnit(text) ||
    recognises.isPlatform(text) ||
    recognises.isFinding(text) ||
    recognises.isDeadline(text);
  return (rows, at, names) => {
    const titles = (rows[at] ?? []).map(titleOf);
    const said = titles.filter((title) => title !== '');
    const isRow = said.length >= 3 && new Set(said).size === said.length && said.every(mayBeTitle);
    if (!isRow) return undefined;
    const below = rows
      .slice(at + 1, at + 1 + LOOKED_AT)
      .filter((row) => asideOf(row) === undefined);
    const columns = columnsOf(titles, names);
    const held = columns.map((column) => {
      const cells = below.map((row) => tidy(row[column.index]?.text ?? '').replaceAll('\n', ''));
      return { ...column, cells: cells.filter((text) => text !== ''), isTicked: isTicked(cells) };
    });
    // 未备案 over ticks is a title.
    const isSaid = held.some(
      ({ title, cells, isTicked: is }) => !is && cells.length > 0 && isContent(title),
    );
    if (isSaid) return undefined;
    const kinds = new Set(
      held.map(({ id, title, cells, isTicked: is }) =>
        is ? 'finding' : (id ?? guessColumn(title, cells, recognises)),
      ),
    );
    const telling = TELLING.filter((id) => kinds.has(id as never)).length;
    if (!kinds.has('finding') || telling < 2) return undefined;
    return { columns, height: 1, isKnown: false };
  };
}
