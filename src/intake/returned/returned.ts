/**
 * 交回的报送单: what a unit wrote into a sheet or form that was sent out, found by its words and not by its place, since
 * rows may have been moved, the file renamed and saved again by another program.
 */
import { bare, tidy } from '../words/wording.ts';
import { type FilledKey, returnColumns, signatures, type SignatureKey } from './return-columns.ts';
import { type FixedKey, fixedKeys } from './return-rows.ts';
import { FORM_TITLE, formLabels } from './return-word.ts';
import type { Cell, Grid, Line, Paper, Place } from '../../paper/sheet.ts';
import { codeIn, type Stamp } from './stamp.ts';

export interface ReturnedRow {
  place: Place;
  /** Pre-filled cells as they came back. */
  fixed: Partial<Record<FixedKey, Cell>>;
  filled: Partial<Record<FilledKey, Cell>>;
}

export interface Returned {
  file: string;
  /** 整改报送单, or 整改销号申请表 in Word, which has no hidden page. */
  kind: 'sheet' | 'form';
  /** What the file was known by. */
  knownBy: 'stamp' | 'code' | 'content';
  stamp?: Stamp | undefined;
  unit?: string | undefined;
  campaign?: string | undefined;
  /** The unit's name as printed on the sheet. */
  unitName: string;
  signature: Partial<Record<SignatureKey, Cell>>;
  rows: ReturnedRow[];
}

/** The sheet in a paper, or undefined where it is something else. */
export function returnedIn(paper: Paper, stamp: Stamp | undefined): Returned | undefined {
  const grids = paper.blocks.filter((block): block is Grid => block.kind === 'grid');
  const sheet = grids.map((grid) => sheetIn(grid)).find((found) => found !== undefined);
  const forms = sheet ? [] : grids.flatMap((grid) => formIn(grid) ?? []);
  const [form] = forms;
  if (sheet === undefined && form === undefined) return undefined;
  const lines = paper.blocks.filter((block): block is Line => block.kind === 'line');
  const texts = [...lines.map(({ text }) => text), ...(sheet?.above ?? [])];
  const code = texts.map(codeIn).find((one) => one !== undefined);
  const unitName = texts
    .map((text) => /单位[：:]\s*(\S+)/u.exec(text)?.[1])
    .find((one) => one !== undefined);
  return {
    file: paper.file,
    kind: sheet ? 'sheet' : 'form',
    knownBy: stamp ? 'stamp' : code ? 'code' : 'content',
    stamp,
    unit: stamp?.unit ?? code?.unit,
    campaign: stamp?.campaign ?? code?.campaign,
    unitName: unitName ?? form?.unitName ?? '',
    signature: sheet?.signature ?? form?.signature ?? {},
    rows: sheet?.rows ?? forms.map(({ row }) => row),
  };
}

interface SheetFound {
  above: string[];
  signature: Returned['signature'];
  rows: ReturnedRow[];
}

/** A grid with the columns 问题编号 and 本次报送. */
function sheetIn({ rows }: Grid): SheetFound | undefined {
  const head = rows.findIndex((row) => {
    const titles = row.map(({ text }) => bare(text));
    return titles.includes('问题编号') && titles.includes('本次报送');
  });
  if (head < 0) return undefined;
  const columns = new Map(
    (rows[head] ?? []).flatMap(({ text, merged }, index) => {
      const column = returnColumns.find(({ title }) => bare(title) === bare(text));
      return column && merged === undefined ? [[column.key, index] as const] : [];
    }),
  );
  const above = rows.slice(0, head);
  const cellOf = (row: readonly Cell[], key: FixedKey | FilledKey): Cell | undefined => {
    const index = columns.get(key);
    return index === undefined ? undefined : row[index];
  };
  const filledKeys = returnColumns.flatMap(({ key, isOpen }) => (isOpen ? [key as FilledKey] : []));
  return {
    above: above.flatMap((row) => [...new Set(row.map(({ text }) => tidy(text)))]),
    signature: signatureIn(above),
    rows: rows
      .slice(head + 1)
      .filter((row) => row.some(({ text }) => text.trim() !== ''))
      .map((row) => ({
        place: { ...(row[0]?.place ?? { file: '', sheet: '', row: 0, cell: '' }), cell: '' },
        fixed: pick(fixedKeys, (key) => cellOf(row, key)),
        filled: pick(filledKeys, (key) => cellOf(row, key)),
      })),
  };
}

/** The cells right of the labels for signatures. */
function signatureIn(rows: readonly (readonly Cell[])[]): Returned['signature'] {
  const labels = Object.values(signatures).map(bare);
  const found: Returned['signature'] = {};
  for (const row of rows) {
    for (const [key, label] of Object.entries(signatures) as [SignatureKey, string][]) {
      const at = row.findLastIndex(({ text }) => bare(text) === bare(label));
      const value = row[at + 1];
      if (at >= 0 && value && !labels.includes(bare(value.text))) found[key] = value;
    }
  }
  return found;
}

interface FormFound {
  unitName: string;
  signature: Returned['signature'];
  row: ReturnedRow;
}

/** A table of the Word form 整改销号申请表: one issue, which asks for its closing. */
function formIn({ rows }: Grid): FormFound | undefined {
  const valueOf = (label: string): Cell | undefined => {
    for (const row of rows) {
      const at = row.findLastIndex(({ text }) => bare(text) === bare(label));
      if (at >= 0 && row[at + 1]) return row[at + 1];
    }
    return undefined;
  };
  const issue = valueOf('问题编号');
  const note = valueOf(formLabels.note);
  if (issue === undefined || note === undefined) return undefined;
  const { place } = issue;
  const hasReport = tidy(note.text) !== '';
  return {
    unitName: tidy(valueOf('单位')?.text ?? ''),
    signature: {
      reporter: valueOf(formLabels.reporter),
      approver: valueOf(formLabels.approver),
      reportedOn: valueOf(formLabels.reportedOn),
    },
    row: {
      place: { ...place, cell: FORM_TITLE },
      fixed: {
        issue,
        ...pick(['listed'] as const, () => valueOf('网站/新媒体')),
        ...pick(['finding'] as const, () => valueOf('存在问题')),
        ...pick(['measures'] as const, () => valueOf('整改措施')),
        ...pick(['deadline'] as const, () => valueOf('整改时限')),
      },
      filled: {
        ...(hasReport && { report: { text: '申请验收', place } }),
        note,
        ...pick(['completedOn'] as const, () => valueOf(formLabels.completedOn)),
        ...pick(['evidence'] as const, () => valueOf(formLabels.evidence)),
        ...pick(['evidenceDay'] as const, () => valueOf(formLabels.evidenceDay)),
      },
    },
  };
}

function pick<K extends string>(
  keys: readonly K[],
  cellOf: (key: K) => Cell | undefined,
): Partial<Record<K, Cell>> {
  const picked: Partial<Record<K, Cell>> = {};
  for (const key of keys) {
    const cell = cellOf(key);
    if (cell !== undefined) picked[key] = cell;
  }
  return picked;
}
