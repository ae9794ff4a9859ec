import { expect, test } from 'vitest';
import { basisSentence } from '../../../src/domain/issue/basis.ts';

test('按报告日期的口径写明截至哪一天', () => {
  expect(basisSentence({ by: 'day', on: '2020-05-13' })).toBe(
    '截至2020年5月13日，按报告日期统计，以现有台账为准',
  );
});

test('按提交的口径写明提交的前十二位', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';
  expect(basisSentence({ by: 'commit', commit, on: '2024-03-01' })).toBe(
    '截至2024年3月1日，按提交 0123456789ab 时的台账统计',
  );
});
