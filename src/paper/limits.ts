/**
 * 上限: how much of a file is read, each with its own sentence. Every limit is far above an honest list and low enough
 * that no file, however it was made, takes more than two seconds and 500 MB. Nothing is cut off: a file over a limit is
 * refused whole.
 */
import type { Refusal } from './sheet.ts';

interface Limit {
  most: number;
  /** `{n}` stands for the limit. */
  problem: string;
  remedy: string;
}

const SPLIT = '拆成几个文件，分别导入';
const RUBBISH = '删去多余的空行、空列和格式，另存后再导入';

export const limits = {
  file: {
    most: 50 * 1024 * 1024,
    problem: '超过 50 MB 的上限',
    remedy: '去掉图片后另存，或只留清单所在的部分',
  },
  /** Files packed into one. */
  entries: {
    most: 5000,
    problem: '压缩包里的文件超过 {n} 个',
    remedy: '请对方另存一份正常的文件重发',
  },
  /** What all of a file unpacks to, in bytes. */
  unpacked: {
    most: 150 * 1024 * 1024,
    problem: '文件解压后过大，可能是压缩炸弹',
    remedy: '不要打开；请对方另存一份正常的文件重发',
  },
  /** A part of a file that holds text, in bytes. */
  part: { most: 48 * 1024 * 1024, problem: '文件里有一部分展开后超过 48 MB', remedy: RUBBISH },
  /** A text that is read letter by letter, in bytes. */
  text: { most: 20 * 1024 * 1024, problem: '文本超过 20 MB', remedy: SPLIT },
  /** Forms that a library reads which nobody can look through before, in bytes. */
  unseen: {
    most: 6 * 1024 * 1024,
    problem: '这种格式的文件超过 6 MB',
    remedy: '另存为 xlsx，再导入',
  },
  nodes: { most: 900_000, problem: '文件的内部结构超过 {n} 个部件', remedy: RUBBISH },
  depth: {
    most: 256,
    problem: '文件的内部结构套了 {n} 层以上',
    remedy: '请对方另存一份正常的文件重发',
  },
  sheets: { most: 200, problem: '工作表超过 {n} 张', remedy: SPLIT },
  rows: { most: 20_000, problem: '有字的行超出第 {n} 行', remedy: SPLIT },
  columns: { most: 256, problem: '有字的列超过 {n} 列', remedy: '只留清单所在的列，另存后再导入' },
  /** Squares of all grids together, empty ones counted. */
  cells: { most: 300_000, problem: '表格共超过 {n} 格', remedy: SPLIT },
  /** Different texts and styles of a workbook. */
  strings: { most: 300_000, problem: '工作簿里不同的文字超过 {n} 条', remedy: SPLIT },
  styles: { most: 66_000, problem: '单元格样式超过 {n} 种', remedy: RUBBISH },
  /** Letters that the cells show; a text may stand in many cells. */
  letters: { most: 30_000_000, problem: '单元格里的文字共超过 {n} 字', remedy: SPLIT },
  spans: {
    most: 50_000,
    problem: '合并单元格超过 {n} 处',
    remedy: '取消不需要的合并，另存后再导入',
  },
  links: { most: 50_000, problem: '链接和批注超过 {n} 处', remedy: SPLIT },
  /** Rows that links over ranges are looked for in. */
  walk: { most: 2_000_000, problem: '链接覆盖的范围过大', remedy: '取消整列的链接，另存后再导入' },
  /** Letters of one paragraph or cell. */
  paragraph: {
    most: 100_000,
    problem: '有一段或一格超过 {n} 字',
    remedy: '分成几段，另存后再导入',
  },
  /** Lines of a text, blank ones counted. */
  lines: { most: 1_000_000, problem: '文字超过 {n} 行', remedy: '删去多余的空行，另存后再导入' },
  paragraphs: { most: 40_000, problem: '段落超过 {n} 段', remedy: SPLIT },
  nesting: {
    most: 8,
    problem: '表格里套表格超过 {n} 层',
    remedy: '把里层的表格拿出来，另存后再导入',
  },
  fields: {
    most: 50,
    problem: '域套了 {n} 层以上',
    remedy: '在 WPS 或 Word 里把域转成文字（Ctrl+Shift+F9），另存后再导入',
  },
  tables: { most: 2000, problem: '表格超过 {n} 个', remedy: SPLIT },
  pictures: {
    most: 1000,
    problem: '图片和图形超过 {n} 个',
    remedy: '去掉图片后另存，或拆成几个文件',
  },
  pictureBytes: {
    most: 60 * 1024 * 1024,
    problem: '图片展开后共超过 60 MB',
    remedy: '压缩图片后另存，或拆成几个文件',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/**
 * Ends a reading at any depth. The opener (`paper.ts`) turns it into a value; outside this room nobody sees it.
 */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(problem: string, remedy: string) {
    super(problem);
    this.refusal = { problem, remedy };
  }
}

/** Refuses the file where a count is over its limit; `where` is said before the sentence: 工作表“清单”. */
export function keepTo(name: LimitName, count: number, where = ''): void {
  if (count > limits[name].most) throw beyondLimit(name, where);
}

/** The refusal of a limit. */
export function beyondLimit(name: LimitName, where = ''): Refused {
  const { most, problem, remedy } = limits[name];
  return new Refused(`${where}${problem.replace('{n}', String(most))}`, remedy);
}

/** Counts through a whole file. */
export class Tally {
  readonly #counts = new Map<LimitName, number>();

  add(name: LimitName, count = 1, where = ''): void {
    const sum = (this.#counts.get(name) ?? 0) + count;
    this.#counts.set(name, sum);
    keepTo(name, sum, where);
  }
}
