/** 佐证: the links, numbers and files of one report, as they are filled in. */
import { AS_PICTURE, allowedEndings, SAVE_AGAIN } from '../../review/file/reading.ts';
import { LARGEST_FILE, sizeFault } from '../../review/file/limits.ts';
import { unseenIn } from '../../text/unseen.ts';
import { copyOf, part, say } from './dom.ts';
import { drawSmall, redrawn } from './picture.ts';

export type Piece =
  | {
      kind: 'number' | 'link' | 'either';
      value: string;
      day: string;
      asked?: string;
      dated?: boolean;
    }
  | { kind: 'file'; name: string; bytes: Uint8Array; day: string; words: string };

const labels = { number: '编号', link: '链接', either: '链接或编号' } as const;
const hints = {
  number: '备案编号、受理编号、回执编号或文号',
  link: '网址，从浏览器的地址栏复制',
  either: '网址，或受理编号、文号',
} as const;

/** The evidence of a card, drawn into its field. */
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
      part(room, `[data-add="${kind}"]`).addEventListener('click', () => {
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
    this.#draw();
  }

  add(piece: Piece, focus = false): void {
    this.#all.push(piece);
    this.#draw();
    this.#changed();
    if (focus) part(this.#room, `[data-piece="${String(this.#all.length - 1)}"] input`).focus();
  }

  /** Says what is wrong with a piece (by its place among the filled ones), or with all. */
  fault(at: number | undefined, sentences: readonly string[]): void {
    const piece = at === undefined ? undefined : this.filled[at];
    const index = piece === undefined ? -1 : this.#all.indexOf(piece);
    const holder = index < 0 ? this.#room : part(this.#room, `[data-piece="${String(index)}"]`);
    say(part(holder, index < 0 ? '[data-fault]' : '[data-piece-fault]'), sentences);
  }

  /** The place of the filled piece that is a file of this name. */
  placeOf(name: string): number | undefined {
    const at = this.filled.findIndex((piece) => piece.kind === 'file' && piece.name === name);
    return at < 0 ? undefined : at;
  }

  async #take(files: readonly File[]): Promise<void> {
    const busy = part(this.#room, '[data-busy]');
    const refused: string[] = [];
    busy.hidden = false;
    for (const file of files) {
      const why = whyNot(file);
      if (why !== undefined) {
        refused.push(why);
        continue;
      }
      const picture = file.type.startsWith('image/') ? await redrawn(file) : undefined;
      const bytes = picture?.bytes ?? new Uint8Array(await file.arrayBuffer());
      const name = this.#freeName(file.name, picture?.ending);
      this.add({ kind: 'file', name, bytes, day: '', words: picture?.words ?? '' });
    }
    busy.hidden = true;
    say(part(this.#room, '[data-fault]'), refused);
  }

  /** A name that every system can keep and that no other file of the issue has. */
  #freeName(given: string, ending: string | undefined): string {
    const dot = given.lastIndexOf('.');
    const stem = safe(dot > 0 ? given.slice(0, dot) : given);
    const end = ending ?? (dot > 0 ? safe(given.slice(dot + 1)).toLowerCase() : '');
    const isTaken = (name: string): boolean =>
      [...this.#taken].some((one) => one.toLowerCase() === name.toLowerCase()) ||
      this.#all.some((one) => one.kind === 'file' && one.name.toLowerCase() === name.toLowerCase());
    for (let number = 1; ; number += 1) {
      const name = `${stem}${number === 1 ? '' : `-${String(number)}`}${end === '' ? '' : `.${end}`}`;
      if (!isTaken(name)) return name;
    }
  }

  #draw(): void {
    const list = part(this.#room, '[data-pieces]');
    list.replaceChildren(...this.#all.map((piece, index) => this.#drawn(piece, index)));
  }

  #drawn(piece: Piece, index: number): HTMLElement {
    const item = copyOf(piece.kind === 'file' ? 'piece-file' : 'piece-text');
    item.dataset['piece'] = String(index);
    const what = piece.kind === 'file' ? piece.name : labels[piece.kind];
    const remove = part(item, '[data-remove]');
    remove.setAttribute('aria-label', `去掉${what}`);
    remove.addEventListener('click', () => {
      this.#all.splice(this.#all.indexOf(piece), 1);
      this.#draw();
      this.#changed();
      part(this.#room, '[data-add="number"]').focus();
    });
    const day = part<HTMLInputElement>(item, '[data-day]');
    day.value = piece.day;
    day.addEventListener('input', () => {
      piece.day = day.value;
      this.#changed();
    });
    if (piece.kind === 'file') {
      part(item, '[data-name]').textContent = piece.name;
      part(item, '[data-words]').textContent = [sizeOf(piece.bytes), piece.words]
        .filter(Boolean)
        .join('，');
      const canvas = part<HTMLCanvasElement>(item, 'canvas');
      void drawSmall(piece.bytes, canvas).then((isDrawn) => {
        canvas.hidden = !isDrawn;
      });
      return item;
    }
    const input = part<HTMLInputElement>(item, '[data-value]');
    part(item, '[data-label]').textContent = labels[piece.kind];
    part(item, '[data-asked]').textContent = piece.asked ?? hints[piece.kind];
    part(item, '[data-optional]').hidden = piece.dated === true;
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

/** As the record has them. */
export function evidenceOf(pieces: readonly Piece[]): object[] {
  return pieces.map((piece) => ({
    ...(piece.kind === 'file' ? { file: piece.name } : { [kindOf(piece)]: piece.value.trim() }),
    ...(piece.day === '' ? {} : { day: piece.day }),
  }));
}

/** What a line turned out to be: where either is as good, an address is a link and all else a number. */
export function kindOf({ kind, value }: Exclude<Piece, { kind: 'file' }>): 'number' | 'link' {
  if (kind !== 'either') return kind;
  return /^https?:/iu.test(value.trim()) ? 'link' : 'number';
}

/** An address as people copy it, without its beginning, with it. What is no address stays as it is. */
function withScheme(value: string): string {
  const text = value.trim();
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/iu.test(text)
    ? `https://${text}`
    : value;
}

/** Why a file cannot be handed in, where its name or its size says so already. */
function whyNot({ name, size, type }: File): string | undefined {
  if (type.startsWith('image/')) return undefined;
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const isOffice = /^(?:wps|et|dps|doc|xls|ppt|rtf|odt|ods)$/u.test(ending);
  if (!allowedEndings.some((one) => one === ending))
    return `“${name}”不能交：${isOffice ? `请${SAVE_AGAIN}` : AS_PICTURE}。`;
  if (size <= LARGEST_FILE) return undefined;
  const { message, remedy } = sizeFault(name, size);
  return `“${name}”不能交：${message}。${remedy}。`;
}

/** The files among them, by where they lie below content/. */
export function filesIn(pieces: readonly Piece[], issue: string): Map<string, Uint8Array> {
  return new Map(
    pieces.flatMap((piece) =>
      piece.kind === 'file' ? [[`evidence/${issue}/${piece.name}`, piece.bytes] as const] : [],
    ),
  );
}

/** 512 KB, 1.2 MB. */
export function sizeOf({ length }: Uint8Array): string {
  return length < 1024 * 1024
    ? `${String(Math.max(1, Math.round(length / 1024)))} KB`
    : `${(length / 1024 / 1024).toFixed(1)} MB`;
}

/** Letters, digits, Chinese and hyphens; at most forty signs. */
function safe(name: string): string {
  const bare = unseenIn(name).reduce(
    (text, { char }) => text.replace(char, ''),
    name.normalize('NFC'),
  );
  const kept = [...bare.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/gu, '')];
  const short = kept.slice(0, 40).join('').replace(/-+$/u, '');
  return short === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(short)
    ? `材料-${short}`.replace(/-$/u, '')
    : short;
}
