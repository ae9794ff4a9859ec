/** 开放文档的图形: pictures, text boxes, charts and controls in the cells of a spreadsheet and above them. */
import type { Tally } from '../limits.ts';
import { pictureType } from '../magic.ts';
import type { PictureBytes, PictureStore } from '../picture.ts';
import type { Unread } from '../sheet.ts';
import { attribute, descendants, element, elements, textIn, type XmlNode } from '../zip/xml.ts';
import type { SheetInReading } from './grid.ts';

export class OdsShapes {
  readonly #tally: Tally;
  readonly #pictures: PictureStore | undefined;

  /** Without a store the pictures stand in the file itself. */
  constructor(tally: Tally, pictures: PictureStore | undefined) {
    this.#tally = tally;
    this.#pictures = pictures;
  }

  add(node: XmlNode, row: number, column: number, draft: SheetInReading, found: Unread[]): void {
    if (!/^(?:frame|custom-shape|rect|control|g|a)$/u.test(node.name)) return;
    const place = draft.place(row, column);
    if (node.name === 'g' || node.name === 'a') {
      for (const child of elements(node)) this.add(child, row, column, draft, found);
      return;
    }
    this.#tally.add('pictures');
    if (node.name === 'control') found.push({ place, what: '控件' });
    const image = element(node, 'image');
    const words = descendants(node, 'p').map(textIn).join('\n').trim();
    if (element(node, 'object') ?? element(node, 'object-ole'))
      found.push({ place, what: '图表或嵌入的对象' });
    else if (image !== undefined) {
      const picture = this.#pictureIn(image);
      if (picture) draft.addPicture(picture, row, column);
      else found.push({ place, what: '图片打不开' });
    } else if (words !== '') found.push({ place, what: `文本框“${words}”` });
  }

  #pictureIn(image: XmlNode): PictureBytes | undefined {
    const data = element(image, 'binary-data');
    if (data === undefined) return this.#pictures?.get(attribute(image, 'href') ?? '');
    const bytes = new Uint8Array(Buffer.from(textIn(data), 'base64'));
    this.#tally.add('pictureBytes', bytes.length);
    const type = pictureType(bytes);
    return type && { bytes, type };
  }
}
