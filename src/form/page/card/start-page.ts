/** Brings the page of a form to life with what it is told. */
import type { PageData } from '../../page-data/page-data.ts';
import { readTold } from '../../../text/notation/told.ts';
import type { Work } from '../../work.ts';
import { FormPage } from './form-page.ts';

export function startPage(work: Work): void {
  const root = document.querySelector<HTMLElement>('[data-report-page]');
  const data = document.querySelector<HTMLTemplateElement>('#report-data')?.content.textContent;
  if (root !== null && data !== undefined)
    void new FormPage(root, readTold(data) as PageData, work).start();
}
