/** 移交 on the fictional ledger: an account's hand-over stands in the story of its issues, and who took over what was late is told so. */
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../../src/day/calendar.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { type Face, faceOf } from '../../../src/views/face.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';

const shili = openLedger('tests/fixtures/shili');
const today = '2026-06-15';
const inside = faceOf(shili, today, 'internal');
const outside = faceOf(shili, today, 'public');
const viewOf = (face: Face, id: string) => issueView(face, face.issues.get(id)!);
const handOvers = (face: Face, id: string) =>
  viewOf(face, id).story.filter(({ what }) => what === '移交');

describe('账号移交', () => {
  test('问题的办理过程有移交一行：哪天、从哪家到哪家；公开说明都有，内部备注只在内部', () => {
    const [line, ...others] = handOvers(inside, '2025-special-18');
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      on: { iso: '2026-06-11' },
      round: 2,
      after: 'rectifying',
      became: undefined,
      facts: [
        { name: '移出单位', value: '示例区丙街道办事处' },
        { name: '接收单位', value: '示例区庚街道办事处' },
      ],
      publicNote: '机构调整，随主办单位移交',
      inside: [{ name: '内部备注', value: '交接清单存档（虚构的内部备注）' }],
    });
    for (const id of outside.issues.keys())
      for (const one of handOvers(outside, id)) expect(one.inside).toEqual([]);
  });

  test('移交以前已经销号的没有这一行；移交那天以前的页面也没有', () => {
    expect(handOvers(inside, '2026-check-22')).toEqual([]);
    expect(handOvers(inside, '2024-q3-01')).toEqual([]);
    const before = faceOf(shili, '2026-06-10', 'internal');
    expect(handOvers(before, '2025-special-18')).toEqual([]);
    expect(viewOf(before, '2025-special-18').takenOver).toBe('');
  });

  test('同一天移交两次的，两行照先后，前一行的接收单位就是后一行的移出单位', () => {
    const { account } = inside.issues.get('2025-special-18')!.issue;
    const steps = shili.registry.get(account!)!;
    const first = steps.find(({ action }) => action === 'transferred')!;
    if (first.action !== 'transferred') throw new Error('示例台账的这个账号应有移交');
    const back = shili.accounts.get(account!)!.unit;
    const second = { ...first, to: back, id: first.id.replace(/-\d{6}-/u, '-235900-') };
    const registry = new Map([...shili.registry, [account!, [...steps, second]]]);
    const twice = faceOf({ ...shili, registry }, today, 'internal');
    const lines = handOvers(twice, '2025-special-18').map(({ facts }) => facts.map((f) => f.value));
    expect(lines).toEqual([
      ['示例区丙街道办事处', '示例区庚街道办事处'],
      ['示例区庚街道办事处', '示例区丙街道办事处'],
    ]);
  });

  test('截止以后才接手的写明从哪天起是它的：移交当天逾期几天、接手几天，相加就是逾期天数，数字不变', () => {
    const view = viewOf(inside, '2025-special-18');
    expect(view.row.lateness.words).toBe('逾期143天');
    expect(view.takenOver).toBe(
      '2026年6月11日由示例区丙街道办事处移交示例区庚街道办事处，移交当天已逾期139天，接手4天。',
    );
    const then = faceOf(shili, '2026-06-11', 'internal');
    expect(viewOf(then, '2025-special-18').takenOver).toMatch(/，移交当天已逾期139天。$/u);
  });

  test('凡说接手的：内部的两段之和是逾期天数；公开站不说逾期的专项不说', () => {
    let said = 0;
    for (const one of inside.issues.values()) {
      const { takenOver } = issueView(inside, one);
      if (takenOver === '') continue;
      said += 1;
      const spans = [...takenOver.matchAll(/(?:已逾期|已过截止日|接手)(\d+)天/gu)];
      expect('days' in one.lateness && one.lateness.days).toBe(
        spans.reduce((sum, [, days]) => sum + Number(days), 0),
      );
    }
    expect(said).toBeGreaterThan(0);
    for (const one of outside.issues.values())
      if (outside.ledger.campaigns.get(one.issue.campaign)?.publication.overdueNames !== true)
        expect(issueView(outside, one).takenOver).toBe('');
  });

  test('逾期以前接手的、没有移交的，不说', () => {
    for (const one of inside.issues.values()) {
      const { takenOver, story } = issueView(inside, one);
      const last = story.findLast(({ what }) => what === '移交');
      const { dueOn } = one.history.round;
      if (last === undefined || dueOn === undefined || daysBetween(dueOn, last.on.iso) <= 0)
        expect(takenOver).toBe('');
    }
  });
});
