/** 报送的佐证: what the cell 佐证 and the pictures of its row give — links, files that came along, numbers, pictures. */
import type { Evidence } from '../../../schema/evidence.ts';
import { type Cell, type Picture, type PaperPlace, placeInWords } from '../../../paper/sheet.ts';
import {
  type Attached,
  attachmentFor,
  baseName,
  cleanedWords,
  freeAttachmentName,
  isFileName,
  attachmentName,
  sha256Of,
  storedForm,
} from './attachment.ts';
import { isNumber, type Word, wordsIn } from './evidence-words.ts';
import { writtenIn } from '../read/filled-cell.ts';
import type { ReportContext } from './new-update.ts';
import type { SheetBackRow } from '../read/sheet-back.ts';

export interface EvidenceReading {
  evidence: Evidence[];
  attachments: Map<string, Attached>;
  /** Addresses that lie behind words. */
  targets: string[];
}

/** What is told of a row: `fault` sends it back, `note` is only said. */
export interface RowMessages {
  fault: (message: string, remedy: string) => void;
  note: (text: string) => void;
}

/** Endings of pictures that differ from the name of their type. */
const ENDINGS: Partial<Record<Picture['type'], string>> = { jpeg: 'jpg' };

/** Reads the evidence of a row. */
export function evidenceIn(
  row: SheetBackRow,
  day: string | undefined,
  issue: string,
  context: ReportContext,
  told: RowMessages,
): EvidenceReading {
  const cell = row.filled.evidence;
  const place = cell?.place ?? row.place;
  const reading = { isRight: true };
  const fault: RowMessages['fault'] = (message, remedy) => {
    reading.isRight = false;
    told.fault(message, remedy);
  };
  const desk: Desk = {
    issue,
    place,
    context,
    fault,
    evidence: [],
    attachments: new Map(),
  };
  for (const picture of cell?.pictures ?? []) addPicture(desk, picture);
  for (const picture of row.beside) {
    addPicture(desk, picture);
    if (picture.place.cell !== '')
      told.note(`${placeInWords(picture.place)}的图片不在“佐证”格里，按这一行的佐证收`);
  }
  const { text, trouble } = writtenIn(cell);
  if (trouble) fault(trouble.message, trouble.remedy);
  const words = trouble ? [] : wordsIn(text);
  const targets = trouble ? [] : targetsOf(desk, cell, words);
  const rest = words.flatMap((word) => addWord(desk, word, targets.length > 0) ?? []).join('，');
  desk.evidence.push(...targets.map((link) => ({ link })));
  // Words that are no evidence by themselves say what the evidence beside them is.
  const described = desk.evidence.findIndex(
    (piece) => !('what' in piece) && (targets.length === 0 || 'link' in piece),
  );
  if (rest !== '' && described >= 0)
    desk.evidence[described] = { ...desk.evidence[described], what: rest } as Evidence;
  else if (rest !== '' && reading.isRight)
    told.note(
      `${placeInWords(place)}：“${rest}”不是网址、编号，也不是收到的文件的名字，没有登记为佐证`,
    );
  for (const [name, { original }] of desk.attachments)
    if (original !== undefined) told.note(`${name}：${cleanedWords(original)}`);
  const dated = day === undefined ? {} : { day };
  return {
    evidence: desk.evidence.map((piece) => ({ ...piece, ...cleanedNote(desk, piece), ...dated })),
    attachments: desk.attachments,
    targets,
  };
}

/** Beside a picture that was cleaned stands the hash of what came. */
function cleanedNote({ attachments }: Desk, piece: Evidence): { what?: string } {
  const original = 'file' in piece ? attachments.get(piece.file)?.original : undefined;
  if (original === undefined) return {};
  return { what: [piece.what ?? [], cleanedWords(original)].flat().join('；') };
}

interface Desk {
  issue: string;
  place: PaperPlace;
  context: ReportContext;
  fault: RowMessages['fault'];
  evidence: Evidence[];
  attachments: Map<string, Attached>;
}

function addPicture(desk: Desk, { bytes: given, type, place }: Picture): void {
  const { bytes, original } = storedForm(given);
  const name = `图片-${sha256Of(bytes).slice(0, 12)}.${ENDINGS[type] ?? type}`;
  addAttachment(desk, name, { bytes, place, ...(original && { original }) });
}

function addAttachment(desk: Desk, wanted: string, attached: Attached): void {
  const { issue, attachments, evidence, context, fault } = desk;
  if (context.ledger.site.repository === 'public') {
    fault(`台账仓库是公开的，不能放佐证文件“${wanted}”`, '改写网址或编号');
    return;
  }
  const same = sha256Of(attached.bytes);
  if ([...attachments.values()].some(({ bytes }) => sha256Of(bytes) === same)) return;
  const own = new Set([...attachments.keys()].map((one) => one.toLowerCase()));
  const name = freeAttachmentName(
    wanted,
    attached.bytes,
    (one) => own.has(one.toLowerCase()) || context.taken(`${issue}/${one}`),
  );
  attachments.set(name, attached);
  evidence.push({ file: name });
}

/**
 * The addresses behind the words of a cell. One that differs from the address that is shown is asked about; a file of
 * the clerk's own machine must have come along.
 */
function targetsOf(desk: Desk, cell: Cell | undefined, words: readonly Word[]): string[] {
  const all = cell?.links ?? (cell?.link === undefined ? [] : [cell.link]);
  const shown = words.flatMap((word) => (word.kind === 'link' ? [word.link] : []));
  const { fault } = desk;
  return all.flatMap((target) => {
    if (shown.some((link) => isSame(link, target))) return [];
    if (/^(?:mailto:|tel:|#)/iu.test(target)) return [];
    if (!/^https?:/iu.test(target)) {
      const name = baseName(decoded(target).replaceAll('\\', '/'));
      if (!addFile(desk, name))
        fault(
          `链接指向本单位电脑上的文件“${name}”，收不到`,
          '把文件和报送单一起交回，这一格写文件名',
        );
      return [];
    }
    if (!URL.canParse(target)) fault(`网址“${target}”不完整`, '从浏览器地址栏复制整个网址');
    else if (shown.length > 0)
      fault(`写的网址“${shown.join('、')}”与点开的网址“${target}”不同`, '删去这一格，只写一个网址');
    else return [target];
    return [];
  });
}

/** Adds what the words are; gives back words that are no evidence. */
function addWord(desk: Desk, word: Word, hasTarget: boolean): string | undefined {
  const { fault, evidence } = desk;
  if (word.kind === 'link') {
    const known = evidence.some((one) => 'link' in one && isSame(one.link, word.link));
    if (!known) evidence.push({ link: word.link, ...(word.what && { what: word.what }) });
    return undefined;
  }
  const { text } = word;
  if (word.kind === 'broken-link') {
    if (!hasTarget) fault(`网址“${text}”不完整`, '从浏览器地址栏复制整个网址，一行一个');
    return undefined;
  }
  if (addFile(desk, text)) return undefined;
  const parts = text.split(/[、，,]/u).filter((part) => part.trim() !== '');
  if (parts.length > 1 && parts.every((part) => isHere(desk, part))) {
    for (const part of parts) addFile(desk, part);
    return undefined;
  }
  if (isFileName(text))
    fault(`没有收到佐证文件“${text}”`, '把文件和报送单一起交回，文件名照表里写');
  else if (isNumber(text)) evidence.push({ number: text.replace(/\s+/gu, ' ') });
  else return text;
  return undefined;
}

function isHere({ context }: Desk, words: string): boolean {
  return 'file' in attachmentFor(words, context.sheet, context.files);
}

/** Adds the file that the words name; false where none came along. */
function addFile(desk: Desk, words: string): boolean {
  const { context, fault } = desk;
  const found = attachmentFor(words, context.sheet, context.files);
  if ('file' in found) {
    addAttachment(desk, attachmentName(found.file.name), {
      ...storedForm(found.file.bytes),
      place: desk.place,
    });
    return true;
  }
  if (found.trouble === 'none') return false;
  fault(`交来的文件里有几个都叫“${words}”，内容不同`, '各起一个名字，表里照写');
  return true;
}

/** Two ways of writing one address. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string): string =>
    decoded(URL.canParse(text) ? new URL(text).href : text)
      .replace(/^https?:\/\//iu, '')
      .replace(/\/$/u, '');
  return plain(one) === plain(other);
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
