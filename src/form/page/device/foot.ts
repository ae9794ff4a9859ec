/** 填、看、送: which part of the page is in view, and the line at its foot. */
import { goTo, partIn, partsIn } from './dom.ts';

/** `choose`: what is to be chosen. Without `kept` what stands there stays. */
export function renderFoot(form: HTMLElement, count: number, choose: string, kept: string): void {
  partIn<HTMLButtonElement>(form, '[data-preview-button]').disabled = count === 0;
  // Where there is nothing to choose, nothing is counted.
  partIn(form, '[data-count]').textContent =
    count === 0 || choose === '' ? choose : `已选${String(count)}个`;
  if (kept !== '') partIn(form, '[data-kept]').textContent = kept;
  for (const button of partsIn(form, '[data-copy]')) button.hidden = count < 2;
}

/** What a page of the form shows, one at a time. */
export type FormPart = 'form' | 'preview' | 'sent';

/** Shows one part of the page and hides the others; with `move` the reader is put before it. */
export function turnTo(root: HTMLElement, which: FormPart, move: boolean): void {
  partIn(root, '[data-form]').hidden = which !== 'form';
  // Beside what is about to be sent a second way would look like one more thing to do.
  for (const other of partsIn(document, '[data-by-sheet]')) other.hidden = which !== 'form';
  for (const one of ['preview', 'sent'] as const) {
    const section = partIn(root, `[data-${one}]`);
    section.hidden = which !== one;
    if (which === one && move) goTo(partIn(section, 'h2'));
  }
}
