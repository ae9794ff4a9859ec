/**
 * The building blocks of every record schema: what each field is called, who may see it, where its value comes from.
 *
 * `audience` is the privacy decision of a field and is enforced twice: views list what they show, and the leak test
 * plants a marker in every field that is `internal`.
 */
import * as z from 'zod';
import { daysInMonth } from '../day/calendar.ts';

/** Who may see a field: anyone, or only people inside the offices. */
export type Audience = 'public' | 'internal';

/** Where a value comes from: copied from the source, read out of it by us, or set by the office's system. */
export type Provenance = '原文' | '归纳' | '系统设定' | '填报' | '登记';

export interface FieldMeta {
  /** Chinese name, shown to editors and readers. */
  title: string;
  /** One Chinese sentence: what belongs here. */
  description?: string;
  audience: Audience;
  provenance?: Provenance;
  /** The values that may stand here, with their Chinese names. */
  choices?: Readonly<Record<string, string>>;
}

/** Attaches name, audience and provenance to a schema; `toJSONSchema` carries them on to the editor. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  return schema.meta({ ...meta });
}

/** Fields that everybody may see, by where their values come from. */
export const openFields =
  (provenance: Provenance) =>
  <S extends z.ZodType>(schema: S, title: string, description?: string) =>
    field(schema, { title, description, audience: 'public', provenance });

/** Fields that stay inside the offices, by where their values come from. */
export const insideFields =
  (provenance: Provenance) =>
  <S extends z.ZodType>(schema: S, title: string, description?: string) =>
    field(schema, { title, description, audience: 'internal', provenance });

/** Texts that stay inside the offices and may be left out, by where they come from. */
export const insideTexts = (provenance: Provenance) => (title: string, description?: string) =>
  insideFields(provenance)(text, title, description).optional();

/** A length of time that a setting of the office names. */
export const daysSetting = (title: string, description: string) =>
  openFields('系统设定')(lengthInDays, title, description);

/** A calendar day `YYYY-MM-DD` that exists. */
export const day = z
  .string({ error: '应为日期，写成 2020-05-31 这样' })
  .regex(/^\d{4}-\d{2}-\d{2}$/u, { error: '应为日期，写成 2020-05-31 这样', abort: true })
  .refine(isRealDay, {
    error: (issue) => `${String(issue.input)} 不是日历上有的日子`,
    abort: true,
  })
  .refine(isOfOurTime, {
    error: (issue) => `${String(issue.input)} 的年份不对，应在 1900 至 2199 年之间`,
  });

/** True for a day from which years may be counted on and back without leaving the calendar. */
export function isOfOurTime(day: string): boolean {
  return day >= '1900-01-01' && day <= '2199-12-31';
}

/** True when `text` (YYYY-MM-DD) is a day of the Gregorian calendar: 2021-02-29 is not. Asked for every date of every record. */
export function isRealDay(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** An id: lower-case ASCII, digits and single hyphens, equal to the file name. */
export const id = z
  .string({ error: '应为编号（小写字母、数字和连字符）' })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, {
    error: '编号只能用小写字母、数字和单个连字符，如 shahelu-wechat',
  });

/** An account on the forge. */
export const forgeAccount = z
  .string({ error: '应为代码托管平台上的账户名' })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/u, { error: '应为代码托管平台上的账户名' });

/** 经办人: a reviewer's account; who in the office has it in hand. */
export const officer = field(forgeAccount, {
  title: '经办人',
  description: '办公室里经办的审核员的平台账户；问题没有写的，按专项',
  audience: 'internal',
  provenance: '登记',
});

/** A line of text: not empty, no space at either end. */
export const text = z
  .string({ error: '应为文字' })
  .min(1, { error: '不能为空；没有内容就删去这一行' })
  .refine((value) => value.trim() === value, { error: '首尾不能有空格' });

/** What something is called: on paper, in a calendar, in a message it stands in one line. */
export const nameText = text.refine((value) => !/[\n\t]/u.test(value), {
  error: '名称只写一行，不能换行',
});

/** A positive whole number. */
export const count = z.int({ error: '应为整数' }).nonnegative({ error: '不能小于 0' });

/** A length of time in days: no settings of an office reach further, and every day counted by it has a date. */
export const lengthInDays = count.max(3650, { error: '至多 3650 天' });

/** A moment in China, to the second. */
export const moment = z
  .string({ error: '应为时刻，写成 2026-06-14T09:00:00+08:00 这样' })
  .regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+08:00$/u, {
    error: '应为北京时间的时刻，写成 2026-06-14T09:00:00+08:00 这样',
    abort: true,
  })
  .refine((text) => day.safeParse(text.slice(0, 10)).success, {
    error: (issue) => `${String(issue.input)} 的日期不对，应是 1900 至 2199 年之间日历上有的日子`,
  });

/** A web address with http or https. */
export const linkAsSaid = z.url({
  protocol: /^https?$/u,
  error: '应为网址，以 http:// 或 https:// 开头',
});

/** An address that a page leads to: nobody signs in by it, and what stands before an @ is no website. */
export const link = linkAsSaid.refine(isPlainAddress, {
  error: '网址里不能有空格，不能写账户和口令',
});

/** As browsers read it, who take \ for / and any number of them for two. */
function isPlainAddress(address: string): boolean {
  if (/\s|\\|^[^/]*\/{3}/u.test(address) || !URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === '' && password === '' && !/^[^/]*\/\/[^/?#]*@/u.test(address);
}

/** The address of a site, behind which its pages are written. */
export const siteAddress = link.refine((address) => !/[?#]/u.test(address), {
  error: '网站的地址里不能有 ? 和 #',
});

/** Where a repository is; who reads the ledger reads it too. */
export const gitAddress = text.refine(
  (address) => !/^https?:\/\/[^/]*@|^[a-z][a-z0-9+.-]*:\/\/[^/:@]*:[^/]*@/iu.test(address),
  { error: '仓库的地址里不能写账户和口令；登录用本机 Git 的设置' },
);
