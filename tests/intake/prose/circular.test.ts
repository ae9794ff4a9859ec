/** Sentences of circulars and what they name: tests/fixtures/circulars/sentences.tsv, cases.tsv (names invented). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { namedInCircular } from '../../../src/intake/prose/circular.ts';
import type { NamedMention } from '../../../src/intake/prose/mention/named.ts';
import { Known } from '../../../src/intake/record/known.ts';
import { readText } from '../../../src/paper/text.ts';
import { shippedFolder } from '../source.ts';
import { openLedger } from '../../../src/ledger/open.ts';

const known = new Known(openLedger(shippedFolder));

function table(name: string): string[][] {
  const file = fileURLToPath(new URL(`../../fixtures/circulars/${name}`, import.meta.url));
  const lines = readFileSync(file, 'utf8').split('\n').slice(1);
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

function circular(text: string): ReturnType<typeof namedInCircular> {
  const { blocks } = readText('通报.txt', text.replaceAll('⏎', '\n'), () => false);
  return namedInCircular(
    blocks.filter((block) => block.kind === 'line'),
    known,
  );
}

const read = (text: string): NamedMention[] => circular(text).named;

const list = (cell = ''): string[] => cell.split(' | ').filter((one) => one !== '');
const names = (all: readonly NamedMention[], isWanted: (one: NamedMention) => boolean): string[] =>
  all.filter(isWanted).map(({ mention }) => mention.name);

describe('通报里的句子', () => {
  for (const [kind = '', text = '', proposed = '', asked = '', left = '', lost = ''] of table(
    'sentences.tsv',
  ))
    it(`${kind}：${text}`, () => {
      const { named, unread } = circular(text);
      const rows = named.flatMap(({ mention, findings }) =>
        findings.map((finding) => ({ ...mention, finding })),
      );
      const wanted = list(proposed).map((one) => one.split('·'));
      expect(rows.map(({ name, platform }) => [name, platform])).toEqual(
        wanted.map(([name, platform]) => [name, platform?.replace(/^$/u, '')]),
      );
      for (const [index, [, , finding = '', unit]] of wanted.entries()) {
        expect(rows[index]?.finding).toContain(finding);
        if (unit !== undefined) expect(rows[index]?.unit).toBe(unit);
      }
      expect(names(named, ({ why }) => why === 'unclear')).toEqual(list(asked));
      expect(names(named, ({ why }) => why === 'nothing' || why === 'mended')).toEqual(list(left));
      if (lost !== '') expect(unread.map(({ sentence }) => sentence)).toEqual(list(lost));
    });
});

describe('通报的十二句真话', () => {
  for (const [text = '', proposed = ''] of table('cases.tsv'))
    it(text, () => {
      const rows = read(text).flatMap(({ mention, findings }) =>
        findings.map((finding) => ({ ...mention, finding })),
      );
      expect(rows).toHaveLength(list(proposed).length);
      for (const [index, one] of list(proposed).entries()) {
        const [name = '', platform = '', finding = ''] = one.split('·');
        expect(rows[index]?.name).toBe(name);
        expect(rows[index]?.platform).toContain(platform);
        expect(rows[index]?.finding).toContain(finding);
      }
    });
});

describe('一句里在顿号后另点到一个名字，认不出是谁的', () => {
  it.each([
    ['石桥镇政府网站存在严重表述错误1处、“石桥发布”存在错别字3处。', '存在严重表述错误1处'],
    ['县教育局网站有死链3条、“县长之窗”未更新、“简介”未更新。', '有死链3条'],
    [
      '县教育局网站存在死链3条、“政策解读”未更新、“石桥发布”存在错别字1处。',
      '存在死链3条、“政策解读”未更新',
    ],
    ['县统计局存在错别字1处、“统计之窗”未更新。', '存在错别字1处'],
  ])('只提出前面的，整句列为没有读懂：%s', (text, finding) => {
    const { named, unread } = circular(text);
    expect(named.flatMap(({ findings }) => findings)).toEqual([finding]);
    expect(unread.map(({ sentence }) => sentence)).toEqual([text]);
  });

  it('在标题下面的一句里也是', () => {
    const { named, unread } = circular(
      '（一）县教育局网站。存在错别字1处、“石桥发布”存在错别字3处。',
    );
    expect(named.map(({ findings }) => findings)).toEqual([['存在错别字1处']]);
    expect(unread.map(({ sentence }) => sentence)).toEqual([
      '存在错别字1处、“石桥发布”存在错别字3处。',
    ]);
  });

  it('栏目的问题和它前面的问题都归到类别里', () => {
    const [one] = read('县教育局门户网站存在错别字1处、“政策解读”栏目未更新。');
    const both = known.phrases.read(one?.findings.join() ?? '').problems;
    expect(both.length).toBeGreaterThan(known.phrases.read('存在错别字1处').problems.length);
  });
});

describe('没有点名的', () => {
  it.each([
    '吕梁市一网站首页打不开。',
    '咸宁市一公众号泄露个人信息。',
    '安康市某网站存在死链。',
    '某县政务新媒体发布商业广告。',
    '黄石市个别栏目超过3年没有更新，宜城市部分网站存在空白栏目。',
    '近日公布抽查情况，孝感市少数页面打不开。',
    '东岭市部分县区门户网站更新不及时。',
    '白云区某街道公众号存在广告。',
  ])('%s', (text) => {
    const { named, unread } = circular(text);
    expect(named).toEqual([]);
    expect(unread.map(({ sentence }) => sentence)).toEqual([text]);
  });

  it.each(['统一网站名称。', '同一网站不得重复建设。', '各单位要避免成为唯一网站不合格的单位。'])(
    '“%s”不列',
    (text) => {
      expect(circular(text)).toEqual({ named: [], unread: [] });
    },
  );
});

describe('没有人会写的通报', () => {
  const odd = [
    '（',
    '“',
    '”',
    '《',
    '、',
    '甲.',
    '1',
    '未更新的有',
    '“甲发布”、',
    '县政府网站、',
    '一是未更新，',
  ];
  for (const piece of odd)
    it(`一万个“${piece}”也读得完`, () => {
      expect(read(piece.repeat(10_000))).toBeInstanceOf(Array);
    });

  it.each(['问题是“首页未更新”，', '“甲发布”未更新，', '问题是“首页未更新”、', '存在错别字，'])(
    '一句里两千个“%s”，不到十秒读完',
    (piece) => {
      const { named, unread } = circular(`${piece.repeat(2000)}“乙发布”仍未更新。`);
      expect(named.length + unread.length).toBeGreaterThan(0);
    },
    10_000,
  );

  it('领起的词接连几十个，也读得完', { timeout: 5000 }, () => {
    const { named, unread } = circular(
      `部分政务新媒体长期未更新${'主要'.repeat(60)}集中在：“乙发布”微信公众号。`,
    );
    expect(named.length + unread.length).toBeGreaterThan(0);
  });

  it('名字和平台是程序自己的词也不出错', () => {
    expect(read('“constructor”微信公众号、“__proto__”微博未更新。')).toHaveLength(2);
  });
});
