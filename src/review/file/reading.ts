/** 文件类型的读法: what an evidence file may be, and what reading one gives. */

/** The types that may be handed in, with the endings that their names may have. */
export const fileTypes = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  ofd: ['ofd'],
} as const;
export type FileType = keyof typeof fileTypes;

/** The endings, for messages. */
export const allowedEndings = Object.values(fileTypes).flat();

/** A type, or a Chinese sentence that says what the file is instead and, after an arrow, what to do. */
export type TypeReading =
  { readonly type: FileType } | { readonly message: string; readonly remedy: string };
