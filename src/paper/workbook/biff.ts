/**
 * 旧工作簿的记录 (BIFF8, .xls and .et): looked through before SheetJS opens them — how many cells there are, what it
 * does not read (struck fonts, drawings), and formats that a file names by number only.
 */
import { beyondLimit, keepTo, limits } from '../limits.ts';
import { builtInFormat } from './shown.ts';

export interface BiffFacts {
  /** Pictures, text boxes or other drawings. */
  hasDrawing: boolean;
  hasStruck: boolean;
}

const RECORD = {
  font: 0x0031,
  style: 0x00e0,
  sheet: 0x0085,
  drawing: 0x00ec,
  drawingGroup: 0x00eb,
  merges: 0x00e5,
  multiple: 0x00bd,
  strings: 0x00fc,
  continued: 0x003c,
  object: 0x005d,
} as const;
/** Records of one filled cell: formula, label, number, RK, text of the string table, boolean or error, rich label. */
const CELLS = new Set([0x0006, 0x0204, 0x0203, 0x027e, 0x00fd, 0x0205, 0x00d6]);
const OBJECT_COMMENT = 0x19;

/**
 * Walks the records of a workbook stream, in which formats of Excel's Chinese edition are replaced by ones that every
 * reader knows (year and month by 17, month and day by 16, a whole date by 14). Throws Refused beyond the limits.
 */
export function lookThrough(stream: Buffer): BiffFacts {
  const facts: BiffFacts = { hasDrawing: false, hasStruck: false };
  let cells = 0;
  let merges = 0;
  /** Bytes of the string table, which goes on in records of its own. */
  let strings = 0;
  let last = 0;
  for (let at = 0; at + 4 <= stream.length;) {
    const [type, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    const data = stream.subarray(at + 4, at + 4 + length);
    at += 4 + length;
    if (type !== RECORD.continued) last = type;
    if (last === RECORD.strings) strings += length;
    if (CELLS.has(type)) cells += 1;
    else if (type === RECORD.multiple) cells += Math.max(0, Math.floor((length - 6) / 6));
    else if (type === RECORD.merges && data.length >= 2) merges += data.readUInt16LE(0);
    else if (type === RECORD.font && data.length >= 4)
      facts.hasStruck ||= (data.readUInt16LE(2) & 0x08) !== 0;
    else if (type === RECORD.style && data.length >= 4) rename(data);
    // Objects: type in the first sub-record; frames of comments are none of the drawings that would be lost.
    else if (type === RECORD.object && data.length >= 6)
      facts.hasDrawing ||= data.readUInt16LE(4) !== OBJECT_COMMENT;
    keepTo('strings', strings / 40);
    if (cells > limits.cells.most) throw beyondLimit('cells');
    if (merges > limits.spans.most) throw beyondLimit('spans');
  }
  return facts;
}

function rename(style: Buffer): void {
  const id = style.readUInt16LE(2);
  if (id < 27 || (id > 36 && id < 50) || id > 58) return;
  const format = builtInFormat(id);
  const known = format.includes('h')
    ? 20
    : !format.includes('y')
      ? 16
      : format.includes('d')
        ? 14
        : 17;
  style.writeUInt16LE(known, 2);
}
