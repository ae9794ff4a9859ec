import { expect, test } from 'vitest';
import { spanInWords } from '../../src/browser/month-span.ts';

const names = ['期初未完成', '新列', '销号', '期末未完成'];
const months = [
  { name: '2026年3月', values: [2, 3, 1, 4] },
  { name: '2026年4月', values: [4, 0, 2, 2] },
  { name: '2026年5月', values: [2, 1, 0, 3] },
];

test('自选月份：期初取第一个月，期末取最后一个月，其余相加；只有一个月的只写一个', () => {
  expect(spanInWords(months, names, 0, 2)).toBe(
    '2026年3月至2026年5月：期初未完成2个，新列4个，销号3个，期末未完成3个。',
  );
  expect(spanInWords(months, names, 1, 1)).toBe(
    '2026年4月：期初未完成4个，新列0个，销号2个，期末未完成2个。',
  );
  expect(spanInWords(months, names, 2, 0)).toBe('');
});
