/** 标题行: lines that say what stands below them, and lines that are the title of a table. */
import type { Known } from '../record/known.ts';
import type { OutlinePiece } from './outline.ts';
import { toneOf } from './tone.ts';

/** 甲区政务新媒体问题汇总表（第二季度）: no sentence on 甲区. */
export const isTableTitle = (plain: string): boolean =>
  /^[^，。；：]{4,60}(?:清单|台账|名单|一览表|汇总表|明细表|统计表|情况表|登记表|反馈表|问题表|分解表|分工表|问题汇总|情况汇总|明细|问题一览|情况一览)(?:（[^（）]*）)*$/u.test(
    plain,
  );

/** 政府网站和政务新媒体问题交办单: the title of the paper says of nobody what is wrong. */
const PAPER_TITLE =
  /^[^，。；：“”]{4,60}(?:交办单|督办单|整改单|通知单|反馈单|告知单|交办函|督办函|整改函)$/u;

/** A numbered line, or a short one that announces what follows. */
export function isHeading(
  { level, sentences, passage: { plain } }: OutlinePiece,
  known: Known,
): boolean {
  if (level > 0) return true;
  if (PAPER_TITLE.test(plain)) return false;
  if (sentences.length > 1) return false;
  const isShort = plain.length <= 40 && !/[。！]$/u.test(plain);
  const isTopic = /(?:方面|类|账号|网站|新媒体|公众号|微博|抖音|快手|名单)$/u.test(plain);
  const says = isTopic || toneOf(plain, known) === 'problem';
  return plain.endsWith('：') || (isShort && says);
}
