/** 逐条列出的账号: a line that is the cells of a row. */
import { expect, test } from 'vitest';
import { accountLine } from '../../../src/intake/prose/account-line.ts';
import { known, words } from './known.ts';

const read = (text: string) =>
  accountLine(
    { kind: 'line', text, place: { file: '通报.txt', sheet: '正文', row: 3, cell: '' } },
    known,
    words,
  );

test.each([
  [
    '1.青石统计，微信公众号，市统计局，超过2周未更新。',
    '青石统计',
    '微信公众号',
    '市统计局',
    '超过2周未更新',
  ],
  ['（2）微博，青石统计，超过2周未更新', '青石统计', '微博', undefined, '超过2周未更新'],
  [
    '青石水利 微信公众号 县水利局 超过2周未更新',
    '青石水利',
    '微信公众号',
    '县水利局',
    '超过2周未更新',
  ],
  [
    '青石水利/微信公众号/县水利局/超过2周未更新',
    '青石水利',
    '微信公众号',
    '县水利局',
    '超过2周未更新',
  ],
])('%s', (text, name, platform, unit, finding) => {
  expect(read(text)).toMatchObject({ mention: { name, platform, unit }, findings: [finding] });
});

test('说的是改好了、没有问题，没有问题可录', () => {
  expect(read('青石统计，微信公众号，市统计局，已整改到位')).toMatchObject({
    findings: [],
    why: 'mended',
  });
  expect(read('青石统计，微信公众号，市统计局，运行良好')).toMatchObject({
    findings: [],
    why: 'nothing',
  });
});

test.each([
  '青石统计微信公众号超过2周未更新。',
  '青石统计，微信公众号',
  '其中，微信公众号，超过2周未更新',
  '今年以来，微信公众号，超过2周未更新',
  '，微信公众号，县水利局，未更新',
])('%s：不是这样的行', (text) => {
  expect(read(text)).toBeUndefined();
});

test.each([
  ['后面又说别的平台', '青石统计，微信公众号，市统计局，超过2周未更新，白水水利抖音号未备案'],
  ['后面是下一条', '青石统计，微信公众号，市统计局，未更新；白水统计，微博，县统计局，未更新'],
  ['有电话', '青石统计，微信公众号，市统计局，13800000000，超过2周未更新'],
  ['有人名', '青石统计，微信公众号，市统计局，王小明，超过2周未更新'],
  ['只有单位，问题写在别处', '青石水利｜微信公众号｜县水利局'],
])('%s的，要人看', (_, text) => {
  expect(read(text)).toBe('doubtful');
});
