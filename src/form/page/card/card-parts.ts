/** 一项的两部分: the choice of acts, and the evidence. */
import type { Ledger } from '../../../schema/ledger.ts';
import type { Act } from '../../act.ts';
import type { Work } from '../../work.ts';
import { recordOf } from '../../filled.ts';
import type { NewRecord } from '../../new-record.ts';
import type { Subject } from '../../page-data/page-data.ts';
import type { TypedIn } from './controls.ts';
import { copyOf, partIn } from '../device/dom.ts';
import { evidenceOf, evidenceFiles, type Piece } from '../evidence/piece.ts';
import { Pieces } from '../evidence/pieces.ts';

/** The acts to choose between; hidden where there is but one. */
export function choiceOfActs(
  possible: readonly Act[],
  chosen: Act | undefined,
  subject: string,
  choose: (act: Act) => void,
): HTMLElement {
  const acts = copyOf('acts');
  acts.hidden = possible.length < 2;
  partIn(acts, '[data-acts]').append(
    ...possible.map((act) => {
      const choice = copyOf('act');
      const input = partIn<HTMLInputElement>(choice, 'input');
      input.name = `act-${subject}`;
      input.value = act.action;
      input.checked = act.action === chosen?.action;
      partIn(choice, '[data-title]').textContent = act.title;
      partIn(choice, '[data-when]').textContent = act.hint ?? '';
      input.addEventListener('change', () => {
        choose(act);
      });
      return choice;
    }),
  );
  return acts;
}

/** What a closing still owes and a line can prove, each as a line to fill in. */
export function askedOf({ asked = [] }: Subject): Piece[] {
  return asked.map(({ kind, ask, dated, proved = false }) => ({
    ...{ kind, value: '', day: '', asked: ask, dated, proved },
  }));
}

/** The evidence among the fields of an act; undefined where it asks for none. */
export function piecesIn(
  fields: HTMLElement,
  {
    subject,
    ledger,
    pieces,
    changed,
    copy,
  }: {
    subject: string;
    ledger: Ledger;
    pieces: readonly Piece[];
    changed: () => void;
    copy: () => void;
  },
): Pieces | undefined {
  const room = fields.querySelector<HTMLElement>('[data-evidence]');
  if (room === null) return undefined;
  const known = [...ledger.evidence.keys()].flatMap((file) =>
    file.startsWith(`${subject}/`) ? [file.slice(subject.length + 1)] : [],
  );
  const made = new Pieces(room, known, changed);
  made.set(pieces);
  partIn(room, '[data-copy]').addEventListener('click', copy);
  return made;
}

/** The record of a card and its files, as they are filled in. */
export function recordIn(
  work: Work,
  ledger: Ledger,
  card: {
    subject: string;
    act: Act | undefined;
    typed: TypedIn;
    pieces: readonly Piece[];
    stamp: string;
    behalf: string | undefined;
  },
): NewRecord & { files: Map<string, Uint8Array> } {
  const { subject, act, typed, pieces, stamp, behalf } = card;
  const evidence = evidenceOf(pieces);
  const fields = {
    ...recordOf(act?.fields ?? [], typed),
    ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
  return {
    ...work.record(ledger, { subject, action: act?.action ?? '', stamp, fields }),
    files: evidenceFiles(pieces, subject),
  };
}
