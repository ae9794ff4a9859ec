/** 校对发现: one place where a document contradicts itself, quoted, with what it was set against. */

/** Where in a document: `paragraph` counts the paragraphs that hold text, from 1; a cell is named by table, row, column. */
export type TextPlace =
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | {
      readonly kind: 'cell';
      readonly table: number;
      readonly row: number;
      readonly column: number;
    };

export interface Contradiction {
  readonly rule: string;
  readonly place: TextPlace;
  /** The words of the document, at most 60 characters. */
  readonly quote: string;
  /** The other place, where the two do not stand in one quotation. */
  readonly against?: { readonly place: TextPlace; readonly quote: string };
  /** One Chinese sentence: what does not agree. */
  readonly message: string;
  /** What was expected, in Chinese. */
  readonly expected: string;
}

/** 第3段, 表1第4行第2列. */
export function textPlaceInWords(place: TextPlace): string {
  switch (place.kind) {
    case 'paragraph':
      return `第${String(place.paragraph)}段`;
    case 'cell':
      return `表${String(place.table)}第${String(place.row)}行第${String(place.column)}列`;
    default:
      return place satisfies never;
  }
}

const LONGEST_QUOTE = 60;

/** The words around `at`…`end`, from the punctuation before to the punctuation behind, shortened to 60 characters. */
export function quoteAround(text: string, at: number, end: number): string {
  let from = at;
  while (from > 0 && at - from < 24 && !'。；！？\n'.includes(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < 12 && !'。；！？\n'.includes(text.charAt(to))) to += 1;
  return shortened(text.slice(from, to).trim());
}

/** At most 60 characters, the middle left out. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  return `${text.slice(0, 38)}…${text.slice(-20)}`;
}

/** What the rule of this id says of the words `at`…`end` of a passage. */
export function foundAt(
  rule: string,
  { place, text }: Stretch['passage'],
  [at, end]: readonly [number, number],
  message: string,
  expected: string,
): Contradiction {
  return { rule, place, quote: quoteAround(text, at, end), message, expected };
}

/** A stretch of a passage. */
interface Stretch {
  readonly passage: { readonly place: TextPlace; readonly text: string };
  readonly at: number;
  readonly end: number;
}

/** Numbers that do not agree with another one: in one quotation where they stand in one sentence, else with its own. */
export function disagreement(
  rule: string,
  numbers: readonly Stretch[],
  other: Stretch,
  words: { readonly message: string; readonly expected: string },
): Contradiction {
  const [first = other] = numbers;
  const { passage } = first;
  const of = (all: readonly Stretch[]): [number, number] => [
    Math.min(...all.map(({ at }) => at)),
    Math.max(...all.map(({ end }) => end)),
  ];
  const together = of([...numbers, other]);
  const near = other.passage === passage && !/[。！？\n]/u.test(passage.text.slice(...together));
  return {
    rule,
    place: passage.place,
    quote: quoteAround(passage.text, ...(near ? together : of(numbers))),
    ...(near
      ? {}
      : {
          against: {
            place: other.passage.place,
            quote: quoteAround(other.passage.text, other.at, other.end),
          },
        }),
    ...words,
  };
}
