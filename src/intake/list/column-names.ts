/** 栏名: which column of a list is which, by the dictionary content/vocabulary/columns.yaml and what somebody explained. */
import type { Column, ColumnId } from '../../schema/vocabulary.ts';
import { bareText, folded } from '../words/wording.ts';

/** Chinese names of the columns that intake knows, for questions and answers. */
export const columnTitles: Readonly<Record<ColumnId, string>> = {
  row: '序号',
  listed: '政府网站/政务新媒体',
  platform: '平台',
  name: '账号名称',
  host: '主办单位',
  finding: '存在问题',
  measures: '整改措施',
  deadline: '整改时限',
  origin: '问题来源',
  foundOn: '发现日期',
  result: '自查情况',
  place: '地点或项目名称',
  assisting: '配合单位',
  category: '问题类别',
  campaign: '专项',
  status: '整改状态',
  closedOn: '销号日期',
  ignored: '不录入',
};

/** A column as the dictionary knows it; of two with the same id the one with the smaller rank is read. */
export interface KnownColumn {
  id: ColumnId;
  rank: number;
}

/** A longer text is no title of a column. */
const LONGEST = 30;

export class ColumnNames {
  readonly #known = new Map<string, KnownColumn>();
  /** With their brackets. */
  readonly #written = new Set<string>();
  readonly #answered: ReadonlyMap<string, ColumnId>;
  readonly #found = new Map<string, KnownColumn | undefined>();

  /** `answered`: names that somebody explained, as written → id. */
  constructor(columns: readonly Column[], answered: ReadonlyMap<string, ColumnId> = new Map()) {
    this.#answered = answered;
    for (const { id, names } of columns) {
      for (const [rank, name] of names.entries()) {
        this.#written.add(folded(name));
        if (!this.#known.has(bareText(name))) this.#known.set(bareText(name), { id, rank });
      }
    }
    for (const [name, id] of answered) {
      this.#written.add(folded(name));
      this.#known.set(bareText(name), { id, rank: -1 });
    }
  }

  /** The column of a title; what stands in brackets behind it does not matter, unless the dictionary has it so: 账号（平台） are accounts. */
  find(title: string): KnownColumn | undefined {
    if (title === '' || title.length > LONGEST) return undefined;
    if (this.#found.has(title)) return this.#found.get(title);
    const outside = title.replace(/[（(【[][^（）()【】[\]]*[)）】\]]/gu, '');
    const [whole, bare] = [title, outside].map((one) => this.#known.get(bareText(one)));
    const isWritten = outside === title || this.#written.has(folded(title));
    const found = isWritten ? (whole ?? bare) : (bare ?? whole);
    this.#found.set(title, found);
    return found;
  }

  /** What somebody explained a title to be, where the dictionary does not have it. */
  learned(title: string): ColumnId | undefined {
    return this.#answered.get(title);
  }
}

/** The column that an answer names, by its id or its Chinese name. */
export function columnNamed(answer: string): ColumnId | undefined {
  return (Object.keys(columnTitles) as ColumnId[]).find(
    (id) => id === answer || columnTitles[id] === answer,
  );
}
