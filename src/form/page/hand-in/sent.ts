/** 已送出: what was sent from this device and is not in the ledger of the page yet. */
import { own } from '../../../text/own.ts';
import type { PageData } from '../../page-data/page-data.ts';
import type { WaitingState } from '../../page-data/waiting-report.ts';
import type { Card } from '../card/card.ts';
import { momentInWords } from '../device/clock.ts';
import { textElement, partIn, sayAt } from '../device/dom.ts';
import type { SentNote } from './unsent.ts';

function noteOf(
  cards: readonly Card[],
  count: (subject: string) => number,
  number: string,
  address: string | undefined,
): SentNote {
  const issues = cards.map(({ subject: { id } }) => [id, count(id)] as const);
  const acts = cards.map(({ subject: { id }, act }) => [id, act?.title ?? ''] as const);
  return {
    when: momentInWords(),
    number,
    address,
    issues: Object.fromEntries(issues),
    acts: Object.fromEntries(acts),
  };
}

/** What this device sent and what the server knows of, each report once. */
function together(sent: readonly SentNote[], there: readonly SentNote[]): SentNote[] {
  const arrived = new Set(there.map(({ number }) => number));
  const known = new Set(sent.map(({ number }) => number));
  return [
    ...there.filter(({ number }) => !known.has(number)),
    ...sent.map((note) => (arrived.has(note.number) ? { ...note, received: true } : note)),
  ];
}

/** What was reported and is not in the ledger of the page yet. */
export class SentNotes {
  readonly #data: PageData;
  readonly #known: (subject: string) => number;
  #sent: readonly SentNote[] = [];
  #there: readonly SentNote[] = [];

  /** `known`: how many reports of a subject the ledger of the page has. */
  constructor(data: PageData, known: (subject: string) => number) {
    this.#data = data;
    this.#known = known;
  }

  /** Those of this device. */
  get sent(): SentNote[] {
    return [...this.#sent];
  }

  /** Takes those that this device remembers. */
  remember(kept: readonly SentNote[]): void {
    this.#sent = stillWaiting(kept, this.#known);
  }

  async ask(home: string | undefined): Promise<void> {
    this.#there = await waitingThere(this.#data, home);
  }

  add(cards: readonly Card[], number: string, address: string | undefined): void {
    // Those that are on their way will be in the ledger before this one.
    const count = (subject: string): number =>
      this.#known(subject) + about(this.#sent, subject).length;
    this.#sent = [...this.#sent, noteOf(cards, count, number, address)];
  }

  countOf(subject: string): number {
    return about(this.#all, subject).length;
  }

  render(cards: readonly Card[]): void {
    renderSent(cards, this.#all, this.#data.unit);
  }

  get #all(): SentNote[] {
    return together(this.#sent, this.#there);
  }
}

/** A number as somebody can say it on the telephone: of a branch the moment, of a request its number. */
export function saidNumber(number: string): string {
  return /\/(?<moment>\d{8}-\d{6})-\w+$/u.exec(number)?.groups?.['moment'] ?? number;
}

/** What waits at the office's own server, whoever sent it from wherever; nothing where it does not say. */
async function waitingThere({ place }: PageData, home = '/'): Promise<SentNote[]> {
  if (place?.kind !== 'endpoint') return [];
  try {
    const response = await fetch(`${home}api/waiting`, { cache: 'no-store' });
    const { waiting } = (await response.json()) as { waiting?: readonly WaitingState[] };
    return (waiting ?? []).map(({ issue, since, number }) => {
      const [, month, day] = since.split('-').map(Number);
      const when = `${String(month)}月${String(day)}日`;
      return { when, number, address: undefined, received: true, issues: { [issue]: 0 } };
    });
  } catch {
    return [];
  }
}

/** Those of which the ledger knows no more records than it did when they were sent. */
function stillWaiting(notes: readonly SentNote[], count: (subject: string) => number): SentNote[] {
  return notes.filter(({ issues }) =>
    Object.entries(issues).some(([id, known]) => count(id) <= known),
  );
}

/** Those in which something was sent about an issue. */
function about(notes: readonly SentNote[], subject: string): SentNote[] {
  return notes.filter(({ issues }) => Object.hasOwn(issues, subject));
}

/** 已送出，等审核 at their issues. */
function renderSent(
  cards: readonly Card[],
  notes: readonly SentNote[],
  unit: string | undefined,
): void {
  for (const card of cards) {
    const { id } = card.subject;
    sayAt(
      partIn(card.element, '[data-sent-note]'),
      about(notes, id).map(({ when, number, received, acts }) => {
        const act = own(acts ?? {}, id) ?? '';
        const state =
          received === true
            ? '已收到，等审核'
            : `已送出，${unit === undefined ? '等收件' : '等审核'}`;
        return `${when} ${act}${act === '' ? '' : '：'}${state}（${saidNumber(number)}）`;
      }),
    );
  }
}

/** What has just been taken, with its number and where to look. */
export function renderTaken(
  room: HTMLElement,
  chosen: readonly Card[],
  number: string,
  address: string | undefined,
): void {
  const place = partIn(room, '[data-sent-lines]');
  place.replaceChildren(
    ...chosen.map(({ title, element }) => {
      const href = element.querySelector('a')?.getAttribute('href') ?? undefined;
      const link = textElement(href === undefined ? 'span' : 'a', title);
      if (href !== undefined) link.setAttribute('href', href);
      const line = textElement('li', '');
      line.append(link);
      return line;
    }),
  );
  const said = partIn(room, '[data-number]');
  said.textContent = saidNumber(number);
  said.title = number;
  const link = partIn<HTMLAnchorElement>(room, '[data-where]');
  link.hidden = address === undefined;
  if (address !== undefined) link.href = address;
}
