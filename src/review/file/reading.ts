/** 文件类型的读法: what an evidence file may be, and what reading one gives. */
import type { Said } from '../../paper/image/metadata.ts';

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

/** What to do with a file that is not taken. */
export const AS_PICTURE = '改交截图（png、jpg）或 PDF';
export const SAVE_AGAIN = '另存为 docx、xlsx 或 PDF 再提交';

/** What is said of an archive that is no document. */
export const NO_DOCUMENT: FileRefusal = {
  message: '文件是压缩包，不能作佐证',
  remedy: '解压后把要用的文件逐个提交',
};

/** Why a file is not taken, as a Chinese sentence, and what to do. */
export interface FileRefusal {
  readonly message: string;
  readonly remedy: string;
}

/** A file that may be handed in. */
export interface TakenFile {
  readonly type: FileType;
  /** What it says beside what it shows, and the texts that it holds. */
  readonly said: Said;
  /** What it was unpacked to. Bytes. */
  readonly unfolded: number;
}

export type TypeReading = TakenFile | FileRefusal;
