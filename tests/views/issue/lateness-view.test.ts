/** 时限状况: what the pages say, and what the public site never says of a unit that may not be named. */
import { describe, expect, test } from 'vitest';
import type { Lateness } from '../../../src/domain/issue/deadline/lateness.ts';
import { mayCallLate } from '../../../src/views/face.ts';
import { latenessView, OPENLY_LATE, tellsOfDelay } from '../../../src/views/issue/lateness-view.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');
const open = face('shili', 'public');

test('指责单位的只有这几种', () => {
  const on = '2026-06-01';
  const day = { dueOn: on, days: 1 };
  const undated = { kind: 'no-date', remindOn: on } as const;
  const said: readonly [Lateness, boolean][] = [
    [{ kind: 'overdue', ...day }, true],
    [{ kind: 'in-grace', ...day }, true],
    [{ kind: 'waiting-late', ...day }, true],
    [{ kind: 'settled-late', ...day }, true],
    [{ ...undated, why: 'ongoing', remind: true }, true],
    [{ ...undated, why: 'unread', remind: true }, false],
    [{ ...undated, why: 'ongoing', remind: false }, false],
    [{ kind: 'review', reviewOn: on, days: -1 }, true],
    [{ kind: 'review', reviewOn: on, days: 0 }, false],
    [{ kind: 'void' }, false],
    [{ kind: 'settled-in-time', ...day }, false],
    [{ kind: 'settled-undated' }, false],
    [{ kind: 'waiting', dueOn: on }, false],
    [{ kind: 'due-today', dueOn: on }, false],
    [{ kind: 'due-soon', ...day }, false],
    [{ kind: 'due-later', ...day }, false],
    [{ kind: 'deferred', ...day }, false],
  ];
  expect(said.map(([lateness]) => tellsOfDelay(lateness))).toEqual(said.map(([, is]) => is));
});

describe('公开站', () => {
  const silent = open.standing.issues.filter(({ issue }) => !mayCallLate(open, issue.campaign));

  test('不点名的专项：没有一处说逾期、临期，也分不出按期和逾期销号', () => {
    expect(silent.length).toBeGreaterThan(0);
    for (const one of silent) {
      const { words, light, group } = latenessView(open, one);
      expect(`${words} ${group}`).not.toMatch(/逾期|超期|宽限|晚/u);
      if (['closed', 'sustained'].includes(one.history.state)) {
        expect(light).toBe('none');
        expect(group).toBe('已销号、长期坚持');
      }
    }
  });

  test('同样没有到期的和已经逾期的，写法一样，都只有截止日', () => {
    const late = silent.filter(({ lateness }) => lateness.kind === 'overdue');
    for (const one of late)
      expect(latenessView(open, one)).toMatchObject({ light: 'none', group: '有截止日' });
  });

  test('点名的专项，逾期写成公开的逾期', () => {
    const named = open.standing.issues.filter(
      ({ issue, lateness }) => lateness.kind === 'overdue' && mayCallLate(open, issue.campaign),
    );
    for (const one of named) expect(latenessView(open, one).group).toBe(OPENLY_LATE);
  });
});

test('内部站：逾期的写逾期几天，灯和字一起', () => {
  const late = inside.standing.issues.filter(({ lateness }) => lateness.kind === 'overdue');
  expect(late.length).toBeGreaterThan(0);
  for (const one of late) {
    const { words, light, group } = latenessView(inside, one);
    expect(words).toMatch(/逾期/u);
    expect(group).toBe('逾期');
    expect(light).not.toBe('none');
  }
});

test('每个问题都有字，两站都一样多', () => {
  for (const of of [inside, open])
    for (const one of of.standing.issues) expect(latenessView(of, one).words).not.toBe('');
});

test('只记到某一天、写明不反映此后的台账：不倒数，当时未到期就写未到期', () => {
  const past = face('yuyang', 'internal');
  const words = past.standing.issues.map((one) => latenessView(past, one).words);
  expect(new Set(words)).toEqual(new Set(['未到期', '未过复查日', '立即整改']));
  // On a day of their own choosing, and in a demonstration, days are counted as they are.
  const later = face('yuyang', 'internal', '2020-05-14');
  expect(later.standing.issues.map((one) => latenessView(later, one).words).join()).toMatch(
    /剩17天/u,
  );
  expect(inside.standing.issues.map((one) => latenessView(inside, one).words).join()).toMatch(
    /剩\d+天/u,
  );
});
