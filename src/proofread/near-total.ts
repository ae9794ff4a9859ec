/** 差一点的合计: parts behind which a sum stands that says another verb. */
import type { SaidNumber } from './statement.ts';

/** 甲县12家，乙县15家，丙县5家，共检查33家: so near that nothing else is meant. */
export function isNearTotal(
  parts: readonly SaidNumber[],
  { value }: SaidNumber,
  verb: string | undefined,
): boolean {
  const gap = Math.abs(parts.reduce((sum, part) => sum + part.value, 0) - value);
  const isBare = parts.every(({ noun, stance }) => noun === '' && stance === undefined);
  const isCheck = /检查|抽查|监测|评估|考核|测评/u.test(verb ?? '');
  return isCheck && isBare && parts.length >= 3 && gap <= Math.max(2, value * 0.05);
}

/** 三类合计, 以上两项共. */
export const COUNTED =
  /^(?:[前以上述]*)([两二三四五六七八九十])[大]?[类项者种个部]\S{0,2}?(?:共计|合计|总计|共)$/u;
