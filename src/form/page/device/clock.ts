/** 中国时间: the day and the moment on a device, wherever its clock is set to. The one place of the form that asks it. */
import { clockInChina, dayInChina, momentInChina } from '../../../day/china.ts';

/** A page is open while days pass: whoever fills it in means the day on which it is sent. */
function atOnce(): Date {
  return new Date();
}

export function today(now = atOnce()): string {
  return dayInChina(now);
}

/** `20240610-091500` */
export function stampOf(now = atOnce()): string {
  return `${dayInChina(now).replaceAll('-', '')}-${clockInChina(now)}`;
}

/** 6月10日 9:15 */
export function momentInWords(now = atOnce()): string {
  const [month, day, hour, minute] = [5, 8, 11, 14].map((at) =>
    momentInChina(now).slice(at, at + 2),
  );
  return `${String(Number(month))}月${String(Number(day))}日 ${String(Number(hour))}:${minute ?? ''}`;
}

/** Three characters by chance, so that two who report in one second do not meet. */
export function randomLetters(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  return [...crypto.getRandomValues(new Uint8Array(3))]
    .map((byte) => letters[byte % letters.length])
    .join('');
}
