/** 到期目标: the words of the source that say what is to be reached by the date; 完成整改 and its like say nothing more. */
import { asWritten, type Writing } from './writing.ts';

const EMPTY =
  /^(?:务必|必须|全部|全面|彻底|按期|一次性|予以|完成|整改|落实|到位|完毕|办结|解决|销号|得到|任务|工作|问题|事项|各项|所有|相关|并|且|,|;|\.|、|…|-|:|!|等|\(|\))*$/u;

const IDLE_START = /^[,;.、…:)-]+/u;
const IDLE_END = /(?:[,;.、…:(-]|并且|并|且|同时|后续|今后|此后|再)+$/u;

/** The goal between two places of the uniform writing, as the source wrote it, or undefined. */
export function goalBetween(writing: Writing, start: number, end: number): string | undefined {
  const words = writing.read.slice(start, end);
  const begun = words.replace(IDLE_START, '');
  const goal = begun.replace(IDLE_END, '');
  if (EMPTY.test(goal)) return undefined;
  const from = start + words.length - begun.length;
  return asWritten(writing, from, from + goal.length);
}
