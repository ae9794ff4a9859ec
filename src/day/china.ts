/** 北京时间: what clocks in Asia/Shanghai show at an instant that is handed in (UTC+8 all year, since 1991). */
import type { Day } from './calendar.ts';

const OFFSET = 8 * 3_600_000;

/** `2024-06-10T09:15:00+08:00` */
export function momentInChina(at: Date): string {
  return `${new Date(at.getTime() + OFFSET).toISOString().slice(0, 19)}+08:00`;
}

/** The day that it is in China, YYYY-MM-DD. */
export function dayInChina(at: Date): Day {
  return momentInChina(at).slice(0, 10);
}

/** `091500`, as it stands in the names of records. */
export function clockInChina(at: Date): string {
  return momentInChina(at).slice(11, 19).replaceAll(':', '');
}
