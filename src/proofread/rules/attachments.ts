/** 附件: annexes that the text names and the document does not list, or lists and does not hold. */
import { distance } from 'fastest-levenshtein';
import { type Contradiction, quoteAround, shortened } from '../contradiction.ts';
import { type ReadDocument, type PlacedText, paragraphsOf } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

interface Annex {
  readonly number: number | undefined;
  readonly name: string;
  readonly passage: PlacedText;
}

/** 附件：1.名称 or 附件：名称, and the lines 2.名称 that follow it. */
function listed(paragraphs: readonly PlacedText[]): Annex[] {
  const start = paragraphs.findIndex(({ read }) => /^附件：/u.test(read.trim()));
  const annexes: Annex[] = [];
  for (const passage of start < 0 ? [] : paragraphs.slice(start)) {
    const text = passage.read.trim().replace(/^附件：\s*/u, '');
    if (text === '') continue;
    const numbered = /^(\d{1,2})[.．、]\s*(?!\d(?!\d{3}年))(.+)$/u.exec(text);
    if (numbered) {
      annexes.push({ number: Number(numbered[1]), name: numbered[2] ?? '', passage });
    } else if (annexes.length === 0) {
      annexes.push({ number: undefined, name: text, passage });
    } else break;
  }
  return annexes;
}

/** The annexes that lie in the document: a paragraph 附件2, its title in the next. */
function annexesIn(paragraphs: readonly PlacedText[]): Annex[] {
  return paragraphs.flatMap((passage, index) => {
    const match = /^附件 ?(\d{1,2})?：?$/u.exec(passage.read.trim());
    if (!match) return [];
    const next = paragraphs[index + 1];
    if (/^附件：$/u.test(passage.read.trim()) && /^\d{1,2}[.、]/u.test(next?.read.trim() ?? ''))
      return [];
    const number = match[1] === undefined ? undefined : Number(match[1]);
    return [{ number, name: next?.read.trim() ?? '', passage }];
  });
}

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const list = listed(paragraphs);
  const present = annexesIn(paragraphs);
  return [
    ...unlisted(paragraphs, list, present),
    ...(present.length > 0 ? absent(list, present) : []),
    ...misnamed(list, present),
  ];
}

/** The text speaks of 附件3, and neither the note nor the pages behind know it. */
function unlisted(
  paragraphs: readonly PlacedText[],
  list: readonly Annex[],
  present: readonly Annex[],
): Contradiction[] {
  const known = new Set([...list, ...present].map(({ number }) => number));
  if (known.size === 0 || (known.size === 1 && known.has(undefined))) {
    // A single annex without a number: the text must not give it one above 1.
    if (known.size === 0) return [];
    known.add(1);
  }
  return paragraphs.flatMap((passage) =>
    [...passage.read.matchAll(/(?<!号|》|的)附件 ?(\d{1,2})(?!\d|[.、])/gu)].flatMap((match) => {
      if (known.has(Number(match[1]))) return [];
      const quote = quoteAround(passage.text, match.index, match.index + match[0].length);
      const names = [...known].filter((one) => one !== undefined);
      return [
        {
          rule: attachmentsRule.id,
          place: passage.place,
          quote,
          message: `提到“${match[0]}”，附件中没有`,
          expected: `附件为${names.map((one) => `附件${String(one)}`).join('、')}`,
        },
      ];
    }),
  );
}

/** Some annexes are in the document, and one of the listed is not. */
function absent(list: readonly Annex[], present: readonly Annex[]): Contradiction[] {
  const numbers = new Set(present.map(({ number }) => number ?? 1));
  const missing = list.filter(({ number }) => !numbers.has(number ?? 1));
  return missing.map(({ name, number, passage }) => ({
    rule: attachmentsRule.id,
    place: passage.place,
    quote: shortened(passage.text.trim()),
    message: `附件说明列了“${name}”，文后没有这个附件`,
    expected: `文后应有附件${number === undefined ? '' : String(number)}，或从附件说明中删去`,
  }));
}

/** Names that differ by a character or two are meant to be the same. */
function misnamed(list: readonly Annex[], present: readonly Annex[]): Contradiction[] {
  return present.flatMap(({ number, name, passage }) => {
    const twin = list.find((one) => (one.number ?? 1) === (number ?? 1));
    if (!twin) return [];
    const [a, b] = [bare(twin.name), bare(name)];
    if (a === b || b === '' || distance(a, b) > Math.min(2, a.length / 5)) return [];
    return [
      {
        rule: attachmentsRule.id,
        place: passage.place,
        quote: shortened(name),
        message: '附件的标题与附件说明不一致',
        expected: `附件说明写的是“${twin.name}”`,
      },
    ];
  });
}

function bare(name: string): string {
  return name.replace(/[\s《》“”]/gu, '');
}

export const attachmentsRule: ProofRule = {
  id: 'attachments',
  name: '附件的提及、说明和实有',
  check,
};
