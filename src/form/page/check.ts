/** 填检查结果: the script of its pages. */
import './polyfill.ts';
import './no-eval.ts';
import { startCheck } from './check-form.ts';

startCheck();
