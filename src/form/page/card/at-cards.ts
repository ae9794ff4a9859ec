/** 各问题: the cards of a page together — made, copied to each other, told what is wrong with each. */
import type { FormFault, NewRecord } from '../../new-record.ts';
import { sentenceOf } from '../../sentence.ts';
import { Card, type CardSurroundings, type CardSubject } from './card.ts';
import { sayAt } from '../device/dom.ts';
import { type UnsentCard, isSaid } from '../hand-in/unsent.ts';

export function cardsOf(
  root: HTMLElement,
  issues: readonly CardSubject[],
  around: CardSurroundings,
): Card[] {
  return issues.flatMap((issue) => {
    const element = root.querySelector<HTMLElement>(`[data-subject="${issue.id}"]`);
    return element === null ? [] : [new Card(element, issue, around)];
  });
}

/** Puts drafts that say something back; the names of the subjects that have one. */
export function restoreUnsent(cards: readonly Card[], drafts: readonly UnsentCard[]): string[] {
  return drafts.filter(isSaid).flatMap((draft) => {
    const card = cards.find(({ subject }) => subject.id === draft.subject);
    card?.restore(draft);
    return card?.subject.name ?? [];
  });
}

/** Puts the note and the evidence of one into the others; into how many. */
export function copyToOthers(from: Card, chosen: readonly Card[]): number {
  const draft = from.draft();
  const others = chosen.filter((card) => card !== from);
  if (draft !== undefined) for (const card of others) card.take(draft.values, draft.pieces);
  return others.length;
}

/** Puts each fault at the card of its issue, what belongs to none at `rest`; the first place that is wrong. */
export function showAtCards(
  cards: readonly Card[],
  records: readonly NewRecord[],
  faults: readonly FormFault[],
  rest: HTMLElement,
): HTMLElement {
  const own = new Map(cards.map((card, at) => [records[at]?.path ?? '', card]));
  const byCard = Map.groupBy(faults, ({ file }) => {
    const issue = file.startsWith('evidence/') ? file.split('/')[1] : undefined;
    return own.get(file) ?? cards.find((card) => card.subject.id === issue);
  });
  const general = byCard.get(undefined) ?? [];
  sayAt(
    rest,
    general.map((fault) => sentenceOf(fault, new Map())),
  );
  const places = cards.flatMap((card) => {
    const some = byCard.get(card);
    return some === undefined ? [] : [card.showFaults(some)];
  });
  return places[0] ?? rest;
}
