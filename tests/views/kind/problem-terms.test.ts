/** 各类问题的期限: the rule of each kind, and what its problems were really given. (示例区，虚构) */
import { expect, test } from 'vitest';
import { median } from '../../../src/domain/figures/figure-value.ts';
import { dueOn } from '../../../src/domain/issue/deadline/deadline.ts';
import { problemTerms } from '../../../src/views/kind/problem-terms.ts';
import { faceOf } from '../../../src/views/face.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');
const told = (of = inside) => new Map(problemTerms(of).map(({ name, value }) => [name, value]));
const RULED = '由检查开列的，自开列之日起10个工作日内（本台账的设定），别的由交办的文件写明';
const NONE = '没有规定天数，由交办的文件写明';

test('有天数规定的写天数和来处；没有的写没有规定，由检查开列的写立即整改', () => {
  const { problems } = inside.ledger.vocabulary;
  const all = [...told()].map(([name, value]) => `${name}：${value}`).join('\n');
  for (const { name, within } of problems) {
    expect(all).toContain(name);
    const own = told().get(name);
    if (within !== undefined) expect(own).toMatch(new RegExp(`^${RULED}`, 'u'));
    else if (own !== undefined) expect(own.startsWith(NONE)).toBe(true);
  }
  expect(told().get('内容不够丰富')).not.toContain('立即整改');
  expect([...told()].at(-1)).toEqual([
    '其余各类',
    expect.stringMatching(/“链接失效或错误”.*：没有规定天数/u),
  ]);
});

test('实际给过的：满三个才说，从列入算到原定的截止日，没有日子的、截止日在列入以前的不计', () => {
  const of = (id: string) =>
    [...inside.ledger.issues.values()].flatMap(({ problems, deadline, listedOn }) => {
      const due = dueOn(deadline)?.day;
      return problems.includes(id) && due !== undefined && due >= listedOn
        ? [(Date.parse(due) - Date.parse(listedOn)) / 86_400_000]
        : [];
    });
  const days = of('not-filed');
  expect(days.length).toBeGreaterThanOrEqual(3);
  const counted = `${String(days.length)}个：中位数${String(median(days))}天，最短${String(Math.min(...days))}天，最长${String(Math.max(...days))}天`;
  expect(told().get('未备案')).toBe(`${NONE}。实际给过（不是规定）${counted}。`);
  const few = new Set(
    [...inside.ledger.issues.values()]
      .filter(({ problems }) => problems.includes('not-filed'))
      .slice(2)
      .map(({ id }) => id),
  );
  const issues = new Map([...inside.ledger.issues].filter(([id]) => !few.has(id)));
  const { ledger, today } = inside;
  expect(told(faceOf({ ...ledger, issues }, today, 'internal')).get('未备案')).toBeUndefined();
});

test('公开站只数公开的专项', () => {
  const count = (of: typeof inside) => Number(/）(\d+)个/u.exec(told(of).get('未备案') ?? '')?.[1]);
  expect(count(face('shili', 'public'))).toBeLessThan(count(inside));
});
