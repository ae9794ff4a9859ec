import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNumber, wordsIn } from '../../../../src/intake/sheet-back/report/evidence-words.ts';

/** Links as they are, cut-off ones after ✗, other words in 〔〕. */
const shown = (text: string): string[] =>
  wordsIn(text).map((word) => {
    if (word.kind === 'link') return word.link + (word.what === undefined ? '' : ` ← ${word.what}`);
    return word.kind === 'words' ? `〔${word.text}〕` : `✗${word.text}`;
  });
const A = 'https://a.example/1';
const B = 'https://a.example/2';

test.each([
  [`${A}、${B}，https://a.example/3`, [A, B, 'https://a.example/3']],
  [`网址：${A}`, [A]],
  [`见链接：${A}`, [A]],
  [`备案公告：${A}。`, [`${A} ← 备案公告`]],
  [`${A},${B}`, [A, B]],
  [`${A};${B}`, [A, B]],
  [`${A}；${B}`, [A, B]],
  [`${A}\n${B}`, [A, B]],
  [`1.${A}\n2.${B}`, [A, B]],
  [`${A} ${B}`, [A, B]],
  [`（${A}）`, [A]],
  [`“${A}”`, [A]],
  [`<${A}>`, [A]],
  [`（1）${A}（2）${B}`, [A, B]],
  [`${A}编号A-7${B}`, [A, '〔编号A-7〕', B]],
  ['https://a.example/?url=https://b.example/1', ['https://a.example/?url=https://b.example/1']],
  [`${A}已发布`, [A, '〔已发布〕']],
  [`备案编号A-100，公告见${A}`, ['〔备案编号A-100〕', `${A} ← 公告`]],
  ['https://a.example/?x=1;y=2&z=3#p', ['https://a.example/?x=1;y=2&z=3#p']],
  ['https://x.example/公告/1.html', ['https://x.example/公告/1.html']],
  ['https://a.example/a_(b)', ['https://a.example/a_(b)']],
  ['HTTPS://A.example/1', ['HTTPS://A.example/1']],
  ['https://a.example/a b', ['✗https://a.example/a b']],
  ['www.a.example.cn/1', ['✗www.a.example.cn/1']],
  ['mp.weixin.qq.com/s/abc', ['✗mp.weixin.qq.com/s/abc']],
  ['http：//a.example/1', ['✗http：//a.example/1']],
  ['https://', ['✗https://']],
  ['office@a.example.cn', ['〔office@a.example.cn〕']],
  ['制度.docx、界面.png', ['〔制度.docx〕', '〔界面.png〕']],
  ['', []],
  ['—', []],
])('%j', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test.each([
  '备案编号A-100',
  '粤备440106000123',
  '榆政办函〔2020〕58号',
  '榆政办函〔二〇二〇〕五十八号',
  '京ICP备12345678号-1',
  '６１０８０２００００１',
  '6月10日在系统上传，编号20260610001',
  '受理回执 0012',
])('“%s”有编号', (text) => {
  expect(isNumber(text)).toBe(true);
});

test.each([
  '见微信群',
  '见附件',
  '见附件1',
  '附件1-3',
  '截图',
  '截图2张',
  '共3张照片',
  '6月10日已发群',
  '2026-06-10 已上传',
  '第2页',
  '13800138000',
  '已整改100%',
  '同上',
  '12',
  '共2',
  '无',
  'OA',
  'QQ群：123456789',
  '微信群 12345',
  '发到123456@qq.com',
])('“%s”没有编号', (text) => {
  expect(isNumber(text)).toBe(false);
});

test('什么字都不会出错，网址一个不丢', () => {
  const piece = fc.constantFrom(
    A,
    B,
    '，',
    '、',
    '；',
    '\n',
    '网址：',
    '公告',
    '编号7',
    '（',
    '）',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const text = pieces.join('').replaceAll(/1(?=https)|2(?=https)/gu, '$&，');
      const links = wordsIn(text).flatMap((word) => (word.kind === 'link' ? [word.link] : []));
      expect(links).toEqual([...text.matchAll(/https:\/\/a\.example\/[12]/gu)].map(([one]) => one));
    }),
  );
});
