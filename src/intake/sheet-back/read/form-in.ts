/** 整改销号申请表: the pages of the Word form; one issue a page, which asks for its closing, with its own signatures. */
import {
  type Cell,
  type Grid,
  type Line,
  type Picture,
  placeInWords,
} from '../../../paper/sheet.ts';
import { bareText, tidy } from '../../words/wording.ts';
import { FORM_TITLE, formLabels } from '../out/unit-sheet-form.ts';
import type { TableBack, SheetBackRow } from './sheet-back.ts';
import { pickedCells } from './sheet-in.ts';

const filled = ['note', 'completedOn', 'evidence', 'evidenceDay'] as const;
const signed = ['reporter', 'approver', 'reportedOn'] as const;
/** Where others sign and seal: a picture there proves nothing about the account. */
const OPINION = /意见$/u;

/** Every page of the form. */
export function formsIn(blocks: readonly (Grid | Line)[]): TableBack[] {
  const found: TableBack[] = [];
  const loose: Picture[] = [];
  for (const block of blocks) {
    const form = block.kind === 'grid' ? formIn(block) : undefined;
    if (form) found.push(form);
    const pictures = form ? [] : picturesOf(block);
    // What is pasted below a page's table belongs to that page.
    const row = found.at(-1)?.rows[0];
    if (row) row.beside.push(...pictures);
    else loose.push(...pictures);
  }
  found[0]?.notes.push(
    ...loose.map(({ place }) => `${placeInWords(place)}：表格前面的图片没有作为佐证`),
  );
  return found;
}

function picturesOf(block: Grid | Line): Picture[] {
  if (block.kind === 'line') return block.pictures ?? [];
  return block.rows.flat().flatMap(({ pictures = [] }) => pictures);
}

/** A page of the form, or undefined for another table. */
function formIn({ rows }: Grid): TableBack | undefined {
  const valueOf = (label: string): Cell | undefined => {
    for (const row of rows) {
      const at = row.findLastIndex(({ text }) => bareText(text) === bareText(label));
      if (at >= 0 && row[at + 1]) return row[at + 1];
    }
    return undefined;
  };
  const issue = valueOf('问题编号');
  const note = valueOf(formLabels.note);
  if (issue === undefined || note === undefined) return undefined;
  const place = { ...issue.place, cell: FORM_TITLE };
  const cells = pickedCells(filled, (key) => valueOf(formLabels[key]));
  const isOpinion = (row: readonly Cell[]) => OPINION.test(bareText(row[0]?.text ?? ''));
  const notes: string[] = [];
  for (const row of rows.filter(isOpinion))
    for (const { place: at } of row.flatMap(({ pictures = [] }) => pictures))
      notes.push(`${placeInWords(at)}：“${tidy(row[0]?.text ?? '')}”一栏的图片没有作为佐证`);
  const beside = rows
    .filter((row) => !isOpinion(row))
    .flat()
    .flatMap((cell) => (cell.place === cells.evidence?.place ? [] : (cell.pictures ?? [])));
  const isFilled =
    beside.length > 0 ||
    Object.values(cells).some(({ text, pictures, link }) => tidy(text) !== '' || pictures || link);
  const row: SheetBackRow = {
    place,
    fixed: {
      issue,
      ...pickedCells(['listed'] as const, () => valueOf('网站/新媒体')),
      ...pickedCells(['finding'] as const, () => valueOf('存在问题')),
      ...pickedCells(['measures'] as const, () => valueOf('整改措施')),
      ...pickedCells(['deadline'] as const, () => valueOf('整改时限')),
    },
    filled: { ...(isFilled && { report: { text: '申请验收', place } }), ...cells },
    beside,
  };
  return {
    above: [],
    unitName: tidy(valueOf('单位')?.text ?? ''),
    signature: pickedCells(signed, (key) => valueOf(formLabels[key])),
    rows: [row],
    notes,
  };
}
