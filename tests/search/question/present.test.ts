/** 问的是不是眼下：哪些话问没完成的，哪些问各种状态，哪些什么也没问。 */
import { expect, test } from 'vitest';
import { asksOwed, presentIn } from '../../../src/search/question/present.ts';

test.each([
  ['水务局什么时候整改完', undefined],
  ['未备案', undefined],
  ['财政局', undefined],
  ['哪些账号已经注销', undefined],
  ['哪些没备案', 'open'],
  ['水务局改完了吗', 'standing'],
])('%s：%s', (question, present) => {
  expect(presentIn(question)).toBe(present);
});

test.each([
  ['本月要交的有哪些', true],
  ['本月到期的有哪些', false],
])('%s，问不问要交的：%s', (question, owed) => {
  expect(asksOwed(question)).toBe(owed);
});
