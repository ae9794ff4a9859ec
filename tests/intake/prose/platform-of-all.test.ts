/** 全篇的平台: what a note or the opening says of all accounts that do not say theirs. (虚构) */
import { expect, test } from 'vitest';
import { passagesOf } from '../../../src/intake/prose/passage.ts';
import { platformOfAll } from '../../../src/intake/prose/platform-of-all.ts';
import { words } from './known.ts';

const of = (...texts: string[]): string | undefined =>
  platformOfAll(
    passagesOf(
      texts.map((text, at) => ({
        kind: 'line' as const,
        text,
        place: { file: '', sheet: '', row: at + 1, cell: '' },
      })),
    ),
    words,
  );

test.each([
  [['“甲”“乙”未更新。', '（注：以上均为微信公众号）'], '微信公众号'],
  [['“甲”“乙”未更新。', '以上账号均为抖音号。'], '抖音号'],
  [['县教育局对全县学校开设的微信公众号进行了排查。', '第三中学“甲青年”未更新。'], '微信公众号'],
])('%j', (texts, platform) => {
  expect(of(...texts)).toBe(platform);
});

test.each([
  [['县教育局对全县学校开设的微信公众号进行了排查。', '“甲”抖音号未更新。']],
  [['“甲”微信公众号未更新。', '“乙”未更新。']],
  [['（注：以上均为微信公众号）', '（注：以上均为抖音号）']],
  [['对全县政务新媒体进行了检查。', '“甲”未更新。']],
  [['以上均为重复开设的账号。']],
])('没有说，或者不止一个：%j', (texts) => {
  expect(of(...texts)).toBeUndefined();
});
