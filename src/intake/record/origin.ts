/** 问题来源: who found what a list holds. */
import { type Origin, origins } from '../../schema/issue.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { Place } from '../../paper/sheet.ts';

const WORDS: readonly (readonly [RegExp, Origin])[] = [
  [/自查|自检|自纠/u, 'self-check'],
  [/国家|国办|国务院/u, 'nation'],
  [/省级?|自治区/u, 'province'],
  [/市级|市政府|市政务/u, 'city'],
  [/区级|县级|区政府|县政府/u, 'district'],
  [/群众|网民|12345|热线|留言/u, 'public'],
];

/** The origin that words name, or undefined where they name none or several. */
export function originIn(words: string): Origin | undefined {
  const exact = (Object.keys(origins) as Origin[]).find(
    (key) => origins[key] === words || key === words,
  );
  if (exact) return exact;
  const found = WORDS.filter(([pattern]) => pattern.test(words));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** Asks who found it; `words` are those of the list, empty where it says nothing at all. */
export function askOrigin(words: string, place: Place, inquiry: Inquiry): Origin | undefined {
  return inquiry.ask(
    {
      ask: 'origin',
      text: words,
      message: words === '' ? '清单没有写问题是谁发现的' : `“${words}”是哪一种问题来源？`,
      candidates: Object.entries(origins).map(([label, answer]) => ({ answer, label })),
    },
    place,
    ([answer = '']) => originIn(answer),
  );
}
