/** 说的是哪一个: sentences that come to another, to all, or to what has become of them. (虚构) */
import { expect, it } from 'vitest';
import { namedInCircular } from '../../../../src/intake/prose/circular.ts';
import { isOfMore, isRenamed } from '../../../../src/intake/prose/said/whose.ts';
import { known } from '../known.ts';

/** 名称|问题 of what is proposed, 名称？ of what is asked. */
function read(...texts: string[]): string[] {
  const lines = texts.map((text, at) => ({
    kind: 'line' as const,
    text,
    place: { file: '', sheet: '', row: at + 1, cell: '' },
  }));
  return namedInCircular(lines, known).named.flatMap(({ mention, findings, why }) =>
    why === 'unclear' ? [`${mention.name}？`] : findings.map((one) => `${mention.name}|${one}`),
  );
}

const TWO = '“甲住建”微信公众号错链、“甲商务”微信公众号留言未回复两个问题，';

it.each([
  [`${TWO}已在12月5日前整改完毕，经复核均符合要求。`, []],
  [`${TWO}已在12月5日前整改完毕，但又出现死链。`, ['甲住建？', '甲商务？']],
  [`${TWO}至今未整改。`, ['甲住建|错链', '甲商务|留言未回复两个问题，至今未整改']],
  [
    '“甲住建”微信公众号简介陈旧，“甲气象”微博把“寒潮”错写成“寒朝”，这2个账号的问题至今未改。',
    ['甲住建|简介陈旧', '甲气象|把“寒潮”错写成“寒朝”'],
  ],
  ['县人社局未经申请，自行开通“甲就业”视频号。', ['甲就业|未经申请，自行开通']],
  [
    '县人社局未经批准开通的账号未备案；“甲就业”视频号未更新。',
    ['县人社局|未经批准开通的账号未备案', '甲就业|未更新'],
  ],
  ['“甲人社”微信公众号有的链接打不开或者指向不准。', ['甲人社|有的链接打不开或者指向不准']],
  ['“甲人社”微信公众号内容不准转载。', []],
  ['“甲疾控”视频号使用了已停用的单位标识。', ['甲疾控|使用了已停用的单位标识']],
  [
    '县司法局错误表述1次、县水利局错别字1次、乙街道错误表述2次和错别字1次。',
    ['县司法局|错误表述1次', '县水利局|错别字1次', '乙街道|错误表述2次和错别字1次'],
  ],
  ['县司法局错误认识新媒体工作。', []],
])('%s', (text, found) => {
  expect(read(text)).toEqual(found);
});

it('写在“有关要求”里又查出来的，要人看；只是要求的不问', () => {
  const under = (text: string): string[] => read('二、有关要求', `（一）${text}`);
  expect(under('近期又查出“甲乡”快手号未备案，请一并处理。')).toEqual(['甲乡？']);
  expect(under('要防止“甲乡”快手号未备案的情况再次发生。')).toEqual([]);
});

it('几个账号，看是不是前面这几个', () => {
  expect(isOfMore('这4个账号至今未改', 1)).toBe(true);
  expect(isOfMore('这两个账号至今未改', 2)).toBe(false);
  expect(isOfMore('至今未改', 1)).toBe(false);
});

it('别人改的名，不知道说的是哪个名字', () => {
  expect(isRenamed('县文体局将', '改名为“甲文体”，没有报备')).toBe(true);
  expect(isRenamed('', '更名为“甲文体”，没有报备')).toBe(false);
});
