/** Tables for the terminal: a Chinese character takes two columns, numbers stand on the right. */
import stringWidth from 'string-width';

export interface PrintColumn {
  title: string;
  align?: 'left' | 'right';
}

/** The lines of a table, columns two spaces apart, no space at the end of a line. */
export function tableLines(columns: readonly PrintColumn[], rows: readonly (readonly string[])[]) {
  const titles = columns.map(({ title }) => title);
  const all = titles.some((title) => title !== '') ? [titles, ...rows] : rows;
  const widths = columns.map((_, at) =>
    Math.max(0, ...all.map((row) => stringWidth(row[at] ?? ''))),
  );
  return all.map((row) =>
    columns
      .map(({ align }, at) => padded(row[at] ?? '', widths[at] ?? 0, align ?? 'left'))
      .join('  ')
      .trimEnd(),
  );
}

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(width - stringWidth(text));
  return align === 'right' ? space + text : text + space;
}
