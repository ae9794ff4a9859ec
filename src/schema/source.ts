/** Where a record comes from, and the readings of it that a person could dispute. */
import * as z from 'zod';
import { field, text } from './field.ts';

export const source = field(
  z.strictObject({
    document: field(text, { title: '来源文件', audience: 'public', provenance: '登记' }),
    at: field(text, {
      title: '位置',
      description: '附件第几行、正文第几段',
      audience: 'public',
      provenance: '登记',
    }),
  }),
  {
    title: '来源',
    description: '这条记录从哪份文件的哪一处来',
    audience: 'public',
    provenance: '登记',
  },
);
export type Source = z.infer<typeof source>;

export const readings = field(
  z.array(
    z.strictObject({
      field: field(text, { title: '栏目', audience: 'public', provenance: '登记' }),
      note: field(text, { title: '读法说明', audience: 'public', provenance: '归纳' }),
    }),
  ),
  {
    title: '读法说明',
    description: '原文有歧义或错漏时，说明为什么这样归纳',
    audience: 'public',
    provenance: '归纳',
  },
);
