import { describe, expect, test } from 'vitest';
import { countsOther, entityOf, isComplete, stanceOf } from '../../src/proofread/meaning.ts';

const of = (label: string, noun = '') => ({ label, noun });
const stance = (label: string, noun = '', tail = '') => stanceOf({ label, noun, tail });

test.each([
  [of('共检查', '政务新媒体账号'), 'account'],
  [of('部门网站'), 'site'],
  [of('', '网站存在问题'), 'site'],
  [of('', '存在问题'), undefined],
  [of('', '已转有关部门办理'), undefined],
])('数的是什么：%j', (words, entity) => {
  expect(entityOf(words)).toBe(entity);
});

describe('两个数是否数不同的东西', () => {
  test.each([
    ['问题与单位', of('问题'), of('涉及', '单位'), true],
    ['账号按部门分', of('账号共'), of('部门'), false],
    ['问题按平台分', of('查出问题'), of('其中网站'), false],
    ['总数含两者', of('政府网站和政务新媒体共'), of('其中网站'), false],
    ['单位与账号', of('共有', '单位'), of('甲单位有账号'), true],
  ])('%s', (_, whole, part, other) => {
    expect(countsOther(whole, part)).toBe(other);
  });
});

describe('处在什么状态', () => {
  test.each([
    [stance('已整改'), 'yes', 'mend'],
    [stance('尚未完成整改'), 'no', 'mend'],
    [stance('正在办理'), 'under way', 'mend'],
    [stance('', '仍未整改'), 'no', 'any'],
    [stance('不合格账号'), 'no', 'pass'],
    [stance('其余'), 'no', 'any'],
    [stance('部分采纳'), 'under way', 'adopt'],
    [stance('', '', '账号不合格'), 'no', 'pass'],
  ])('%j', (found, sign, about) => {
    expect(found).toEqual({ sign, about });
  });

  test.each(['反馈的', '需办理', '自行处理', '完成投资', '更新类'])('“%s”说不上状态', (label) => {
    expect(stance(label)).toBeUndefined();
  });
});

test('合格与不合格、来电与来信、有其余的，是全部', () => {
  const parts = (...labels: string[]) =>
    labels.map((label) => ({ label, noun: '', stance: stance(label) }));
  expect(isComplete(parts('合格', '不合格'))).toBe(true);
  expect(isComplete(parts('来电', '来信'))).toBe(true);
  expect(isComplete(parts('甲镇', '其他'))).toBe(true);
  expect(isComplete(parts('已整改', '未备案'))).toBe(false);
  expect(isComplete(parts('甲镇', '乙镇'))).toBe(false);
});
