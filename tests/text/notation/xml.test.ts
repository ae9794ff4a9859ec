import { expect, test } from 'vitest';
import { escapedXml } from '../../../src/text/notation/xml.ts';

test('标记都成了文字，写好的不会再解一次', () => {
  expect(escapedXml('<a href="x">甲&乙</a>')).toBe(
    '&lt;a href=&quot;x&quot;&gt;甲&amp;乙&lt;/a&gt;',
  );
  expect(escapedXml('&lt;')).toBe('&amp;lt;');
  expect(escapedXml('')).toBe('');
});
