/** Word 图形: the pictures, text boxes, charts and objects of a drawing in a paragraph. */
import { attribute, descendants, type XmlNode } from '../zip/xml.ts';
import { addLink, type Doc, type WordPiece } from './piece.ts';

/** Adds what a drawing holds. */
export function addDrawing(node: XmlNode, piece: WordPiece, doc: Doc): void {
  const object = descendants(node, 'OLEObject')[0];
  if (object !== undefined) {
    piece.unread.push(`嵌入的对象（${attribute(object, 'ProgID') ?? '类型不明'}）`);
    return;
  }
  if (descendants(node, 'control').length > 0) piece.unread.push('控件');
  piece.boxes.push(...descendants(node, 'txbxContent'));
  if (descendants(node, 'chart').length > 0) piece.unread.push('图表');
  if (descendants(node, 'relIds').length > 0) piece.unread.push('SmartArt 图形');
  for (const blip of descendants(node, 'blip', 'imagedata')) {
    const id = attribute(blip, 'embed') ?? attribute(blip, 'id') ?? attribute(blip, 'link') ?? '';
    const relation = doc.relations.get(id);
    const picture =
      relation && !relation.isExternal ? doc.pictures.get(relation.target) : undefined;
    if (picture !== undefined) piece.pictures.push(picture);
    else
      piece.unread.push(
        relation?.isExternal === true ? '图片不在文件里，只有它的地址' : '图片打不开',
      );
  }
  // A picture may be a link too.
  for (const click of descendants(node, 'hlinkClick')) {
    const relation = doc.relations.get(attribute(click, 'id') ?? '');
    if (relation?.isExternal === true) addLink(relation.target, piece, doc.tally);
  }
}
