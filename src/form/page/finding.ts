/** 新列问题: the script of its page. */
import './polyfill.ts';
import './no-eval.ts';
import { findingWork } from '../works/finding.ts';
import { today } from './clock.ts';
import { startPage } from './form-page.ts';

startPage(findingWork(today));
