/** 佐证文件: the files that came with the sheets, found by the name that the sheet writes. */
import { createHash } from 'node:crypto';
import { withoutMetadata, isTelling } from '../../../paper/image/metadata.ts';
import { folded } from '../../words/wording.ts';
import type { PaperPlace } from '../../../paper/sheet.ts';
import { withoutUnseen } from '../../../text/unseen.ts';

/** A file of the folder that was received. */
export interface ReceivedFile {
  /** Path below the folder, forward slashes, NFC. */
  name: string;
  bytes: Uint8Array;
}

/** A file that is handed in with a report, and the cell that it came from. */
export interface Attached {
  bytes: Uint8Array;
  /** SHA-256 of the file as it came, where what a picture says beside what it shows was taken off. */
  original?: string;
  place: PaperPlace;
}

export type Attachment = { file: ReceivedFile } | { trouble: 'none' | 'several' };

/** Endings that make words the name of a file. */
const FILE_NAME = /\.(?:png|jpe?g|webp|gif|bmp|heic|pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z|mp4)$/iu;

/** True for words that are the name of a file. */
export function isFileName(words: string): boolean {
  return FILE_NAME.test(words.trim());
}

/**
 * The file that `words` name, with or without its ending; of several with the same name the one that lies beside the
 * sheet.
 */
export function attachmentFor(
  words: string,
  sheet: string,
  files: readonly ReceivedFile[],
): Attachment {
  const wanted = folded(words);
  const named = files.filter(({ name }) => {
    const own = folded(baseName(name));
    return own === wanted || own.replace(/\.[a-z0-9]+$/u, '') === wanted;
  });
  const beside = named.filter(({ name }) => folderOf(name) === folderOf(sheet));
  const [file, ...others] = beside.length > 0 ? beside : named;
  if (file === undefined) return { trouble: 'none' };
  const isOne = others.every((other) => sha256Of(other.bytes) === sha256Of(file.bytes));
  return isOne ? { file } : { trouble: 'several' };
}

/** The file as it is stored: pictures without where, by whom and with what they were taken. */
export function storedForm(bytes: Uint8Array): Pick<Attached, 'bytes' | 'original'> {
  const clean = isTelling(bytes) ? withoutMetadata(bytes) : undefined;
  return clean === undefined ? { bytes } : { bytes: clean, original: sha256Of(bytes) };
}

/** What is told of a cleaned picture, and kept beside it. */
export function cleanedWords(original: string): string {
  return `已去掉图片里的拍摄信息，原文件 SHA-256 ${original}`;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** A name that every file system takes; Chinese stays. */
export function attachmentName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/su.exec(baseName(name)) ?? [];
  const safe = safeWord(stem);
  return `${safe === '' || DEVICE.test(safe) ? `file${safe}` : safe}${ending.toLowerCase()}`;
}

/** The same for words that become part of a name; may be empty. */
export function safeWord(words: string): string {
  const safe = withoutUnseen(words.normalize('NFC').replace(/[\u0000-\u001f\s]+/gu, '_'))
    .replace(/[\ufffc\ufffd<>:"|?*\\/%#&']+/gu, '_')
    .replace(/^[-._]+/u, '');
  return [...safe]
    .slice(0, 40)
    .join('')
    .replace(/[._]+$/u, '');
}

/** `wanted`, or where that is taken the same name with the first digits of the file's hash. */
export function freeAttachmentName(
  wanted: string,
  bytes: Uint8Array,
  isTaken: (name: string) => boolean,
): string {
  if (!isTaken(wanted)) return wanted;
  return wanted.replace(/(\.[^.]*)?$/u, `-${sha256Of(bytes).slice(0, 8)}$1`);
}
