/** 验收以后检查不合格: who does what next, on the issue's page, on lists and at home, and nowhere on the public site. (示例区，虚构) */
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import { type Face, faceOf } from '../../../src/views/face.ts';
import { waitingRows } from '../../../src/views/home/waiting-view.ts';
import { failedSinceAccepted } from '../../../src/views/inspection/look-words.ts';
import { issueRow } from '../../../src/views/issue/issue-row.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { listViews } from '../../../src/views/issue/list-view.ts';
import { deskGroups } from '../../../src/views/unit/desk.ts';

const shili = openLedger('tests/fixtures/shili');
const day = '2026-06-15';
const inside = faceOf(shili, day, 'internal');
const outside = faceOf(shili, day, 'public');
const ID = '2025-special-16';
const NEXT = {
  owner: 'reviewer',
  ownerName: '审核员',
  words: '核实验收以后的检查，仍不合格的退回',
};
const of = (face: Face, id = ID) => face.issues.get(id)!;
const failing = inside.standing.issues.filter(
  (one) => failedSinceAccepted(inside, one) !== undefined,
);

test('已验收待上级核销、以后检查又不合格的：页面写明请审核员核实、仍不合格的退回、由谁再办，上级决定的话还在', () => {
  const view = issueView(inside, of(inside));
  expect(view.row.stateName).toBe('已验收待上级核销');
  expect(view.looked).toBe(
    '2026年6月5日再次检查又不合格，已验收待上级核销；请审核员核实：仍不合格的登记“退回”，由责任单位继续整改后再申请验收；确已整改到位的写明情况，报请上级核销。',
  );
  expect(view.row.next).toMatchObject(NEXT);
  expect(view.reviewers).not.toBe('');
  expect(view.above).toContain('能否核销由交办的上级决定');
});

test('单位页、清单、首页的等谁办说的是同一步；每个问题只在一行，那一行的清单就是它数的', () => {
  expect(failing.map(({ id }) => id)).toContain(ID);
  const own = of(inside);
  const rows = deskGroups(inside, inside.byUnit.get(own.unit) ?? []).flatMap((group) => group.rows);
  expect(rows.find(({ id }) => id === ID)?.next).toMatchObject(NEXT);
  const list = listViews(inside).find(({ id }) => id === 'recall');
  expect(list?.href).toBe('/lists/recall.html');
  expect(list?.ids.toSorted()).toEqual(failing.map(({ id }) => id).toSorted());
  const waiting = waitingRows(inside);
  const row = (href: string) => waiting.find((one) => one.list === href);
  expect(row('/lists/recall.html')).toMatchObject({ who: '审核员', count: failing.length });
  const held = inside.standing.issues.filter(({ history }) => history.next.step === 'confirm');
  const atConfirm = failing.filter(({ history }) => history.next.step === 'confirm').length;
  const apart = listViews(inside).find(({ id }) => id === 'confirm');
  expect(row('/lists/confirm.html')).toMatchObject({
    count: held.length - atConfirm,
    what: '核销',
  });
  expect(apart?.ids).toHaveLength(held.length - atConfirm);
  expect(row('/figures/held-above.html')).toBeUndefined();
});

test('没有这种问题的，没有这张清单，也没有这句话', () => {
  const before = faceOf(shili, '2026-02-20', 'internal');
  expect(before.standing.issues.some((one) => failedSinceAccepted(before, one) !== undefined)).toBe(
    false,
  );
  const ids = listViews(before).map(({ id }) => id);
  for (const id of ['recall', 'confirm', 'publicise', 'publicity']) expect(ids).not.toContain(id);
  expect(waitingRows(before).some(({ list }) => list === '/lists/recall.html')).toBe(false);
});

test('验收在检查以后的，还是等上级核销，写明验收的日子', () => {
  const updates = new Map(shili.updates).set(
    ID,
    (shili.updates.get(ID) ?? []).map((step) =>
      step.action === 'accepted' ? { ...step, reportedOn: '2026-06-08' } : step,
    ),
  );
  const face = faceOf({ ...shili, updates }, day, 'internal');
  expect(issueRow(face, of(face)).next).toMatchObject({ ownerName: '上级', words: '核销' });
  expect(issueView(face, of(face)).looked).toMatch(
    /已验收待上级核销，2026年6月8日验收在检查以后。$/u,
  );
});

test('还没有验收的，请审核员验收时核实', () => {
  const view = issueView(inside, of(inside, '2026-check-13'));
  expect(view.looked).toBe(
    '2026年6月5日回头看又不合格，待审核；请审核员验收时核实，仍不合格的退回。',
  );
  expect(view.row.next.words).toBe('验收或退回');
});

test('公开站不说检查，下一步是上级核销', () => {
  for (const { id } of failing) {
    const one = outside.issues.get(id);
    if (one !== undefined) expect(issueRow(outside, one).next.ownerName).not.toBe('审核员');
  }
  expect(listViews(outside).some(({ id }) => id === 'recall')).toBe(false);
});
