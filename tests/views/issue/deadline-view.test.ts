/** 整改时限: what is said beside the last day, for each kind of deadline. */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { deadlineView } from '../../../src/views/issue/deadline-view.ts';
import { type Changes, checkSmall, report, small, swap } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
/** The view of the one issue, its deadline in the braces of YAML; the day is 2026-06-15. */
function view(deadline: string, changes: Changes = {}, audience: Audience = 'internal') {
  const issue = LISTED.replace(/deadline: .*/u, `deadline: { ${deadline} }`);
  const { ledger, faults } = checkSmall({ 'issues/zx/zx-01.yaml': issue, ...changes });
  if (ledger === undefined) throw new Error(faults.map(({ message }) => message).join());
  const face = faceOf(ledger, '2026-06-15', audience);
  const [one] = face.standing.issues;
  if (one === undefined) throw new Error('no issue');
  return deadlineView(face, one);
}
const update = (day: string, text: string): Changes => ({
  [`updates/zx/zx-01/${day.replaceAll('-', '')}-100000-abc.yaml`]: text,
});

test('普通的截止日：没有要说的', () => {
  expect(view('text: 3月底, kind: fixed, dueOn: 2026-03-31')).toMatchObject({
    text: '3月底',
    dueOn: { iso: '2026-03-31' },
    originalDueOn: undefined,
    reviewOn: undefined,
    notes: [],
  });
});

test('截止日不上班：不变，说提前到哪天提醒', () => {
  // 2026-05-31 is a Sunday.
  expect(view('text: 5月底, kind: fixed, dueOn: 2026-05-31').notes).toEqual([
    '5月31日是周日，不上班，截止日不变；提前到5月29日（周五）提醒。',
  ]);
});

test('放假安排没有公布的年份，按工作日算的可能有变', () => {
  const { notes } = view(
    'text: 收到后500个工作日内, kind: relative, from: 2026-03-01, length: { workdays: 500 }',
  );
  expect(notes.some((note) => note.includes('还没有公布放假安排'))).toBe(true);
});

test('宽限期是系统设定，没有的不说', () => {
  const timing = (small['vocabulary/timing.yaml'] ?? '').replace(
    'graceDays: [{ from: 2026-01-01, value: 0 }]',
    'graceDays: [{ from: 2026-01-01, value: 3 }]',
  );
  expect(
    view('text: 3月底, kind: fixed, dueOn: 2026-03-31', { 'vocabulary/timing.yaml': timing }).notes,
  ).toEqual(['截止后宽限3天（系统设定）。']);
});

test('另定的上报日', () => {
  expect(
    view('text: 3月底前整改到位, kind: fixed, dueOn: 2026-03-31, reportOn: 2026-04-03').notes,
  ).toEqual(['整改结果另定2026年4月3日上报。']);
});

test('立即整改：没有截止日，满几天提醒', () => {
  expect(view('text: 立即整改, kind: immediate, from: 2026-03-01')).toMatchObject({
    dueOn: undefined,
    notes: ['来源没有写日期，不设截止日；满7天（2026年3月8日）还没有报结果就提醒（系统设定）。'],
  });
});

test('从哪天起算；起算日没有登记的没有截止日', () => {
  expect(
    view('text: 收到后10天内, kind: relative, from: 2026-03-02, length: { days: 10 }').notes.at(-1),
  ).toBe('从2026年3月2日起算，当天不计。');
  expect(
    view('text: 注销后10天内, kind: relative, start: 注销之日, length: { days: 10 }'),
  ).toMatchObject({
    dueOn: undefined,
    notes: ['从注销之日起算，起算日还没有登记，所以没有截止日。'],
  });
  expect(view('text: 10天内, kind: relative, length: { days: 10 }').notes[0]).toContain(
    '从起算日起算',
  );
});

test('读不出的，要人确认；有可能的读法就列出来', () => {
  expect(view('text: 尽快, kind: unread, candidates: []').notes).toEqual([
    '原文读不出确定的日期，要由人确认。',
  ]);
  expect(view('text: 4月内, kind: unread, candidates: [到4月30日, 到7月11日]').notes).toEqual([
    '原文读不出确定的日期，要由人确认。',
    '可能的读法：到4月30日；到7月11日。',
  ]);
});

test('长期坚持：多久复查一次，谁定的；还没有复查过的说首次在哪天', () => {
  expect(view('text: 长期坚持, kind: ongoing').notes).toEqual([
    '每90天复查一次（系统设定），首次复查在2026年5月30日。',
  ]);
  expect(view('text: 长期坚持，每季度查一次, kind: ongoing, reviewEvery: 91').notes[0]).toMatch(
    /^每91天复查一次(?!（系统设定）)/u,
  );
});

test('按频次坚持的，没有截止日', () => {
  expect(view('text: 每周更新2次, kind: recurring, every: { times: 2, per: week }').notes).toEqual([
    expect.stringMatching(/^按频次坚持，没有截止日；2026年\d+月\d+日复查（系统设定）。$/u),
  ]);
});

const EXTENDED = 'text: 3月底, kind: fixed, dueOn: 2026-03-31';
const late = {
  ...update(
    '2026-04-10',
    report('extended', '2026-04-10', 'askedOn: 2026-04-10\ndueOn: 2026-06-30\nreason: 系统升级\n'),
  ),
};

test('延过期的：现在的截止日和原来的；逾期以后批准的，已逾期几天照计', () => {
  const { dueOn, originalDueOn, notes } = view(EXTENDED, late);
  expect([dueOn?.iso, originalDueOn?.iso]).toEqual(['2026-06-30', '2026-03-31']);
  expect(notes).toContain('逾期后批准：批准前已逾期10天，照计。');
});

test('公开站不点名的专项，不说逾期几天', () => {
  const notes = (overdueNames: boolean) =>
    view(
      EXTENDED,
      {
        ...late,
        ...swap(
          'campaigns/zx.yaml',
          'office: ban',
          `office: ban\npublication: { level: list, overdueNames: ${String(overdueNames)} }`,
        ),
      },
      'public',
    ).notes.filter((note) => note.includes('逾期'));
  expect(notes(false)).toEqual([]);
  expect(notes(true)).toHaveLength(1);
});
