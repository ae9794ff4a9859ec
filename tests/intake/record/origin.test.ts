/** 问题来源 */
import { expect, test } from 'vitest';
import { Inquiry, questionKey } from '../../../src/intake/inquiry/question.ts';
import { askOrigin, originIn } from '../../../src/intake/record/origin.ts';
import { origins } from '../../../src/schema/issue.ts';

const place = { file: '清单.xlsx', sheet: 'Sheet1', row: 2, cell: 'C2' };

test.each([
  ['自查自纠', 'self-check'],
  ['国务院办公厅检查', 'nation'],
  ['省政府办公厅季度检查', 'province'],
  ['市级抽查', 'city'],
  ['区政府督查', 'district'],
  ['12345热线', 'public'],
])('“%s”是 %s', (words, origin) => {
  expect(originIn(words)).toBe(origin);
});

test('台账自己的中文名和编号都认', () => {
  for (const [key, name] of Object.entries(origins)) {
    expect(originIn(name)).toBe(key);
    expect(originIn(key)).toBe(key);
  }
});

test.each(['', '检查', '省级和市级检查', '自查发现市级转办', 'constructor'])(
  '“%s”说不准的不猜',
  (words) => {
    expect(originIn(words)).toBeUndefined();
  },
);

test('问一次；答了的照答的，答得不认得的再问', () => {
  const open = new Inquiry();
  expect(askOrigin('督导', place, open)).toBeUndefined();
  expect(open.own).toMatchObject([
    { ask: 'origin', text: '督导', message: '“督导”是哪一种问题来源？' },
  ]);
  expect(open.own[0]?.candidates).toHaveLength(Object.keys(origins).length);
  const answered = (answer: string) =>
    new Inquiry(new Map([[questionKey('origin', '督导'), [answer]]]));
  expect(askOrigin('督导', place, answered('自查'))).toBe('self-check');
  expect(askOrigin('督导', place, answered('不知道'))).toBeUndefined();
});

test('清单什么也没说的，问的是整份清单', () => {
  const inquiry = new Inquiry();
  askOrigin('', place, inquiry);
  expect(inquiry.own[0]).toMatchObject({ text: '', message: '清单没有写问题是谁发现的' });
});
