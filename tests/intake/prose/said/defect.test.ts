/** The forms in which a finding says what is wrong. */
import { describe, expect, it } from 'vitest';
import { saysDefect } from '../../../../src/intake/prose/said/defect.ts';

describe('说得出错在哪里', () => {
  it.each([
    '超过两周未更新',
    '首页3个链接失效',
    '更新不及时的问题仍然存在',
    '将“警钟长鸣”误写为“警钟常鸣”',
    '菜单点击后提示“页面不存在”',
    '内容更新“严重逾期”',
    '断更5个月',
    '上一条作品发布于5个月前',
    '表述错误次数较多',
    '属单项否决网站',
  ])('“%s”', (words) => expect(saysDefect(words)).toBe(true));
});

describe('只是带着有错字样的词', () => {
  it.each([
    '断更问题纳入月度督查台账',
    '增设错敏词拦截插件',
    '错敏信息的日常巡查和处置',
    '编辑开展错敏词培训',
    '适老化水平有待国家标准明确',
  ])('“%s”', (words) => expect(saysDefect(words)).toBe(false));
});
