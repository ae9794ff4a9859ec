/** 趋势页的一句话: what is true of all is said of all. */
import { expect, test } from 'vitest';
import type { PartView } from '../../../src/views/figure/part-view.ts';
import { kindsInWords } from '../../../src/views/trend/trend-findings.ts';

const kind = (name: string, unfinished: number): PartView => ({
  ...{ key: name, name, href: '', rows: [], total: 9 },
  ...{ unfinished, closed: 9 - unfinished, sustained: 0 },
});

test('各类都还有未完成的，不说“几类里几类”', () => {
  expect(kindsInWords([kind('甲', 3), kind('乙', 3)])).toBe(
    '未完成的以“甲”、“乙”最多，各3个；2类问题都还有未完成的。',
  );
  expect(kindsInWords([kind('甲', 3), kind('乙', 0)])).toBe(
    '未完成的以“甲”最多，3个；2类问题里1类还有未完成的。',
  );
  expect(kindsInWords([kind('甲', 0)])).toBe('1类问题都没有未完成的。');
});
