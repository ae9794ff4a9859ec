/** 指标明细: which figures have rows of their own, of the whole and of a campaign, and what stands beside them. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { campaignFigurePage, figureRolls } from '../../../src/views/figure/figure-roll.ts';
import { type Changes, checkSmall, small, submitted, swap } from '../../ledger/small.ts';

const OPEN = swap('campaigns/zx.yaml', 'office: ban', 'office: ban\npublication: { level: list }');
const CAMPAIGN = OPEN['campaigns/zx.yaml'] as string;
const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
function faceWith(changes: Changes = {}, audience: Audience = 'internal') {
  const { ledger, faults } = checkSmall({ ...OPEN, ...changes });
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return faceOf(ledger, '2026-06-15', audience);
}
const TWO = {
  'campaigns/zy.yaml': CAMPAIGN.replace('示例专项', '另一专项'),
  'issues/zy/zy-01.yaml': LISTED.replace('campaign: zx', 'campaign: zy').replace(
    'account: jia-wechat',
    'unit: ban',
  ),
};
const rolls = (...args: Parameters<typeof faceWith>) => figureRolls(faceWith(...args));

test('没有行的指标没有明细；只有一个专项的不另做一份', () => {
  const all = rolls();
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(['total', 'overdue']));
  expect(all.map(({ id }) => id)).not.toContain('closed');
  expect(all.every(({ ids }) => ids.length > 0)).toBe(true);
  expect(all.filter(({ id, campaign }) => id === 'total' && campaign !== undefined)).toEqual([]);
});

test('几个专项的，各有各的明细和页', () => {
  const totals = rolls(TWO).filter(({ id }) => id === 'total');
  expect(totals.map(({ campaign, ids }) => [campaign?.id, ids])).toEqual([
    [undefined, expect.arrayContaining(['zx-01', 'zy-01'])],
    ['zx', ['zx-01']],
    ['zy', ['zy-01']],
  ]);
  expect(new Set(totals.map(({ href }) => href)).size).toBe(3);
});

test('专项的一个指标在哪一页：只有这个专项的用总的那页', () => {
  const page = (changes: Changes) => campaignFigurePage(faceWith(changes), 'zx')('total');
  expect(page({})).not.toContain('zx');
  expect(page(TWO)).toContain('zx');
});

test('要紧的指标说哪些单位各几个；公开站不点名的只说几个，不列是哪些', () => {
  const late = (audience: Audience) =>
    rolls(TWO, audience).find(({ id, campaign }) => id === 'overdue' && !campaign);
  expect(late('internal')?.units.map(({ id, count }) => [id, count])).toEqual([
    ['ban', 1],
    ['jia', 1],
  ]);
  expect(late('public')).toMatchObject({ ids: [], withheld: 2, units: [] });
  expect(rolls(TWO).find(({ id }) => id === 'total')?.units).toEqual([]);
});

test('问题的行有次序，单位的没有；率说分子分母', () => {
  const all = rolls({ 'updates/zx/zx-01/20260320-100000-abc.yaml': submitted });
  expect(all.filter(({ rowKind }) => rowKind === 'issue').every(({ order }) => order !== '')).toBe(
    true,
  );
  expect(all.filter(({ rowKind }) => rowKind !== 'issue').every(({ order }) => order === '')).toBe(
    true,
  );
  for (const { share } of all)
    if (share !== undefined) {
      expect(share.words).toMatch(/%$/u);
      expect(share.parts).toMatch(/^\S+\d+个，共\d+个；以下列出\S+的。$/u);
    }
});
