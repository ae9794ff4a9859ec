/** 一个问题的填报: chosen or not, which act, its fields, its evidence, and what is wrong with them. */
import type { Action } from '../../schema/update.ts';
import { updatePath } from '../../text/update-path.ts';
import { missingEvidence, evidenceOfRound } from '../../domain/issue/owed.ts';
import { type History, replay } from '../../domain/issue/replay.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Act } from '../act.ts';
import type { FormFault, NewRecord } from '../check.ts';
import type { FormField } from '../field.ts';
import { recordOf } from '../filled.ts';
import type { PageData } from '../report-page.ts';
import { sentenceOf } from '../sentence.ts';
import { chance, today } from './clock.ts';
import { copyOf, named, part, parts, say } from './dom.ts';
import type { CardDraft } from './drafts.ts';
import { type Piece, Pieces } from './pieces.ts';

export type PageIssue = PageData['issues'][number];

export interface CardSurroundings {
  readonly acts: readonly Act[];
  readonly ledger: Ledger;
  /** Something was filled in. */
  readonly changed: () => void;
  /** Somebody wants the note and the evidence in all other chosen cards. */
  readonly copy: (from: Card) => void;
}

export class Card {
  readonly issue: PageIssue;
  readonly element: HTMLElement;
  readonly #around: CardSurroundings;
  readonly #box: HTMLInputElement;
  readonly #room: HTMLElement;
  #act: Act | undefined;
  #values: Record<string, string | string[]> = {};
  #pieces: Pieces | undefined;
  #kept: Piece[] = [];
  /** The name of the report's file, the same for every look at it. */
  #ending = chance();

  constructor(element: HTMLElement, issue: PageIssue, around: CardSurroundings) {
    this.element = element;
    this.issue = issue;
    this.#around = around;
    this.#box = part<HTMLInputElement>(element, '[data-choose]');
    this.#room = part(element, '[data-room]');
    this.#box.addEventListener('change', () => {
      this.#open();
      around.changed();
    });
  }

  get isChosen(): boolean {
    return this.#box.checked;
  }

  get act(): Act | undefined {
    return this.#act;
  }

  get pieces(): readonly Piece[] {
    return this.#pieces?.filled ?? [];
  }

  choose(isChosen = true): void {
    this.#box.checked = isChosen;
    this.#open();
  }

  /** The label of a field of this act by its name. */
  get names(): ReadonlyMap<string, string> {
    return new Map([
      ...(this.#act?.fields ?? []).map(({ path, label }) => [path, label] as const),
      ['evidence', '佐证材料'],
      ['onBehalfOf', '代录单位'],
      ['receivedBy', '收件人'],
      ['channel', '收件渠道'],
    ]);
  }

  draft(): CardDraft | undefined {
    if (!this.isChosen || this.#act === undefined) return undefined;
    const { reportedOn, ...values } = this.#read();
    return {
      issue: this.issue.id,
      act: this.#act.action,
      // Tomorrow the day that nobody touched is another one.
      values:
        reportedOn === undefined || reportedOn === today() ? values : { ...values, reportedOn },
      pieces: [...(this.#pieces?.all ?? [])],
    };
  }

  restore({ act, values, pieces }: CardDraft): void {
    this.#values = { ...values };
    this.#kept = pieces;
    this.#act = this.#around.acts.find(
      ({ action }) => action === act && this.issue.acts.includes(action),
    );
    this.choose();
  }

  /** Nothing is filled in any more: it was sent. */
  forget(): void {
    this.#values = {};
    this.#kept = [];
    this.#act = undefined;
    this.#ending = chance();
    this.#room.replaceChildren();
    this.#pieces = undefined;
    this.choose(false);
  }

  /** Another card's note and evidence, files by the same names. */
  take(values: Readonly<Record<string, string | string[]>>, pieces: readonly Piece[]): void {
    const { note } = values;
    this.#values = { ...this.#read(), ...(note === undefined ? {} : { note }) };
    this.#kept = pieces.map((piece) => ({ ...piece }));
    this.#drawFields();
  }

  /** The report and its files, as they are filled in. */
  record(
    stamp: string,
    behalf: string | undefined,
  ): NewRecord & { files: Map<string, Uint8Array> } {
    const { id } = this.issue;
    const act = this.#act;
    const campaign = this.#around.ledger.issues.get(id)?.campaign ?? '';
    const filled = this.#pieces?.filled ?? [];
    const files = new Map(
      filled.flatMap((piece) =>
        piece.kind === 'file' ? [[`evidence/${id}/${piece.name}`, piece.bytes] as const] : [],
      ),
    );
    const evidence = filled.map((piece) => ({
      ...(piece.kind === 'file' ? { file: piece.name } : { [piece.kind]: piece.value.trim() }),
      ...(piece.day === '' ? {} : { day: piece.day }),
    }));
    return {
      kind: 'update',
      path: updatePath({ campaign, id }, `${stamp}-${this.#ending}`),
      value: {
        issue: id,
        action: act?.action,
        ...recordOf(act?.fields ?? [], this.#read()),
        ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
        ...(evidence.length === 0 ? {} : { evidence }),
      },
      files,
    };
  }

  /** What is filled in, with the labels of the page, for the preview. */
  get lines(): readonly (readonly [label: string, words: string])[] {
    const values = this.#read();
    return (this.#act?.fields ?? []).flatMap(({ path, label, options }) => {
      const value = values[path];
      const words = [value ?? []]
        .flat()
        .filter((one) => one.trim() !== '')
        .map((one) => options?.find((option) => option.value === one)?.label ?? one)
        .join('、');
      return words === '' ? [] : [[label, words] as const];
    });
  }

  clearFaults(): void {
    say(part(this.element, '[data-card-fault]'), []);
    for (const field of parts(this.#room, '[data-field]')) {
      const place = field.querySelector<HTMLElement>(':scope > [data-fault]');
      if (place !== null) say(place, []);
      field.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
    }
    for (const place of parts(this.#room, '[data-piece-fault]')) say(place, []);
  }

  /** Puts each sentence at its field; the first field that is wrong, or the card. */
  showFaults(faults: readonly FormFault[]): HTMLElement {
    const places = new Map<string, FormFault[]>();
    for (const fault of faults) {
      const place = this.#placeOf(fault);
      places.set(place, [...(places.get(place) ?? []), fault]);
    }
    for (const [place, some] of places) {
      const sentences = [...new Set(some.map((fault) => sentenceOf(fault, this.names)))];
      if (place === '') say(part(this.element, '[data-card-fault]'), sentences);
      else if (place.startsWith('evidence')) {
        const at = place.split('.')[1];
        this.#pieces?.fault(at === undefined ? undefined : Number(at), sentences);
      } else {
        const field = part(this.#room, `[data-field="${place}"]`);
        say(part(field, '[data-fault]'), sentences);
        field.querySelector('input, textarea, select')?.setAttribute('aria-invalid', 'true');
      }
    }
    return (
      parts(
        this.element,
        '[aria-invalid], [data-fault]:not([hidden]), [data-piece-fault]:not([hidden])',
      )[0] ?? this.element
    );
  }

  /** `''` is the card; `evidence` or `evidence.0`; else the path of a field that the act has. */
  #placeOf({ file, at }: FormFault): string {
    if (file.startsWith('evidence/')) {
      const place = this.#pieces?.placeOf(file.split('/')[2] ?? '');
      return place === undefined ? 'evidence' : `evidence.${String(place)}`;
    }
    if (at[0] === 'evidence') return at[1] === undefined ? 'evidence' : `evidence.${String(at[1])}`;
    const path = at.map(String).join('.');
    if (path === 'action') return 'action';
    return this.#act?.fields.some((field) => field.path === path) === true ? path : '';
  }

  #open(): void {
    this.#room.hidden = !this.#box.checked;
    this.element.classList.toggle('report-chosen', this.#box.checked);
    if (!this.#box.checked || this.#room.childElementCount > 0) return;
    this.#act ??= this.#around.acts.find(({ action }) => action === this.issue.acts[0]);
    const acts = copyOf('acts');
    const list = part(acts, '[data-acts]');
    for (const action of this.issue.acts) {
      const act = this.#around.acts.find((one) => one.action === action);
      if (act !== undefined) list.append(this.#choiceOf(act));
    }
    const fields = document.createElement('div');
    fields.dataset['fields'] = '';
    this.#room.append(acts, fields);
    this.#drawFields();
  }

  #choiceOf(act: Act): HTMLElement {
    const choice = copyOf('act');
    const input = part<HTMLInputElement>(choice, 'input');
    input.name = `act-${this.issue.id}`;
    input.value = act.action;
    input.checked = act.action === this.#act?.action;
    part(choice, '[data-title]').textContent = act.title;
    part(choice, '[data-when]').textContent = act.hint ?? '';
    input.addEventListener('change', () => {
      this.#values = this.#read();
      this.#kept = [...(this.#pieces?.all ?? [])];
      this.#act = act;
      this.#drawFields();
      this.#around.changed();
    });
    return choice;
  }

  #drawFields(): void {
    const place = part(this.#room, '[data-fields]');
    const act = this.#act;
    if (act === undefined) return;
    const fields = copyOf(`fields-${act.action}`);
    place.replaceChildren(fields);
    named(fields);
    for (const field of act.fields) {
      const value = this.#values[field.path] ?? this.#preset(field);
      for (const input of controls(fields, field.path)) fill(input, value);
    }
    const room = fields.querySelector<HTMLElement>('[data-evidence]');
    this.#pieces = undefined;
    if (room !== null) {
      const known = [...this.#around.ledger.evidence.keys()].flatMap((file) =>
        file.startsWith(`${this.issue.id}/`) ? [file.slice(this.issue.id.length + 1)] : [],
      );
      this.#pieces = new Pieces(room, known, this.#around.changed);
      this.#pieces.set(this.#kept.length > 0 ? this.#kept : this.#asked(act.action));
      part(room, '[data-copy]').addEventListener('click', () => {
        this.#around.copy(this);
      });
    }
    fields.addEventListener('input', this.#around.changed);
    fields.addEventListener('change', this.#around.changed);
  }

  /** The issue's history so far, by which some things can be filled in. */
  get #history(): History | undefined {
    const { ledger } = this.#around;
    const record = ledger.issues.get(this.issue.id);
    const campaign = record && ledger.campaigns.get(record.campaign);
    if (record === undefined || campaign === undefined) return undefined;
    return replay(record, ledger.updates.get(record.id) ?? [], {
      campaign,
      timing: ledger.vocabulary.timing,
      today: today(),
    });
  }

  /** What stands in a field before anybody types. */
  #preset({ path, preset }: FormField): string | undefined {
    if (preset === 'today') return today();
    const round = path === 'round' ? this.#history?.round.number : undefined;
    return round === undefined ? undefined : String(round + 1);
  }

  /** What a closing still owes and a line can prove, each as a line to fill in. */
  #asked(action: Action): Piece[] {
    const { ledger } = this.#around;
    const record = ledger.issues.get(this.issue.id);
    const history = action === 'submitted' ? this.#history : undefined;
    if (record === undefined || history === undefined) return [];
    const held = evidenceOfRound(history, history.round.number);
    return missingEvidence(record, ledger.vocabulary.problems, held).flatMap(
      ({ owed }): Piece[] => {
        // The kind that the office names first is the one that it likes best.
        const [kind] = owed.kinds;
        return kind === 'number' || kind === 'link'
          ? [{ kind, value: '', day: '', asked: owed.ask, dated: owed.dated }]
          : [];
      },
    );
  }

  #read(): Record<string, string | string[]> {
    const values = { ...this.#values };
    for (const { path, kind } of this.#act?.fields ?? []) {
      const found = controls(this.#room, path);
      const [first] = found;
      if (kind === 'choices')
        values[path] = found.flatMap((one) =>
          one instanceof HTMLInputElement && one.checked ? [one.value] : [],
        );
      else if (first instanceof HTMLInputElement && first.type === 'radio')
        values[path] =
          found.find((one) => one instanceof HTMLInputElement && one.checked)?.value ?? '';
      else if (first !== undefined) values[path] = first.value;
    }
    return values;
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controls(within: ParentNode, path: string): Control[] {
  return parts<Control>(
    within,
    `[data-field="${path}"] :is(input, textarea, select):not([type=file])`,
  );
}

function fill(input: Control, value: string | string[] | undefined): void {
  if (value === undefined) return;
  if (input instanceof HTMLInputElement && ['radio', 'checkbox'].includes(input.type))
    input.checked = [value].flat().includes(input.value);
  else input.value = [value].flat().join('\n');
}
