/**
 * 检查的截图: what was seen of an account, pasted, dropped or chosen. Each is painted anew, so that nothing is left of where
 * and by whom it was taken; what is on record already stays there.
 */
import { sizeInWords } from '../../../text/size.ts';
import type { InspectedAccount } from '../../page-data/inspection-page.ts';
import type { FilledRow } from '../../works/inspection.ts';
import { copyOf, partIn, sayAt } from '../device/dom.ts';
import { paintSmall, repainted } from '../evidence/picture.ts';
import { freeFileName } from '../evidence/piece.ts';
import { atAccount } from './inspection-shown.ts';

/** What the fields of an account write into. */
export interface ShownRow {
  readonly account: InspectedAccount;
  readonly row: FilledRow;
}

export interface PictureSurroundings {
  /** Something was filled in or taken away, also of an account that is no longer in view. */
  readonly changed: (shown: ShownRow) => void;
  /** Names that pictures of the check have already. */
  readonly names: () => readonly string[];
}

export class InspectionPictures {
  readonly #room: HTMLElement;
  readonly #around: PictureSurroundings;
  #shown: ShownRow | undefined;

  constructor(room: HTMLElement, around: PictureSurroundings) {
    this.#room = room;
    this.#around = around;
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

  show(shown: ShownRow): void {
    this.#shown = shown;
    sayAt(partIn(this.#room, '[data-picture-fault]'), []);
    this.#render();
  }

  #given(event: Event, data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])];
    if (files.length === 0 || this.#room.offsetParent === null) return;
    // Text is pasted into its field as ever, also from a sheet, which hands on a picture of its cells beside it.
    if (isTyped(event.target) && data?.types.includes('text/plain')) return;
    event.preventDefault();
    void this.#take(files);
  }

  async #take(files: readonly File[]): Promise<void> {
    const shown = this.#shown;
    if (shown === undefined) return;
    const { account, row } = shown;
    const refused: string[] = [];
    for (const file of files) {
      const picture = file.type.startsWith('image/') ? await repainted(file) : undefined;
      if (picture === undefined) {
        refused.push(`“${file.name}”不是能读的图片，没有收下：存成 PNG 或 JPG 再粘贴。`);
        continue;
      }
      const name = freeFileName(`${account.id}-截图`, picture.ending, [...this.#around.names()]);
      row.pictures = [...(row.pictures ?? []), { file: name, bytes: picture.bytes }];
      // Somebody may have gone on to the next account meanwhile: it stays with the one that it was pasted to.
      this.#around.changed(shown);
    }
    if (this.#shown?.row === row) {
      this.#render();
      sayAt(partIn(this.#room, '[data-picture-fault]'), refused);
    } else if (refused.length > 0)
      sayAt(
        partIn(document, '[data-form-fault]'),
        refused.map((sentence) => atAccount(account, sentence)),
      );
  }

  #render(): void {
    const shown = this.#shown;
    if (shown === undefined) return;
    const { row } = shown;
    partIn(this.#room, '[data-pictures]').replaceChildren(
      ...(row.pictures ?? []).map((picture) => {
        const item = copyOf('picture');
        const { file, bytes } = picture;
        partIn(item, '[data-name]').textContent = file;
        partIn(item, '[data-words]').textContent =
          bytes === undefined ? '已在台账' : sizeInWords(bytes.length);
        const canvas = partIn<HTMLCanvasElement>(item, 'canvas');
        if (bytes !== undefined)
          void paintSmall(bytes, canvas).then((isPainted) => {
            canvas.hidden = !isPainted;
          });
        const remove = partIn(item, '[data-remove]');
        remove.hidden = bytes === undefined;
        remove.setAttribute('aria-label', `去掉${file}`);
        remove.addEventListener('click', () => {
          row.pictures = (row.pictures ?? []).filter((one) => one !== picture);
          this.#render();
          this.#around.changed(shown);
          partIn(this.#room, '[data-picture-file]').focus();
        });
        return item;
      }),
    );
  }
}

/** Whether letters can be typed there. */
function isTyped(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['radio', 'checkbox', 'file', 'date'].includes(target.type)
  );
}
