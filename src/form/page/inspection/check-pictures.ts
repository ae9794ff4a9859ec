/**
 * 检查的截图: what was seen of an account, pasted, dropped or chosen. Each is drawn anew, so that nothing is left of where
 * and by whom it was taken; what is on record already stays there.
 */
import { sizeInWords } from '../../../text/size.ts';
import type { FilledRow } from '../../works/check.ts';
import { copyOf, partIn, sayAt } from '../device/dom.ts';
import { drawSmall, redrawn } from '../evidence/picture.ts';
import { freeFileName } from '../evidence/piece.ts';

export class CheckPictures {
  readonly #room: HTMLElement;
  readonly #changed: () => void;
  readonly #names: () => readonly string[];
  #account = '';
  #row: FilledRow | undefined;

  constructor(
    room: HTMLElement,
    { changed, names }: { changed: () => void; names: () => readonly string[] },
  ) {
    this.#room = room;
    this.#changed = changed;
    this.#names = names;
    const input = partIn<HTMLInputElement>(room, '[data-picture-file]');
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      void this.#take(files);
    });
    // Wherever the keyboard is: nobody looks for a field to paste a picture into.
    document.addEventListener('paste', (event) => {
      this.#given(event, event.clipboardData);
    });
    for (const kind of ['dragover', 'drop'] as const)
      room.addEventListener(kind, (event) => {
        event.preventDefault();
        if (kind === 'drop') this.#given(event, event.dataTransfer);
      });
  }

  show(account: string, row: FilledRow): void {
    this.#account = account;
    this.#row = row;
    sayAt(partIn(this.#room, '[data-picture-fault]'), []);
    this.#draw();
  }

  #given(event: Event, data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])];
    // Text is pasted into its field as ever.
    if (files.length === 0 || this.#room.offsetParent === null) return;
    event.preventDefault();
    void this.#take(files);
  }

  async #take(files: readonly File[]): Promise<void> {
    const [row, account] = [this.#row, this.#account];
    if (row === undefined) return;
    const refused: string[] = [];
    for (const file of files) {
      const picture = file.type.startsWith('image/') ? await redrawn(file) : undefined;
      if (picture === undefined) {
        refused.push(`“${file.name}”不是能读的图片，没有收下：存成 PNG 或 JPG 再粘贴。`);
        continue;
      }
      const name = freeFileName(`${account}-截图`, picture.ending, [...this.#names()]);
      row.pictures = [...(row.pictures ?? []), { file: name, bytes: picture.bytes }];
      // Somebody may have gone on to the next account meanwhile: it stays with the one that it was pasted to.
      if (this.#row === row) this.#changed();
    }
    if (this.#row !== row) return;
    this.#draw();
    sayAt(partIn(this.#room, '[data-picture-fault]'), refused);
  }

  #draw(): void {
    const row = this.#row;
    partIn(this.#room, '[data-pictures]').replaceChildren(
      ...(row?.pictures ?? []).map((picture) => {
        const item = copyOf('picture');
        const { file, bytes } = picture;
        partIn(item, '[data-name]').textContent = file;
        partIn(item, '[data-words]').textContent =
          bytes === undefined ? '已在台账' : sizeInWords(bytes.length);
        const canvas = partIn<HTMLCanvasElement>(item, 'canvas');
        if (bytes !== undefined)
          void drawSmall(bytes, canvas).then((isDrawn) => {
            canvas.hidden = !isDrawn;
          });
        const remove = partIn(item, '[data-remove]');
        remove.hidden = bytes === undefined;
        remove.setAttribute('aria-label', `去掉${file}`);
        remove.addEventListener('click', () => {
          if (row !== undefined)
            row.pictures = (row.pictures ?? []).filter((one) => one !== picture);
          this.#draw();
          this.#changed();
          partIn(this.#room, '[data-picture-file]').focus();
        });
        return item;
      }),
    );
  }
}
