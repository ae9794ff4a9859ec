/** 佐证: the pieces of one card, rendered as they are filled in. */
import { allowedEndings } from '../../../review/file/reading.ts';
import { sizeInWords } from '../../../text/size.ts';
import { copyOf, partIn, sayAt } from '../device/dom.ts';
import { paintSmall, repainted } from './picture.ts';
import { freeFileName, type Piece, whyNotTaken, withScheme } from './piece.ts';

const labels = { number: '编号', link: '链接', either: '链接或编号' } as const;
const hints = {
  number: '备案编号、受理编号、回执编号或文号',
  link: '网址，从浏览器的地址栏复制',
  either: '网址，或受理编号、文号',
} as const;

/** The evidence of a card, rendered into its field. */
export class Pieces {
  readonly #room: HTMLElement;
  readonly #changed: () => void;
  #all: Piece[] = [];
  /** Names that files of the issue have already. */
  readonly #taken: ReadonlySet<string>;

  constructor(room: HTMLElement, taken: Iterable<string>, changed: () => void) {
    this.#room = room;
    this.#taken = new Set(taken);
    this.#changed = changed;
    for (const kind of ['number', 'link'] as const)
      partIn(room, `[data-add="${kind}"]`).addEventListener('click', () => {
        this.add({ kind, value: '', day: '' }, true);
      });
    for (const input of room.querySelectorAll<HTMLInputElement>('input[type=file]')) {
      if (input.dataset['endings'] !== undefined)
        input.accept = allowedEndings.map((ending) => `.${ending}`).join(',');
      input.addEventListener('change', () => {
        const files = [...(input.files ?? [])];
        input.value = '';
        void this.#take(files);
      });
    }
  }

  get all(): readonly Piece[] {
    return this.#all;
  }

  /** Those that say something. */
  get filled(): readonly Piece[] {
    return this.#all.filter((piece) => piece.kind === 'file' || piece.value.trim() !== '');
  }

  set(pieces: readonly Piece[]): void {
    this.#all = [...pieces];
    this.#render();
  }

  add(piece: Piece, focus = false): void {
    this.#all.push(piece);
    this.#render();
    this.#changed();
    if (focus) partIn(this.#room, `[data-piece="${String(this.#all.length - 1)}"] input`).focus();
  }

  /** Says what is wrong with a piece (by its place among the filled ones), or with all. */
  fault(at: number | undefined, sentences: readonly string[]): void {
    const piece = at === undefined ? undefined : this.filled[at];
    const index = piece === undefined ? -1 : this.#all.indexOf(piece);
    const holder = index < 0 ? this.#room : partIn(this.#room, `[data-piece="${String(index)}"]`);
    sayAt(partIn(holder, index < 0 ? '[data-fault]' : '[data-piece-fault]'), sentences);
  }

  /** The place of the filled piece that is a file of this name. */
  placeOf(name: string): number | undefined {
    const at = this.filled.findIndex((piece) => piece.kind === 'file' && piece.name === name);
    return at < 0 ? undefined : at;
  }

  async #take(files: readonly File[]): Promise<void> {
    const busy = partIn(this.#room, '[data-busy]');
    const refused: string[] = [];
    busy.hidden = false;
    for (const file of files) {
      const why = whyNotTaken(file);
      if (why !== undefined) {
        refused.push(why);
        continue;
      }
      const picture = file.type.startsWith('image/') ? await repainted(file) : undefined;
      const bytes = picture?.bytes ?? new Uint8Array(await file.arrayBuffer());
      const names = this.#all.flatMap((one) => (one.kind === 'file' ? [one.name] : []));
      const name = freeFileName(file.name, picture?.ending, [...this.#taken, ...names]);
      this.add({ kind: 'file', name, bytes, day: '', words: picture?.words ?? '' });
    }
    busy.hidden = true;
    sayAt(partIn(this.#room, '[data-fault]'), refused);
  }

  #render(): void {
    const list = partIn(this.#room, '[data-pieces]');
    list.replaceChildren(...this.#all.map((piece, index) => this.#rendered(piece, index)));
  }

  #rendered(piece: Piece, index: number): HTMLElement {
    const item = copyOf(piece.kind === 'file' ? 'piece-file' : 'piece-text');
    item.dataset['piece'] = String(index);
    const what = piece.kind === 'file' ? piece.name : labels[piece.kind];
    const remove = partIn(item, '[data-remove]');
    remove.setAttribute('aria-label', `去掉${what}`);
    remove.addEventListener('click', () => {
      this.#all.splice(this.#all.indexOf(piece), 1);
      this.#render();
      this.#changed();
      partIn(this.#room, '[data-add="number"]').focus();
    });
    const day = partIn<HTMLInputElement>(item, '[data-day]');
    day.value = piece.day;
    day.addEventListener('input', () => {
      piece.day = day.value;
      this.#changed();
    });
    if (piece.kind === 'file') {
      partIn(item, '[data-name]').textContent = piece.name;
      partIn(item, '[data-words]').textContent = [sizeInWords(piece.bytes.length), piece.words]
        .filter(Boolean)
        .join('，');
      const canvas = partIn<HTMLCanvasElement>(item, 'canvas');
      void paintSmall(piece.bytes, canvas).then((isPainted) => {
        canvas.hidden = !isPainted;
      });
      return item;
    }
    const input = partIn<HTMLInputElement>(item, '[data-value]');
    partIn(item, '[data-label]').textContent = labels[piece.kind];
    partIn(item, '[data-asked]').textContent = piece.asked ?? hints[piece.kind];
    partIn(item, '[data-optional]').hidden = piece.dated === true && piece.proved !== true;
    input.inputMode = piece.kind === 'link' ? 'url' : 'text';
    input.value = piece.value;
    input.addEventListener('input', () => {
      piece.value = input.value;
      this.#changed();
    });
    if (piece.kind !== 'number')
      input.addEventListener('change', () => {
        piece.value = input.value = withScheme(input.value);
        this.#changed();
      });
    return item;
  }
}
