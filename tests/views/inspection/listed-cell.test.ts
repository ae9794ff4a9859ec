/** 检查页 on the fictional ledger: of what failed whether it stands in the ledger. */
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import { issueAddress } from '../../../src/views/address.ts';
import { faceOf } from '../../../src/views/face.ts';
import { inspectionPages } from '../../../src/views/inspection/inspection-view.ts';
import { inspectionsOf } from '../../../src/views/inspection/look-view.ts';

const shili = openLedger('tests/fixtures/shili');
const inside = faceOf(shili, '2026-06-15', 'internal');
const pages = inspectionPages(inside);
const failedOf = (id: string) => {
  const table = pages.find((page) => page.id === id)?.tables.find((one) => one.id === 'failed');
  const at = table?.columns.findIndex(({ title }) => title === '是否列入清单') ?? -1;
  return (table?.rows ?? []).map((row) => ({ account: row[0]?.text, cell: row[at] }));
};

describe('不合格的账号', () => {
  test('每个都写明：由这次检查、此前、其后列入或者重启的哪个问题，没有的写尚未列入清单', () => {
    const rows = failedOf('2026-q2-check');
    expect(rows).toHaveLength(9);
    const plain = rows.filter(({ cell }) => cell?.text === '尚未列入清单');
    expect(plain.map(({ account }) => account)).toEqual([
      '示例区丁街道发布',
      // 内容单一 (专项整治序号25) is not what the check without a post found.
      '示例区壬申乡发布',
      '示例区丙街道党建',
      '示例区民政局服务',
      '示例区水务局发布',
    ]);
    expect(rows.find(({ account }) => account === '示例区庚午乡发布')?.cell?.links).toEqual([
      {
        id: '2025-special-16',
        name: '示例区政府网站与政务新媒体专项整治 序号16（此前已列入）',
        href: issueAddress('2025-special-16'),
      },
    ]);
    for (const { cell } of rows) expect(cell?.text === '').toBe((cell?.links?.length ?? 0) > 0);
  });

  test('由检查开列的每个问题都连得到；连到的是同一个账号的，不在下次检查以后才列', () => {
    let own = 0;
    for (const check of shili.inspections.values()) {
      const links = failedOf(check.id).flatMap(({ cell }) => cell?.links ?? []);
      const ids = links.map(({ id }) => id);
      for (const issue of shili.issues.values())
        if (issue.campaign === check.campaign && issue.source?.document === check.name) {
          expect(links).toContainEqual(expect.objectContaining({ id: issue.id }));
          own += 1;
        }
      for (const id of ids) {
        const { account, listedOn } = shili.issues.get(id)!;
        const next = inspectionsOf(inside, account!).find(
          (one) => one.check.checkedOn > check.checkedOn,
        );
        expect(check.accounts.map((one) => one.account)).toContain(account);
        expect(listedOn < (next?.check.checkedOn ?? '9999')).toBe(true);
      }
    }
    expect(own).toBeGreaterThan(20);
    const all = failedOf('2025-q2-check').flatMap(({ cell }) => cell?.links ?? []);
    expect(all.some(({ name }) => name.endsWith('（其后重启）'))).toBe(true);
    expect(all.some(({ name }) => name.endsWith('（本次列入）'))).toBe(true);
  });

  test('几项不合格而只有一项列入的，另一项写明尚未列入', () => {
    const issues = new Map([...shili.issues].filter(([id]) => id !== '2024-q3-05'));
    const [page] = inspectionPages(faceOf({ ...shili, issues }, '2026-06-15', 'internal')).slice(
      -1,
    );
    const rows = page?.tables.find(({ id }) => id === 'failed')?.rows ?? [];
    const cell = rows.find(([account]) => account?.text === '示例区财政局服务')?.at(-1);
    expect(cell?.text).toBe('互动回应差：尚未列入清单');
    expect(cell?.links?.map(({ id }) => id)).toEqual(['2024-q3-04']);
  });
});
