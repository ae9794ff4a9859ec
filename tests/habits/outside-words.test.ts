/** Words that name something on the prototype of every object: anywhere they may come from, they are words like any other. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words as plugin } from '../../eslint.words.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { fileKindOf } from '../../src/review/proposal/change.ts';
import { sideOf } from '../../src/review/proposal/tree.ts';

const words = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];

const shili = readFolder('tests/fixtures/shili');
/** One file of each kind is enough: the same reader reads the others. */
const samples = [
  ...new Map([...shili.texts.keys()].map((file) => [file.split('/')[0], file])).values(),
  ...[...shili.texts.keys()].filter((file) => file.startsWith('vocabulary/')),
];

describe('constructor、__proto__ 这样的字写在台账的哪里，都只是字', () => {
  test('作每一个栏目的内容、栏目名', { timeout: 300_000 }, () => {
    let nth = 0;
    const texts = new Map([...shili.texts].filter(([file]) => samples.includes(file)));
    for (const [file, bytes] of texts) {
      const lines = new TextDecoder().decode(bytes).split('\n').slice(0, 9);
      for (const [index, line] of lines.entries()) {
        const word = words[(nth += 1) % words.length] ?? '';
        for (const other of [
          line.replace(/: .*$/u, `: ${word}`),
          line.replace(/^( *(?:- )?)[\w-]+:/u, `$1${word}:`),
          `${line}\n${/^ */u.exec(line)?.[0] ?? ''}${word}: ${word}`,
        ]) {
          const text = new TextEncoder().encode(lines.with(index, other).join('\n'));
          const content = { ...shili, texts: new Map([...texts, [file, text]]) };
          expect(() => checkLedger(content)).not.toThrow();
        }
      }
    }
  });

  test.each(words)('%s 作文件名、文件夹名、编号', { timeout: 120_000 }, (word) => {
    const texts = new Map([...shili.texts].filter(([file]) => samples.includes(file)));
    for (const [file, bytes] of texts)
      for (const other of [
        file.replace(/[^/]+$/u, `${word}.yaml`),
        file.replace(/^[^/]+/u, word),
        file.replace(/\/[^/]+\//u, `/${word}/`),
        `${word}/${file}`,
        word,
      ]) {
        expect(() => fileKindOf(other)).not.toThrow();
        expect(() => sideOf(new Map([[other, 'x']]))).not.toThrow();
        const content = { ...shili, texts: new Map([...texts, [other, bytes]]) };
        expect(() => checkLedger(content)).not.toThrow();
      }
    for (const path of [`${word}/x.yaml`, `updates/${word}/${word}.yaml`, `units/${word}.yaml`])
      expect(() => sideOf(new Map([[path, 'x']]))).not.toThrow();
  });
});

describe('这条规矩有检查看着（eslint.words.ts）', () => {
  let tree: string;
  let eslint: ESLint;
  beforeAll(() => {
    tree = mkdtempSync(path.join(tmpdir(), 'words-'));
    mkdirSync(path.join(tree, 'src'));
    writeFileSync(
      path.join(tree, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { strict: true, noUncheckedIndexedAccess: true },
        include: ['src'],
      }),
    );
    symlinkSync(path.resolve('node_modules'), path.join(tree, 'node_modules'), 'junction');
    eslint = new ESLint({
      cwd: tree,
      overrideConfigFile: true,
      overrideConfig: [
        {
          files: ['**/*.ts'],
          languageOptions: {
            parser: tseslint.parser,
            parserOptions: { projectService: true, tsconfigRootDir: tree },
          },
          plugins: { words: plugin },
          rules: { 'words/outside-words': 'error' },
        },
      ],
    });
  });
  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  async function found(code: string): Promise<number> {
    const file = path.join(tree, 'src/planted.ts');
    writeFileSync(file, code);
    const [result] = await eslint.lintFiles([file]);
    expect(result!.messages.filter(({ fatal }) => fatal === true)).toEqual([]);
    return result!.messages.length;
  }
  const head =
    'const table: Record<string, number> = { a: 1 };\nexport const f = (word: string, key: "a") => ';

  test.each([
    'word in table;',
    'table[word];',
    'table[`${word}x`];',
    '({ a: 1 } as Record<string, number>)[word];',
    'Object.hasOwn(table, key) ? table[word] : 0;',
    'Object.hasOwn(table, word) ? 0 : table[word];',
  ])('%s 不许', async (code) => {
    expect(await found(`${head}${code}\n`)).toBe(1);
  });

  test.each([
    '"a" in table;',
    'table[key];',
    'Object.hasOwn(table, word) ? table[word] : 0;',
    'Object.hasOwn(table, word) && table[word] === 1;',
    '[1][0];',
    'new Map([["a", 1]]).get(word);',
  ])('%s 可以', async (code) => {
    expect(await found(`${head}${code}\n`)).toBe(0);
  });
});
