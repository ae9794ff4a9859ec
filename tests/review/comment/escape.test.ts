import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapedMarkdown, mdLink } from '../../../src/review/comment/escape.ts';
import { plain } from '../../../src/text/plain.ts';

/** What a reader of Markdown sees: numeric entities are signs again. */
const seen = (text: string) =>
  text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/[＠＃！％＆＄＾～]/gu, (sign) => sign.normalize('NFKC'))
    .replaceAll('\u2011', '-');

describe('摘要里的转义', () => {
  test('记号变成字符实体，读的人看到原来的字', () => {
    const text = '*粗* _斜_ `码` [链](x) <b> & @人 #1 !2 ~~删~~ | $x$ \\';
    expect(escapedMarkdown(text)).not.toMatch(/[*_`[\]<>@#!~|$\\](?!\d+;)/u);
    expect(seen(escapedMarkdown(text))).toBe(text);
  });

  test.each([
    '问题见 GH-26',
    '找 @rev-1 和 user@host.example',
    '#26 group/project#26 !26 %26 &26 $26 ^26 ~26 ~"标签" %"里程碑" ABC-123 gh-7',
  ])('平台会自己认作链接的写法也只是字：%s', (text) => {
    // Forges look for references in the text that is left when the entities are read.
    const read = escapedMarkdown(text).replace(/&#(\d+);/gu, (_, code: string) =>
      String.fromCodePoint(Number(code)),
    );
    expect(read).not.toMatch(/@\w|[#!%&$^]\d|[%~]["\w]|\b(?:GH|[A-Z]+)-\d/iu);
    expect(seen(escapedMarkdown(text))).toBe(text);
  });

  test('网址不会变成链接', () => {
    expect(escapedMarkdown('https://evil.example')).toBe('https&#58;//evil.example');
    expect(escapedMarkdown('WWW.evil.example')).toBe('WWW&#46;evil.example');
  });

  test('任何字都只有一行，没有看不见的字符，读出来不变', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = escapedMarkdown(text);
        expect(written).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
        expect(seen(written)).toBe(seen(plain(text)));
      }),
    );
  });

  test('终端上的字没有控制序列，不成为流程的旧式命令', () => {
    expect(plain('a\u001b[31mb\r\nc##[error]d')).toBe('a·[31mb··c# #[error]d');
  });
});

describe('佐证链接', () => {
  test('只有 http 和 https 成为链接，目标全写出来', () => {
    expect(mdLink('https://mp.example/s/abc')).toBe('<https://mp.example/s/abc>');
    expect(mdLink('javascript:alert(1)')).toBe('javascript:alert&#40;1&#41;');
    expect(mdLink('不是网址')).toBe('不是网址');
  });

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://metadata.google.internal/',
    'http://127.0.0.1:8080/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.100.100.200/',
    'http://localhost/',
    'http://intranet/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://168.63.129.16/',
    'http://a.local../',
    'http://a.localdomain/',
    'http://a.private/',
    'http://printer.local./',
    'https://www.example.cn@evil.example/',
  ])('%s 只写成字', (address) => {
    expect(mdLink(address)).not.toMatch(/^<|:\/\//u);
  });

  test('冒充的域名写成 ASCII，能结束链接的字符编码', () => {
    expect(mdLink('https://例子.example/路')).toBe('<https://xn--fsqu00a.example/%E8%B7%AF>');
    expect(mdLink('https://a.example/>|x')).not.toMatch(/[>|](?!$)/u);
  });
});
