import { expect, test } from 'vitest';
import { stateAfter } from '../../../src/domain/issue/outlook.ts';
import { policyOn } from '../../../src/domain/issue/round/closing.ts';
import { stateInWords } from '../../../src/domain/issue/state-words.ts';
import type { Move } from '../../../src/domain/issue/transition.ts';
import {
  fixed,
  historyOf,
  issueOf,
  merging,
  ongoing,
  publicity7,
  verification,
} from '../sample.ts';
import type { Said } from '../sample.ts';

const TODAY = '2024-03-12';
const handedIn: Said = { action: 'submitted', reportedOn: '2024-03-10' };
const going: Said = { action: 'progress', reportedOn: '2024-03-10' };
const decisions: readonly (Said & { action: Move })[] = [
  { action: 'accepted', reportedOn: TODAY },
  { action: 'returned', reportedOn: TODAY, reason: '示例' },
  { action: 'sustained', reportedOn: TODAY, reviewOn: '2024-09-01' },
  { action: 'extended', reportedOn: TODAY, askedOn: TODAY, dueOn: '2024-04-30' },
  { action: 'deferred', reportedOn: TODAY, askedOn: TODAY, until: '2024-04-30' },
];

test('办了以后是什么状态，事先说的与照样登记以后回放出来的一样；办不了的不说', () => {
  let told = 0;
  for (const origin of ['district', 'city'] as const)
    for (const campaign of [verification, merging, publicity7])
      for (const deadline of [fixed, ongoing])
        for (const said of [
          [],
          [going],
          [handedIn],
          [handedIn, { action: 'returned', reportedOn: '2024-03-11', reason: '示例' } as Said],
        ])
          for (const decision of decisions) {
            const issue = issueOf({ origin, deadline });
            const before = historyOf(issue, said, TODAY, { campaign });
            const policy = policyOn(issue, campaign, TODAY);
            const words = stateAfter(decision.action, before, policy, TODAY);
            if (words === undefined) continue;
            const after = historyOf(issue, [...said, decision], TODAY, { campaign });
            // An issue without a last day has none to move: the guards say so when it is written.
            if (after.faults.length > 0) continue;
            told += 1;
            expect([origin, decision.action, words]).toEqual([
              origin,
              decision.action,
              stateInWords(after),
            ]);
          }
  expect(told).toBeGreaterThan(60);
});

test('要看填了什么才知道的、规则不许的，事先不说', () => {
  const issue = issueOf({ origin: 'city' });
  const accepted: Said[] = [handedIn, { action: 'accepted', reportedOn: TODAY }];
  const held = historyOf(issue, accepted, TODAY, { campaign: verification });
  const policy = policyOn(issue, verification, TODAY);
  expect(stateAfter('confirmedAbove', held, policy, TODAY)).toBeUndefined();
  expect(stateAfter('accepted', held, policy, TODAY)).toBeUndefined();
  expect(stateAfter('returned', held, policy, TODAY)).toBe('退回');
});
