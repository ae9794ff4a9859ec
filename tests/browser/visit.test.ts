import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';
import { readPlainly, sheetsOnPaper, visit } from './visit.ts';

let folder: string;
let server: Server;
let browser: Browser;

const css =
  '.skip{position:absolute;top:-99px}.skip:focus{top:0}:focus{outline:2px solid}body{font-size:16px}' +
  '.care body{font-size:24px}';
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`;
const main = '<main id="main"><h1>单位</h1><p>二十二个单位</p></main>';
const skip = '<a class="skip" href="#main">跳到正文</a>';

/** A page that is right in everything, but for what the test changes. */
function whole({ head = '', body = main, first = skip } = {}): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${policy}` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>单位</title>` +
    `<link rel="icon" href="data:,"><link rel="stylesheet" href="a.css">${head}</head><body>${first}${body}</body></html>`
  );
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'visit-'));
  writeFileSync(path.join(folder, 'a.css'), css);
  server = await serve(folder);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(html: string): void {
  writeFileSync(path.join(folder, 'index.html'), html.replace('href="data:,"', 'href="a.svg"'));
  writeFileSync(path.join(folder, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
}

async function faultsOf(html: string): Promise<string[]> {
  write(html);
  return visit(browser, server.url('index.html'));
}

test('一切都对的页面没有可报的', async () => {
  expect(await faultsOf(whole())).toEqual([]);
});

test('有关怀版而字会变大变回的页面没有可报的', async () => {
  writeFileSync(
    path.join(folder, 'care.js'),
    `for (const link of document.querySelectorAll('[data-care]')) link.addEventListener('click', (event) => {
       event.preventDefault(); document.documentElement.classList.toggle('care', link.dataset.care === 'on'); });`,
  );
  const links =
    '<p><a href="#main" data-care="on">关怀版</a> <a href="#main" data-care="off">标准版</a></p>';
  const body = main.replace('</main>', `${links}</main>`);
  expect(await faultsOf(whole({ body, head: '<script src="care.js" defer></script>' }))).toEqual(
    [],
  );
  expect(await faultsOf(whole({ body }))).toContain('关怀版的字没有变大（16 像素）');
});

test('关怀版里小于 18 像素的字、矮于 60 像素的按钮，一处一处说', async () => {
  const links =
    '<p><a href="#main" data-care="on">关怀版</a> <a href="#main" data-care="off">标准版</a></p>' +
    '<button>下一件</button>';
  const small = '<p class="fine">小字</p>';
  const body = main.replace('</main>', `${links}${small}</main>`);
  const faults = await faultsOf(whole({ body }));
  expect(faults).toContain('关怀版：p.fine的字只有 16.0 像素');
  expect(faults.join('\n')).toMatch(/关怀版：button\.只有 \d+\.\d 像素高/u);
});

const long = '很长的一行'.repeat(30);

test.each([
  [
    '图没有替代文字',
    whole({ body: main.replace('</main>', '<img src="a.svg"></main>') }),
    /^axe（手机宽度）image-alt：<img src="a\.svg">/u,
  ],
  [
    '字与底色太近',
    whole({ head: '<link rel="stylesheet" href="pale.css">' }),
    /^axe（桌面宽度）color-contrast：<p>/u,
  ],
  [
    '从别的网站取图',
    whole({ body: main.replace('</main>', '<img alt="x" src="http://127.0.0.1:9/a.png"></main>') }),
    /^违反内容安全策略：img-src http:\/\/127\.0\.0\.1:9\/a\.png$/u,
  ],
  [
    '没有安全策略时从别的网站取图',
    whole({
      body: main.replace('</main>', '<img alt="x" src="http://127.0.0.1:9/a.png"></main>'),
    }).replace(policy, ''),
    /^向别的网站请求 http:\/\/127\.0\.0\.1:9\/a\.png$/u,
  ],
  [
    '内联样式',
    whole({ body: main.replace('<p>', '<p style="color:red">') }),
    /^违反内容安全策略：style-src-attr inline$/u,
  ],
  ['缺文件', whole({ head: '<script src="no.js" defer></script>' }), /^404 .*\/no\.js$/u],
  ['脚本出错', whole({ head: '<script src="bad.js" defer></script>' }), /^脚本出错：坏了$/u],
  [
    '载入后插入内容，把下面推开',
    whole({ head: '<script src="late.js" defer></script>' }),
    /^载入时版面移动 0\.\d+$/u,
  ],
  [
    '窄屏横滚',
    whole({ body: main.replace('<p>', `<p class="wide">${long}`) }),
    /^320 像素宽时页面横向滚动 \d+ 像素：<p class="wide">$/u,
  ],
  [
    '没有跳到正文',
    whole({ first: '<a href="index.html">首页</a>' }),
    /^第一个 Tab 到了 <a href="index\.html">/u,
  ],
  [
    '跳到正文一直藏着',
    whole({ head: '<link rel="stylesheet" href="hidden.css">' }),
    /^“跳到正文”链接得到焦点时看不见$/u,
  ],
  [
    '焦点看不出来',
    whole({ head: '<link rel="stylesheet" href="plain.css">' }),
    /^焦点到了却看不出来：<a class="skip"/u,
  ],
] as const)('报出：%s', async (_name, html, expected) => {
  const files = {
    'pale.css': 'p{color:#ccc}',
    'bad.js': 'throw new Error("坏了")',
    'late.js':
      'setTimeout(()=>{const p=document.createElement("p");p.textContent="插入";document.body.prepend(p)},50)',
    'hidden.css': '.skip:focus{top:-99px}',
    'plain.css': ':focus{outline:none}',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  writeFileSync(path.join(folder, 'a.css'), `${css}.wide{white-space:nowrap}`);
  const faults = await faultsOf(html);
  expect(faults.filter((fault) => expected.test(fault))).not.toEqual([]);
});

test('带人到新地址的页面还没取完的不算，别的页面没取到的照样报出', async () => {
  writeFileSync(path.join(folder, 'on.js'), "location.replace('there.html')");
  writeFileSync(path.join(folder, 'late.js'), ' '.repeat(4_000_000));
  writeFileSync(path.join(folder, 'there.html'), whole().replace('href="data:,"', 'href="a.svg"'));
  const late = Array.from(
    { length: 30 },
    (_, index) => `<script type="module" src="late.js?${String(index)}"></script>`,
  );
  const scripts = (first: string) =>
    `<script type="module" src="${first}"></script>${late.join('')}`;
  expect(await faultsOf(whole({ head: scripts('on.js') }))).toEqual([]);
  expect(await faultsOf(whole({ head: scripts('gone.js') }))).toContainEqual(
    expect.stringMatching(/^没有取到 .*gone\.js$/u),
  );
});

test('从文件打开、关闭脚本，文字和样式都在', async () => {
  write(whole());
  expect(await readPlainly(browser, pathToFileURL(path.join(folder, 'index.html')).href)).toEqual(
    [],
  );
});

test('从文件打开时取不到样式、没有文字，都报出', async () => {
  write(whole({ body: '<main id="main"></main>' }).replace('a.css', '/no/a.css'));
  const faults = await readPlainly(browser, pathToFileURL(path.join(folder, 'index.html')).href);
  expect(faults).toEqual(
    expect.arrayContaining([
      '关闭脚本后没有文字',
      expect.stringMatching(/^没有取到 file:.*\/no\/a\.css$/u),
    ]),
  );
});

test('数得出纸的张数', async () => {
  const context = await browser.newContext();
  write(whole());
  expect(await sheetsOnPaper(context, server.url('index.html'))).toBe(1);
  write(whole({ body: main.replace('</main>', `${'<p>一行</p>'.repeat(120)}</main>`) }));
  expect(await sheetsOnPaper(context, server.url('index.html'))).toBeGreaterThan(1);
  await context.close();
});
