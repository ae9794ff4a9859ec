/** 通报校验值: any change of a figure or a word changes it, and so does moving a word from one to the other. */
import { expect, test } from 'vitest';
import { bulletinSum } from '../../../src/ledger/checksum/bulletin-sum.ts';

const figures = [
  { name: '检查', value: '100' },
  { name: '合格', value: '95' },
];
const paragraphs = ['一、总体情况', '合格率95%。'];

test('与写法一起定死：以后算法变了，这里会说', () => {
  expect(bulletinSum({ figures, paragraphs })).toMatch(/^[0-9a-f]{64}$/u);
  expect(bulletinSum({ figures: [], paragraphs: [] })).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});

test('改数、改字、换次序、并段都不同', () => {
  const sums = [
    bulletinSum({ figures, paragraphs }),
    bulletinSum({ figures: figures.toReversed(), paragraphs }),
    bulletinSum({ figures: [{ name: '检查', value: '101' }], paragraphs }),
    bulletinSum({ figures, paragraphs: paragraphs.toReversed() }),
    bulletinSum({ figures, paragraphs: [paragraphs.join('')] }),
    bulletinSum({ figures: [], paragraphs: [...figures.map(({ name }) => name), ...paragraphs] }),
  ];
  expect(new Set(sums).size).toBe(sums.length);
});
