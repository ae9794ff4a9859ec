/**
 * 来文页的脚本: sends a list, or the paper of the level above, with what was answered, shows what it would become and what is still asked, until nothing
 * is; then sends it once more to be proposed. Every word of the answer is set as text, never as markup.
 */
import './device/polyfill.ts';
import { base64Of } from '../send/proposal.ts';
import { givenIn, goTo, partIn, partsIn, sayAt, textElement } from './device/dom.ts';
import { atRest, DroppedFiles, NOT_THERE, postedToDesk } from './desk/dropped.ts';
import {
  answerKey,
  type ListAnswer,
  type ListQuestion,
  questionCard,
} from './desk/list-question.ts';

interface Answer {
  readonly words: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly questions: readonly ListQuestion[];
  readonly open: string;
  readonly records: string;
  readonly seen: string;
}

/** What pasted text is called where a file has a name. */
const PASTED = '粘贴的文字.txt';

class ListPage {
  readonly #root: HTMLElement;
  readonly #files: DroppedFiles;
  readonly #paste: HTMLTextAreaElement;
  /** By key, also of questions that an answer has closed. */
  readonly #answers = new Map<string, ListAnswer>();
  /** Every question that was put to this list, by key: what was answered can be answered anew. */
  readonly #asked = new Map<string, ListQuestion>();
  #seen: string | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#paste = partIn<HTMLTextAreaElement>(root, '[data-paste]');
    this.#files = new DroppedFiles(root, (unread) => {
      this.#anew();
      sayAt(this.#fault, unread);
    });
    for (const control of partsIn(root, '[data-paste], [data-given]'))
      control.addEventListener('input', () => {
        this.#anew();
      });
    for (const name of ['[data-look]', '[data-again]'])
      partIn(root, name).addEventListener('click', () => void this.#ask(false));
    partIn(root, '[data-take]').addEventListener('click', () => void this.#ask(true));
    partIn(root, '[data-clear]').addEventListener('click', () => {
      this.#begin();
    });
    for (const other of partsIn(document, '[data-without-script]')) other.hidden = true;
    root.removeAttribute('data-waiting');
    this.#anew();
    root.dataset['ready'] = '';
  }

  /** Another list: what was shown of it, and what it was asked, no longer holds; the answers stay, for they are of words. */
  #anew(): void {
    this.#asked.clear();
    this.#stale();
    for (const name of ['[data-preview]', '[data-done]']) partIn(this.#root, name).hidden = true;
    const isEmpty = this.#files.isEmpty && this.#paste.value.trim() === '';
    for (const name of ['[data-look]', '[data-clear]']) partIn(this.#root, name).hidden = isEmpty;
  }

  /** What was changed must be looked at before it is written. */
  #stale(): void {
    this.#seen = undefined;
    sayAt(this.#fault, []);
    partIn(this.#root, '[data-take]').hidden = true;
  }

  #begin(): void {
    this.#files.clear();
    this.#answers.clear();
    for (const control of partsIn<HTMLInputElement>(this.#root, '[data-paste], [data-given]'))
      control.value = '';
    this.#anew();
  }

  get #fault(): HTMLElement {
    return partIn(this.#root, '[data-fault]');
  }

  async #ask(isTaking: boolean): Promise<void> {
    sayAt(this.#fault, []);
    const { status, data } = await atRest(
      this.#root,
      isTaking ? '正在写入、推送……' : '正在读……',
      () => postedToDesk<Answer>(this.#root.dataset['door'] ?? '', this.#body(isTaking)),
    );
    if (status === 200) this.#show(data);
    else if (status === 201) this.#told(data.sentence ?? '');
    else {
      sayAt(this.#fault, (data.sentence ?? NOT_THERE).split('\n'));
      goTo(this.#fault);
    }
  }

  #body(isTaking: boolean): object {
    const text = this.#paste.value;
    const pasted = { name: PASTED, base64: base64Of(new TextEncoder().encode(text)) };
    return {
      ...givenIn(this.#root),
      files: [...this.#files.sent, ...(text.trim() === '' ? [] : [pasted])],
      answers: [...this.#answers.values()],
      seen: isTaking ? this.#seen : undefined,
    };
  }

  #show({
    words = [],
    rows = [],
    questions = [],
    open = '',
    records = '',
    seen,
  }: Partial<Answer>): void {
    const isReady = open === '' && records !== '';
    this.#seen = isReady ? seen : undefined;
    const preview = partIn(this.#root, '[data-preview]');
    partIn(preview, '[data-words]').replaceChildren(
      ...words.map((line) => textElement('li', line)),
    );
    this.#renderQuestions(questions);
    partIn(preview, '[data-rows] > ol').replaceChildren(
      ...rows.map(([first = '', ...more]) => {
        const row = textElement('li', first);
        row.append(...more.map((line) => textElement('span', line.trim(), 'block small')));
        return row;
      }),
    );
    partIn(preview, '[data-rows]').hidden = rows.length === 0;
    partIn(preview, '[data-open]').textContent = isReady
      ? `会写入：${records}。还没有写入：看过再点“写入并推送”，一次写成，进待办。`
      : open === ''
        ? '没有新增或改动，没有可写入的。'
        : open;
    preview.hidden = false;
    partIn(this.#root, '[data-take]').hidden = !isReady;
    goTo(preview);
  }

  /** What is open first; what was answered can still be changed. */
  #renderQuestions(open: readonly ListQuestion[]): void {
    const keys = new Set(open.map(answerKey));
    const earlier = [...this.#asked.values()].filter(
      (one) => !keys.has(answerKey(one)) && this.#hasAnswer(one),
    );
    for (const one of open) this.#asked.set(answerKey(one), one);
    const section = partIn(this.#root, '[data-asked]');
    section.hidden = open.length + earlier.length === 0;
    const answered =
      earlier.length === 0 ? '' : `已经答过${String(earlier.length)}处，在后面，可以改。`;
    partIn(section, '[data-asked-words]').textContent =
      open.length === 0
        ? answered
        : `还有${String(open.length)}处读不准，不猜：点一个或自己写，同样的写法只问一次。${answered}`;
    partIn(section, '[data-questions]').replaceChildren(
      ...[...open, ...earlier].map((one) =>
        questionCard(one, this.#answers, () => {
          this.#stale();
        }),
      ),
    );
  }

  #hasAnswer(one: ListQuestion): boolean {
    return this.#answers.has(answerKey(one)) || one.each.some((part) => this.#hasAnswer(part));
  }

  #told(sentence: string): void {
    this.#begin();
    const done = partIn(this.#root, '[data-done]');
    partIn(done, '[data-done-words]').textContent = `${sentence}。`;
    done.hidden = false;
    goTo(done);
  }
}

const root = document.querySelector<HTMLElement>('[data-list]');
if (root !== null) new ListPage(root);
