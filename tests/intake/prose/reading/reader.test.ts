/** 逐段读: how far a heading, a point and a mention reach. (虚构) */
import { expect, it } from 'vitest';
import { namedInCircular } from '../../../../src/intake/prose/circular.ts';
import { known } from '../known.ts';

function read(...lines: string[]) {
  const place = (at: number) => ({ file: '', sheet: '', row: at + 1, cell: '' });
  const { named, unread } = namedInCircular(
    lines.map((text, at) => ({ kind: 'line' as const, text, place: place(at) })),
    known,
  );
  return {
    found: named.flatMap(({ mention, findings }) =>
      findings.map((one) => `${mention.name}：${one}`),
    ),
    unread: unread.map(({ sentence }) => sentence),
  };
}

it('段内的一是、二是管到段末为止，下一段的账号不算在内', () => {
  const { found } = read(
    '“甲水情”微信公众号。问题表现：一是栏目链接失效；二是近三个月原创为零。',
    '“乙规划”微信公众号。问题表现：地图未标注审图号。',
  );
  expect(found).toEqual([
    '甲水情：栏目链接失效',
    '甲水情：近三个月原创为零',
    '乙规划：地图未标注审图号',
  ]);
});

it('单独成段的一是管到下一个编号', () => {
  const { found } = read(
    '一是更新不及时。',
    '涉及“甲水利”微信公众号。',
    '二是互动差。',
    '涉及“乙司法”微博。',
  );
  expect(found).toEqual(['甲水利：更新不及时', '乙司法：互动差']);
});

it('另起一篇，前一篇的标题不再管', () => {
  const { found } = read(
    '关于一季度检查情况的通报',
    '（一）长期未更新的账号：',
    '“甲水利”微信公众号。',
    '关于二季度检查情况的通报',
    '“乙司法”微信公众号。',
  );
  expect(found).toEqual(['甲水利：长期未更新']);
});

it('要求部分点到的不提出，近期又查出的要提出', () => {
  const { found } = read(
    '三、工作要求',
    '“甲水利”微信公众号要及时更新。近期又查出“乙司法”快手号未备案。',
  );
  expect(found.filter((one) => one.startsWith('甲'))).toEqual([]);
});

it('说到问题而没有认出是谁的，列为没有读懂', () => {
  const { found, unread } = read('县保健院的那个平台上某县公众号长期未更新。');
  expect(found).toEqual([]);
  expect(unread).toHaveLength(1);
});
