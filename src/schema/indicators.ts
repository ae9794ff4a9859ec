/** content/vocabulary/indicators.yaml: 检查指标 by edition, and what national and local rules ask of updating. */
import * as z from 'zod';
import { everyDays, per, times } from './deadline.ts';
import { count, day, field, id, nameText, text } from './field.ts';

const name = field(nameText, { title: '名称', audience: 'public', provenance: '系统设定' });

/** What is counted of the columns of a website. */
export const columnCounts = ['stale', 'overdue', 'empty'] as const;

const indicator = z.strictObject({
  id: field(z.string().regex(/^[A-Z]\d+$/u, { error: '应为字母加数字，如 M2' }), {
    title: '编号',
    audience: 'public',
  }),
  name,
  when: field(z.array(text), { title: '情形', audience: 'public', provenance: '原文' }),
  unverified: field(z.boolean(), {
    title: '表述待核',
    audience: 'public',
    provenance: '登记',
  }).default(false),
});

const threshold = z.strictObject({
  from: field(day, { title: '起用日', audience: 'public', provenance: '系统设定' }),
  indicator: field(text, { title: '指标编号', audience: 'public', provenance: '系统设定' }),
  every: field(
    z.union(
      [
        z.strictObject({ everyDays }),
        z.strictObject({ times, per }),
        z.strictObject({
          originals: field(count.min(1, { error: '至少 1 篇' }), {
            title: '原创篇数',
            audience: 'public',
            provenance: '系统设定',
          }),
          per,
        }),
        z.strictObject({
          columns: field(
            z.enum(columnCounts, {
              error: '应为 stale（一级栏目逾期不更新）、overdue（应更新未更新）、empty（空白）之一',
            }),
            { title: '哪类栏目', audience: 'public', provenance: '系统设定' },
          ),
          below: field(count.min(1, { error: '至少 1 个' }), {
            title: '应少于多少个',
            audience: 'public',
            provenance: '系统设定',
          }),
        }),
      ],
      {
        error: '应写 { everyDays }、{ times, per }、{ originals, per } 或 { columns, below }',
      },
    ),
    { title: '更新要求', audience: 'public', provenance: '系统设定' },
  ),
  source: field(text, { title: '依据', audience: 'public', provenance: '登记' }),
});
export type Threshold = z.infer<typeof threshold>;

/** indicators.yaml: the editions of check indicators; an old finding keeps the edition it was judged by. */
export const indicators = z.strictObject({
  editions: field(
    z.array(
      z.strictObject({
        id: field(id, { title: '编号', audience: 'public' }),
        document: field(text, { title: '文件', audience: 'public', provenance: '原文' }),
        from: field(day, { title: '起用日', audience: 'public', provenance: '原文' }),
        veto: field(
          z.strictObject({
            website: field(z.array(indicator), { title: '政府网站', audience: 'public' }),
            'new-media': field(z.array(indicator), { title: '政务新媒体', audience: 'public' }),
          }),
          { title: '单项否决指标', audience: 'public', provenance: '原文' },
        ),
      }),
    ),
    { title: '指标版本', audience: 'public', provenance: '原文' },
  ),
  thresholds: field(z.array(threshold), {
    title: '更新要求',
    description: '国家和本地对更新的要求；同一指标同一种要求，以起用日最晚的为准',
    audience: 'public',
    provenance: '系统设定',
  }).default([]),
});
export type Indicators = z.infer<typeof indicators>;

/** The ids of the indicators of some editions, those of websites and of new media. */
export function indicatorIds(editions: Indicators['editions']): string[] {
  return editions.flatMap(({ veto }) =>
    [...veto.website, ...veto['new-media']].map(({ id }) => id),
  );
}
