/** 数据字典: the fields of every kind of record, from the schemas themselves. */
import { layout, type LayoutKind, type RecordKind } from '../../schema/layout.ts';
import { fieldsOf } from '../../schema/walk.ts';
import type { Fact } from '../fact.ts';
import { wordViews } from './word-views.ts';

export interface FieldView {
  readonly key: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly audience: '公开' | '内部';
  readonly provenance: string;
}

/** The page: what states mean and what is called otherwise, then the fields of every kind of record. */
export interface DictionaryPage {
  readonly words: readonly Fact[];
  readonly kinds: readonly DictionaryKind[];
}

interface DictionaryKind {
  readonly kind: LayoutKind;
  readonly title: string;
  readonly glob: string;
  readonly fields: readonly FieldView[];
}

export function dictionaryPage(): DictionaryPage {
  return { words: wordViews(), kinds: kindViews() };
}

function kindViews(): DictionaryKind[] {
  return (Object.keys(layout) as LayoutKind[]).map((kind) => {
    const { title, glob, schema }: RecordKind = layout[kind];
    return {
      kind,
      title,
      glob,
      fields: fieldsOf(schema).map(({ path, meta, required }) => ({
        key: path.join('.').replaceAll('.[]', '[]'),
        title: meta.title,
        description: meta.description,
        required,
        audience: meta.audience === 'public' ? '公开' : '内部',
        provenance: meta.provenance ?? '系统设定',
      })),
    };
  });
}
