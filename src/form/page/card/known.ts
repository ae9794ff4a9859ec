/**
 * 按名称选: one or several of many things that have a name, chosen by typing a part of it. By keyboard as by touch; an
 * input method may still be composing while the list narrows.
 */
import type { Choice } from '../../field.ts';
import { textElement, partIn } from '../device/dom.ts';

/** More are of no use to a reader: another character narrows them. */
const SHOWN = 8;

let count = 0;

export class NameChooser {
  readonly #choices: readonly Choice[];
  readonly #many: boolean;
  readonly #changed: () => void;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #chosenList: HTMLElement;
  #chosen: readonly Choice[] = [];
  #offered: readonly Choice[] = [];
  #at = -1;

  constructor(holder: HTMLElement, choices: readonly Choice[], many: boolean, changed: () => void) {
    this.#choices = choices;
    this.#many = many;
    this.#changed = changed;
    this.#input = partIn<HTMLInputElement>(holder, 'input');
    this.#list = partIn(holder, '[data-offered]');
    this.#chosenList = partIn(holder, '[data-chosen]');
    count += 1;
    this.#list.id = `known${String(count)}`;
    this.#input.setAttribute('aria-controls', this.#list.id);
    this.#input.addEventListener('input', (event) => {
      // What is typed is a search: only what is chosen is filled in.
      event.stopPropagation();
      this.#offer();
    });
    this.#input.addEventListener('focus', () => {
      this.#offer();
    });
    this.#input.addEventListener('blur', () => {
      this.#close();
    });
    this.#input.addEventListener('keydown', (event) => {
      this.#key(event);
    });
  }

  /** The values of what is chosen. */
  get values(): string[] {
    return this.#chosen.map(({ value }) => value);
  }

  set(values: readonly string[]): void {
    this.#chosen = values.flatMap(
      (value) => this.#choices.find((choice) => choice.value === value) ?? [],
    );
    this.#render();
  }

  /** What is chosen, as a reader knows it. */
  get words(): string {
    return this.#chosen.map(inWords).join('、');
  }

  #offer(): void {
    const words = this.#input.value.trim().split(/\s+/u);
    const isWanted = ({ label, about = '' }: Choice): boolean =>
      words.every((word) => `${label} ${about}`.includes(word));
    const fits = this.#choices.filter(
      (choice) => isWanted(choice) && !this.#chosen.includes(choice),
    );
    // Whatever begins with it, or has it in its name, is meant before what only lies near it.
    const rank = ({ label }: Choice): number => {
      const place = label.indexOf(words[0] ?? '');
      return place === 0 ? 0 : place > 0 ? 1 : 2;
    };
    this.#offered = [...fits].sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
    this.#at = this.#input.value.trim() === '' ? -1 : 0;
    const more = fits.length - this.#offered.length;
    this.#list.replaceChildren(
      ...this.#offered.map((choice, at) => this.#option(choice, at)),
      ...(fits.length === 0 ? [note('没有叫这个名称的')] : []),
      ...(more > 0 ? [note(`还有${String(more)}个，再写几个字`)] : []),
    );
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#mark();
  }

  #option(choice: Choice, at: number): HTMLElement {
    const option = textElement('div', choice.label, 'known-option');
    option.setAttribute('role', 'option');
    option.id = `${this.#list.id}-${String(at)}`;
    if (choice.about !== undefined) option.append(textElement('span', choice.about, 'small soft'));
    // Before the field loses the focus and the list goes away.
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.#choose(choice);
    });
    return option;
  }

  #mark(): void {
    const options = [...this.#list.querySelectorAll('[role=option]')];
    options.forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === this.#at));
    });
    const marked = options[this.#at];
    if (marked === undefined) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', marked.id);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isOpen = !this.#list.hidden;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!isOpen) this.#offer();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const { length } = this.#offered;
        this.#at = length === 0 ? -1 : (this.#at + step + length) % length;
        this.#mark();
        return;
      }
      case 'Enter': {
        const choice = isOpen ? this.#offered[this.#at] : undefined;
        event.preventDefault();
        if (choice !== undefined) this.#choose(choice);
        return;
      }
      case 'Escape':
        this.#close();
        return;
      case 'Backspace':
        if (this.#input.value === '' && this.#chosen.length > 0) this.#drop(this.#chosen.at(-1));
        return;
      default:
        return;
    }
  }

  #choose(choice: Choice): void {
    this.#chosen = this.#many ? [...this.#chosen, choice] : [choice];
    this.#input.value = '';
    this.#close();
    this.#render();
    this.#changed();
  }

  #drop(choice: Choice | undefined): void {
    this.#chosen = this.#chosen.filter((one) => one !== choice);
    this.#render();
    this.#changed();
  }

  #close(): void {
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #render(): void {
    this.#chosenList.replaceChildren(
      ...this.#chosen.map((choice) => {
        const item = textElement('li', inWords(choice));
        const remove = textElement('button', '去掉', 'report-quiet');
        remove.setAttribute('type', 'button');
        remove.setAttribute('aria-label', `去掉${choice.label}`);
        remove.addEventListener('click', () => {
          this.#drop(choice);
          this.#input.focus();
        });
        item.append(remove);
        return item;
      }),
    );
    this.#chosenList.hidden = this.#chosen.length === 0;
  }
}

function inWords({ label, about }: Choice): string {
  return about === undefined ? label : `${label}（${about}）`;
}

function note(text: string): HTMLElement {
  const item = textElement('div', text, 'known-note small soft');
  item.setAttribute('aria-disabled', 'true');
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  return item;
}
