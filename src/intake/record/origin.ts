/** 问题来源: who found what a list holds. */
import { type Origin, origins } from '../../schema/issue.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { type Inquiry, valuesInWords } from '../inquiry/question.ts';
import type { List } from '../list/reading.ts';
import type { PaperPlace } from '../../paper/sheet.ts';

const WORDS: readonly (readonly [RegExp, Origin])[] = [
  [/自查|自检|自纠/u, 'self-check'],
  [/国家|国办|国务院/u, 'nation'],
  [/省级?|自治区/u, 'province'],
  [/市级|市政府|市政务/u, 'city'],
  [/本级|区级|县级|区政府|县政府/u, 'district'],
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
export function askOrigin(words: string, place: PaperPlace, inquiry: Inquiry): Origin | undefined {
  const candidates = Object.entries(origins).map(([label, answer]) => ({ answer, label }));
  return inquiry.ask(
    {
      ask: 'origin',
      text: words,
      message: words === '' ? '清单没有写问题是谁发现的' : `“${words}”是哪一种问题来源？`,
      candidates,
      ...(words !== '' && {
        bulk: {
          text: place.file,
          above: 2,
          message: (values) =>
            `有 ${values.length} 种问题来源的写法不认得：${valuesInWords(values)}`,
          candidates,
        },
      }),
    },
    place,
    ([answer = '']) => originIn(answer),
  );
}

/** What the text around the list says of who found it; else what all issues of the campaign have; else it is asked. */
export function originOfList(
  lists: readonly List[],
  campaign: string | undefined,
  ledger: Ledger,
  inquiry: Inquiry,
): Origin | undefined {
  const known = [...ledger.issues.values()].filter((issue) => issue.campaign === campaign);
  const [first] = known;
  if (first !== undefined && known.every(({ origin }) => origin === first.origin))
    return first.origin;
  const prose = lists
    .flatMap(({ lines }) => lines)
    .map(({ text }) => text)
    .join('\n');
  const said = /自查自纠|自查|自行排查/u.exec(prose)?.[0];
  if (said !== undefined) return originIn(said);
  const place = lists[0]?.rows[0]?.place ?? { file: '', sheet: '', row: 0, cell: '' };
  return askOrigin('', { ...place, row: 0, cell: '' }, inquiry);
}
