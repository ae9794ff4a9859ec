/** 待办: whose report it is that waits, where it cannot be read. */
import { expect, test } from 'vitest';
import { waitingReport } from '../../src/form/page-data/waiting-report.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { step, submitted, updateFile, World } from './world.ts';

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
