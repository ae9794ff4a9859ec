/** 检查的目录 on the fictional ledger: what each check came to, the latest first. */
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import { inspectionPages } from '../../../src/views/inspection/inspection-view.ts';

const shili = openLedger('tests/fixtures/shili');
const pages = inspectionPages(faceOf(shili, '2026-06-15', 'internal'));

describe('检查的目录', () => {
  test('最近的在前，写着哪天、查了几个、合格不合格几个、合格率', () => {
    const days = pages.map(({ id }) => shili.inspections.get(id)?.checkedOn ?? '');
    expect(days).toEqual(days.toSorted().toReversed());
    expect(pages.slice(0, 2).map(({ more }) => more)).toEqual([
      '2026年6月5日，检查33个，合格24个，不合格9个，随机抽取的合格率73.1%',
      '2026年3月6日，检查68个，合格57个，不合格11个，合格率83.8%',
    ]);
  });

  test('编号和日期的先后不一样的，按日期排', () => {
    const [first] = shili.inspections.values();
    const late = { ...first!, id: '0000-late', checkedOn: '2026-06-14' };
    const inspections = new Map([['0000-late', late] as const, ...shili.inspections]);
    const [newest] = inspectionPages(faceOf({ ...shili, inspections }, '2026-06-15', 'internal'));
    expect(newest?.id).toBe('0000-late');
  });

  test('上级的检查不计合格率', () => {
    const scope = { kind: 'above', origin: 'city', document: '示函' } as const;
    const inspections = new Map(
      [...shili.inspections].map(([id, one]) => [id, { ...one, scope }] as const),
    );
    const [newest] = inspectionPages(faceOf({ ...shili, inspections }, '2026-06-15', 'internal'));
    expect(newest?.more).toMatch(/，不计合格率$/u);
  });
});

describe('检查页', () => {
  const page = pages.find(({ id }) => id === '2026-q2-check');

  test('先说不合格的几个没有列入清单，再看的仍不合格几个、是原问题还是新问题', () => {
    expect(page?.intro[0]).toContain('应查65个（已注销的3个不查），');
    expect(page?.intro.slice(1)).toEqual([
      '不合格9个，其中5个尚未列入清单。',
      '上次不合格的再看11个：已整改到位6个，仍不合格5个（其中原问题未改1个，原问题未再发现而有新问题4个）。',
      '“示例区丙街道党建”检查时属示例区丙街道办事处，现由示例区庚街道办事处主办；检查的各数都计在检查时的单位。',
    ]);
  });

  test('不合格和回头看在前，按平台、按单位的在后，折起来', () => {
    const ids = page?.tables.map(({ id }) => id) ?? [];
    expect(ids.slice(0, 2)).toEqual(['failed', 'look-back']);
    const folded = page?.tables.filter(({ isFolded }) => isFolded).map(({ id }) => id);
    expect(folded).toEqual(['by-platform', 'by-unit']);
  });

  test('没有注销的时候检查的，不说注销', () => {
    const early = pages.find(({ id }) => id === '2026-q1-check');
    expect(early?.intro[0]).toContain('应查68个，检查68个');
  });
});
