/** 填检查结果: the script of its pages. */
import './device/polyfill.ts';
import './device/no-eval.ts';
import type { CheckData } from '../page-data/check-page.ts';
import { CheckForm } from './inspection/check-form.ts';

const root = document.querySelector<HTMLElement>('[data-report-page]');
const data = document.querySelector<HTMLTemplateElement>('#report-data')?.content.textContent;
if (root !== null && data !== undefined)
  void new CheckForm(root, JSON.parse(data) as CheckData).start();
