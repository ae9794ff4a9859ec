/** 表前的话: the title, who reported, on which day, whose list it is. (虚构) */
import { expect, test } from 'vitest';
import { type ListHead, readHead } from '../../../src/intake/list/preamble.ts';

const linesOf = (texts: readonly string[]) =>
  texts.map((value, at) => ({ value, place: { file: '', sheet: '', row: at + 1, cell: '' } }));
function read(...texts: string[]) {
  const head: ListHead = {};
  readHead(head, linesOf(texts));
  return Object.fromEntries(
    Object.entries(head).map(([key, { value }]: [string, { value: string }]) => [key, value]),
  );
}

test.each<[string, string | undefined]>([
  ['填表日期：2024年11月15日', '2024-11-15'],
  ['印发时间（盖章）：2024-11-15；联系人：略', '2024-11-15'],
  ['问题交办表（2024年11月15日印发）', '2024-11-15'],
  ['2024年11月15日', '2024-11-15'],
  ['（二〇二四年十一月十五日）', '2024-11-15'],
  ['检查日期：2024年11月15日', undefined],
  ['我们在2024年11月15日作了检查', undefined],
  ['填表日期：', undefined],
])('日期：%s', (line, day) => {
  expect(read(line)['listedOn']).toBe(day);
});

test('报送单位、主办单位，括号里的说明不算', () => {
  expect(read('填报单位（公章）：示例区政府办；填表日期：2024年11月15日')).toEqual({
    reportedBy: '示例区政府办',
    listedOn: '2024-11-15',
  });
  expect(read('责任单位（盖章）：甲街道')).toEqual({ host: '甲街道' });
});

test('先说的报送单位和日期算数，单位按后说的', () => {
  expect(read('填报单位：甲', '填报单位：乙', '单位：丙', '单位：丁')).toEqual({
    reportedBy: '甲',
    host: '丁',
  });
  const head: ListHead = {};
  readHead(head, linesOf(['甲清单', '2024年1月1日']));
  readHead(head, linesOf(['乙清单', '2024年2月2日']));
  expect([head.title?.value, head.listedOn?.value]).toEqual(['甲清单', '2024-01-01']);
});

test('标题是离表最近的一行，附件号、印发日期不算在内', () => {
  expect(read('检查情况一览表', '附件2：问题整改 台账（2024年11月15日印发）')['title']).toBe(
    '问题整改台账',
  );
  expect(read('附表 1 问题清单（第二批）')['title']).toBe('问题清单（第二批）');
  expect(read('附件')['title']).toBeUndefined();
  expect(read('清单：见下')['title']).toBeUndefined();
  expect(read(`${'很长'.repeat(30)}清单`)['title']).toBeUndefined();
});

test('排成两行的标题接起来', () => {
  expect(read('示例区政府网站和政务新媒体', '检查问题整改台账')['title']).toBe(
    '示例区政府网站和政务新媒体检查问题整改台账',
  );
});

test.each([
  '附件1',
  '填报单位：甲',
  '请于2024年11月15日前报送。',
  '2024年11月15日',
  '甲街道问题清单',
])('上一行是“%s”的，不接', (above) => {
  expect(read(above, '整改台账')['title']).toBe('整改台账');
});

test('下一行自己就是完整名称的，不接', () => {
  expect(read('示例区政府网站', '政府网站问题清单')['title']).toBe('政府网站问题清单');
});

test('附件的小标题不是清单的标题；只有它的，就是它', () => {
  expect(read('示例县检查问题清单', '附件1　新媒体问题清单')['title']).toBe('示例县检查问题清单');
  expect(read('附件1　新媒体问题清单')['title']).toBe('新媒体问题清单');
  expect(read('微信公众号检查情况', '示例县检查问题清单')['title']).toBe('示例县检查问题清单');
  expect(read('微信公众号检查情况')['title']).toBe('微信公众号检查情况');
});
