/** 绘图层: what floats above the cells of a sheet — pictures, text boxes, charts, controls — and the cell it begins in. */
import type { PictureBytes } from '../picture.ts';
import type { Unread } from '../sheet.ts';
import { partOf, type Relations, relationsOf } from '../zip/part.ts';
import {
  attribute,
  descendants,
  element,
  elements,
  readXml,
  textIn,
  type XmlNode,
} from '../zip/xml.ts';
import { Refused } from '../limits.ts';
import type { SheetInReading } from './grid.ts';
import type { Book } from './xlsx-book.ts';

const ANCHORS = ['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor'];

/** Reads the drawing of a sheet. */
export function readDrawing(
  book: Book,
  part: string,
  draft: SheetInReading,
  unread: Unread[],
): void {
  const relations = relationsOf(book.archive, part);
  const drawing = partOf(book.archive, part, ({ name }) => {
    if (ANCHORS.includes(name)) book.tally.add('pictures', 1, draft.where);
    return name === 'Fallback';
  });
  for (const anchor of descendants(drawing, ...ANCHORS)) {
    const from = element(anchor, 'from');
    const at = {
      row: Number(textIn(element(from, 'row')) || 0),
      column: Number(textIn(element(from, 'col')) || 0),
    };
    for (const node of elements(anchor)) readShape(node, { book, relations, draft, unread, at });
  }
}

interface Context {
  book: Book;
  relations: Relations;
  draft: SheetInReading;
  unread: Unread[];
  at: { row: number; column: number };
}

function readShape(node: XmlNode, context: Context): void {
  const { draft, unread, at } = context;
  const place = draft.place(at.row, at.column);
  switch (node.name) {
    case 'pic':
    case 'sp': {
      const hidden = descendants(node, 'cNvPr').some((one) => attribute(one, 'hidden') === '1');
      for (const blip of descendants(node, 'blip')) addBlip(blip, hidden, context);
      const words = elements(descendants(node, 'txBody')[0], 'p')
        .map((line) => descendants(line, 't').map(textIn).join(''))
        .join('\n')
        .trim();
      if (words !== '') unread.push({ place, what: `文本框“${words}”` });
      return;
    }
    case 'graphicFrame': {
      const uri = attribute(descendants(node, 'graphicData')[0], 'uri') ?? '';
      unread.push({
        place,
        what: uri.includes('/chart')
          ? '图表'
          : uri.includes('/diagram')
            ? 'SmartArt 图形'
            : '嵌入的对象',
      });
      return;
    }
    case 'grpSp':
    case 'AlternateContent':
    case 'Choice':
      for (const child of elements(node)) readShape(child, context);
      return;
    case 'contentPart':
      unread.push({ place, what: '手写的墨迹' });
  }
}

function addBlip(
  blip: XmlNode,
  isHidden: boolean,
  { book, relations, draft, unread, at }: Context,
): void {
  const place = draft.place(at.row, at.column);
  const relation = relations.get(attribute(blip, 'embed') ?? '');
  let picture: PictureBytes | undefined;
  if (relation && !relation.isExternal) picture = book.pictures.get(relation.target);
  if (picture === undefined) {
    const isLinked = attribute(blip, 'link') !== undefined || relation?.isExternal === true;
    unread.push({ place, what: isLinked ? '图片不在文件里，只有它的地址' : '图片打不开' });
  } else {
    if (isHidden) unread.push({ place, what: '隐藏的图片' });
    draft.addPicture(picture, at.row, at.column);
  }
}

/** Form controls, which live in the drawing of old programs beside the frames of comments. */
export function readControls(
  book: Book,
  part: string,
  draft: SheetInReading,
  unread: Unread[],
): void {
  const sheet = { file: draft.file, sheet: draft.name, row: 0, cell: '' };
  let drawing: XmlNode | undefined;
  try {
    const bytes = book.archive.part(part);
    // Excel leaves line breaks open here.
    drawing = bytes && readXml(Buffer.from(bytes.toString('utf8').replace(/<br>/gu, '<br/>')));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    unread.push({ place: sheet, what: '旧式图形或控件' });
    return;
  }
  for (const shape of descendants(drawing, 'shape')) {
    const data = element(shape, 'ClientData');
    const type = attribute(data, 'ObjectType') ?? 'Note';
    if (type === 'Note' || type === 'Pict') continue;
    const [column = 0, , row = 0] = textIn(element(data, 'Anchor')).split(',').map(Number);
    const words = textIn(element(shape, 'textbox')).trim();
    const isOn = textIn(element(data, 'Checked')).trim() === '1';
    unread.push({
      place: draft.place(row, column),
      what: `${type === 'Rect' || type === 'Shape' ? '文本框' : '控件'}${words === '' ? '' : `“${words}”`}${isOn ? '（已勾选）' : ''}`,
    });
  }
}
