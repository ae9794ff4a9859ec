/** 退回的问题: why, what is lacking, by when, since when. (示例区，虚构) */
import { expect, test } from 'vitest';
import { daysBetween } from '../../../src/day/calendar.ts';
import { sentBackPage, sentBackInWords } from '../../../src/views/due/sent-back-view.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { dutiesView } from '../../../src/views/unit/task-view.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili');
const returned = inside.standing.issues.filter(({ history }) => history.state === 'returned');

test('退回而没有再报的每个都列，写明理由、还差什么、期限、几天；等得久的在前；各单位的数加起来相等', () => {
  const page = sentBackPage(inside)!;
  const [issues, units] = page.tables;
  expect(issues?.rows).toHaveLength(returned.length);
  const addresses = returned.map(({ id }) => `/issues/${id}.html`);
  expect(issues?.rows.map(([first]) => first?.href).toSorted()).toEqual(addresses.toSorted());
  const days = issues!.rows.map((row) =>
    Number(/退回，已(\d+)天：./u.exec(row[2]?.text ?? '')?.[1]),
  );
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  for (const row of issues!.rows) {
    const [, , , lacking, term] = row.map(({ text }) => text);
    expect(lacking).not.toBe('');
    expect(term).toMatch(/重新报送的期限|没有截止日/u);
  }
  const sum = units!.rows.reduce((all, [, count]) => all + Number(count?.text), 0);
  expect(sum).toBe(returned.length);
  expect(page.intro[0]).toContain(
    `问题${String(returned.length)}个，涉及${String(units!.rows.length)}家单位；最多的是示例区应急管理局，2个；`,
  );
});

test('期限：没有改过的是原来的；退回后批准延期的写新的和批准的日子；问题页和单位页说的一样', () => {
  const moved = inside.issues.get('2026-q1-09')!;
  const sentence = sentBackInWords(inside, moved);
  expect(sentence).toBe(
    `2026年3月31日退回，已${String(daysBetween('2026-03-31', inside.today))}天：佐证看不出发布日期，请补充后再报。重新报送的期限是2026年7月11日（退回后2026年6月11日批准）。`,
  );
  expect(issueView(inside, moved).answers).toContain(sentence);
  const tasks = dutiesView(inside, moved.unit).groups.flatMap((group) => group.tasks);
  const task = tasks.find(({ row }) => row.id === moved.id)!;
  expect(sentence).toContain(`${task.returned?.term ?? '-'}。`);
  const late = returned.find(({ lateness }) => lateness.kind === 'overdue')!;
  expect(sentBackInWords(inside, late)).toMatch(
    /退回不改截止日，重新报送的期限仍是.*，已逾期\d+天。$/u,
  );
});

test('公开站不说退回的理由，也没有这一页；没有退回的直说没有', () => {
  const outside = face('shili', 'public');
  expect(sentBackPage(outside)).toBeUndefined();
  for (const one of outside.standing.issues) {
    expect(sentBackInWords(outside, one)).toBe('');
    expect(issueView(outside, one).answers).toEqual([]);
  }
  const none = sentBackPage(face('yuyang', 'internal'))!;
  expect([none.intro, none.tables]).toEqual([['没有退回以后还没有再报的问题。'], []]);
});

test('退回当天不写几天；只有一家、各家一样多的，不说哪家最多', () => {
  const on = face('shili', 'internal', '2026-03-31');
  expect(sentBackInWords(on, on.issues.get('2026-q1-09')!)).toMatch(/^2026年3月31日退回：/u);
  const only = { ...inside.standing, issues: [inside.issues.get('2026-q1-09')!] };
  expect(sentBackPage({ ...inside, standing: only })?.intro[0]).toBe(
    '审核员退回、单位还没有再报的问题1个，涉及1家单位；最久的退回已76天。退回本身不改截止日；要改的由审核员另行登记延期。',
  );
});
