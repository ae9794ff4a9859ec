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

function read(text: string): NamedMention[] {
  const { blocks } = readText('通报.txt', text.replaceAll('⏎', '\n'), () => false);
  const { named } = namedInCircular(
    blocks.filter((block) => block.kind === 'line'),
    known,
  );
  return named;
}

const list = (cell = ''): string[] => cell.split(' | ').filter((one) => one !== '');
const names = (all: readonly NamedMention[], isWanted: (one: NamedMention) => boolean): string[] =>
  all.filter(isWanted).map(({ mention }) => mention.name);

describe('通报里的句子', () => {
  for (const [kind = '', text = '', proposed = '', asked = '', left = ''] of table('sentences.tsv'))
    it(`${kind}：${text}`, () => {
      const named = read(text);
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

  it('名字和平台是程序自己的词也不出错', () => {
    expect(read('“constructor”微信公众号、“__proto__”微博未更新。')).toHaveLength(2);
  });
});
