/** What has the shape of a finding and of a name, and what has not. (names invented) */
import { describe, expect, it } from 'vitest';
import { isFinding, isNamed } from '../../../../src/intake/prose/said/shape.ts';
import { Known } from '../../../../src/intake/record/known.ts';
import { openLedger } from '../../../../src/ledger/open.ts';
import { shippedFolder } from '../../source.ts';

const known = new Known(openLedger(shippedFolder));

describe('问题的样子', () => {
  it.each(['长期不更新', '内容严重滞后', '整合了两个子站，但首页长期不更新', '整合不到位'])(
    '“%s”是',
    (words) => expect(isFinding(words, false, known)).toBe(true),
  );

  it.each([
    '季度被点名后',
    '今起停更并启动注销程序',
    '已将“甲网警”并入“甲警方”，未公告',
    '市级通报指出，长期不更新',
    '县水务局网页链接打不开',
    '没有“一票否决”问题',
  ])('“%s”不是', (words) => expect(isFinding(words, false, known)).toBe(false));
});

describe('名字的样子', () => {
  it.each(['清源发布', '和顺林草'])('“%s”是', (name) => expect(isNamed(name)).toBe(true));
  it.each(['瘦身', '河口2县（市）政府门户网站', '河口两县政府网站'])('“%s”不是', (name) =>
    expect(isNamed(name)).toBe(false),
  );
});
