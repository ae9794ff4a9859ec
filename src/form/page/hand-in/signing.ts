/** 登录: who sends, and how to become somebody. */
import type { Sender, SignedIn } from '../../submission.ts';
import type { SenderSettings } from '../../send/settings.ts';
import { partIn, sayAt } from '../device/dom.ts';

export class Signing {
  readonly #room: HTMLElement;
  readonly #sender: Sender;
  readonly #settings: SenderSettings;
  /** The root of the site, as an address from this page. */
  readonly #home: string;
  readonly #changed: () => void;
  #who: SignedIn | undefined;
  /** Why the last try to sign in failed: said until somebody is signed in or tries again. */
  #failed: string | undefined;

  constructor(
    room: HTMLElement,
    sender: Sender,
    { settings, home }: { settings: SenderSettings; home: string },
    changed: () => void,
  ) {
    this.#room = room;
    this.#home = home;
    this.#sender = sender;
    this.#settings = settings;
    this.#changed = changed;
    partIn(room, '[data-sign-in]').addEventListener('click', () => {
      void this.#leave();
    });
    partIn(room, '[data-sign-out]').addEventListener('click', () => {
      sender.end();
      this.#who = undefined;
      this.#failed = undefined;
      this.#render();
      changed();
    });
    partIn<HTMLFormElement>(room, '[data-token]').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#typed();
    });
  }

  /** The list of units, the one address that is registered with a forge, with the way back to this page (return.ts). */
  get #way(): string {
    const list = new URL(`${this.#home}report/index.html`, location.href);
    const page = location.pathname.slice(new URL('.', list).pathname.length);
    return `${list.href}#${page}${location.hash}`;
  }

  get who(): SignedIn | undefined {
    return this.#who;
  }

  async ask(): Promise<void> {
    this.#who = await this.#sender.whoAmI();
    this.#failed = this.#who === undefined ? (this.#sender.trouble() ?? this.#failed) : undefined;
    this.#render();
    const trouble = this.#sender.trouble() ?? this.#failed;
    if (trouble !== undefined) this.#say([trouble]);
    this.#changed();
  }

  /** Shows how to sign in, and why it is asked for; why the last try failed stays, and stands first. */
  wanted(sentence: string): void {
    this.#who = undefined;
    this.#render();
    const failed = this.#failed;
    this.#say(failed === undefined || failed === sentence ? [sentence] : [failed, sentence]);
  }

  #say(sentences: readonly string[]): void {
    sayAt(partIn(this.#room, '[data-sign-fault]'), sentences);
  }

  #fail(sentence: string): void {
    this.#failed = sentence;
    this.#say([sentence]);
  }

  async #leave(): Promise<void> {
    const failed = await this.#sender.start({ here: this.#way });
    if (failed?.kind === 'failed') this.#fail(failed.sentence);
  }

  async #typed(): Promise<void> {
    const input = partIn<HTMLInputElement>(this.#room, '[data-token] input');
    const failed = await this.#sender.start({ here: location.href, token: input.value });
    if (failed?.kind === 'failed') {
      this.#fail(failed.sentence);
      return;
    }
    this.#failed = undefined;
    input.value = '';
    await this.ask();
  }

  #render(): void {
    const { signIn } = this.#sender;
    const isIn = this.#who !== undefined;
    partIn(this.#room, '[data-signed-in]').hidden = !isIn;
    partIn(this.#room, '[data-account]').textContent = this.#who?.account ?? '';
    partIn(this.#room, '[data-sign-out]').hidden = signIn === 'server';
    partIn(this.#room, '[data-sign-in]').hidden = isIn || signIn !== 'redirect';
    partIn(this.#room, '[data-by-server]').hidden = isIn || signIn !== 'server';
    const token = partIn(this.#room, '[data-token]');
    token.hidden = isIn || signIn !== 'token';
    if (this.#settings.kind !== 'endpoint') {
      const { words, address } = this.#settings.token;
      partIn(token, '[data-token-words]').textContent = `${words}。`;
      partIn<HTMLAnchorElement>(token, 'a').href = address;
    }
    this.#say([]);
  }
}

/** The office's own server stands beside the pages, wherever those are. */
export function settingsBelow(place: SenderSettings, home: string): SenderSettings {
  return place.kind === 'endpoint'
    ? {
        ...place,
        address: new URL(`${home}${place.address.replace(/^\//u, '')}`, location.href).href,
      }
    : place;
}
