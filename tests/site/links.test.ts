import { expect, test } from 'vitest';
import {
  addressesInCss,
  addressesInScript,
  linkFaults,
  referencesOf,
  repeatedIds,
  unreachedPages,
} from './links.ts';
import { readPage } from './page.ts';

/** Faults of a small site: pages by file name, other files by name. */
function faults(pages: Record<string, string>, others: string[] = []): string[] {
  const read = Object.entries(pages).map(([file, html]) => readPage(file, html));
  return linkFaults(read, [...Object.keys(pages), ...others], read.flatMap(referencesOf));
}

test('相对链接、锚点、查询、邮件和外部链接都通', () => {
  const home =
    '<a href="units/a.html#k">甲</a><a href="search.html?q=甲#top">找</a><a href="mailto:a@b.c">信</a>' +
    '<a href="https://www.gov.cn/">外</a><a href="#main">正文</a><main id="main"></main><a href="">本页</a>';
  const unit =
    '<a href="../index.html">首页</a><p id="k"></p><img srcset="../a%20b.png 1x, ../c.png 2x">';
  expect(
    faults({ 'index.html': home, 'units/a.html': unit, 'search.html': '' }, ['a b.png', 'c.png']),
  ).toEqual([]);
});

test.each([
  ['<a href="no.html">x</a>', 'index.html：“no.html” 没有这个文件'],
  ['<a href="#no">x</a>', 'index.html：“#no” 页面里没有这个锚点'],
  ['<a href="units/a.html#no">x</a>', 'index.html：“units/a.html#no” 页面里没有这个锚点'],
  [
    '<a href="units/">x</a>',
    'index.html：“units/” 指向文件夹，从 U 盘打开时看不到页面，应写到 index.html',
  ],
  [
    '<a href="/units/a.html">x</a>',
    'index.html：“/units/a.html” 以 / 开头，放在子目录或 U 盘上时失效，应写相对地址',
  ],
  ['<a href="../x.html">x</a>', 'index.html：“../x.html” 指到站点之外'],
  ['<a href="javascript:void 0">x</a>', 'index.html：“javascript:void 0” 不认识的地址类型'],
  ['<a href="%zz">x</a>', 'index.html：“%zz” 含有不能解开的 % 编码'],
  [
    '<img src="https://cdn.example/a.png">',
    'index.html：“https://cdn.example/a.png” 从别的网站取内容',
  ],
  [
    '<link rel="stylesheet" href="//cdn.example/a.css">',
    'index.html：“//cdn.example/a.css” 从别的网站取内容',
  ],
  ['<link rel="stylesheet" href="a.css">', 'index.html：“a.css” 没有这个文件'],
  ['<script type="module" src="a.js"></script>', 'index.html：“a.js” 没有这个文件'],
  ['<svg><use href="i.svg#a"/></svg>', 'index.html：“i.svg#a” 没有这个文件'],
  ['<form action="find.html"></form>', 'index.html：“find.html” 没有这个文件'],
  ['<p style="background:url(b.png)">', 'index.html：“b.png” 没有这个文件'],
])('%s：报出', (html, expected) => {
  const pages = { 'index.html': html, 'units/a.html': '', 'units/index.html': '' };
  expect(faults(pages)).toEqual([expected]);
});

test('样式表里的地址都认得出，注释里的不算', () => {
  const css = '@import "a.css";b{background:url("b.png")}c{d:url( c.png )}/* url(no.png) */';
  expect(addressesInCss(css)).toEqual(['b.png', 'c.png', 'a.css']);
});

test('脚本里的引用都认得出', () => {
  const script =
    'import"./a.js";import{b}from"./b.js";const c=()=>import("../c.js");"from nowhere"';
  expect(addressesInScript(script)).toEqual(['./a.js', './b.js', '../c.js']);
});

test('重复的 id 逐个报出', () => {
  const page = readPage('x.html', '<p id="a"></p><p id="b"></p><p id="a"></p><p id="a"></p>');
  expect(repeatedIds(page)).toEqual(['a']);
});

test('从首页走不到的页面逐个报出，404 除外', () => {
  const pages = [
    readPage('index.html', '<a href="a.html">甲</a>'),
    readPage('a.html', '<a href="b/c.html">丙</a>'),
    readPage('b/c.html', ''),
    readPage('b/alone.html', '<a href="../index.html">首页</a>'),
    readPage('404.html', ''),
  ];
  expect(unreachedPages(pages, pages.flatMap(referencesOf))).toEqual(['b/alone.html']);
});

test('404.html 显示在任意深度，只有它可以写以 / 开头的地址', () => {
  const html = '<link rel="stylesheet" href="/_astro/a.css"><a href="/index.html">首页</a>';
  expect(faults({ '404.html': html, 'index.html': '' }, ['_astro/a.css'])).toEqual([]);
  expect(faults({ '404.html': html, 'index.html': '' })).toEqual([
    '404.html：“/_astro/a.css” 没有这个文件',
  ]);
});
