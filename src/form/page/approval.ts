/**
 * 审签页的脚本: shows the drafts that the desk's server keeps as one 审签单, and sends which of them are issued, by whose
 * signature, or taken back. Every word of a report is set as text, never as markup.
 */
import './device/polyfill.ts';
import { inWords } from '../../day/calendar.ts';
import type { DraftLine, DraftView } from '../page-data/draft-view.ts';
import { copyOf, goTo, textElement, partIn, partsIn, sayAt } from './device/dom.ts';
import { atRest, NOT_THERE, postedToDesk } from './desk/dropped.ts';

interface Answer {
  readonly account: string;
  readonly drafts: readonly DraftView[];
  readonly today: string;
  readonly isFresh: boolean;
}

class ApprovalPage {
  readonly #root: HTMLElement;
  #drafts: readonly DraftView[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
    for (const other of partsIn(document, '[data-without-script]')) other.hidden = true;
    partIn(root, '[data-paper]').addEventListener('click', () => {
      window.print();
    });
    partIn(root, '[data-all]').addEventListener('click', () => {
      const boxes = this.#boxes.filter(({ disabled }) => !disabled);
      const isOn = boxes.some(({ checked }) => !checked);
      for (const box of boxes) box.checked = isOn;
      this.#chosen();
    });
    partIn(root, '[data-withdraw]').addEventListener('click', () => void this.#withdraw());
    partIn(root, '[data-issue]').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#approve();
    });
  }

  async start(): Promise<void> {
    this.#root.removeAttribute('data-waiting');
    await this.#load();
    this.#root.dataset['ready'] = '';
  }

  get #boxes(): HTMLInputElement[] {
    return partsIn<HTMLInputElement>(this.#root, '[data-pick]');
  }

  get #picked(): DraftView[] {
    return this.#drafts.filter((_, at) => this.#boxes[at]?.checked);
  }

  async #load(): Promise<void> {
    const words = partIn(this.#root, '[data-words]');
    let data: Partial<Answer> & { sentence?: string } = {};
    try {
      const response = await fetch('/api/drafts', { cache: 'no-store' });
      data = (await response.json()) as typeof data;
    } catch {
      // Said below.
    }
    const { account = '', drafts, today = '', isFresh = true } = data;
    if (drafts === undefined) {
      words.textContent = '';
      sayAt(this.#fault, [data.sentence ?? NOT_THERE]);
      return;
    }
    this.#drafts = drafts;
    sayAt(this.#fault, isFresh ? [] : ['连不上存放台账的服务器，下面是上次看到的。']);
    words.textContent =
      drafts.length === 0
        ? `以 ${account} 办理。没有等审签的拟办。`
        : `以 ${account} 办理。等审签的拟办${String(drafts.length)}份。`;
    partIn(this.#root, '[data-sheet]').hidden = drafts.length === 0;
    const good = drafts.filter(({ isStale }) => !isStale);
    partIn(this.#root, '[data-head]').textContent = `${inWords(today)}，共${String(good.length)}份`;
    partIn(this.#root, '[data-drafters]').textContent = [
      ...new Set(good.map(({ drafter, draftedOn }) => `${drafter}，${inWords(draftedOn)}`)),
    ].join('；');
    let number = 0;
    partIn(this.#root, '[data-drafts]').replaceChildren(
      ...drafts.map((draft) => rowOf(draft, draft.isStale ? '' : String((number += 1)))),
    );
    for (const box of this.#boxes)
      box.addEventListener('change', () => {
        this.#chosen();
      });
    const day = partIn<HTMLInputElement>(this.#root, '[data-day]');
    day.max = today;
    day.value = today;
    this.#chosen();
  }

  get #fault(): HTMLElement {
    return partIn(this.#root, '[data-fault]');
  }

  /** What may be done with what is picked: drafts that no longer hold are only taken back. */
  #chosen(): void {
    const picked = this.#picked;
    const [first, ...others] = picked;
    const posts = (first?.approvers ?? []).filter((post) =>
      others.every(({ approvers }) => approvers.includes(post)),
    );
    const own = picked.map((one) => one.own).find((post) => post !== undefined);
    const who = partIn<HTMLSelectElement>(this.#root, '[data-who]');
    const before = who.value;
    who.replaceChildren(
      ...posts.map((post) => {
        const option = document.createElement('option');
        option.value = post;
        option.textContent = post;
        return option;
      }),
    );
    const kept = own !== undefined && posts.includes(own) ? own : before;
    if (posts.includes(kept)) who.value = kept;
    const isStale = picked.some((one) => one.isStale);
    partIn(this.#root, '[data-how]').textContent =
      picked.length === 0
        ? '先勾选；领导在纸上签批的，照审签单填谁签的、哪天签的。'
        : isStale
          ? '选中的有情况变了的：撤回，到待办重新拟办。'
          : posts.length === 0
            ? '选中的没有同一位审签人：分开签发。'
            : own === undefined
              ? '照审签单填谁签的、哪天签的；审签单留存备查。'
              : `以“${own}”签发。`;
    partIn<HTMLButtonElement>(this.#root, '[data-approve]').disabled =
      picked.length === 0 || isStale || posts.length === 0;
    partIn(this.#root, '[data-withdraw]').hidden = picked.length === 0;
  }

  async #approve(): Promise<void> {
    await this.#send('/api/approvals', '正在写入、推送……', '已签发', {
      drafts: this.#picked.map(({ id }) => id),
      approver: partIn<HTMLSelectElement>(this.#root, '[data-who]').value,
      approvedOn: partIn<HTMLInputElement>(this.#root, '[data-day]').value,
    });
  }

  async #withdraw(): Promise<void> {
    await this.#send('/api/withdrawals', '正在撤回……', '已撤回，仍在待办', {
      drafts: this.#picked.map(({ id }) => id),
    });
  }

  async #send(door: string, busy: string, verb: string, body: object): Promise<void> {
    const done = partIn(this.#root, '[data-done]');
    sayAt(done, []);
    sayAt(this.#fault, []);
    const { status, data } = await atRest(this.#root, busy, () =>
      postedToDesk<{ words: string }>(door, body),
    );
    if (status !== 201) {
      sayAt(this.#fault, [`没有办成。${data.sentence ?? NOT_THERE}`]);
      goTo(this.#fault);
      return;
    }
    await this.#load();
    sayAt(done, [`${verb}：${data.words ?? ''}。`]);
    goTo(done);
  }
}

function rowOf(draft: DraftView, number: string): HTMLElement {
  const row = copyOf('draft');
  const { lines, isStale, drafter, draftedOn, words } = draft;
  row.classList.toggle('screen-only', isStale);
  partIn(row, '[data-number]').textContent = number;
  partIn(row, '[data-pick]').setAttribute('aria-label', `选中 ${words}`);
  const fill = (name: string, elements: (line: DraftLine) => HTMLElement[]): void => {
    partIn(row, `[data-${name}]`).append(...lines.flatMap(elements));
  };
  fill('what', ({ issue, name, unit, finding, deadline }) => {
    const link = document.createElement('a');
    link.href = `/issues/${encodeURIComponent(issue)}.html`;
    link.textContent = `${unit} ${name}`;
    const head = textElement('p', '');
    head.append(link);
    return [head, textElement('p', finding), textElement('p', `时限：${deadline}`, 'small soft')];
  });
  fill('reported', ({ reported, evidence }) => [
    ...reported.map((line) => textElement('p', line)),
    ...evidence.map(({ words: said, href }) => {
      const piece = textElement('p', '佐证：');
      if (href === undefined) piece.append(said);
      else {
        const link = document.createElement('a');
        link.href = href;
        link.target = '_blank';
        link.rel = 'noreferrer';
        link.textContent = said;
        piece.append(link);
      }
      return piece;
    }),
  ]);
  fill('opinion', ({ opinion }) => [textElement('p', opinion, 'approval-opinion')]);
  partIn(row, '[data-opinion]').append(
    ...(isStale
      ? [textElement('p', `${words}：报送或台账有变动，撤回后重新拟办。`, 'queue-wrong')]
      : [textElement('p', `${drafter}，${inWords(draftedOn)}`, 'small soft')]),
  );
  return row;
}

const root = document.querySelector<HTMLElement>('[data-approval]');
if (root !== null) void new ApprovalPage(root).start();
