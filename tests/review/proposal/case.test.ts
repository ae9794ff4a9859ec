import { expect, test } from 'vitest';
import type { Posts } from '../../../src/domain/membership.ts';
import {
  faultOf,
  issueUnit,
  newUpdates,
  type StepCase,
} from '../../../src/review/proposal/case.ts';
import { ledgerChange } from '../../../src/review/proposal/change.ts';
import { type Changes, checkSmall, report, small, submitted } from '../../ledger/small.ts';

const author: Posts = {
  account: 'a',
  reviewer: true,
  maintainer: false,
  robot: false,
  units: new Set(),
  others: [],
};
const side = { mode: '100644', object: '' };
const at = (stamp: string, issue = 'zx-01') => `updates/${issue}/${stamp}.yaml`;

function caseOf(added: Changes, before: Changes = {}): StepCase {
  return {
    changes: Object.keys(added).map((path) =>
      ledgerChange({ path, before: undefined, after: side, conflict: false }, ''),
    ),
    people: [],
    author,
    today: '2026-04-01',
    merging: false,
    base: checkSmall(before).ledger!,
    merged: checkSmall({ ...before, ...added }).ledger!,
  };
}

test('新的报送按时间戳排，不按文件名的全文；原有的不算', () => {
  const old = { [at('20260301-090000-zzz')]: report('progress', '2026-03-01', 'note: 在改\n') };
  const added = {
    [at('20260320-090000-aaa')]: submitted,
    [at('20260310-090000-zzz')]: report('progress', '2026-03-10', 'note: 在改\n'),
    'evidence/zx-01/a.png': 'x',
  };
  expect(newUpdates(caseOf(added, old)).map(({ id }) => id.split('/').at(-1))).toEqual([
    '20260310-090000-zzz',
    '20260320-090000-aaa',
  ]);
});

test('问题归谁：先看主分支，主分支没有的看提议', () => {
  const moved = (small['accounts/jia/jia-wechat.yaml'] ?? '').replace('unit: jia', 'unit: ban');
  const file = caseOf({
    'accounts/ban/jia-wechat.yaml': moved,
    'accounts/jia/jia-wechat.yaml': undefined,
  });
  expect(issueUnit(file, 'zx-01')).toBe('jia');
  const fresh = (small['issues/zx/zx-01.yaml'] ?? '').replace('row: 1', 'row: 2');
  expect(issueUnit(caseOf({ 'issues/zx/zx-02.yaml': fresh }), 'zx-02')).toBe('jia');
  expect(issueUnit(caseOf({}), 'no-such')).toBeUndefined();
});

test('说整个文件的，没有行列；不另说的是错误', () => {
  expect(faultOf('x', 'r', '甲', '乙')).toEqual({
    file: 'x',
    line: 0,
    col: 0,
    rule: 'r',
    severity: 'fault',
    message: '甲',
    remedy: '乙',
  });
  expect(faultOf('x', 'r', '甲', '乙', 'warning').severity).toBe('warning');
});
