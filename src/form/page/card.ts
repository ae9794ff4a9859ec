/** 一项填报: a subject chosen or not, which act, its fields, its evidence, and what is wrong with them. */
import { own } from '../../text/own.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Act } from '../act.ts';
import type { FormField } from '../field.ts';
import type { FormFault, NewRecord } from '../new-record.ts';
import { recordOf } from '../filled.ts';
import type { PageData } from '../page-data.ts';
import type { Work } from '../work.ts';
import { clearFaults, showFaults } from './card-faults.ts';
import { chance, today } from './clock.ts';
import { controls, fill, inLines, namesOf, type Typed, typed } from './controls.ts';
import { copyOf, named, part, say } from './dom.ts';
import type { CardDraft } from './drafts.ts';
import { Known } from './known.ts';
import { evidenceOf, filesIn, type Piece, Pieces } from './pieces.ts';

export type Subject = PageData['subjects'][number];

export interface CardSurroundings {
  readonly acts: readonly Act[];
  readonly ledger: Ledger;
  readonly work: Work;
  /** Something was filled in. */
  readonly changed: () => void;
  /** Somebody wants the note and the evidence in all other chosen cards. */
  readonly copy: (from: Card) => void;
}

export class Card {
  readonly subject: Subject;
  readonly element: HTMLElement;
  readonly #around: CardSurroundings;
  readonly #box: HTMLInputElement;
  readonly #room: HTMLElement;
  #act: Act | undefined;
  #values: Typed = {};
  #pieces: Pieces | undefined;
  #known = new Map<string, Known>();
  #kept: Piece[] = [];
  /** The name of the report's file, the same for every look at it. */
  #ending = chance();

  constructor(element: HTMLElement, subject: Subject, around: CardSurroundings) {
    this.element = element;
    this.subject = subject;
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

  /** As the reviewer knows it. */
  get title(): string {
    const { name, finding } = this.subject;
    return finding === undefined ? name : `${name}：${finding}`;
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
    return namesOf(this.#act?.fields ?? []);
  }

  draft(): CardDraft | undefined {
    if (!this.isChosen || this.#act === undefined) return undefined;
    const { reportedOn, ...values } = this.#read();
    return {
      subject: this.subject.id,
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
      ({ action }) => action === act && this.subject.acts.includes(action),
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
  take(values: Readonly<Typed>, pieces: readonly Piece[]): void {
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
    const { id } = this.subject;
    const act = this.#act;
    const { ledger, work } = this.#around;
    const filled = this.#pieces?.filled ?? [];
    const files = filesIn(filled, id);
    const evidence = evidenceOf(filled);
    return {
      ...work.record(ledger, {
        subject: id,
        action: act?.action ?? '',
        stamp: `${stamp}-${this.#ending}`,
        fields: {
          ...recordOf(act?.fields ?? [], this.#read()),
          ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
          ...(evidence.length === 0 ? {} : { evidence }),
        },
      }),
      files,
    };
  }

  /** What is filled in, with the labels of the page, for the preview. */
  get lines(): readonly (readonly [label: string, words: string])[] {
    const lines = inLines(this.#act?.fields ?? [], this.#read());
    const known = (this.#act?.fields ?? []).flatMap(({ path, label }) => {
      const words = this.#known.get(path)?.words ?? '';
      return words === '' ? [] : [[label, words] as const];
    });
    return [...known, ...lines];
  }

  clearFaults(): void {
    clearFaults(this.element, this.#room);
  }

  /** Puts each sentence at its field; the first field that is wrong, or the card. */
  showFaults(faults: readonly FormFault[]): HTMLElement {
    return showFaults(faults, {
      element: this.element,
      room: this.#room,
      fields: this.#act?.fields ?? [],
      names: this.names,
      pieces: this.#pieces,
      fieldOf: this.#around.work.fieldOf,
    });
  }

  #open(): void {
    this.#room.hidden = !this.#box.checked;
    this.element.classList.toggle('report-chosen', this.#box.checked);
    if (!this.#box.checked || this.#room.childElementCount > 0) return;
    this.#act ??= this.#around.acts.find(({ action }) => action === this.subject.acts[0]);
    const acts = copyOf('acts');
    const list = part(acts, '[data-acts]');
    for (const action of this.subject.acts) {
      const act = this.#around.acts.find((one) => one.action === action);
      if (act !== undefined) list.append(this.#choiceOf(act));
    }
    const fields = document.createElement('div');
    fields.dataset['fields'] = '';
    // Where there is but one act, nothing is to be chosen.
    acts.hidden = this.subject.acts.length < 2;
    this.#room.append(acts, fields);
    this.#drawFields();
  }

  #choiceOf(act: Act): HTMLElement {
    const choice = copyOf('act');
    const input = part<HTMLInputElement>(choice, 'input');
    input.name = `act-${this.subject.id}`;
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
      const value = own(this.#values, field.path) ?? this.#preset(field);
      for (const input of controls(fields, field.path)) fill(input, value);
    }
    this.#drawKnown(fields, act);
    const room = fields.querySelector<HTMLElement>('[data-evidence]');
    this.#pieces = undefined;
    if (room !== null) {
      const known = [...this.#around.ledger.evidence.keys()].flatMap((file) =>
        file.startsWith(`${this.subject.id}/`) ? [file.slice(this.subject.id.length + 1)] : [],
      );
      this.#pieces = new Pieces(room, known, this.#around.changed);
      this.#pieces.set(
        this.#kept.length > 0 || act.action !== 'submitted'
          ? this.#kept
          : (this.#around.work.asked?.(this.#around.ledger, this.subject.id) ?? []).map(
              ({ kind, ask, dated }) => ({ kind, value: '', day: '', asked: ask, dated }),
            ),
      );
      part(room, '[data-copy]').addEventListener('click', () => {
        this.#around.copy(this);
      });
    }
    const changed = (): void => {
      this.#remark();
      this.#around.changed();
    };
    fields.addEventListener('input', changed);
    fields.addEventListener('change', changed);
    this.#remark();
  }

  #preset(field: FormField): string | undefined {
    const { ledger, work } = this.#around;
    return field.preset === 'today' ? today() : work.preset?.(ledger, this.subject.id, field);
  }

  #drawKnown(fields: HTMLElement, { fields: all }: Act): void {
    this.#known = new Map();
    const choices = this.#around.work.known?.(this.#around.ledger);
    for (const { path, kind } of all) {
      if (kind !== 'known' && kind !== 'knowns') continue;
      const holder = part(fields, `[data-field="${path}"]`);
      const known = new Known(holder, choices?.get(path) ?? [], kind === 'knowns', () => {
        this.#remark();
        this.#around.changed();
      });
      known.set([own(this.#values, path) ?? []].flat());
      this.#known.set(path, known);
    }
  }

  /** Says what the program reads in what was typed. */
  #remark(): void {
    const { ledger, work } = this.#around;
    const remarks = work.remarks?.(ledger, recordOf(this.#act?.fields ?? [], this.#read()));
    for (const [path, words] of remarks ?? [])
      say(part(this.#room, `[data-field="${path}"] [data-remark]`), words === '' ? [] : [words]);
  }

  #read(): Typed {
    const values = typed(this.#room, this.#act?.fields ?? [], this.#values);
    for (const [path, { values: chosen }] of this.#known)
      values[path] =
        this.#act?.fields.find((field) => field.path === path)?.kind === 'knowns'
          ? chosen
          : (chosen[0] ?? '');
    return values;
  }
}
