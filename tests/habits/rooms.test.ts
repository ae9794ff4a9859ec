import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import astro from 'eslint-plugin-astro';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { houseRules, rooms } from '../../eslint.rooms.ts';

const root = path.resolve(import.meta.dirname, '../..');
let tree: string;
let eslint: ESLint;

/** The file that stands in the planted tree for a room; a room's own name is its export. */
function standIn(room: string): string {
  const { path: pattern } = rooms[room]!;
  return pattern.endsWith('.ts') ? pattern.replace('*', '') : pattern.replace('**/*', 'thing.ts');
}

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'rooms-'));
  for (const room of Object.keys(rooms)) {
    const file = path.join(tree, standIn(room));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'export const thing = 1;\nexport type Thing = number;\n');
  }
  const compilerOptions = {
    module: 'nodenext',
    allowImportingTsExtensions: true,
    noEmit: true,
    paths: { '@/*': ['./src/*'] },
  };
  writeFileSync(path.join(tree, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  writeFileSync(path.join(tree, 'package.json'), JSON.stringify({ type: 'module' }));
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'), 'junction');
  eslint = new ESLint({
    cwd: tree,
    overrideConfigFile: true,
    overrideConfig: defineConfig(
      { files: ['**/*.ts'], extends: [tseslint.configs.base] },
      astro.configs.base,
      houseRules(tree),
    ),
  });
});

afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

/** Lines of `code` that the rooms refuse when it stands at `file` (relative to the tree). */
async function refused(file: string, code: string): Promise<number[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(tree, file) });
  const messages = result!.messages;
  expect(messages.filter(({ fatal }) => fatal === true)).toEqual([]);
  return [...new Set(messages.map(({ line }) => line))];
}

const valueForms = [
  (to: string) => `import { thing } from '${to}';`,
  (to: string) => `import '${to}';`,
  (to: string) => `export { thing as again } from '${to}';`,
  (to: string) => `export * from '${to}';`,
  (to: string) => `const late = import('${to}');`,
];
const typeForms = [
  (to: string) => `import type { Thing } from '${to}';`,
  (to: string) => `export type { Thing as Again } from '${to}';`,
  (to: string) => `type Inline = import('${to}').Thing;`,
];

function allowed(from: string, to: string): { values: boolean; types: boolean } {
  const room = rooms[from]!;
  const values = from === to || (room.may ?? []).includes(to);
  return { values, types: values || to === 'schema' || (room.types ?? []).includes(to) };
}

describe.each(Object.keys(rooms))('房间 %s', (from) => {
  const others = Object.keys(rooms).filter((to) => standIn(to) !== standIn(from));

  test.each(['相对路径', '别名'])('按%s引用别的房间，各种写法都照房间表放行或拒绝', async (how) => {
    const file = path.posix.join(path.posix.dirname(standIn(from)), 'planted.ts');
    const planted = standIn(from).endsWith('/thing.ts') ? file : standIn(from);
    const lines: string[] = [];
    const expected: number[] = [];
    for (const to of others) {
      const target = standIn(to);
      if (how === '别名' && !target.startsWith('src/')) continue;
      const relative = path.posix.relative(path.posix.dirname(planted), target);
      const specifier =
        how === '别名'
          ? target.replace(/^src\//u, '@/')
          : relative.startsWith('.')
            ? relative
            : `./${relative}`;
      const may = allowed(from, to);
      for (const form of valueForms) {
        if (!may.values) expected.push(lines.length + 1);
        lines.push(form(specifier));
      }
      for (const form of typeForms) {
        if (!may.types) expected.push(lines.length + 1);
        lines.push(form(specifier));
      }
    }
    expect(await refused(planted, lines.join('\n'))).toEqual(expected);
  });

  test('只用准许的包和 Node 模块', async () => {
    const planted = from === 'site' ? standIn(from) : standIn(from).replace('thing', 'planted');
    const { packages = [], node = false } = rooms[from]!;
    const code =
      "import { readFileSync } from 'node:fs';\nimport { z } from 'zod';\nimport a from 'fs';";
    const expected = [
      ...(node ? [] : [1]),
      ...(packages.includes('*') || packages.includes('zod') ? [] : [2]),
      ...(node ? [] : [3]),
    ];
    expect(await refused(planted, code)).toEqual(expected);
  });
});

describe('Astro 文件', () => {
  test('页面的前置脚本不得绕过 site 直接读台账', async () => {
    const code = [
      '---',
      "import { thing } from '../ledger/thing.ts';",
      "import type { Thing } from '../domain/thing.ts';",
      "const late = await import('@/ledger/thing.ts');",
      "import { thing as site } from '../site.ts';",
      "import type { Thing as View } from '../views/thing.ts';",
      "export { thing as again } from '../history/thing.ts';",
      '---',
      '<p>{late}{thing}{site}</p>',
    ].join('\n');
    expect(await refused('src/pages/planted.astro', code)).toEqual([2, 3, 4, 7]);
  });

  test('组件只拿视图的类型，不拿视图本身', async () => {
    const code =
      "---\nimport type { Thing } from '../views/thing.ts';\nimport { thing } from '../views/thing.ts';\n---\n<p>{thing}</p>";
    expect(await refused('src/components/planted.astro', code)).toEqual([3]);
  });

  test('页面里的 <script> 只能引用 browser', async () => {
    const code = [
      '<p>文</p>',
      '<script>',
      "  import '../browser/thing.ts';",
      "  import { thing } from '../site.ts';",
      "  import type { Thing } from '../views/thing.ts';",
      "  export { thing as again } from '../ledger/thing.ts';",
      "  const late = await import('../domain/thing.ts');",
      "  import '@/ledger/thing.ts';",
      "  import 'zod';",
      '  console.log(thing, late);',
      '</script>',
    ].join('\n');
    expect(await refused('src/pages/planted.astro', code)).toEqual([4, 5, 6, 7, 8, 9]);
  });
});

test('房间表以外的新文件夹必须先登记', async () => {
  expect(await refused('src/utils/planted.ts', 'export const thing = 1;')).toEqual([1]);
});

test.each([
  ['domain', 'ledger'],
  ['views', 'ledger'],
  ['components', 'ledger'],
  ['pages', 'ledger'],
  ['documents', 'ledger'],
  ['ledger', 'views'],
  ['domain', 'schema'],
])('%s 不得取用 %s 的值（表改宽时此条失败）', (from, to) => {
  expect(allowed(from, to).values).toBe(false);
});

test.each(['src/domain/x.ts', 'src/pages/x.astro', 'src/pages/x.astro/0.ts', 'scripts/x.ts'])(
  '仓库的规则对 %s 生效',
  async (file) => {
    const real = new ESLint({ cwd: root });
    const config = (await real.calculateConfigForFile(path.join(root, file))) as {
      rules: Record<string, [number, ...unknown[]] | undefined>;
    };
    const rule = file.endsWith('/0.ts')
      ? '@typescript-eslint/no-restricted-imports'
      : 'boundaries/dependencies';
    expect(config.rules[rule]?.[0]).toBe(2);
  },
);

test('docs/architecture.md 的房间表与代码规则一致', () => {
  const table = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const written = Object.fromEntries(
    [...table.matchAll(/^\| `(src\/[^`]+)` \|.*\| (.*) \|$/gmu)].map(([, at, may]) => [at, may]),
  );
  const ruled = Object.entries(rooms)
    .filter(([name]) => name !== 'scripts')
    .map(([, { path: pattern, may = [], types = [] }]) => [
      pattern.replace('**/*', ''),
      [...may, ...types.map((type) => `${type} (types)`)].join(', ') || '—',
    ]);
  expect(written).toEqual(Object.fromEntries(ruled));
});
