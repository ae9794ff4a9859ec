import { expect, test } from 'vitest';
import { splitByWords } from '../../src/search/question.ts';

test('没有空格的提问按认识的词从左到右取最长的切开', () => {
  expect(splitByWords('微信未备案', ['微信', '未备案', '备案'])).toEqual(['微信', '未备案']);
  expect(splitByWords('气象局的微博', ['气象局', '微博'])).toEqual(['气象局', '的', '微博']);
  expect(splitByWords('天外来客', ['微信'])).toEqual(['天外来客']);
});
