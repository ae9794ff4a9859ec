/** 一条佐证: a link, a number or a file of a report; its name, its size and why it cannot be handed in. */
import { AS_PICTURE, allowedEndings, SAVE_AGAIN } from '../../../review/file/reading.ts';
import { LARGEST_FILE, sizeFault } from '../../../review/file/limits.ts';
import { unseenIn } from '../../../text/unseen.ts';
import type { AskedPiece } from '../../page-data/page-data.ts';

export type Piece =
  | {
      kind: AskedPiece['kind'];
      value: string;
      day: string;
      asked?: string;
      dated?: boolean;
      /** An earlier piece of the round has the day: the office asks for it again, the check does not. */
      proved?: boolean;
    }
  | { kind: 'file'; name: string; bytes: Uint8Array; day: string; words: string };

/** As the record has them. */
export function evidenceOf(pieces: readonly Piece[]): object[] {
  return pieces.map((piece) => ({
    ...(piece.kind === 'file' ? { file: piece.name } : { [pieceKind(piece)]: piece.value.trim() }),
    ...(piece.day === '' ? {} : { day: piece.day }),
  }));
}

/** What is asked for with its day and was written without one, where the check lets it pass: a sentence each. */
export function undatedNotes(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) =>
    piece.kind !== 'file' && piece.dated === true && piece.day === '' && piece.value.trim() !== ''
      ? [`提醒：材料日期没有填，可能再次退回。${piece.asked ?? ''}`]
      : [],
  );
}

/** What a line turned out to be: where either is as good, an address is a link and all else a number. */
export function pieceKind({ kind, value }: Exclude<Piece, { kind: 'file' }>): 'number' | 'link' {
  if (kind !== 'either') return kind;
  return /^https?:/iu.test(value.trim()) ? 'link' : 'number';
}

/** An address as people copy it, without its beginning, with it. What is no address stays as it is. */
export function withScheme(value: string): string {
  const text = value.trim();
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/iu.test(text)
    ? `https://${text}`
    : value;
}

/** Why a file cannot be handed in, where its name or its size says so already. */
export function whyNotTaken({ name, size, type }: File): string | undefined {
  if (type.startsWith('image/')) return undefined;
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const isOffice = /^(?:wps|et|dps|doc|xls|ppt|rtf|odt|ods)$/u.test(ending);
  if (!allowedEndings.some((one) => one === ending))
    return `“${name}”不能交：${isOffice ? `请${SAVE_AGAIN}` : AS_PICTURE}。`;
  if (size <= LARGEST_FILE) return undefined;
  const { message, remedy } = sizeFault(name, size);
  return `“${name}”不能交：${message}。${remedy}。`;
}

/** The files among them, by where they lie below content/. */
export function evidenceFiles(pieces: readonly Piece[], issue: string): Map<string, Uint8Array> {
  return new Map(
    pieces.flatMap((piece) =>
      piece.kind === 'file' ? [[`evidence/${issue}/${piece.name}`, piece.bytes] as const] : [],
    ),
  );
}

/** A name that every system can keep and that none of those `taken` has; `ending` where the file was made anew. */
export function freeFileName(
  given: string,
  ending: string | undefined,
  taken: readonly string[],
): string {
  const dot = given.lastIndexOf('.');
  const stem = safe(dot > 0 ? given.slice(0, dot) : given);
  const end = ending ?? (dot > 0 ? safe(given.slice(dot + 1)).toLowerCase() : '');
  const lower = new Set(taken.map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${String(number)}`}${end === '' ? '' : `.${end}`}`;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

/** Letters, digits, Chinese and hyphens; at most forty signs. */
function safe(name: string): string {
  const bare = unseenIn(name).reduce(
    (text, { char }) => text.replace(char, ''),
    name.normalize('NFC'),
  );
  const kept = [...bare.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/gu, '')];
  const short = kept.slice(0, 40).join('').replace(/-+$/u, '');
  return short === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(short)
    ? `材料-${short}`.replace(/-$/u, '')
    : short;
}
