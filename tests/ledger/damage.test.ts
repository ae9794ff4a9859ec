import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLedger } from '../../src/ledger/check.ts';
import type { Content } from '../../src/ledger/content.ts';
import { LARGEST_RECORD } from '../../src/schema/layout.ts';
import { generate } from '../generator/generate.ts';
import { contentOf as generated } from '../generator/memory.ts';
import { contentOf, linesOf, small } from './small.ts';

const folder = new URL('../fixtures/damage/', import.meta.url);
const bytesOf = (path: string) => readFileSync(new URL(path, folder));
/** The lines of the check when a damaged file stands in the sound ledger, without the file's name. */
const linesFor = (content: string | Uint8Array) =>
  linesOf({ 'issues/zx/zx-11.yaml': content }).map((line) =>
    line.replace('issues/zx/zx-11.yaml', ''),
  );

test('十种损坏同时出现，一次检查给出十处错误，每处有位置和处理办法', () => {
  const damaged = Object.fromEntries(
    readdirSync(new URL('ten/issues/zx/', folder)).map((name) => [
      `issues/zx/${name}`,
      bytesOf(`ten/issues/zx/${name}`),
    ]),
  );
  expect(Object.keys(damaged)).toHaveLength(10);
  expect(linesOf(damaged)).toEqual([
    'issues/zx/zx-11.yaml:10:1 tab 缩进里有制表符（Tab） → 把 Tab 换成两个空格',
    'issues/zx/zx-12.yaml:5:11 colon 栏目名后面是全角冒号“：” → 改成半角冒号加一个空格“: ”',
    'issues/zx/zx-13.yaml:9:1 unknown-key 没有“mesures”这个栏目 → 是不是想写“measures”？',
    'issues/zx/zx-14.yaml:3:10 references 账号 jia-wehcat 不存在 → 是不是想写“jia-wechat”？',
    'issues/zx/zx-15.yaml:12:1 duplicate-key “row”写了两次 → 只留一个',
    'issues/zx/zx-16.yaml:8:11 alias 不能使用“*”引用 → 把引用的内容照写一遍；内容本来就以“*”开头的，整段加上单引号',
    'issues/zx/zx-17.yaml:1:1 encoding 文件是 GBK 编码（记事本的“ANSI”） → 请用“另存为”，编码选 UTF-8（不带 BOM）、换行选 LF 后重新保存',
    'issues/zx/zx-18.yaml:9:44 value “dueOn”（截止日）的值 “2026-02-31” 不对 → 2026-02-31 不是日历上有的日子',
    'issues/zx/zx-19.yaml:1:1 empty 文件是空的 → 写上内容，或删去这个文件',
    'issues/zx/zx-20.yaml:12:1 documents 一个文件里有多份文档（用“---”隔开） → 拆成一条记录一个文件',
  ]);
});

const save = '请用“另存为”，编码选 UTF-8（不带 BOM）、换行选 LF 后重新保存';
const look = '对照同一文件夹里别的文件，检查这一行和上一行的缩进、冒号后的空格和引号';
const record = '写成“栏目: 内容”的样子，每个栏目一行；对照同一文件夹里别的文件';
const unseen = '删去这个字符，重新输入这一处';
const aliased = '把引用的内容照写一遍；内容本来就以“*”开头的，整段加上单引号';
const anchored = '删去锚点，把内容照写一遍；内容本来就以“&”开头的，整段加上单引号';
const tagged = '删去标签，直接写内容；内容本来就以“!”开头的，整段加上单引号';

const cases: [name: string, ...lines: string[]][] = [
  ['bom', `:1:1 encoding 文件带有 BOM 标记 → ${save}`],
  ['crlf', `:1:13 line-ends 换行是 Windows 的 CRLF → ${save}`],
  ['utf-16', `:1:1 encoding 文件是 UTF-16 编码（记事本的“Unicode”） → ${save}`],
  [
    'utf-16-bare',
    `:1:1 encoding 文件不是文本，或是没有标记的 UTF-16 编码 → 图片等附件放到 evidence/ 下；文本文件${save}`,
  ],
  [
    'picture',
    `:1:1 encoding 文件不是文本，或是没有标记的 UTF-16 编码 → 图片等附件放到 evidence/ 下；文本文件${save}`,
  ],
  ['latin', `:1:1 encoding 文件不是 UTF-8 文本 → ${save}`],
  ['bidi', `:7:12 characters 有看不见的控制字符 U+202E → ${unseen}`],
  ['bidi-escaped', `:7:10 characters 有看不见的控制字符 U+202E → ${unseen}`],
  ['bell', `:8:13 characters 有看不见的控制字符 U+0007 → ${unseen}`],
  ['zero-width', `:3:13 characters 有看不见的控制字符 U+200B → ${unseen}`],
  ['space', ':2:5 space 冒号后面缺少空格 → 在冒号后加一个空格'],
  ['full-width-first', ':1:9 colon 栏目名后面是全角冒号“：” → 改成半角冒号加一个空格“: ”'],
  ['list', `:1:1 record 文件里是一个列表，不是一条记录 → ${record}`],
  ['text', `:1:1 record 文件里只有一段文字，不是一条记录 → ${record}`],
  ['number', `:1:1 record 文件里只有一段文字，不是一条记录 → ${record}`],
  ['comment', ':1:1 empty 文件是空的 → 写上内容，或删去这个文件'],
  ['null', ':1:1 empty 文件是空的 → 写上内容，或删去这个文件'],
  ['anchor', `:7:10 anchor 不能使用“&”锚点 → ${anchored}`],
  [
    'bomb',
    `:1:4 anchor 不能使用“&”锚点 → ${anchored}`,
    `:2:4 anchor 不能使用“&”锚点 → ${anchored}`,
    `:2:8 alias 不能使用“*”引用 → ${aliased}`,
    `:2:12 alias 不能使用“*”引用 → ${aliased}`,
    `:2:16 alias 不能使用“*”引用 → ${aliased}`,
    `:2:20 alias 不能使用“*”引用 → ${aliased}`,
    `:2:24 alias 不能使用“*”引用（这样的还有 67 处） → ${aliased}`,
    `:3:4 anchor 不能使用“&”锚点 → ${anchored}`,
    `:4:4 anchor 不能使用“&”锚点 → ${anchored}`,
    `:5:4 anchor 不能使用“&”锚点（这样的还有 4 处） → ${anchored}`,
  ],
  ['merge', ':12:1 merge-key 不能使用“<<”合并 → 把要合并的内容照写一遍'],
  ['tag', `:2:6 tag 不能使用“!”标签 → ${tagged}`],
  ['binary', `:7:10 tag 不能使用“!”标签 → ${tagged}`],
  ['proto', ':12:1 proto 不能使用“__proto__”作栏目名 → 删去这一行'],
  ['complex-key', ':12:3 complex-key 栏目名只能是一个词 → 去掉行首的“?”或花括号'],
  ['deep', ':12:106 syntax 层次太深 → 一条记录只有两三层；检查多余的括号或缩进'],
  ['deep-block', ':100:100 syntax 层次太深 → 一条记录只有两三层；检查多余的括号或缩进'],
  ['duplicate-group', ':12:1 duplicate-key “deadline”写了两次 → 只留一个'],
  ['quote', `:8:1 syntax 缩进对不齐，或引号、括号没有成对 → ${look}`],
  ['bracket', `:7:1 syntax 缩进对不齐，或引号、括号没有成对 → ${look}`],
  ['indent', `:2:6 syntax 这里的写法读不出来，可能是缩进不齐、引号多了或冒号不对 → ${look}`],
  ['two-dots', ':13:1 documents 一个文件里有多份文档（用“---”隔开） → 拆成一条记录一个文件'],
];

test.each(cases)('%s：说清楚是什么、在哪里、怎么办', (name, ...lines) => {
  expect(linesFor(bytesOf(`more/${name}.yaml`))).toEqual(lines);
});

test('每个样本都有测试', () => {
  const samples = readdirSync(new URL('more/', folder)).map((name) => name.replace('.yaml', ''));
  expect(cases.map(([name]) => name).toSorted()).toEqual(samples.toSorted());
});

test('太大的文件不读，只说上限', () => {
  expect(linesFor(`note: ${'长'.repeat(LARGEST_RECORD)}`)).toEqual([
    ' size 文件有 769 KB，超过 256 KB 的上限 → 一个文件只写一条记录；附件放到 evidence/ 下',
  ]);
});

test('扩展名写成 .yml、放错地方的文件都指出', () => {
  const lines = linesOf({
    'issues/zx/zx-02.yml': 'x: 1\n',
    'isues/zx/zx-02.yaml': 'x: 1\n',
    'notes.txt': 'x',
  });
  expect(lines[0]).toBe('issues/zx/zx-02.yml stray-file 扩展名是 .yml → 改名为 .yaml');
  expect(lines[1]).toBe('isues/zx/zx-02.yaml stray-file 这个位置不应有文件 → 是不是想写“issues”？');
  expect(lines[2]).toMatch(
    /^notes\.txt stray-file 这个位置不应有文件 → 移走它；台账只有这些：site\.yaml、/u,
  );
  expect(lines).toHaveLength(3);
});

test('缺少必有的文件，说缺哪一个', () => {
  expect(linesOf({ 'site.yaml': undefined, 'vocabulary/timing.yaml': undefined })).toEqual([
    'site.yaml missing-file 缺少站点设置文件 → 补上 site.yaml，可参照程序自带台账的同名文件',
    'vocabulary/timing.yaml missing-file 缺少时限规则文件 → 补上 vocabulary/timing.yaml，可参照程序自带台账的同名文件',
  ]);
});

/** A ledger in which one file has some bytes changed, put in or taken out. */
const damagedContent = (sound: Content) =>
  fc
    .record({
      path: fc.constantFrom(...sound.texts.keys()),
      edits: fc.array(
        fc.record({
          at: fc.nat(),
          kind: fc.constantFrom('change', 'insert', 'delete'),
          bytes: fc.oneof(
            fc.uint8Array({ minLength: 1, maxLength: 4 }),
            fc
              .constantFrom(
                ...'\t|：|: |- |&a |*a |!b |"|\'|[|]|{|}|#|\n|\n---\n|? |<<: |__proto__: |\u202e|\r\n|\0|e\u0301'.split(
                  '|',
                ),
              )
              .map((text) => new Uint8Array(Buffer.from(text))),
          ),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ path, edits }): Content => {
      let bytes = Buffer.from(sound.texts.get(path) ?? []);
      for (const { at, kind, bytes: put } of edits) {
        const from = at % (bytes.length + 1);
        const skip = kind === 'insert' ? 0 : put.length;
        bytes = Buffer.concat([
          bytes.subarray(0, from),
          kind === 'delete' ? Buffer.alloc(0) : put,
          bytes.subarray(from + skip),
        ]);
      }
      return { ...sound, texts: new Map([...sound.texts, [path, new Uint8Array(bytes)]]) };
    });

test.each([
  ['最小的', contentOf()],
  ['生成的', generated(generate({ seed: 5, issues: 4, asOf: '2026-06-15' }))],
])(
  '%s台账里任意改几个字节，检查从不出错，每处错误都有文件、说明和处理办法',
  (_, sound) => {
    fc.assert(
      fc.property(damagedContent(sound), (content) => {
        for (const fault of checkLedger(content).faults) {
          expect(
            content.texts.has(fault.file) ||
              content.evidence.has(fault.file.replace('evidence/', '')),
          ).toBe(true);
          expect(fault.rule).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
          expect(fault.message).toMatch(/[\u4e00-\u9fff]/u);
          expect(fault.remedy).toMatch(/[\u4e00-\u9fff]/u);
          const lines = Buffer.from(content.texts.get(fault.file) ?? [])
            .toString('utf8')
            .split('\n');
          expect(fault.line).toBeLessThanOrEqual(lines.length);
          expect(fault.col).toBeLessThanOrEqual([...(lines[fault.line - 1] ?? '')].length + 1);
          expect(fault.line > 0).toBe(fault.col > 0);
        }
      }),
      { numRuns: 200 },
    );
  },
  60_000,
);

test('一个栏目的任意值都不会让检查出错', () => {
  const keys = Object.keys({
    campaign: 1,
    row: 1,
    account: 1,
    problems: 1,
    deadline: 1,
    listedOn: 1,
    origin: 1,
  });
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
      const text = small['issues/zx/zx-01.yaml']!.replace(
        new RegExp(`^${key}: .*$`, 'mu'),
        () => `${key}: ${JSON.stringify(value)}`,
      );
      for (const { message, remedy } of checkLedger(contentOf({ 'issues/zx/zx-01.yaml': text }))
        .faults) {
        expect(message).not.toMatch(/undefined|\[object|Invalid|expected/u);
        expect(remedy).toMatch(/[\u4e00-\u9fff]/u);
        expect(remedy).not.toMatch(/undefined|\[object|Invalid|expected/u);
      }
    }),
    { numRuns: 200 },
  );
});
