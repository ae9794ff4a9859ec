/** 中国时间: the day and the moment on a device, wherever its clock is set to. The one place of the form that asks it. */

const CHINA = 8 * 3_600_000;

/** A page is open while days pass: whoever fills it in means the day on which it is sent. */
function atOnce(): Date {
  return new Date();
}

/** `2024-06-10T09:15:00` in China. */
function inChina(now: Date): string {
  return new Date(now.getTime() + CHINA).toISOString().slice(0, 19);
}

export function today(now = atOnce()): string {
  return inChina(now).slice(0, 10);
}

/** `20240610-091500` */
export function stampOf(now = atOnce()): string {
  return inChina(now).replaceAll('-', '').replaceAll(':', '').replace('T', '-');
}

/** 6月10日 9:15 */
export function momentInWords(now = atOnce()): string {
  const [month, day, hour, minute] = [5, 8, 11, 14].map((at) => inChina(now).slice(at, at + 2));
  return `${String(Number(month))}月${String(Number(day))}日 ${String(Number(hour))}:${minute ?? ''}`;
}

/** Three characters by chance, so that two who report in one second do not meet. */
export function randomLetters(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  return [...crypto.getRandomValues(new Uint8Array(3))]
    .map((byte) => letters[byte % letters.length])
    .join('');
}
