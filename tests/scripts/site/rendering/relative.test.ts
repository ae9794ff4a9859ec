import { expect, test } from 'vitest';
import { withRelativeAddresses } from '../../../../scripts/site/rendering/relative.ts';

const html =
  '<a href="/units/a.html">甲</a> <script src="/early.js"></script> <form action="/search.html">';

test('根目录的页面用 ./', () => {
  expect(withRelativeAddresses(html, 'units.html', '/')).toBe(
    '<a href="./units/a.html">甲</a> <script src="./early.js"></script> <form action="./search.html">',
  );
});

test('深一层的页面往上一层，深两层的往上两层', () => {
  expect(withRelativeAddresses('<a href="/index.html">', 'units/a.html', '/')).toBe(
    '<a href="../index.html">',
  );
  expect(withRelativeAddresses('<a href="/index.html">', 'campaigns/x/open.html', '/')).toBe(
    '<a href="../../index.html">',
  );
});

test('“没有这一页”出现在任何地址，用完整路径', () => {
  expect(withRelativeAddresses('<a href="/index.html">', '404.html', '/zhenggai/')).toBe(
    '<a href="/zhenggai/index.html">',
  );
});

test('外面的地址、锚点和正文里的文字都不动', () => {
  const other =
    '<a href="https://mp.example/s"> <a href="//mp.example"> <a href="#d"> 写作 href="/x"';
  expect(withRelativeAddresses(other.replace('href="/x"', '=&quot;/x'), 'units/a.html', '/')).toBe(
    other.replace('href="/x"', '=&quot;/x'),
  );
});
