import { expect, test } from 'vitest';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { deskGroups } from '../../../src/views/unit/desk.ts';
import { faceOf } from '../../../src/views/face.ts';

const ledger = openLedger('tests/fixtures/shili');
const inside = faceOf(ledger, ledger.site.asOf!, 'internal');
const open = faceOf(ledger, ledger.site.asOf!, 'public');

test.each([
  ['内部站', inside],
  ['公开站', open],
])('%s：每件问题在一组里，也只在一组里', (_, face) => {
  const ids = deskGroups(face, face.standing.issues).flatMap(({ rows }) =>
    rows.map(({ id }) => id),
  );
  expect(ids.toSorted()).toEqual([...face.issues.keys()].toSorted());
});

test.each([
  ['内部站', inside],
  ['公开站', open],
])('%s：一组的行就是它所指指标的行，点数字数得上', (_, face) => {
  const groups = deskGroups(face, face.standing.issues);
  const pairs = groups.flatMap(({ figures, rows }) =>
    figures
      // 有些专项不公开逾期单位，它们不在逾期组里。
      .filter(
        (id) => face.audience === 'internal' || !['overdue', 'in-grace', 'due-later'].includes(id),
      )
      .map((id) => [id, rows.map((row) => row.id).toSorted()] as const),
  );
  expect(pairs.length).toBeGreaterThan(4);
  for (const [id, rows] of pairs)
    expect([id, rows]).toEqual([id, [...rowsOf(figureOf(face.standing, id))].toSorted()]);
});

test('组内按行里写的日子先后排；办结的近的在前，等审核的等得久的在前', () => {
  for (const { id, rows } of deskGroups(inside, inside.standing.issues)) {
    if (id === 'waiting' || id === 'held') {
      const waited = rows.map((row) => Number(/(\d+)天$/u.exec(row.waited)?.[1] ?? 0));
      expect(waited).toEqual(waited.toSorted((a, b) => b - a));
      continue;
    }
    const days = rows.map(({ mark }) => mark?.day.iso ?? '9999');
    const sorted = days.toSorted();
    expect(days).toEqual(id === 'closed' || id === 'void' ? sorted.toReversed() : sorted);
  }
});
