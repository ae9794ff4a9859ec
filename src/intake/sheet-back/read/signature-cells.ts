/** 签署格: where the positions and the day of those who signed stand — right of their labels, or behind them in one cell. */
import type { Cell } from '../../../paper/sheet.ts';
import { mendedText } from '../../words/wording.ts';
import { signatures, type SignatureKey } from '../out/unit-sheet-columns.ts';

const NAMES = (Object.entries(signatures) as [SignatureKey, string][]).map(
  ([key, label]) => [key, label.replace(/（.*/u, '')] as const,
);
const EACH = new RegExp(`(?=${NAMES.map(([, name]) => name).join('|')})`, 'u');
/** What may follow a label: a remark in brackets, a colon, or nothing. */
const REST = /^(?:[（(][^）)]{0,6}[）)]\s*[：:]?|\s*[：:]|$)\s*(?<value>.*)$/su;

/** The labels in a text, each with the words behind it. */
function labelsIn(text: string): { key: SignatureKey; value: string }[] {
  return mendedText(text)
    .split(EACH)
    .flatMap((part) => {
      const name = NAMES.find(([, one]) => part.startsWith(one));
      const value = name && REST.exec(part.slice(name[1].length))?.groups?.['value'];
      return name === undefined || value === undefined
        ? []
        : [{ key: name[0], value: value.replace(/[\s，,；;、]+$/u, '') }];
    });
}

/** True for a row that holds a label of a signature. */
export function hasSignatureCells(row: readonly Cell[]): boolean {
  return row.some(({ text }) => labelsIn(text).length > 0);
}

/** What stands at the labels of the rows; a label without words gives the empty cell in which they belong. */
export function signatureIn(
  rows: readonly (readonly Cell[])[],
): Partial<Record<SignatureKey, Cell>> {
  const found: Partial<Record<SignatureKey, Cell>> = {};
  for (const row of rows) {
    const cells = row.filter(({ merged }) => merged === undefined);
    for (const [index, cell] of cells.entries()) {
      const labels = labelsIn(cell.text);
      for (const { key, value } of labels) {
        if (value !== '' || labels.length > 1) {
          found[key] = { place: cell.place, text: value };
          continue;
        }
        const after = cells.slice(index + 1);
        const end = after.findIndex((one) => labelsIn(one.text).length > 0);
        const values = end < 0 ? after : after.slice(0, end);
        const filled = values.find(({ text }) => mendedText(text) !== '') ?? values[0];
        if (filled) found[key] = filled;
      }
    }
  }
  return found;
}
