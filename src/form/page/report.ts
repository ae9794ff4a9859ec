/** 填报、审核办理: the script of their pages. */
import './polyfill.ts';
import './no-eval.ts';
import { reportWork } from '../works/report.ts';
import { today } from './clock.ts';
import { startPage } from './form-page.ts';

startPage(reportWork(today));
