/** 备案登记: the script of its pages. */
import './polyfill.ts';
import './no-eval.ts';
import { registerWork } from '../works/register.ts';
import { startPage } from './form-page.ts';

startPage(registerWork);
