import { describe, expect, it } from 'vitest';
import { isGeneral, toneOf } from '../../../src/intake/prose/tone.ts';
import { Known } from '../../../src/intake/record/known.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { shippedFolder } from '../source.ts';

const known = new Known(openLedger(shippedFolder));

describe('语气', () => {
  it.each([
    '更新不及时',
    '未进行备案',
    '互动回应差',
    '首页无法访问',
    '32天无更新',
    '将“燃煤”写成“然煤”',
    '出现“拔款”等',
    '仅发布2条',
    '私信功能关闭',
    '收到工单，未按要求处理',
    '连续两次被省通报',
    '内容丰富，但留言无人回复',
  ])('“%s”是问题', (words) => {
    expect(toneOf(words, known)).toBe('problem');
  });

  it.each([
    '更新及时、互动良好',
    '未发现更新不及时、错别字等问题',
    '不存在不审核发布、发布不合规定内容等情况',
    '无错误链接问题',
    '均按期办结，未出现超期情况',
    '均及时处理错敏字',
    '开设“曝光台”栏目，曝光问题12个',
    '避免出现更新不及时、错别字等问题',
    '不合格0家',
    '获得通报表扬',
  ])('“%s”不是问题', (words) => {
    expect(toneOf(words, known)).not.toBe('problem');
  });

  it.each([
    '出现2处错别字，已完成整改',
    '更新不及时问题已整改到位',
    '错链12条，已督促相关单位整改',
  ])('“%s”是改好了的', (words) => {
    expect(toneOf(words, known)).toBe('mended');
  });

  it.each(['仍未整改到位', '整改不到位'])('“%s”没有改好', (words) => {
    expect(toneOf(words, known)).toBe('problem');
  });

  it.each([
    ['已完成整改', 'mended'],
    ['误报', 'mended'],
    ['及时处理甲。已整改', 'mended'],
    // What a column or a title is called says nothing.
    ['“已整改”栏目', 'none'],
    ['“未更新”专栏', 'none'],
    ['《未更新情况通报》', 'none'],
    ['《关于“三无”网站的通知》已印发', 'none'],
    ['《甲》更新及时', 'praise'],
    ['召开会议', 'none'],
    ['更新及时', 'praise'],
    ['均及时处理', 'praise'],
    ['未发现问题', 'praise'],
    ['“开天窗”', 'problem'],
    ['“僵尸”现象', 'problem'],
    ['有甲“乙”', 'problem'],
    ['有，“甲”', 'none'],
    ['有甲乙丙丁戊己庚辛壬癸子丑寅“甲”', 'none'],
    ['发现错字', 'problem'],
  ])('“%s”：%s', (words, tone) => {
    expect(toneOf(words, known)).toBe(tone);
  });

  it('问题词表里有的，别处认不出也算问题', () => {
    const phrases = { read: () => ({ problems: ['x'] }) };
    expect(toneOf('甲乙丙', { phrases } as unknown as Known)).toBe('problem');
    expect(toneOf('甲乙丙', known)).toBe('none');
  });

  it.each([
    ['账号不合格', true],
    ['不合格账号情况', true],
    ['全市通报', true],
    ['予以通报', true],
    ['被全市通报批评的', true],
    ['存在的问题', true],
    ['存在单项否决问题', true],
    ['问题突出', true],
    ['问题较突出', true],
    ['问题账号', true],
    ['检查结果不达标', true],
    ['甲不合格', false],
    ['不合格乙', false],
    ['存在甲问题', false],
    ['不合格率', false],
  ])('“%s”没有说是什么问题：%s', (words, is) => {
    expect(isGeneral(words)).toBe(is);
  });

  it('“不合格”“存在突出问题”没有说是什么问题', () => {
    for (const words of ['不合格', '被判定为不合格', '存在突出问题', '予以通报批评'])
      expect(isGeneral(words)).toBe(true);
    for (const words of ['更新不及时', '存在错别字问题']) expect(isGeneral(words)).toBe(false);
  });
});
