/**
 * 待办页的脚本: shows what the desk's server says of each report, and sends what the reviewer decides. Every word of a
 * report is set as text, never as markup; what may be decided, and whether it is right, the server says.
 */
import './device/polyfill.ts';
import type { QueueItem } from '../page-data/waiting-report.ts';
import { goTo, partIn, partsIn, sayAt, textElement } from './device/dom.ts';
import { type Decision, ReportCard } from './desk/queue-card.ts';
import { replyCards, replyWords } from './desk/queue-reply.ts';

interface Queue {
  readonly account: string;
  readonly waiting: readonly QueueItem[];
  readonly isFresh: boolean;
  /** What is drafted already, by commit. */
  readonly drafted: readonly (readonly [commit: string, words: string])[];
}

class QueuePage {
  readonly #root: HTMLElement;
  readonly #home: string;
  readonly #list: HTMLElement;
  readonly #cards = new Map<string, ReportCard>();

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#home = root.dataset['root'] ?? '/';
    this.#list = partIn(root, '[data-queue-list]');
    for (const button of partsIn<HTMLButtonElement>(root, '[data-many]'))
      button.addEventListener('click', () => {
        const action = button.dataset['many'] ?? '';
        void this.#send(
          this.#picked.filter((card) => card.allows(action)),
          action,
        );
      });
  }

  async start(): Promise<void> {
    this.#root.removeAttribute('data-waiting');
    for (const other of partsIn(document, '[data-without-script]')) other.hidden = true;
    await this.#load();
    this.#root.dataset['ready'] = '';
  }

  get #picked(): ReportCard[] {
    return [...this.#cards.values()].filter(({ isPicked }) => isPicked);
  }

  /** `wanted`: the commit of the report to be opened, while it waits; else the first that may be received. Undefined where nothing waits. */
  async #load(wanted?: string): Promise<ReportCard | undefined> {
    const { status, data } = await this.#ask('api/queue');
    const fault = partIn(this.#root, '[data-queue-fault]');
    if (status !== 200) {
      sayAt(fault, [sentenceIn(data)]);
      partIn(this.#root, '[data-queue-words]').textContent = '';
      return undefined;
    }
    const { account, waiting, isFresh, drafted } = data as unknown as Queue;
    sayAt(fault, isFresh ? [] : ['连不上存放台账的服务器，下面是上次看到的。']);
    const [longest] = waiting;
    const since =
      longest && longest.days > 0 ? `最久的等了${String(longest.days)}天` : '都是今天的';
    const words =
      longest === undefined
        ? `以 ${account} 办理。没有待办的报送。`
        : `以 ${account} 办理。待办${String(waiting.length)}份，${since}。`;
    partIn(this.#root, '[data-queue-words]').textContent = words;
    this.#cards.clear();
    const marks = new Map(drafted);
    for (const [at, item] of waiting.entries())
      this.#cards.set(
        item.commit,
        new ReportCard(item, {
          drafted: marks.get(item.commit),
          home: this.#home,
          place: [at + 1, waiting.length],
          changed: this.#changed.bind(this),
          next: (card) => {
            card.open(false);
            this.#behind([card])?.show();
          },
          send: (card) => void this.#send([card]),
          withdraw: (card) => void this.#withdraw(card),
        }),
      );
    const cards = [...this.#cards.values()];
    this.#list.replaceChildren(...cards.map(({ element }) => element));
    const opened = this.#cards.get(wanted ?? '') ?? cards.find(({ isNext }) => isNext) ?? cards[0];
    opened?.open();
    this.#changed();
    return opened;
  }

  /** The report behind these in the order of the queue. */
  #behind(cards: readonly ReportCard[]): ReportCard | undefined {
    const all = [...this.#cards.values()];
    return all[Math.max(...cards.map((card) => all.indexOf(card))) + 1];
  }

  #changed(): void {
    const picked = this.#picked;
    partIn(this.#root, '[data-queue-many]').hidden = picked.length === 0;
    partIn(this.#root, '[data-many-words]').textContent = `选中${String(picked.length)}份`;
    for (const button of partsIn<HTMLButtonElement>(this.#root, '[data-many]'))
      button.disabled = !picked.every((card) => card.allows(button.dataset['many'] ?? ''));
  }

  async #send(cards: readonly ReportCard[], action?: string): Promise<void> {
    const items = cards.flatMap((card) => card.decision(action) ?? []);
    if (items.length === 0 || items.length < cards.length) return;
    const [first] = cards;
    for (const card of cards) card.busy(true);
    const { status, data } = await this.#ask('api/decisions', { items });
    for (const card of cards) card.busy(false);
    if (status !== 201) {
      const sentence = `没有办成。${sentenceIn(data)}`;
      if (cards.length === 1) first?.fail(sentence);
      else sayAt(partIn(this.#root, '[data-queue-fault]'), [sentence]);
      return;
    }
    this.#reply(cards, items, data['kind'] === 'drafted');
    const next = await this.#load(this.#behind(cards)?.commit);
    const done = partIn(this.#root, '[data-queue-done]');
    const words = String(data['words']);
    if (data['kind'] === 'drafted') {
      const link = document.createElement('a');
      link.href = `${this.#home}desk/approval.html`;
      link.textContent = '审签';
      sayAt(done, [`已拟办：${words}。打印审签单、签发在`]);
      done.append(link, '页。');
    } else sayAt(done, [`已写入：${words}。`]);
    if (next !== undefined) done.append(' ', onwardButton(next));
    goTo(done);
  }

  /** What units are told of what was sent back, until something else is done. */
  #reply(cards: readonly ReportCard[], items: readonly Decision[], isDrafted: boolean): void {
    const place = partIn(this.#root, '[data-queue-replies]');
    const words = isDrafted
      ? new Map<string, string>()
      : replyWords(
          cards.flatMap(({ steps }) => steps),
          items.flatMap(({ decided }) => decided),
        );
    place.replaceChildren(...replyCards(words.values()));
    place.hidden = words.size === 0;
  }

  async #withdraw(card: ReportCard): Promise<void> {
    card.busy(true);
    const { status, data } = await this.#ask('api/taken-back', { commit: card.commit });
    card.busy(false);
    const fault = partIn(this.#root, '[data-queue-fault]');
    if (status !== 200) {
      sayAt(fault, [`没有撤回。${sentenceIn(data)}`]);
      goTo(fault);
      return;
    }
    await this.#load();
    const done = partIn(this.#root, '[data-queue-done]');
    sayAt(done, [`${String(data['words'])}。`]);
    goTo(done);
  }

  async #ask(
    path: string,
    body?: object,
  ): Promise<{ status: number; data: Record<string, unknown> }> {
    try {
      const response = await fetch(`${this.#home}${path}`, {
        cache: 'no-store',
        ...(body === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify(body),
            }),
      });
      const data: unknown = await response.json().catch(() => null);
      return { status: response.status, data: (data ?? {}) as Record<string, unknown> };
    } catch {
      return { status: 0, data: {} };
    }
  }
}

/** 下一份: from what was decided to the report that is open now. */
function onwardButton(next: ReportCard): HTMLElement {
  const button = textElement('button', '下一份', 'buttonlike');
  button.setAttribute('type', 'button');
  button.addEventListener('click', () => {
    next.show();
  });
  return button;
}

function sentenceIn({ sentence }: Record<string, unknown>): string {
  return typeof sentence === 'string'
    ? sentence
    : '连不上本机的程序：看启动它的窗口是不是还开着，再刷新本页。';
}

const root = document.querySelector<HTMLElement>('[data-queue]');
if (root !== null) void new QueuePage(root).start();
