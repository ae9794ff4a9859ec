/** 文件名: names that every system takes, Windows included. */

/** Characters before the ending; folders above and the number in front still fit into a path of Windows. */
const LONGEST = 60;

/** `number` in front makes names different even where letters' case does not count, and no name a device of Windows. */
export function archivedName(number: string, name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, '-')
    .replace(/[. ]+$/u, '');
  const dot = clean.lastIndexOf('.');
  const [stem, ending] = dot <= 0 ? [clean, ''] : [clean.slice(0, dot), clean.slice(dot)];
  const short = [...stem].slice(0, LONGEST).join('').trimEnd();
  return `${number}-${short}${[...ending].slice(0, 10).join('')}`;
}
