import { describe, expect, it } from 'vitest';
import { isSummary, toneOf } from '../../../src/intake/prose/tone.ts';
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

  it('“不合格”“存在突出问题”没有说是什么问题', () => {
    for (const words of ['不合格', '被判定为不合格', '存在突出问题', '予以通报批评'])
      expect(isSummary(words)).toBe(true);
    for (const words of ['更新不及时', '存在错别字问题']) expect(isSummary(words)).toBe(false);
  });
});
