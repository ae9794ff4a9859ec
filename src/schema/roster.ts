/**
 * content/rosters/<child>.yaml and content/internal-rosters/<child>.yaml: 下级名录 — what a child that allows it is searched
 * by: names and pages, as its last sums had them. Replaced by each gathering; no figure is counted from it.
 */
import * as z from 'zod';
import { type Audience, day, field } from './field.ts';
import { page, plainName } from './rollup.ts';

function rosterFor(audience: Audience) {
  const kept = <S extends z.ZodType>(schema: S, title: string, description?: string) =>
    field(schema, { title, description, audience, provenance: '登记' });
  const href = kept(page, '网页', '从下级网站的根写起');
  return z.strictObject({
    asOf: kept(day, '统计截止日'),
    units: kept(z.array(z.strictObject({ name: kept(plainName, '名称'), href })), '单位'),
    accounts: kept(
      z.array(
        z.strictObject({
          name: kept(plainName, '名称'),
          unit: kept(plainName, '主办单位'),
          platform: kept(plainName, '平台'),
          href,
        }),
      ),
      '账号',
    ),
    issues: kept(
      z.array(
        z.strictObject({
          id: kept(plainName, '编号'),
          title: kept(plainName, '名称'),
          unit: kept(plainName, '单位'),
          platform: kept(plainName, '平台'),
          problems: kept(z.array(plainName), '问题类别'),
          state: kept(plainName, '状态'),
          dueOn: kept(day, '截止日', '没有完成的才有').optional(),
          href,
        }),
      ),
      '问题',
    ),
  });
}

export const roster = rosterFor('public');
export const internalRoster = rosterFor('internal');
export type Roster = z.infer<typeof roster>;
