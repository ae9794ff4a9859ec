/** 栏名: which column of a list is which, by the dictionary content/vocabulary/columns.yaml. */
import type { Column, ColumnId } from '../../schema/vocabulary.ts';
import { likest } from '../words/likeness.ts';
import { bare } from '../words/wording.ts';

/** Chinese names of the columns that intake records, for questions. */
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
  ignored: '不录入',
};

/** A column as the dictionary knows it; of two with the same id the one with the smaller rank is read. */
export interface KnownColumn {
  id: ColumnId;
  rank: number;
}

export class ColumnNames {
  readonly #known = new Map<string, KnownColumn>();

  /** `answered`: names that somebody explained, as written → id. */
  constructor(columns: readonly Column[], answered: ReadonlyMap<string, ColumnId> = new Map()) {
    for (const { id, names } of columns) {
      for (const [rank, name] of names.entries()) {
        if (!this.#known.has(bare(name))) this.#known.set(bare(name), { id, rank });
      }
    }
    for (const [name, id] of answered) this.#known.set(bare(name), { id, rank: -1 });
  }

  /** The column of a title; what stands in brackets behind it does not matter. */
  find(title: string): KnownColumn | undefined {
    const outside = title.replace(/[（(【[][^（）()【】[\]]*[)）】\]]/gu, '');
    return this.#known.get(bare(title)) ?? this.#known.get(bare(outside));
  }

  /** The columns whose names are like a title, the likest first. */
  like(title: string): ColumnId[] {
    const entries = [...this.#known].map(([name, { id }]) => [name, id] as const);
    return likest(bare(title), entries).filter((id) => id !== 'ignored');
  }
}
