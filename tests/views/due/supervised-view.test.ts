/** 通报和督办的问题: over all bulletins and letters, which issue by which, and how it stands today. (示例区，虚构) */
import { expect, test } from 'vitest';
import { isUnfinished } from '../../../src/domain/figures/state.ts';
import { faceOf } from '../../../src/views/face.ts';
import { supervisedPage } from '../../../src/views/due/supervised-view.ts';
import { issuesNamed } from '../../../src/views/inspection/bulletin-today.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili');
const { ledger, today } = inside;
const tableOf = (page: ReturnType<typeof supervisedPage>, id: string) =>
  page?.tables.find((table) => table.id === id);

test('每份检查通报点名的问题都在，写明哪份通报、哪天、现在怎样；没有办结的在前，几份都点名的逐份列', () => {
  const page = supervisedPage(inside)!;
  const all = new Map(
    [...ledger.bulletins.values()].map((one) => [one.id, issuesNamed(inside, one)] as const),
  );
  const named = new Set([...all.values()].flat());
  const open = [...named].filter(isUnfinished);
  const [first, second] = [tableOf(page, 'bulletins')!, tableOf(page, 'bulletins-over')!];
  expect([first.rows.length, second.rows.length]).toEqual([open.length, named.size - open.length]);
  expect(second.isFolded).toBe(true);
  expect(page.intro[0]).toContain(`问题${String(named.size)}个，现在已销号`);
  expect(page.intro[1]).toBe('台账没有登记督办函。');
  for (const [bulletin, issues] of all)
    for (const { id } of issues) {
      const rows = [...first.rows, ...second.rows];
      const row = rows.find(([issue]) => issue?.href === `/issues/${id}.html`);
      expect(row?.[3]?.links?.map((link) => link.id)).toContain(bulletin);
      expect(row?.[5]?.text).not.toBe('');
    }
  const several = [...named].find(
    (one) => [...all.values()].filter((own) => own.includes(one)).length > 1,
  );
  if (several === undefined) return;
  const row = [...first.rows, ...second.rows].find(
    ([issue]) => issue?.href === `/issues/${several.id}.html`,
  );
  expect(row?.[4]?.text).toContain('、');
});

test('登记了督办函的：哪个问题、哪份函、哪天；只是提醒的、以后才发的不在内', () => {
  const letter = (id: string, level: 'remind' | 'urge', sentOn: string, issues: string[]) => ({
    ...{ id, path: `reminders/${id}.yaml`, unit: 'x', level, sentOn, issues },
    document: `示政办督${id}号`,
  });
  const reminders = [
    letter('1', 'urge', '2026-05-06', ['2026-q1-03']),
    letter('2', 'remind', '2026-05-07', ['2026-q1-04']),
    letter('3', 'urge', '2026-06-16', ['2026-q1-04']),
  ];
  const page = supervisedPage(faceOf({ ...ledger, reminders }, today, 'internal'))!;
  const rows = tableOf(page, 'letters')!.rows.map((row) => row.map(({ text }) => text));
  expect(rows).toHaveLength(1);
  expect(rows[0]!.slice(3)).toEqual(['督办函 示政办督1号', '2026年5月6日', '待整改，逾期84天']);
  expect(page.intro[1]).toMatch(/^登记的督办函、通报和约谈1件，涉及问题1个，现在/u);
});

test('公开站没有；没有通报也没有督办的没有', () => {
  expect(supervisedPage(face('shili', 'public'))).toBeUndefined();
  expect(supervisedPage(face('yuyang', 'internal'))).toBeUndefined();
});
