/** 平台: the platform of an account as the list names it; unknown words for one are asked about. */
import { mostAlike } from '../../words/likeness.ts';
import { OTHER, UNSTATED } from '../../../text/terms.ts';
import type { ListedReading } from '../../words/listed.ts';
import type { Known, NotedReading } from '../known.ts';
import { type Inquiry, valuesInWords } from '../../inquiry/question.ts';
import type { PaperPlace } from '../../../paper/sheet.ts';
import { folded } from '../../words/wording.ts';

/** Reads the cell (mended); `platform` stays undefined while it is asked about. */
export function readPlatform(
  listed: string,
  place: PaperPlace,
  known: Known,
  inquiry: Inquiry,
  readings: NotedReading[],
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
  const { words } = reading;
  const like = mostAlike(folded(words), platforms.entries, 0.3);
  const ids = [...new Set([...like, OTHER, ...platforms.ids])];
  const candidates = ids.map((id) => ({ answer: platforms.title(id), label: id }));
  const platform = inquiry.ask(
    {
      ask: 'platform',
      text: words,
      message: `“${listed}”里的“${words}”是哪个平台？`,
      candidates,
      bulk: {
        text: place.file,
        above: 1,
        message: (values) =>
          `有 ${values.length} 个平台的叫法不认得：${valuesInWords(values)}；答“${platforms.title(OTHER)}”的按各自的叫法分开登记`,
        candidates: [{ answer: platforms.title(OTHER), label: '都登记为其他，按各自的叫法分开' }],
      },
    },
    place,
    ([answer = '']) => ids.find((id) => id === answer || platforms.title(id) === answer),
  );
  if (platform === undefined) return reading;
  readings.push({ field: 'platform', note: `经确认，“${words}”读作${platforms.title(platform)}` });
  return { ...reading, platform, ...(platform === OTHER && { subtype: words }) };
}
