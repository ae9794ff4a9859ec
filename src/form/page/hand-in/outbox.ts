/** 发送: signs in first where nobody has, says that it is on its way, and says why where it did not arrive. */
import type { SenderSettings } from '../../send/settings.ts';
import { senderFor } from '../../send/sender.ts';
import type { Sender, SendingResult, Submission } from '../../submission.ts';
import { goTo, partIn, sayAt } from '../device/dom.ts';
import { turnTo } from '../device/foot.ts';
import { settingsBelow, Signing } from './signing.ts';

type Sent = Extract<SendingResult, { kind: 'sent' }>;

export class Outbox {
  readonly #root: HTMLElement;
  readonly #sender: Sender | undefined;
  readonly #signing: Signing | undefined;

  constructor(root: HTMLElement, place: SenderSettings | undefined, changed: () => void) {
    this.#root = root;
    if (place === undefined) return;
    const home = root.dataset['root'] ?? '/';
    const settings = settingsBelow(place, home);
    this.#sender = senderFor(settings);
    const room = partIn(root, '[data-signing]');
    this.#signing = new Signing(room, this.#sender, { settings, home }, changed);
  }

  /** False where nothing can be sent from. */
  get hasPlace(): boolean {
    return this.#sender !== undefined;
  }

  /** Who is signed in. */
  get account(): string | undefined {
    return this.#signing?.who?.account;
  }

  async ask(): Promise<void> {
    await this.#signing?.ask();
  }

  /**
   * Sends what `make` gives, which may find something wrong and give nothing; undefined where it did not arrive. A second
   * press while the first is under way is none.
   */
  async send(make: () => Promise<Submission | undefined>): Promise<Sent | undefined> {
    const sender = this.#sender;
    const button = partIn<HTMLButtonElement>(this.#root, '[data-send]');
    if (sender === undefined || button.disabled) return undefined;
    button.disabled = true;
    try {
      return await this.#sent(sender, make);
    } finally {
      button.disabled = false;
    }
  }

  async #sent(
    sender: Sender,
    make: () => Promise<Submission | undefined>,
  ): Promise<Sent | undefined> {
    if (this.account === undefined) await this.ask();
    if (this.account === undefined) {
      this.#toSignIn('还没有登录：登录后再预览、送出。填好的都还在。');
      return undefined;
    }
    const submission = await make();
    if (submission === undefined) return undefined;
    const fault = partIn(this.#root, '[data-send-fault]');
    const busy = partIn(this.#root, '[data-sending]');
    sayAt(fault, []);
    busy.hidden = false;
    const sending = await sender.send(submission);
    busy.hidden = true;
    if (sending.kind === 'sent') return sending;
    // Whoever hears nothing does not know whether it arrived.
    const outcome = sending.why === 'offline' ? '没有收到回音，可能没有送到' : '没有送出';
    sayAt(fault, [`${outcome}。填好的都还在。${sending.sentence}`]);
    if (sending.why === 'sign-in') this.#toSignIn(sending.sentence);
    else goTo(fault);
    return undefined;
  }

  #toSignIn(sentence: string): void {
    turnTo(this.#root, 'form', false);
    const room = partIn(this.#root, '[data-signing]');
    room.hidden = false;
    this.#signing?.wanted(sentence);
    goTo(room);
  }
}
