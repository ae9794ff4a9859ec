import { expect, test } from 'vitest';
import { elements, kindOf, readPage, samplePages } from './page.ts';

test('页面种类先看 data-kind，再看文件夹，再看文件名', () => {
  expect(kindOf(readPage('units/a.html', '<body data-kind="unit">'))).toBe('unit');
  expect(kindOf(readPage('units/a.html', ''))).toBe('units');
  expect(kindOf(readPage('about.html', ''))).toBe('about');
});

test('每种页面取最长、最先、最后三页，不足三页的全取', () => {
  const pages = ['a', 'b', 'c', 'd'].map((name) =>
    readPage(`units/${name}.html`, name === 'c' ? '<p>最长的一页</p>' : '<p></p>'),
  );
  const sample = samplePages([...pages, readPage('index.html', '')]);
  expect(sample.map(({ file }) => file)).toEqual([
    'units/c.html',
    'units/a.html',
    'units/d.html',
    'index.html',
  ]);
  expect(samplePages(pages, 1).map(({ file }) => file)).toEqual(['units/c.html']);
});

test('template 里的内容不算在页面上', () => {
  const page = readPage('x.html', '<template><p id="a"></p></template><p id="b"></p>');
  expect(elements(page).filter(({ tagName }) => tagName === 'p')).toHaveLength(1);
});
