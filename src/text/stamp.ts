/**
 * 文件名里的时刻: the names of records that are written once, 20200525-091500-k3f. Commands write the clock of China and
 * three characters by chance behind it; the form on the site can only name a file by the clock of UTC, and writes nothing
 * behind it. So a bare stamp is UTC and one with an ending is China's, and both are compared by China's clock.
 */

/** The file name of a report or a step of the register, without its ending .yaml. */
export const stampPattern = /^\d{8}-\d{6}(?:-[a-z0-9]+)?$/u;

/** A stamp at the end of an id, with minutes or seconds and nothing behind: what the form has named. */
const BARE =
  /(?:^|[/-])(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)-?(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?$/u;

const CHINA = 8 * 3_600_000;

/** True for an id whose stamp has nothing behind it, and so is by the clock of UTC. */
export function isBareStamp(id: string): boolean {
  return BARE.test(id);
}

/**
 * What an id is compared by, so that order is order in time whoever wrote: the id itself, with a bare stamp set to China's
 * clock. An id without a stamp is its own key.
 */
export function stampKey(id: string): string {
  const found = BARE.exec(id);
  const parts = found?.groups;
  if (!found || !parts) return id;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [
    parts['year'],
    parts['month'],
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  ].map((part) => Number(part ?? 0));
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const [date = '', time = ''] = new Date(utc + CHINA).toISOString().split('T');
  const lead = /^[/-]/u.test(found[0]) ? found[0].charAt(0) : '';
  return `${id.slice(0, found.index)}${lead}${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}`;
}
