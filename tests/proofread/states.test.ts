/** 状态: numbers that say how one thing stands divide what was counted before them. */
import { expect, test } from 'vitest';
import { areStates, dividedByStates } from '../../src/proofread/states.ts';
import { inFigures, lastOf } from './said.ts';

function read(text: string): string[] {
  const { last, before } = lastOf(text);
  return inFigures(dividedByStates(last, before, undefined));
}

test.each([
  ['问题60项，已整改45项，正在整改15项。', ['states 60=45+15']],
  ['问题60项，已整改45项，正在整改16项。', ['states 60?45+16']],
  ['共检查530个。合格510个，不合格20个。', ['states 530=510+20']],
  [
    '检查比例为100%，共检查账号530个。\n账号检查比例为100%，其中合格510个，不合格20个。',
    ['states 530=510+20'],
  ],
  ['已整改45项，已整改15项。', []],
  ['优秀8家、良好20家、合格10家、不合格2家。', []],
  ['去年存量60项，已整改45项，正在整改15项。', []],
])('%s', (text, divisions) => {
  expect(read(text)).toEqual(divisions);
});

test('总数说在下一句的，也是总数', () => {
  const { last: next, before } = lastOf('合格510个，不合格20个。共检查530个。');
  expect(inFigures(dividedByStates(before[0]!, [], next))).toEqual(['states 530=510+20']);
  expect(inFigures(dividedByStates(before[0]!, [], undefined))).toEqual([]);
});

test('说的都是一种状态的，不是分项', () => {
  const { last } = lastOf('发现问题60个，网站已整改20个，账号已整改30个。');
  const [whole, ...parts] = last.numbers;
  const division = {
    whole: whole!,
    parts,
    by: 'states' as const,
    words: '',
    others: [],
    exact: false,
  };
  expect(areStates(division, parts)).toBe(true);
  const mixed = lastOf('发现问题60个，已整改20个，未整改40个。').last.numbers;
  expect(areStates({ ...division, whole: mixed[0]! }, mixed.slice(1))).toBe(false);
});
