/** 同类问题再次列入: on an issue's page, the same issues as in the list of these. (示例区，虚构) */
import { expect, test } from 'vitest';
import { listedAgain, settledBefore } from '../../../src/domain/figures/recurrence.ts';
import { sameBefore } from '../../../src/views/figure/same-before.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');

test('写的就是“同类问题再次列入”清单里的那些，说几个、最近的是哪一个', () => {
  const said = inside.standing.issues.filter((one) => sameBefore(inside, one) !== undefined);
  expect(said).toEqual(listedAgain(inside.standing));
  expect(said.length).toBeGreaterThan(0);
  for (const one of said) {
    const before = settledBefore(inside.standing, one);
    const { words, latest, on } = sameBefore(inside, one)!;
    expect(words).toContain(`同类的${String(before.length)}个`);
    const own = inside.issues.get(latest.id)!;
    expect(own.unit).toBe(one.unit);
    expect(latest.name).toMatch(/.{3,}序号\d+$/u);
    expect(own.issue.problems.some((kind) => one.issue.problems.includes(kind))).toBe(true);
    expect(on).toMatch(/^（\d{4}年\d{1,2}月\d{1,2}日）$/u);
    for (const { on: day } of before) {
      expect(day < one.issue.listedOn).toBe(true);
      expect(day <= before[0]!.on).toBe(true);
    }
  }
});

test('公开站没有', () => {
  const open = face('shili', 'public');
  for (const one of open.standing.issues) expect(sameBefore(open, one)).toBeUndefined();
});
