/** 填报、审核办理: the script of their pages. */
import './device/polyfill.ts';
import './device/no-eval.ts';
import { reportWork } from '../works/report.ts';
import { startPage } from './card/start-page.ts';

startPage(reportWork);
