/** 图片的部分: what a picture is made of. */

/** `picture`: needed to see it; the others only speak about it. */
export type ImagePartRole = 'picture' | 'exif' | 'xmp' | 'iptc' | 'text' | 'other';

export interface ImagePart {
  readonly role: ImagePartRole;
  /** All bytes of the part, its frame included. */
  readonly bytes: Buffer;
  /** What the part says, without its frame; unpacked where it was packed. */
  readonly data: Buffer;
}

/** The parts, or a Chinese sentence that says what is wrong and what to do. */
export type Walk =
  | {
      readonly parts: readonly ImagePart[];
      /** Bytes that hang behind the end. */
      readonly behind: number;
      /** Bytes that had to be unpacked. */
      readonly unfolded: number;
    }
  | { readonly message: string; readonly remedy: string };
