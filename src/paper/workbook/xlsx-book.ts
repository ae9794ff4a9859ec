/** 工作簿: what all sheets of an .xlsx share while they are read. */
import type { Tally } from '../limits.ts';
import type { PictureStore } from '../picture.ts';
import type { Archive } from '../zip/archive.ts';
import type { CellPictures } from './cell-picture.ts';
import type { CellStyle, RichText } from './styles.ts';

export interface Book {
  archive: Archive;
  tally: Tally;
  pictures: PictureStore;
  styles: readonly CellStyle[];
  strings: readonly RichText[];
  date1904: boolean;
  inCells: CellPictures;
}
