/** 拖进来的文件: those that were dropped or chosen stay with the page, by name, each to be taken away again. */
import { LARGEST_REPORT } from '../../send/endpoint.ts';
import { base64Of } from '../../send/proposal.ts';
import { textElement, partIn, partsIn } from '../device/dom.ts';

export interface SentFile {
  readonly name: string;
  readonly base64: string;
}

/** Four characters for three bytes: what the server takes at once (`LARGEST_REPORT`), with room for the rest. Bytes. */
const MOST = Math.floor((LARGEST_REPORT / 4) * 3) - 200_000;

export class DroppedFiles {
  readonly #list: HTMLElement;
  readonly #files = new Map<string, Uint8Array>();
  /** Told of every change, with what could not be read. */
  readonly #changed: (unread: readonly string[]) => void;

  constructor(root: HTMLElement, changed: (unread: readonly string[]) => void) {
    this.#changed = changed;
    this.#list = partIn(root, '[data-files]');
    const zone = partIn(root, '[data-drop]');
    for (const input of partsIn<HTMLInputElement>(zone, 'input[type="file"]'))
      input.addEventListener('change', () => {
        void this.#add([...(input.files ?? [])]).then(() => {
          input.value = '';
        });
      });
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
  }

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /** As they are sent. */
  get sent(): SentFile[] {
    return [...this.#files].map(([name, bytes]) => ({ name, base64: base64Of(bytes) }));
  }

  clear(): void {
    this.#files.clear();
    this.#render();
  }

  async #add(files: readonly File[]): Promise<void> {
    const unread: string[] = [];
    for (const file of files) {
      const name = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (this.#size + bytes.length > MOST)
          unread.push(`${name} 没有收下：一次合起来最多 48 MB，先办完这些再选其余的。`);
        else this.#files.set(this.#freeName(name, bytes), bytes);
      } catch {
        unread.push(`${name} 读不出来：是文件夹的，用“选文件夹”，或把里面的文件拖进来。`);
      }
    }
    this.#render();
    this.#changed(unread);
  }

  get #size(): number {
    return [...this.#files.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** Two units may both have a 1.jpg: another file of a name does not take the place of the first. */
  #freeName(name: string, bytes: Uint8Array): string {
    for (let number = 1; ; number += 1) {
      const free = number === 1 ? name : `${String(number)}/${name}`;
      const there = this.#files.get(free);
      if (there === undefined || isSame(there, bytes)) return free;
    }
  }

  #render(): void {
    this.#list.replaceChildren(
      ...[...this.#files.keys()].map((name) => {
        const row = textElement('li', name);
        const off = textElement('button', '去掉', 'buttonlike') as HTMLButtonElement;
        off.type = 'button';
        off.setAttribute('aria-label', `去掉 ${name}`);
        off.addEventListener('click', () => {
          this.#files.delete(name);
          this.#render();
          this.#changed([]);
        });
        row.append(' ', off);
        return row;
      }),
    );
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** What the desk's server answers, or nothing where it is not there. */
export async function postedToDesk<T extends object>(
  address: string,
  body: object,
): Promise<{ status: number; data: Partial<T> & { readonly sentence?: string } }> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      cache: 'no-store',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const data = (await response.json().catch(() => null)) as Partial<T> | null;
    return { status: response.status, data: data ?? {} };
  } catch {
    return { status: 0, data: {} };
  }
}

/** Said where nobody answers. */
export const NOT_THERE = '连不上本机的程序：看启动它的窗口是不是还开着。选的、填的还在。';

/** Everything that can be pressed or typed in is at rest while the server is asked. */
export async function atRest<T>(
  root: HTMLElement,
  words: string,
  work: () => Promise<T>,
): Promise<T> {
  const controls = partsIn<HTMLButtonElement>(root, 'button, input, textarea, select');
  const open = controls.filter(({ disabled }) => !disabled);
  for (const control of open) control.disabled = true;
  const busy = partIn(root, '[data-busy]');
  busy.textContent = words;
  try {
    return await work();
  } finally {
    busy.textContent = '';
    for (const control of open) control.disabled = false;
  }
}
