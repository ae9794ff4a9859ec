/** 平台: the platform of an account as the list names it; unknown words for one are asked about. */
import { likest } from '../words/likeness.ts';
import { type ListedReading, UNSTATED } from '../words/listed.ts';
import type { Known, Reading } from './known.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { Place } from '../../paper/sheet.ts';
import { folded } from '../words/wording.ts';

/** Reads the cell (mended); `platform` stays undefined while it is asked about. */
export function readPlatform(
  listed: string,
  place: Place,
  known: Known,
  inquiry: Inquiry,
  readings: Reading[],
): ListedReading {
  const { platforms } = known;
  const reading = platforms.read(listed);
  if (reading.platform !== undefined) {
    const title = platforms.title(reading.platform);
    if (reading.platform === UNSTATED) readings.push({ field: 'platform', note: '没有写平台' });
    else if (folded(reading.words) !== folded(title))
      readings.push({ field: 'platform', note: `“${reading.words}”读作${title}` });
    return reading;
  }
  const like = likest(folded(reading.words), platforms.entries, 0.3);
  const ids = [...new Set([...like, ...platforms.ids])];
  const platform = inquiry.ask(
    {
      ask: 'platform',
      text: reading.words,
      message: `“${listed}”里的“${reading.words}”是哪个平台？`,
      candidates: ids.map((id) => ({ answer: platforms.title(id), label: id })),
    },
    place,
    ([answer = '']) => ids.find((id) => id === answer || platforms.title(id) === answer),
  );
  if (platform !== undefined)
    readings.push({
      field: 'platform',
      note: `经确认，“${reading.words}”读作${platforms.title(platform)}`,
    });
  return { ...reading, platform };
}
