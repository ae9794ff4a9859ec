/** 填检查结果: the script of its pages. */
import './device/polyfill.ts';
import './device/no-eval.ts';
import type { InspectionData } from '../page-data/inspection-page.ts';
import { readTold } from '../../text/notation/told.ts';
import { InspectionForm } from './inspection/inspection-form.ts';

const root = document.querySelector<HTMLElement>('[data-report-page]');
const data = document.querySelector<HTMLTemplateElement>('#report-data')?.content.textContent;
if (root !== null && data !== undefined)
  void new InspectionForm(root, readTold(data) as InspectionData).start();
