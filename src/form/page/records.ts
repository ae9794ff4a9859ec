/**
 * 登记的脚本: each thing that is put on record is shown first, as the desk's server would write it, and sent once more to be
 * written; whatever is changed in between must be looked at anew. Every word of the answer is set as text.
 */
import './device/polyfill.ts';
import { givenIn, goTo, partIn, partsIn, sayAt, textElement } from './device/dom.ts';
import { atRest, NOT_THERE, postedToDesk } from './desk/dropped.ts';

interface Answer {
  readonly words: readonly string[];
  readonly rows: readonly string[];
  readonly blanks: readonly string[];
  readonly seen: string;
}

class Recording {
  readonly #root: HTMLElement;
  /** The paper that it is of is chosen above it, where it is not chosen in it. */
  readonly #of: HTMLSelectElement | null;
  #seen: string | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    const paper = root.closest('[data-paper]');
    this.#of = paper?.querySelector<HTMLSelectElement>('[data-of]') ?? null;
    root.addEventListener('input', () => {
      this.#stale();
    });
    // Another paper leaves other blanks.
    this.#of?.addEventListener('input', () => {
      this.#stale();
      partIn(root, '[data-blanks]').replaceChildren();
    });
    partIn(root, '[data-look]').addEventListener('click', () => void this.#ask(false));
    partIn(root, '[data-take]').addEventListener('click', () => void this.#ask(true));
  }

  #stale(): void {
    this.#seen = undefined;
    sayAt(partIn(this.#root, '[data-fault]'), []);
    for (const name of ['[data-preview]', '[data-done]']) partIn(this.#root, name).hidden = true;
  }

  async #ask(isTaking: boolean): Promise<void> {
    const fault = partIn(this.#root, '[data-fault]');
    sayAt(fault, []);
    const body = { what: this.#what(), seen: isTaking ? this.#seen : undefined };
    const { status, data } = await atRest(
      this.#root,
      isTaking ? '正在写入、推送……' : '正在看会写什么……',
      () => postedToDesk<Answer>('/api/records', body),
    );
    if (status === 200) this.#show(data);
    else if (status === 201) this.#told(data.sentence ?? '');
    else {
      this.#stale();
      sayAt(fault, (data.sentence ?? NOT_THERE).split('\n'));
      goTo(fault);
    }
  }

  #what(): object {
    const blanks = partsIn<HTMLInputElement>(this.#root, '[data-blank]');
    return {
      ...(blanks.length === 0
        ? {}
        : { say: blanks.map(({ dataset, value }) => ({ blank: dataset['blank'], words: value })) }),
      kind: this.#root.dataset['recording'],
      ...(this.#of === null ? {} : { of: this.#of.value }),
      ...givenIn(this.#root),
    };
  }

  #show({ words = [], rows = [], blanks = [], seen }: Partial<Answer>): void {
    this.#seen = seen;
    const isReady = blanks.length === 0;
    this.#askFor(blanks);
    for (const name of ['[data-take]', '[data-not-yet]'])
      partIn(this.#root, name).hidden = !isReady;
    const preview = partIn(this.#root, '[data-preview]');
    partIn(this.#root, '[data-done]').hidden = true;
    partIn(preview, '[data-words]').replaceChildren(
      ...words.map((line) => textElement('li', line)),
    );
    partIn(preview, '[data-rows]').hidden = rows.length === 0;
    partIn(preview, '[data-rows] > ol').replaceChildren(
      ...rows.map((line) => textElement('li', line)),
    );
    preview.hidden = false;
    goTo(preview);
  }

  /** A line for each blank that is new; what was said of others stays to be changed. */
  #askFor(blanks: readonly string[]): void {
    const place = partIn(this.#root, '[data-blanks]');
    for (const blank of blanks) {
      const line = textElement('label', '', 'list-answer');
      const input = document.createElement('input');
      input.className = 'field';
      input.dataset['blank'] = blank;
      line.append(textElement('span', blank), input);
      if (!partsIn(place, '[data-blank]').some(({ dataset }) => dataset['blank'] === blank))
        place.append(line);
    }
  }

  #told(sentence: string): void {
    this.#stale();
    partIn(this.#root, '[data-blanks]').replaceChildren();
    const done = partIn(this.#root, '[data-done]');
    partIn(done, '[data-done-words]').textContent = `${sentence}。`;
    done.hidden = false;
    goTo(done);
  }
}

for (const root of partsIn(document, '[data-recording]')) new Recording(root);
for (const page of partsIn(document, '[data-recordings]')) {
  for (const other of partsIn(document, '[data-without-script]')) other.hidden = true;
  page.removeAttribute('data-waiting');
  page.dataset['ready'] = '';
}
