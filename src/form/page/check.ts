/** 填检查结果: the script of its pages. */
import './device/polyfill.ts';
import './device/no-eval.ts';
import { startCheck } from './inspection/check-form.ts';

startCheck();
