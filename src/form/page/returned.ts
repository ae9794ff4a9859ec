/**
 * 收件页的脚本: keeps the files that were dragged in until the reviewer has seen what would be taken, and sends them once
 * more to be written. Every word of the answer is set as text, never as markup.
 */
import './polyfill.ts';
import { base64Of } from '../send/proposal.ts';
import { copyOf, goTo, made, part, parts, say } from './dom.ts';

interface Answer {
  readonly sentence?: string;
  readonly words?: string;
  readonly units?: readonly { readonly name: string; readonly reply: string }[];
  readonly unknown?: readonly {
    readonly file: string;
    readonly message: string;
    readonly remedy: string;
  }[];
  readonly branches?: number;
  readonly seen?: string;
  readonly sent?: readonly { readonly ok: boolean; readonly words: string }[];
}

class ReturnedPage {
  readonly #root: HTMLElement;
  readonly #by: HTMLInputElement;
  readonly #files = new Map<string, Uint8Array>();
  /** The sum of the preview that stands on the page; a change of anything takes it away. */
  #seen: string | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#by = part<HTMLInputElement>(root, '[data-by]');
    this.#by.addEventListener('input', () => {
      this.#changed();
    });
    for (const input of parts<HTMLInputElement>(root, 'input[type="file"]'))
      input.addEventListener('change', () => {
        void this.#add([...(input.files ?? [])]).then(() => {
          input.value = '';
        });
      });
    const zone = part(root, '[data-drop]');
    // A file that is dropped beside the zone must not be opened in place of the page.
    for (const kind of ['dragover', 'drop'])
      document.addEventListener(kind, (event) => {
        event.preventDefault();
      });
    for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'])
      zone.addEventListener(kind, () => {
        zone.toggleAttribute('data-over', kind === 'dragenter' || kind === 'dragover');
      });
    zone.addEventListener('drop', (event) => {
      void this.#add([...(event.dataTransfer?.files ?? [])]);
    });
    part(root, '[data-look]').addEventListener('click', () => void this.#ask(false));
    part(root, '[data-take]').addEventListener('click', () => void this.#ask(true));
    part(root, '[data-clear]').addEventListener('click', () => {
      this.#files.clear();
      this.#changed();
    });
    for (const other of parts(document, '[data-without-script]')) other.hidden = true;
    root.removeAttribute('data-waiting');
    this.#changed();
    root.dataset['ready'] = '';
  }

  async #add(files: readonly File[]): Promise<void> {
    const unread: string[] = [];
    for (const file of files) {
      const name = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
      try {
        this.#files.set(name, new Uint8Array(await file.arrayBuffer()));
      } catch {
        unread.push(`${name} 读不出来：是文件夹的，用“选文件夹”。`);
      }
    }
    this.#changed();
    say(this.#fault, unread);
  }

  /** Draws the files anew; what was shown of others no longer holds. */
  #changed(): void {
    this.#seen = undefined;
    say(this.#fault, []);
    for (const name of ['[data-preview]', '[data-take]', '[data-done]'])
      part(this.#root, name).hidden = true;
    const isEmpty = this.#files.size === 0;
    for (const name of ['[data-look]', '[data-clear]']) part(this.#root, name).hidden = isEmpty;
    part(this.#root, '[data-files]').replaceChildren(
      ...[...this.#files.keys()].map((name) => {
        const row = made('li', name);
        const off = made('button', '去掉', 'buttonlike') as HTMLButtonElement;
        off.type = 'button';
        off.setAttribute('aria-label', `去掉 ${name}`);
        off.addEventListener('click', () => {
          this.#files.delete(name);
          this.#changed();
        });
        row.append(' ', off);
        return row;
      }),
    );
  }

  get #fault(): HTMLElement {
    return part(this.#root, '[data-fault]');
  }

  async #ask(isTaking: boolean): Promise<void> {
    say(this.#fault, []);
    if (isTaking && this.#by.value.trim() === '') {
      say(this.#fault, ['没有写收件人：写职务，如政务公开股。']);
      this.#by.focus();
      return;
    }
    const controls = parts<HTMLButtonElement | HTMLInputElement>(this.#root, 'button, input');
    for (const control of controls) control.disabled = true;
    const busy = part(this.#root, '[data-busy]');
    busy.textContent = isTaking ? '正在写入、推送……' : '正在读交回的文件……';
    const { status, data } = await this.#post(isTaking ? this.#seen : undefined);
    busy.textContent = '';
    for (const control of controls) control.disabled = false;
    if (status === 200) this.#show(data);
    else if (status === 201) this.#told(data);
    else
      say(this.#fault, [
        data.sentence ?? '连不上本机的程序：看启动它的窗口是不是还开着。选的文件还在。',
      ]);
  }

  async #post(seen: string | undefined): Promise<{ status: number; data: Answer }> {
    const files = [...this.#files].map(([name, bytes]) => ({ name, base64: base64Of(bytes) }));
    try {
      const response = await fetch('/api/returned', {
        method: 'POST',
        cache: 'no-store',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ receivedBy: this.#by.value, files, seen }),
      });
      const data: unknown = await response.json().catch(() => null);
      return { status: response.status, data: data ?? {} };
    } catch {
      return { status: 0, data: {} };
    }
  }

  #show({ words = '', units = [], unknown = [], branches = 0, seen }: Answer): void {
    this.#seen = seen;
    const preview = part(this.#root, '[data-preview]');
    part(preview, '[data-words]').textContent =
      branches === 0
        ? `${words}没有可写入的。`
        : `${words}还没有写入：看过再点“写入并推送”，每个单位一份，进待办。`;
    part(preview, '[data-units]').replaceChildren(
      ...units.map(({ name, reply }) => {
        const card = copyOf('unit');
        part(card, '[data-name]').textContent = name;
        part(card, '[data-reply]').textContent = reply.trim();
        return card;
      }),
    );
    const rest = part(preview, '[data-unknown]');
    rest.hidden = unknown.length === 0;
    part(rest, 'ul').replaceChildren(
      ...unknown.map(({ file, message, remedy }) => made('li', `${file}：${message} → ${remedy}`)),
    );
    preview.hidden = false;
    part(this.#root, '[data-take]').hidden = branches === 0;
    goTo(preview);
  }

  /** What was pushed is gone from the page; where something was not, all stays to be taken once more. */
  #told({ sent = [] }: Answer): void {
    if (sent.every(({ ok }) => ok)) this.#files.clear();
    this.#changed();
    say(
      this.#fault,
      sent.filter(({ ok }) => !ok).map(({ words }) => words),
    );
    const done = part(this.#root, '[data-done]');
    const taken = sent.filter(({ ok }) => ok);
    part(done, 'ul').replaceChildren(...taken.map(({ words }) => made('li', words)));
    done.hidden = taken.length === 0;
    goTo(taken.length === 0 ? this.#fault : done);
  }
}

const root = document.querySelector<HTMLElement>('[data-returned]');
if (root !== null) new ReturnedPage(root);
