/** 检查结果的下载 on the fictional ledger. */
import { expect, test } from 'vitest';
import { resultsOffer } from '../../src/documents/results-offer.ts';
import { siteFiles } from '../../src/documents/download.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { faceOf } from '../../src/views/face.ts';

const shili = openLedger('tests/fixtures/shili');
const inside = faceOf(shili, '2026-06-15', 'internal');
const outside = faceOf(shili, '2026-06-15', 'public');

test('每次检查的全部账号可以下载：结果、不合格的情况、是否列入清单', async () => {
  const { downloads, files } = resultsOffer(inside, '2026-q2-check');
  expect(downloads).toEqual([
    {
      href: '/downloads/inspections/2026-q2-check.csv',
      name: '检查结果33个账号（CSV，Excel 和 WPS 可打开）',
      saveAs: '示例区2026年第二季度检查结果.csv',
    },
  ]);
  const text = String(await files[0]?.make());
  const [titles, ...rows] = text.slice(1).trimEnd().split('\r\n');
  expect(titles).toBe('账号,平台,检查时主办单位,现主办单位,回头看,结果,情况,是否列入清单');
  expect(rows).toHaveLength(33);
  expect(rows.filter((row) => row.includes(',不合格,'))).toHaveLength(9);
  expect(rows.find((row) => row.startsWith('示例区丙街道党建,'))).toBe(
    '示例区丙街道党建,APP,示例区丙街道办事处,示例区庚街道办事处,,不合格,内容不更新：已42天未更新，要求间隔不超过14天（国办秘函〔2019〕19号）,尚未列入清单',
  );
  expect(rows.find((row) => row.startsWith('示例区庚午乡发布,'))).toMatch(
    /,示例区政府网站与政务新媒体专项整治 序号16（此前已列入）$/u,
  );
  // 内容单一 is not what the check without a post for 27 days found.
  expect(rows.find((row) => row.startsWith('示例区壬申乡发布,'))).toMatch(/,尚未列入清单$/u);
});

test('公开站没有，还没有到日子的检查也没有', () => {
  const before = faceOf(shili, '2026-06-01', 'internal');
  for (const face of [outside, before])
    expect(resultsOffer(face, '2026-q2-check')).toEqual({ downloads: [], files: [] });
  const named = (face: typeof inside) =>
    [...siteFiles(face).keys()].filter((path) => path.startsWith('downloads/inspections/'));
  expect(named(inside)).toHaveLength(shili.inspections.size);
  expect(named(outside)).toEqual([]);
});
