/**
 * 收件页的脚本: keeps the files that were dragged in until the reviewer has seen what would be taken, and sends them once
 * more to be written. Every word of the answer is set as text, never as markup.
 */
import './device/polyfill.ts';
import { copyOf, goTo, textElement, partIn, partsIn, sayAt } from './device/dom.ts';
import { copyWords } from './desk/copied.ts';
import { atRest, DroppedFiles, NOT_THERE, postedToDesk } from './desk/dropped.ts';

interface Answer {
  readonly words: string;
  readonly units: readonly {
    readonly name: string;
    readonly reply: string;
    readonly toAmend: number;
  }[];
  readonly unknown: readonly {
    readonly file: string;
    readonly message: string;
    readonly remedy: string;
  }[];
  readonly branches: number;
  readonly seen: string;
  readonly sent: readonly { readonly ok: boolean; readonly words: string }[];
}

class SheetsBackPage {
  readonly #root: HTMLElement;
  readonly #by: HTMLInputElement;
  readonly #files: DroppedFiles;
  /** The sum of the preview that stands on the page; a change of anything takes it away. */
  #seen: string | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#by = partIn<HTMLInputElement>(root, '[data-by]');
    this.#by.addEventListener('input', () => {
      this.#changed();
    });
    this.#files = new DroppedFiles(root, (unread) => {
      this.#changed();
      sayAt(this.#fault, unread);
    });
    partIn(root, '[data-look]').addEventListener('click', () => void this.#ask(false));
    partIn(root, '[data-take]').addEventListener('click', () => void this.#ask(true));
    partIn(root, '[data-clear]').addEventListener('click', () => {
      this.#files.clear();
      this.#changed();
    });
    for (const other of partsIn(document, '[data-without-script]')) other.hidden = true;
    root.removeAttribute('data-waiting');
    this.#changed();
    root.dataset['ready'] = '';
  }

  /** What was shown of others no longer holds. */
  #changed(): void {
    this.#seen = undefined;
    sayAt(this.#fault, []);
    for (const name of ['[data-preview]', '[data-take]', '[data-done]'])
      partIn(this.#root, name).hidden = true;
    for (const name of ['[data-look]', '[data-clear]'])
      partIn(this.#root, name).hidden = this.#files.isEmpty;
  }

  get #fault(): HTMLElement {
    return partIn(this.#root, '[data-fault]');
  }

  async #ask(isTaking: boolean): Promise<void> {
    sayAt(this.#fault, []);
    if (isTaking && this.#by.value.trim() === '') {
      sayAt(this.#fault, ['没有写收件人：写职务，如政务公开股。']);
      this.#by.focus();
      return;
    }
    const { status, data } = await atRest(
      this.#root,
      isTaking ? '正在写入、推送……' : '正在读交回的文件……',
      () =>
        postedToDesk<Answer>('/api/returned', {
          receivedBy: this.#by.value,
          files: this.#files.sent,
          seen: isTaking ? this.#seen : undefined,
        }),
    );
    if (status === 200) this.#show(data);
    else if (status === 201) this.#told(data);
    else sayAt(this.#fault, [data.sentence ?? NOT_THERE]);
  }

  #show({ words = '', units = [], unknown = [], branches = 0, seen }: Partial<Answer>): void {
    this.#seen = seen;
    const preview = partIn(this.#root, '[data-preview]');
    partIn(preview, '[data-words]').textContent =
      branches === 0
        ? `${words}没有可写入的。`
        : `${words}还没有写入：看过再点“写入并推送”，每个单位一份，进待办。`;
    partIn(preview, '[data-units]').replaceChildren(
      // What somebody must be told stands first.
      ...units
        .toSorted((a, b) => Number(b.toAmend > 0) - Number(a.toAmend > 0))
        .map(({ name, reply, toAmend }) => {
          const card = copyOf('unit');
          card.dataset['toAmend'] = String(toAmend);
          partIn(card, '[data-name]').textContent = name;
          // The card says already whom it is for.
          partIn(card, '[data-reply]').textContent = reply.replace(`${name}：\n`, '').trim();
          partIn(card, '[data-amend]').textContent =
            toAmend === 0 ? '' : `要改正${String(toAmend)}处，把下面的话复制给单位`;
          const copy = partIn(card, '[data-copy]');
          copy.hidden = toAmend === 0;
          copy.addEventListener('click', () => void copyWords(partIn(card, '[data-reply]'), copy));
          return card;
        }),
    );
    const rest = partIn(preview, '[data-unknown]');
    rest.hidden = unknown.length === 0;
    partIn(rest, 'ul').replaceChildren(
      ...unknown.map(({ file, message, remedy }) =>
        textElement('li', `${file}：${message} → ${remedy}`),
      ),
    );
    preview.hidden = false;
    partIn(this.#root, '[data-take]').hidden = branches === 0;
    goTo(preview);
  }

  /** What is still to be said to units stays on the page, with what could not be read: only the writing is over. */
  #keepReplies(): void {
    const preview = partIn(this.#root, '[data-preview]');
    for (const card of partsIn(preview, '[data-to-amend="0"]')) card.remove();
    const isOwing =
      preview.querySelector('[data-to-amend]') !== null ||
      !partIn(preview, '[data-unknown]').hidden;
    preview.hidden = !isOwing;
    partIn(preview, '[data-words]').textContent = '下面这些没有收，话还要转给单位：';
  }

  /** What was pushed is gone from the page; where something was not, all stays to be taken once more. */
  #told({ sent = [] }: Partial<Answer>): void {
    if (sent.every(({ ok }) => ok)) this.#files.clear();
    this.#changed();
    sayAt(
      this.#fault,
      sent.filter(({ ok }) => !ok).map(({ words }) => words),
    );
    this.#keepReplies();
    const done = partIn(this.#root, '[data-done]');
    const taken = sent.filter(({ ok }) => ok);
    partIn(done, 'ul').replaceChildren(...taken.map(({ words }) => textElement('li', words)));
    done.hidden = taken.length === 0;
    goTo(taken.length === 0 ? this.#fault : done);
  }
}

const root = document.querySelector<HTMLElement>('[data-returned]');
if (root !== null) new SheetsBackPage(root);
