/** 待办: whose report it is that waits, where it cannot be read. */
import { expect, test } from 'vitest';
import { waitingReport } from '../../../src/form/page-data/waiting-report.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { step, submitted, updateFile, World } from '../../git/world.ts';

test('读不出的报送不算办公室自己的：推送的审核员撤不了', () => {
  const world = new World();
  const isOffice = (...args: Parameters<World['review']>) =>
    waitingReport(world.review(...args)).isOffice;
  const [[path, text] = ['', '']] = Object.entries(
    updateFile(submitted('plain-02', { onBehalfOf: 'yi', channel: '报送单' })),
  );
  expect(isOffice({ [path]: text }, 'rev-1')).toBe(false);
  expect(isOffice({ [path]: 'issue: [' }, 'rev-1')).toBe(false);
  expect(isOffice({ [path]: text.replace('submitted', 'submited') }, 'rev-1')).toBe(false);

  // What the office decides or lists is its own.
  world.settle(submitted('plain-01'));
  expect(isOffice(updateFile(step('accepted')), 'rev-1')).toBe(true);
  expect(
    isOffice(
      {
        'content/accounts/jia/jia-weibo.yaml': canonical('account', {
          kind: 'new-media',
          name: '甲街道微博',
          platform: 'weibo',
        }),
      },
      'rev-1',
    ),
  ).toBe(true);
});

test('单位申请延期的，申请的日子和延到哪一天照它写的填好', () => {
  const world = new World();
  const asked = (note: string) => {
    const files = updateFile(step('progress', 'plain-01', { reportedOn: '2024-06-03', note }));
    return waitingReport(world.review(files, 'clerk-jia')).issues[0]?.asked;
  };
  expect(asked('申请延期至2024年7月31日：平台审核慢')).toEqual({
    askedOn: '2024-06-03',
    dueOn: '2024-07-31',
    until: '2024-07-31',
  });
  expect(asked('正在改')).toEqual({ askedOn: '2024-06-03' });
});
