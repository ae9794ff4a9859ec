import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGuarded, unguarded } from '../../src/text/formula-guard.ts';

const guarded = (text: string) => (isGuarded(text) ? `'${text}` : text);

test('像公式的文字前面加撇号，别的不加', () => {
  for (const text of ['=1+1', '+86', '-未备案', '@甲', '\t=1', '＝1', "'=1"])
    expect(guarded(text)).toBe(`'${text}`);
  for (const text of ['未备案', '007', "'引文'", '1-2', '', 'a=b'])
    expect(guarded(text)).toBe(text);
});

test('什么文字加了再去掉都还是原样', () => {
  const text = fc.string({
    unit: fc.constantFrom("'", '=', '-', '＋', '\t', '\n', '甲', '7', ' '),
  });
  fc.assert(fc.property(text, (one) => unguarded(guarded(one)) === one));
});
