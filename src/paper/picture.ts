/** 图片: the pictures of an office file by the names of their parts, each read once and all of them under one limit. */
import { limits, type Tally } from './limits.ts';
import { pictureType } from './magic.ts';
import type { Picture } from './sheet.ts';
import type { Archive } from './zip/archive.ts';

export type PictureBytes = Omit<Picture, 'place'>;

export class PictureStore {
  readonly #archive: Archive;
  readonly #tally: Tally;
  readonly #known = new Map<string, PictureBytes | undefined>();

  constructor(archive: Archive, tally: Tally) {
    this.#archive = archive;
    this.#tally = tally;
  }

  /** The picture in a part; undefined where it is none that anybody can show. */
  get(part: string): PictureBytes | undefined {
    this.#tally.add('pictures');
    if (!this.#known.has(part)) {
      const bytes = this.#archive.unpack(part, limits.pictureBytes.most);
      this.#tally.add('pictureBytes', bytes?.length ?? 0);
      const type = bytes && pictureType(bytes);
      this.#known.set(part, bytes && type && { bytes: new Uint8Array(bytes), type });
    }
    return this.#known.get(part);
  }
}
