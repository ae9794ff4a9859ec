/** 工作簿 .xlsx: its sheets as a person sees them, read from its parts; nothing is computed, run or fetched. */
import { Tally } from '../limits.ts';
import { PictureStore } from '../picture.ts';
import type { Paper, Unread } from '../sheet.ts';
import type { Archive } from '../zip/archive.ts';
import { partOf, relationsOf, targetOf } from '../zip/part.ts';
import { attribute, element, elements } from '../zip/xml.ts';
import { cellPictures } from './cell-picture.ts';
import { GatheredBook } from './gathered.ts';
import { keepToSheets, SheetInReading } from './grid.ts';
import { readStrings, readStyles } from './styles.ts';
import { readSheet } from './xlsx-sheet.ts';

/** Reads a workbook in a sound archive. Throws Refused. */
export function readXlsx(file: string, archive: Archive): Paper {
  const part = targetOf(relationsOf(archive, ''), 'officeDocument') ?? 'xl/workbook.xml';
  const workbook = partOf(archive, part);
  const relations = relationsOf(archive, part);
  const tally = new Tally();
  const pictures = new PictureStore(archive, tally);
  const styles = readStyles(archive, targetOf(relations, 'styles'));
  const book = {
    archive,
    tally,
    pictures,
    styles,
    strings: readStrings(archive, targetOf(relations, 'sharedStrings')),
    date1904: isTrue(attribute(element(workbook, 'workbookPr'), 'date1904')),
    inCells: cellPictures(archive, relations, pictures),
  };
  const sheets = elements(element(workbook, 'sheets'), 'sheet');
  keepToSheets(sheets.length);
  const gathered = new GatheredBook(file);
  for (const sheet of sheets) {
    const name = attribute(sheet, 'name') ?? '';
    const place = { file, sheet: name, row: 0, cell: '' };
    const relation = relations.get(attribute(sheet, 'id') ?? '');
    if (relation === undefined || relation.type !== 'worksheet') {
      gathered.unread.push({
        place,
        what: relation?.type === 'chartsheet' ? '图表工作表' : '不是表格的工作表',
      });
      continue;
    }
    const draft = new SheetInReading(file, name, tally);
    const isHidden = attribute(sheet, 'state')?.toLowerCase().includes('hidden') === true;
    const found: Unread[] = [];
    readSheet(book, relation.target, draft, found);
    gathered.add(draft, isHidden, found);
  }
  return gathered.paper;
}

/** A truth value as Office writes it. */
function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(?:1|true|on)$/iu.test(value);
}
