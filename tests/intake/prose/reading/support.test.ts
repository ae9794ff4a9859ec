/** 依据: what decides whether a finding is proposed or asked. (虚构) */
import { expect, it } from 'vitest';
import { namedInCircular } from '../../../../src/intake/prose/circular.ts';
import { known } from '../known.ts';

/** What is proposed and what is asked of the lines of a paper. */
function settledIn(...lines: string[]): { proposed: string[]; asked: string[] } {
  const { named } = namedInCircular(
    lines.map((text, row) => ({
      kind: 'line' as const,
      text,
      place: { file: '', sheet: '', row: row + 1, cell: '' },
    })),
    known,
  );
  return {
    proposed: named.flatMap(({ mention, findings }) =>
      findings.map((one) => `${mention.name}：${one}`),
    ),
    asked: named.flatMap(({ mention, why, guesses }) =>
      why === 'unclear' && guesses.length > 0 ? [mention.name] : [],
    ),
  };
}

it('主要问题里的提出，总体情况和提示里的问一句', () => {
  const { proposed, asked } = settledIn(
    '关于9月政务新媒体巡查情况的通报',
    '一、基本情况',
    '“甲司法”微信公众号曾因名称不规范被省厅点名。',
    '二、主要问题',
    '“甲水利”微信公众号41天未更新。',
    '四、近期提示',
    '“乙助手”小程序过度索取权限。',
  );
  expect(proposed).toEqual(['甲水利：41天未更新']);
  expect(asked).toEqual(['甲司法', '乙助手']);
});

it('整改报告里的，仍未改的提出，其余问一句', () => {
  const { proposed, asked } = settledIn(
    '城东县关于市级通报问题整改情况的报告',
    '市政府办公室：',
    '（一）“甲招商”微信公众号互动功能无法使用。经与平台沟通，7月2日修复。',
    '（二）“甲疾控”微博至今仍未备案。',
  );
  expect(proposed.map((one) => one.split('：')[0])).toEqual(['甲疾控']);
  expect(asked).toEqual(['甲招商']);
});

it('去年的、外地的、企业自办的，问一句', () => {
  const { proposed, asked } = settledIn(
    '近期检查发现以下问题。',
    '去年春节期间，“甲民宿”微信公众号误发涉赌广告。',
    '邻县“乙之声”微信公众号被植入暗链。',
    '“丙便民”微信公众号为企业自办，存在虚假宣传。',
    '自去年5月以来，“丁水利”微信公众号一直未更新。',
  );
  expect(proposed.map((one) => one.split('：')[0])).toEqual(['丁水利']);
  expect(asked).toEqual(['甲民宿', '乙之声', '丙便民']);
});

it('单位对别人做的，不是它的问题', () => {
  const { proposed } = settledIn(
    '现将检查发现的问题通报如下：',
    '县教育局近日对学校利用公众号违规发布信息的问题立案调查。',
    '县民政局未按要求报送整改报告。',
  );
  expect(proposed).toEqual(['县民政局：未按要求报送整改报告']);
});

it('各带各的括号的，各是各的问题', () => {
  const { proposed } = settledIn(
    '不合格的是：“甲蚕桑”微信公众号（71天未更新）、“甲防汛”微博（评论区出现涉黄链接）。',
  );
  expect(proposed).toEqual(['甲蚕桑：71天未更新', '甲防汛：评论区出现涉黄链接']);
});
