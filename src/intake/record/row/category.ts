/** 问题类别: the kinds of problem of a finding; wording that is not understood is asked about by value. */
import type { Known, NotedReading } from '../known.ts';
import { type Inquiry, valuesInWords } from '../../inquiry/question.ts';
import type { PaperPlace } from '../../../paper/sheet.ts';
import { OTHER_PROBLEM } from '../../words/problem-phrases.ts';

/** 其他：自己的话. */
const OWN_WORDS = /^其他[：:] ?(?<words>.+)$/u;

/** Ids of the kinds, or undefined while they are asked about. `listed` is what a column 问题类别 says, if there is one. */
export function readCategory(
  finding: string,
  listed: string,
  place: PaperPlace,
  known: Known,
  inquiry: Inquiry,
  readings: NotedReading[],
): string[] | undefined {
  const { phrases } = known;
  const own = phrases.read(finding);
  const isWhole = own.problems.length > 0 && own.unread.length === 0;
  const classed = listed === '' ? undefined : classOf(listed, known);
  if (isWhole || classed !== undefined) {
    const all = [...new Set([...(classed ?? []), ...own.problems])];
    noteKinds(all, finding, known, readings);
    return all;
  }
  if (listed !== '') return askKinds(listed, own, place, known, inquiry, readings);
  // An answer that was given for the finding as a whole.
  const answer = inquiry.answered('problems', finding);
  const whole = answer && accepted(answer, finding, known, readings);
  if (whole !== undefined) return whole;
  const kinds = own.unread.map((clause) => askKinds(clause, own, place, known, inquiry, readings));
  if (kinds.includes(undefined)) return undefined;
  return [...new Set([...own.problems, ...kinds.flatMap((ids) => ids ?? [])])];
}

/** The kinds that a class of the list's own names, all of it. */
function classOf(listed: string, { phrases }: Known): string[] | undefined {
  const named = phrases.named(listed);
  if (named !== undefined) return [named];
  const { problems, unread } = phrases.read(listed);
  return problems.length > 0 && unread.length === 0 ? problems : undefined;
}

function askKinds(
  words: string,
  { problems }: { problems: readonly string[] },
  place: PaperPlace,
  known: Known,
  inquiry: Inquiry,
  readings: NotedReading[],
): string[] | undefined {
  const { phrases } = known;
  const found = problems.map((id) => phrases.title(id) ?? id);
  const beside = found.length > 0 ? `（同一条里的其余归入${found.join('、')}）` : '';
  const candidates = phrases
    .ranked(words)
    .map((id) => ({ answer: phrases.title(id) ?? id, label: id }));
  return inquiry.ask(
    {
      ask: 'problems',
      text: words,
      message: `“${words}”不知归入哪一类${beside}；几类之间用顿号，都不是的答“其他”，或“其他：自己的话”`,
      candidates,
      bulk: {
        text: place.file,
        above: 2,
        message: (values) =>
          `有 ${values.length} 种问题的说法不认得：${valuesInWords(values)}；都归入一类，还是逐个答？`,
        candidates: [
          { answer: phrases.title(OTHER_PROBLEM) ?? OTHER_PROBLEM, label: '都归入其他，原文照录' },
          ...candidates.slice(0, 3),
        ],
      },
    },
    place,
    (answer) => accepted(answer, words, known, readings),
  );
}

/** The kinds that an answer names; undefined where one of its words is none. */
function accepted(
  answer: readonly string[],
  words: string,
  known: Known,
  readings: NotedReading[],
): string[] | undefined {
  const [first = ''] = answer;
  const own = OWN_WORDS.exec(first)?.groups?.['words'];
  const named =
    own === undefined
      ? answer.flatMap((one) =>
          known.phrases.named(one) === undefined ? one.split(/[、，,；;]/u) : [one],
        )
      : ['其他'];
  const ids = named.filter((one) => one !== '').map((one) => known.phrases.named(one));
  if (ids.length === 0 || ids.includes(undefined)) return undefined;
  readings.push({
    field: 'problems',
    note: `经确认，“${words}”归入${own === undefined ? named.join('、') : `其他：${own}`}`,
  });
  return ids.filter((id) => id !== undefined);
}

function noteKinds(
  problems: readonly string[],
  finding: string,
  known: Known,
  readings: NotedReading[],
): void {
  const names = problems.map((id) => known.phrases.title(id) ?? id);
  if (names.join('，') !== finding)
    readings.push({ field: 'problems', note: `归入${names.join('、')}` });
}
