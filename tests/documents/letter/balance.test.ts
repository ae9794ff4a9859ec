/** 勾稽: a paper whose figures do not add up is refused. */
import { expect, test } from 'vitest';
import { imbalances } from '../../../src/documents/letter/balance.ts';
import { standingWithin } from '../../../src/domain/issue/standing.ts';
import { face } from '../face.ts';

test('所报的单位总数少于清单列名的单位', () => {
  const part = standingWithin(face('yuyang').standing, { campaign: '2020-special' });
  expect(imbalances(part)).toEqual([]);
  const fewer = { ...part, reported: { units: 10, accounts: 42 } };
  expect(imbalances(fewer)).toEqual(['上报单位数10，少于清单列名的20（列名单位数）']);
});

test('清单序号不连续', () => {
  const part = standingWithin(face('yuyang').standing, { campaign: '2020-special' });
  const gap = { ...part, issues: part.issues.filter(({ issue }) => issue.row !== 7) };
  expect(imbalances(gap)).toEqual([
    '政府网站与政府系统政务新媒体基础建设专项整治的清单有22行，最后是第23号，缺第7号',
  ]);
});

test('一张清单分到两个专项，合起来连续的不算缺', () => {
  const whole = face('yuyang').standing;
  const part = standingWithin(whole, { campaign: '2020-special' });
  const seventh = part.issues.find(({ issue }) => issue.row === 7)!.issue;
  const moved = { ...seventh, campaign: 'other' };
  const split = {
    ...part,
    issues: part.issues.filter(({ issue }) => issue.row !== 7),
    ledger: {
      ...part.ledger,
      issues: new Map([...part.ledger.issues, [seventh.id, moved]]),
    },
  };
  expect(imbalances(split)).toEqual([]);
  // A list of its own has a number of this one, or is of another day.
  const first = part.issues[0]!.issue;
  for (const foreign of [
    [{ ...moved, listedOn: '2020-01-02' }],
    [moved, { ...first, id: 'other-1', campaign: 'other' }],
  ]) {
    const more = foreign.map((issue) => [issue.id, issue] as const);
    const issues = new Map([...part.ledger.issues, ...more]);
    expect(imbalances({ ...split, ledger: { ...part.ledger, issues } })).toHaveLength(1);
  }
});

test('各专项、各单位、全部，两面都平', () => {
  for (const name of ['yuyang', 'shili'] as const)
    for (const audience of ['public', 'internal'] as const) {
      const whole = face(name, audience).standing;
      expect(imbalances(whole)).toEqual([]);
      for (const campaign of whole.ledger.campaigns.keys())
        expect(imbalances(standingWithin(whole, { campaign })), campaign).toEqual([]);
    }
});
