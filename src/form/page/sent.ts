/** 已送出: what was sent from this device and is not in the ledger of the page yet. */
import type { Ledger } from '../../schema/ledger.ts';
import type { PageData } from '../report-page.ts';
import type { WaitingState } from '../waiting-report.ts';
import type { Card } from './card.ts';
import { inWords } from './clock.ts';
import { made, part } from './dom.ts';
import type { SentNote } from './drafts.ts';

function reportsOf({ updates }: Ledger, issue: string): number {
  return updates.get(issue)?.length ?? 0;
}

export function noteOf(
  cards: readonly Card[],
  ledger: Ledger,
  number: string,
  address: string | undefined,
): SentNote {
  const issues = cards.map(({ issue }) => [issue.id, reportsOf(ledger, issue.id)] as const);
  return { when: inWords(), number, address, issues: Object.fromEntries(issues) };
}

/** What waits at the office's own server, whoever sent it from wherever; nothing where it does not say. */
export async function waitingThere({ place }: PageData, home = '/'): Promise<SentNote[]> {
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

/** Those of which the ledger knows no more reports than it did when they were sent. */
export function stillWaiting(notes: readonly SentNote[], ledger: Ledger): SentNote[] {
  return notes.filter(({ issues }) =>
    Object.entries(issues).some(([id, known]) => reportsOf(ledger, id) <= known),
  );
}

/** 已送出，等审核 at their issues. */
export function drawSent(
  cards: readonly Card[],
  notes: readonly SentNote[],
  unit: string | undefined,
): void {
  for (const card of cards) {
    const note = notes.findLast(({ issues }) => Object.hasOwn(issues, card.issue.id));
    const place = part(card.element, '[data-sent-note]');
    const state =
      note?.received === true
        ? '已收到，待审核'
        : `已送出，${unit === undefined ? '等合并' : '等审核'}`;
    place.hidden = note === undefined;
    place.textContent = note === undefined ? '' : `${note.when} ${state}（${note.number}）`;
  }
}

/** What has just been taken, with its number and where to look. */
export function drawTaken(
  room: HTMLElement,
  chosen: readonly Card[],
  number: string,
  address: string | undefined,
): void {
  const place = part(room, '[data-sent-lines]');
  place.replaceChildren(
    ...chosen.map(({ issue, element }) => {
      const link = document.createElement('a');
      link.href = element.querySelector('a')?.getAttribute('href') ?? '';
      link.textContent = `${issue.name}：${issue.finding}`;
      const line = made('li', '');
      line.append(link);
      return line;
    }),
  );
  part(room, '[data-number]').textContent = number;
  const link = part<HTMLAnchorElement>(room, '[data-where]');
  link.hidden = address === undefined;
  if (address !== undefined) link.href = address;
}
