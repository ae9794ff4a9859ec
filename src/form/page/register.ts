/** 备案登记: the script of its pages. */
import './device/polyfill.ts';
import './device/no-eval.ts';
import { registerWork } from '../works/register.ts';
import { startPage } from './card/start-page.ts';

startPage(registerWork);
