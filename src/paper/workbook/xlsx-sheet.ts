/** 工作表: the cells of a sheet of an .xlsx with what belongs to them: merges, links, comments, what is hidden. */
import { keepTo, limits } from '../limits.ts';
import type { Unread } from '../sheet.ts';
import { partOf, type Relations, relationsOf, targetOf } from '../zip/part.ts';
import {
  attribute,
  endTagsOf,
  element,
  elements,
  readXml,
  type Take,
  textIn,
  type XmlNode,
} from '../zip/xml.ts';
import type { Book } from './xlsx-book.ts';
import { CellReader } from './xlsx-cell.ts';
import { readControls, readDrawing } from './drawing.ts';
import { rangeOf, type SheetInReading } from './grid.ts';
import { richText } from './styles.ts';

/** Reads the sheet in a part. */
export function readSheet(book: Book, part: string, draft: SheetInReading, unread: Unread[]): void {
  const relations = relationsOf(book.archive, part);
  const cells = new CellReader(book, draft, unread);
  /** Elements that stand once or seldom, by name. */
  const others: XmlNode[] = [];
  const bytes = book.archive.part(part);
  let rows = 0;
  const take: Take = (node, above) => {
    // Within a cell: kept until the cell ends.
    if (above.length > 4 && above[2]?.name === 'sheetData') return false;
    const within = above.at(-1);
    if (node.name === 'c' && within?.name === 'row') cells.read(node, within);
    else if (node.name === 'row' && within?.name === 'sheetData') {
      cells.endRow(node);
      // After the first row, which tells whether it is columns that are too many.
      if ((rows += 1) === 1 && bytes) keepTo('cells', endTagsOf('v', bytes), draft.where);
    } else if (node.name === 'col' && within?.name === 'cols') hideColumns(node, draft);
    else if (node.name === 'mergeCell') {
      const range = rangeOf(attribute(node, 'ref') ?? '');
      if (range) draft.addMerge(range);
    } else if (OTHERS.has(node.name)) {
      book.tally.add('links');
      others.push(node);
    }
    return true;
  };
  if (bytes) readXml(bytes, take);
  for (const node of others) readOther(node, relations, book, draft, unread);
  cells.settleLinks();
  readComments(book, relations, draft);
}

const OTHERS = new Set(['hyperlink', 'drawing', 'legacyDrawing', 'picture', 'oleObject']);

function readOther(
  node: XmlNode,
  relations: Relations,
  book: Book,
  draft: SheetInReading,
  unread: Unread[],
): void {
  const relation = relations.get(attribute(node, 'id') ?? '');
  const place = { file: draft.file, sheet: draft.name, row: 0, cell: '' };
  if (node.name === 'hyperlink') {
    const range = rangeOf(attribute(node, 'ref') ?? '');
    const location = attribute(node, 'location');
    if (range === undefined || relation?.isExternal !== true) return;
    draft.addLink(location ? `${relation.target}#${location}` : relation.target, range);
  } else if (node.name === 'drawing' && relation) readDrawing(book, relation.target, draft, unread);
  else if (node.name === 'legacyDrawing' && relation)
    readControls(book, relation.target, draft, unread);
  else if (node.name === 'picture') unread.push({ place, what: '工作表的背景图片' });
  else if (node.name === 'oleObject')
    unread.push({ place, what: `嵌入的对象（${attribute(node, 'progId') ?? '类型不明'}）` });
}

function hideColumns(node: XmlNode, draft: SheetInReading): void {
  if (draft.hiddenColumns.size >= limits.columns.most) return;
  if (!/^(?:1|true)$/u.test(attribute(node, 'hidden') ?? '') && attribute(node, 'width') !== '0')
    return;
  const [from, to] = [Number(attribute(node, 'min')), Number(attribute(node, 'max'))];
  for (let column = from; column <= Math.min(to, limits.columns.most); column += 1)
    draft.hiddenColumns.add(column - 1);
}

/** Notes and threaded comments; of a thread only the thread itself, not the copy for older programs. */
function readComments({ archive }: Book, relations: Relations, draft: SheetInReading): void {
  const threaded = new Set<string>();
  for (const comment of elements(partOf(archive, targetOf(relations, 'threadedComment')))) {
    const reference = attribute(comment, 'ref') ?? '';
    const range = rangeOf(reference);
    if (range === undefined) continue;
    threaded.add(reference);
    draft.addComment(textIn(element(comment, 'text')), range.top, range.left);
  }
  for (const comment of elements(
    element(partOf(archive, targetOf(relations, 'comments')), 'commentList'),
  )) {
    const reference = attribute(comment, 'ref') ?? '';
    const range = rangeOf(reference);
    if (range === undefined || threaded.has(reference)) continue;
    draft.addComment(richText(element(comment, 'text')).text, range.top, range.left);
  }
}
