/** 新列问题: the script of its page. */
import './device/polyfill.ts';
import './device/no-eval.ts';
import { findingWork } from '../works/finding.ts';
import { today } from './device/clock.ts';
import { startPage } from './card/start-page.ts';

startPage(findingWork(today));
