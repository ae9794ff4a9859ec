/** The branches that the compiler rules out: what is not of the union comes back as it is, never as a guess. */
import { describe, expect, test } from 'vitest';
import { basisSentence } from '../../src/domain/issue/basis.ts';
import { breakdown } from '../../src/domain/figures/breakdown.ts';
import { valueInWords } from '../../src/domain/figures/figure-value.ts';
import { whyRefused } from '../../src/domain/issue/round/guard.ts';
import { latenessInWords, latenessOf, lightOf } from '../../src/domain/issue/deadline/lateness.ts';
import { nextStep } from '../../src/domain/issue/next-step.ts';
import { roundAfter } from '../../src/domain/issue/round/round-step.ts';
import { standing } from '../../src/domain/issue/standing.ts';
import { waitingSince } from '../../src/domain/issue/deadline/waiting.ts';
import { historyOf, issueOf, ledgerOf, LISTED, roundOf, timingOf } from './sample.ts';

const policy = { closing: 'verification', publicity: false, above: false, ongoing: false } as const;
const issue = issueOf();
const timing = timingOf();
const odd = (said: object) => said as never;

describe('类型以外的值原样返回', () => {
  test('口径、值、灯、话', () => {
    const value = odd({ by: 'odd', kind: 'odd' });
    expect(basisSentence(value)).toBe(value);
    expect(valueInWords(value)).toBe(value);
    expect(lightOf(value)).toBe(value);
    expect(latenessInWords(value)).toBe(value);
  });

  test('步骤', () => {
    const update = odd({ action: 'odd', reportedOn: LISTED });
    expect(whyRefused(update, roundOf(), 0)).toBe(update);
    expect(roundAfter(roundOf(), update, 'open', { issue, timing, policy })).toBe(update);
    expect(waitingSince({ next: odd({ step: 'odd' }), round: roundOf() })).toBe('odd');
    expect(nextStep(odd(['odd']), roundOf(), policy, LISTED)).toEqual(['odd']);
  });

  test('状态、时限类型', () => {
    const history = historyOf(issue, [], LISTED);
    expect(latenessOf(issue, { ...history, state: odd(['odd']) }, timing)).toEqual(['odd']);
    const deadline = odd({ kind: 'odd', text: '？' });
    const undated = { ...history, round: roundOf({ dueOn: undefined }) };
    expect(latenessOf(issueOf({ deadline }), undated, timing)).toMatchObject({ why: deadline });
  });

  test('分组', () => {
    const whole = standing(ledgerOf([issueOf({ account: 'a1' })]), LISTED);
    expect(breakdown(whole, odd(['odd'])).parts).toMatchObject([{ key: 'odd', name: ['odd'] }]);
  });
});
