/** 引号里的问题: what is wrong, said in quotation marks. */
import type { Known } from '../../record/known.ts';
import { toneOf } from '../tone.ts';
import type { TextStretch } from './edges.ts';

/** 问题是“首页未更新”“链接失效”: what is wrong in quotation marks, and what is left behind them. */
const QUOTED =
  /(?<lead>(?<!找出|发现)问题(?:主要)?(?:是|为|有|在于)?：?)(?<run>“[^“”]{3,80}”(?:[、，；和及与]?“[^“”]{3,80}”)*)(?<rest>.*)$/su;

/** The quotes of 问题是“…”“…” that say what is wrong; `isAll` where they all do, and nothing else is said. */
export function faultsQuoted(
  plain: string,
  { from, to }: TextStretch,
  known: Known,
): { stretches: TextStretch[]; isAll: boolean } | undefined {
  const found = QUOTED.exec(plain.slice(from, to));
  const { lead = '', run = '', rest = '' } = found?.groups ?? {};
  const start = from + (found?.index ?? 0) + lead.length;
  const quotes = [...run.matchAll(/“(?<said>[^“”]*)”/gu)];
  const wrong = quotes.filter(({ groups }) => toneOf(groups?.['said'] ?? '', known) === 'problem');
  if (wrong.length === 0) return undefined;
  const isWhole = /^(?:等)?(?:\d+[个项类条])?(?:的?(?:问题|情况|现象))?[，；。！）]*$/u.test(rest);
  return {
    stretches: wrong.map(({ 0: quote, index }) => ({
      from: start + index + 1,
      to: start + index + quote.length - 1,
    })),
    isAll: isWhole && wrong.length === quotes.length,
  };
}
