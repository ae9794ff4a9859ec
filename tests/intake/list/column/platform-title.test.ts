/** 平台在栏名、标题和分节里. (虚构) */
import { expect, test } from 'vitest';
import { planTable, rowsOf } from '../../lists.ts';

const row = (name: string): string[] => ['1', '示例县教育局', name, '未备案', '6月底前'];
const platforms = async (
  title: string,
  rows: string[][],
  above = ['政务新媒体问题清单', '填表日期：2024年3月1日'],
): Promise<(string | undefined)[]> => {
  const head = ['序号', '主办单位', title, '存在问题', '整改时限'];
  return rowsOf(await planTable([head, ...rows], {}, above)).map(({ platform }) => platform);
};

test.each([
  ['公众号名称', 'wechat-official'],
  ['抖音账号全称', 'douyin'],
  ['账号名称', 'unstated'],
])('“%s”下面没有写平台的账号', async (title, platform) => {
  expect(await platforms(title, [row('示例教育')])).toEqual([platform]);
});

test('格里写了平台的照格里的，一栏里有一格写了，别的也不照栏名', async () => {
  const two = [row('示例教育（新浪微博）'), ['2', ...row('示例招生').slice(1)]];
  expect(await platforms('公众号名称', two)).toEqual(['weibo', 'unstated']);
});

test.each([
  ['微信公众号检查问题清单', 'wechat-official'],
  ['微信公众号和微博检查问题清单', 'unstated'],
  ['政务新媒体检查问题清单', 'unstated'],
])('标题“%s”', async (title, platform) => {
  const above = [title, '填表日期：2024年3月1日'];
  expect(await platforms('账号名称', [row('示例教育')], above)).toEqual([platform]);
});

test('分节的标题只管它下面的，到下一个标题为止', async () => {
  const section = (text: string): string[] => [text, '', '', '', ''];
  const rows = [
    section('一、新浪微博'),
    row('示例教育'),
    section('二、其他'),
    ['2', ...row('示例招生').slice(1)],
  ];
  expect(await platforms('账号名称', rows)).toEqual(['weibo', 'unstated']);
});
