import { expect, test } from 'vitest';
import { stateInWords } from '../../../src/domain/issue/state-words.ts';
import { historyOf, issueOf, publicity7, type Said } from '../sample.ts';

const story: Said[] = [
  { action: 'submitted', reportedOn: '2024-03-10' },
  { action: 'accepted', reportedOn: '2024-03-12' },
];
const shown: Said = {
  action: 'publicity',
  reportedOn: '2024-03-13',
  from: '2024-03-13',
  until: '2024-03-19',
};

test('已验收的说在等什么，别的照状态', () => {
  const issue = issueOf({ origin: 'city' });
  const words = (today: string) =>
    stateInWords(historyOf(issue, [...story, shown], today, { campaign: publicity7 }));
  expect(words('2024-03-09')).toBe('待整改');
  expect(words('2024-03-11')).toBe('待审核');
  expect(words('2024-03-12')).toBe('已验收待公示');
  expect(words('2024-03-19')).toBe('已验收公示中');
  expect(words('2024-03-20')).toBe('已验收待上级核销');
  const none = { owner: 'nobody', step: 'none', by: undefined } as const;
  expect(stateInWords({ phase: 'awaiting', next: none })).toBe('待审核');
});
