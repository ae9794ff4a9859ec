/** 校对: all rules over one document. */
import type { Contradiction, TextPlace } from './contradiction.ts';
import type { ReadDocument } from './document/paper.ts';
import { relationRules } from './relation-rules.ts';
import { BESIDE_OTHERS, proofRules } from './rule-list.ts';

const RELATIONS: ReadonlySet<string> = new Set(relationRules.map(({ id }) => id));

/** Everything in which the document contradicts itself, in the order of the document. */
export function proofread(paper: ReadDocument): Contradiction[] {
  const order = proofRules.map(({ id }) => id);
  return proofRules
    .flatMap((rule) => rule.check(paper))
    .map((finding, index) => ({ finding, index }))
    .toSorted(
      (a, b) =>
        positionOf(paper, a.finding.place) - positionOf(paper, b.finding.place) ||
        order.indexOf(a.finding.rule) - order.indexOf(b.finding.rule) ||
        a.index - b.index,
    )
    .map(({ finding }) => finding)
    .filter(isTold);
}

/** What two rules doubt in one sentence is told once, by the first of them. */
function isTold(finding: Contradiction, index: number, all: readonly Contradiction[]): boolean {
  const { place, quote } = finding;
  return (
    place.kind !== 'paragraph' ||
    !BESIDE_OTHERS.has(finding.rule) ||
    !all
      .slice(0, index)
      .some(
        (one) =>
          one.rule !== finding.rule &&
          (RELATIONS.has(finding.rule) ? isOfOne(one.quote, quote) : one.quote === quote) &&
          one.place.kind === 'paragraph' &&
          one.place.paragraph === place.paragraph,
      )
  );
}

/** The same words, or one quotation within the other. */
function isOfOne(a: string, b: string): boolean {
  const [one, two] = [a, b].map((words) => words.replace(/…[^…]*$|[。；，]$/u, ''));
  return one !== undefined && two !== undefined && (one.includes(two) || two.includes(one));
}

/** A number that grows from the first word of the document to the last. */
function positionOf({ blocks }: ReadDocument, place: TextPlace): number {
  const index = blocks.findIndex((block) =>
    place.kind === 'paragraph'
      ? block.kind === 'paragraph' && block.number === place.paragraph
      : block.kind === 'table' && block.number === place.table,
  );
  return place.kind === 'paragraph' ? index : index + (place.row * 100 + place.column) / 1e6;
}
