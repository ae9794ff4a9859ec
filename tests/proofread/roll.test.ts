/** 名单: how many names a row of them may hold, and whether the number beside it can be right. (虚构) */
import { expect, test } from 'vitest';
import { plainPaper } from '../../src/proofread/document/plain.ts';
import { paragraphsOf } from '../../src/proofread/document/paper.ts';
import { proofread } from '../../src/proofread/proofread.ts';
import { areHalfQuoted, countAt, countsOff, namesIn, NUMBER } from '../../src/proofread/roll.ts';

/** `3`, `3-4` where 和 may join two, `3+` where 等 leaves room; `–` where it is no list of names. */
function inWords(text: string, alone = false): string {
  const names = namesIn(text, alone);
  if (names === undefined) return '–';
  const { least, most, open } = names;
  return `${String(least)}${most > least ? `-${String(most)}` : ''}${open ? '+' : ''}`;
}

test.each([
  ['甲局、乙局、丙局', '3'],
  ['甲局，乙局', '2'],
  ['甲局、乙局和丙局', '2-3'],
  ['甲局和乙局、丙局', '2'],
  ['甲局和乙局微信公众号、丙局抖音号', '2-3'],
  ['甲局、乙局以及丙局', '2-3'],
  ['甲局、乙局等单位', '2+'],
  ['甲局（原乙局、丙局）、丁局', '2'],
  ['“甲发布”“乙发布”微信公众号、“丙发布”微博', '3'],
  ['“甲发布”、“乙、丙”', '2'],
  ['甲镇、乙镇微信公众号和抖音号', '1-99+'],
  ['甲局、乙局，均已整改', '2'],
  ['甲局、乙局、目前正在整改', '2'],
])('%s：%s', (text, names) => {
  expect(inWords(text)).toBe(names);
});

test.each([
  '甲局',
  '“甲发布”',
  '甲局2个、乙局',
  '甲局、乙局，详见附件',
  '县、市、区',
  '网站、新媒体',
  '更新不及时、甲局',
  '链接失效了、甲局',
  `甲局、${'很长的名字'.repeat(9)}`,
  '甲局、、乙局',
])('不是名单：%s', (text) => {
  expect(inWords(text)).toBe('–');
});

test('单独一个也算的时候，一个就是一个；引号里的按项数', () => {
  expect([inWords('甲局', true), inWords('“甲发布”“乙发布”', true)]).toEqual(['1', '1']);
});

test('有的带引号有的不带，数不清是几个', () => {
  expect(areHalfQuoted('县教育局、县水利局“局长信箱”')).toBe(true);
  expect(areHalfQuoted('“甲”、“乙”')).toBe(false);
  expect(areHalfQuoted('甲局（“老甲”）、乙局')).toBe(false);
});

const [passage] = paragraphsOf(plainPaper('下列5个单位：甲局、乙局、丙局。'));
function off(words: string, names: Parameters<typeof countsOff>[5]) {
  const match = new RegExp(`${NUMBER} ?个`, 'u').exec(words);
  const count = match && countAt(match);
  if (!count || !passage) throw new Error(words);
  return countsOff('roll', passage, count, 0, 5, names).map(
    ({ message, expected }) => `${message}；${expected}`,
  );
}

test('写的数和列出的对不上，说列出几个、应写几个；按哪种读法都行的不说', () => {
  const three = { least: 3, most: 3, open: false };
  expect(off('4个', three)).toEqual(['写的是“4个”，列出的是3个；应为3个，或补全列举']);
  expect(off('两个', three)).toEqual(['写的是“两个”，列出的是3个；应为三个，或补全列举']);
  expect(off('3个', three)).toEqual([]);
  expect(off('4个', { ...three, most: 4 })).toEqual([]);
  expect(off('5个', { ...three, most: 4 })).toEqual([
    '写的是“5个”，列出的是4个；应为4个，或补全列举',
  ]);
});

test('“等”的后面可以还有，但写的不能比列出的少', () => {
  const open = { least: 3, most: 3, open: true };
  expect(off('5个', open)).toEqual([]);
  expect(off('2个', open)).toHaveLength(1);
});

test.each([
  ['几十个单位', false],
  ['数十个单位', false],
  ['近十个单位', false],
  ['约20个单位', false],
  ['第3个单位', false],
  ['附近三个村', true],
  ['最近10个单位', true],
  ['约12个单位', true],
  ['总数十个', true],
])('约数不是列出的个数：%s', (text, is) => {
  expect(new RegExp(`${NUMBER} ?个`, 'u').test(text)).toBe(is);
});

const EIGHT = '甲局、乙局、丙局、丁局、戊局、己局、庚局、辛局';
const POINTS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const points = (count: number): string =>
  POINTS.slice(0, count)
    .map((number, at) => `${number}是做好第${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(at)}件事。`)
    .join('');
test.each([
  [`几十个单位未整改：${EIGHT}。`, 0],
  [`近十个单位未整改：${EIGHT}。`, 0],
  [`十个单位未整改：${EIGHT}。`, 1],
  [`会议提出几十项任务。${points(3)}`, 0],
  [`会议提出十二项任务。${points(12)}`, 0],
  [`会议提出十二项任务。${points(11)}`, 1],
  ['发现数十类问题：甲10件；乙9件；丙8件；丁7件；戊6件；己5件；庚4件；辛3件。', 0],
  ['发现二十二个问题：1.甲；2.乙；3.丙。', 0],
  ['发现几十个问题：1.甲；2.乙；3.丙。', 0],
])('几十、数十、十二不当十、不当二：%s', (text, count) => {
  expect(proofread(plainPaper(text))).toHaveLength(count);
});

test('差得太多的，列出的是举例，不说', () => {
  const three = { least: 3, most: 3, open: false };
  expect(off('5个', three)).toHaveLength(1);
  expect(off('6个', three)).toEqual([]);
  expect(off('20个', { least: 15, most: 15, open: false })).toHaveLength(1);
  expect(off('20个', { least: 13, most: 13, open: false })).toEqual([]);
});
