/** 文件头: what a file is by its first bytes, whatever its name says. */

export type Magic =
  | 'zip'
  | 'ole'
  | 'pdf'
  | 'rtf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'bmp'
  | 'webp'
  | 'tiff'
  | 'emf'
  | 'wmf'
  | 'rar'
  | '7z'
  | 'gzip'
  | 'program'
  | 'film';

/** Pictures whose bytes may be handed on as they are. */
export const pictureTypes = ['png', 'jpeg', 'gif', 'bmp', 'webp', 'emf', 'wmf', 'tiff'] as const;
export type PictureType = (typeof pictureTypes)[number];
/** Pictures that are read part by part, so that what is hidden in them is found. */
export const readableImages = ['png', 'jpeg', 'webp'] as const satisfies readonly PictureType[];

const latin = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** Signatures with the offset at which they stand. */
const signatures: readonly (readonly [Magic, number, readonly number[]])[] = [
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['ole', 0, [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', 0, latin('%PDF-')],
  ['rtf', 0, latin('{\\rtf')],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['gif', 0, latin('GIF8')],
  ['tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['wmf', 0, [0xd7, 0xcd, 0xc6, 0x9a]],
  ['rar', 0, latin('Rar!')],
  ['7z', 0, [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', 0, [0x1f, 0x8b]],
  ['program', 0, [0x7f, 0x45, 0x4c, 0x46]],
  ['film', 4, latin('ftyp')],
];

/** The kind of a file or of a picture in one; undefined for text and what nobody knows. */
export function magicOf(bytes: Uint8Array): Magic | undefined {
  const has = (at: number, head: readonly number[]): boolean =>
    head.every((byte, index) => bytes[at + index] === byte);
  const found = signatures.find(([, at, head]) => has(at, head))?.[0];
  if (found !== undefined) return found;
  if (has(0, latin('RIFF')) && has(8, latin('WEBP'))) return 'webp';
  if (has(0, [1, 0, 0, 0]) && has(40, latin(' EMF'))) return 'emf';
  // Two letters are not enough: texts begin with BM and MZ too.
  if (has(0, latin('BM')) && has(6, [0, 0, 0, 0])) return 'bmp';
  if (has(0, latin('MZ')) && bytes.subarray(0, 64).some((byte) => byte < 9)) return 'program';
  return undefined;
}

/** The type of a picture by its bytes. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const magic = magicOf(bytes);
  return pictureTypes.find((type) => type === magic);
}
