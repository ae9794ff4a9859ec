/** 问题类别: the kinds of problem of a finding; a clause that is not understood is asked about. */
import type { Known, Reading } from './known.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { Place } from '../../paper/sheet.ts';
import { folded } from '../words/wording.ts';

/** Ids of the kinds, or undefined while they are asked about. */
export function readCategory(
  finding: string,
  place: Place,
  known: Known,
  inquiry: Inquiry,
  readings: Reading[],
): string[] | undefined {
  const { phrases } = known;
  const { problems, unread } = phrases.read(finding);
  if (problems.length > 0 && unread.length === 0) {
    const names = problems.map((id) => phrases.title(id) ?? id);
    if (names.join('，') !== finding)
      readings.push({ field: 'problems', note: `归入${names.join('、')}` });
    return problems;
  }
  const found = problems.map((id) => phrases.title(id) ?? id);
  const message =
    found.length > 0
      ? `“${unread.join('”“')}”不知归入哪一类（其余归入${found.join('、')}）；请写这一条的全部类别，几类之间用顿号`
      : `“${finding}”不知归入哪一类；几类之间用顿号`;
  const candidates = phrases
    .ranked(unread.join(''))
    .map((id) => ({ answer: phrases.title(id) ?? id, label: id }));
  return inquiry.ask({ ask: 'problems', text: finding, message, candidates }, place, (answer) => {
    const words = answer.flatMap((one) => one.split(/[、，,；; ]/u)).filter((one) => one !== '');
    const ids = words.map(
      (word) =>
        candidates.find(
          ({ answer: name, label }) => label === word || folded(name) === folded(word),
        )?.label,
    );
    if (ids.length === 0 || ids.includes(undefined)) return undefined;
    readings.push({ field: 'problems', note: `经确认，归入${words.join('、')}` });
    return ids.filter((id) => id !== undefined);
  });
}
