/** 各单位名称开头都一样的，行里不重复；不一样的照原样。 */
import { expect, test } from 'vitest';
import { issueRows } from '../../../src/views/issue/issue-row.ts';
import { areaName, shortName } from '../../../src/views/unit/short-name.ts';
import { face } from '../../documents/face.ts';

const shili = face('shili', 'internal');

test('示例区的单位都以示例区开头：行里不写它，登记的名称不变', () => {
  expect(areaName(shili.ledger)).toBe('示例区');
  const rows = issueRows(
    shili,
    shili.standing.issues.map(({ id }) => id),
  );
  for (const { unit, short, campaign } of rows) {
    expect(unit.name.startsWith('示例区')).toBe(true);
    expect(`示例区${short.unit}`).toBe(unit.name);
    expect(short.campaign).not.toMatch(/^示例区/u);
    expect(campaign.name.endsWith(short.campaign)).toBe(true);
  }
});

test('榆阳区的单位有的不以榆阳区开头：照原文写，不去掉', () => {
  const yuyang = face('yuyang', 'public');
  expect(areaName(yuyang.ledger)).toBe('');
  expect(shortName(yuyang.ledger, '榆阳区民政局')).toBe('榆阳区民政局');
});

test('去掉以后不成名称的、只有一个单位的，照原样', () => {
  const units = (names: readonly string[]) =>
    ({
      units: new Map(names.map((name) => [name, { name }])),
    }) as unknown as Parameters<typeof areaName>[0];
  expect(areaName(units(['示例区民政局']))).toBe('');
  expect(areaName(units(['示例区人民政府', '示例区人民检察院']))).toBe('示例区');
  expect(shortName(units(['示例区民政局', '示例区水务局']), '示例区人')).toBe('示例区人');
});
