/** 原因里的数: how much of something makes a thing fail, which is no part of how many things there are. */
import type { SaidNumber } from '../statement.ts';

/** 因空白栏目达到, 错别字超过. */
const CAUSE =
  /(?:因|由于)[^，。]{1,20}(?:达到?|超过?|有|多达|存在)$|(?:栏目|链接|错链|断链|错别字|留言|附件)(?:累计|共)*(?:达到|多达|超过|超出)$/u;

/** 合格37家，丙局网站因空白栏目达到6个不合格: some of these say why, and others how many. */
export function isCauseAmong(parts: readonly Pick<SaidNumber, 'label'>[]): boolean {
  const causes = parts.filter(({ label }) => CAUSE.test(label)).length;
  return causes > 0 && causes < parts.length;
}
