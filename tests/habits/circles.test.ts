import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noCircle } from '../../eslint.circles.ts';

let tree: string;
let eslint: ESLint;

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'circles-'));
  const files = {
    'ground.ts': 'export const ground = 1;\n',
    'one.ts': "import type { Two } from './two.ts';\nexport type One = Two;\n",
    'two.ts':
      "import { ground } from './ground.ts';\nimport { three } from './three.ts';\nexport type Two = 1;\nexport const two = ground + three;\n",
    'three.ts': "import type { One } from './one.ts';\nexport const three: One = 1;\n",
    'above.ts': "import { two } from './two.ts';\nexport const above = two;\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(tree, name), text);
  eslint = new ESLint({
    cwd: tree,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        plugins: { circles: { rules: { 'no-circle': noCircle } } },
        rules: { 'circles/no-circle': 'error' },
      },
    ],
  });
});

afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

test('引用成圈的每个文件都报，只引用类型的也算；圈外的不报', async () => {
  const results = await eslint.lintFiles('*.ts');
  const said = Object.fromEntries(
    results.map(({ filePath, messages }) => [
      path.basename(filePath),
      messages.map(({ message }) => message),
    ]),
  );
  expect(said['one.ts']).toEqual([
    '引用成了圈：one.ts → two.ts → three.ts → one.ts。把两边都要的放到下面的一个文件里。',
  ]);
  expect(said['two.ts']).toHaveLength(1);
  expect(said['three.ts']).toHaveLength(1);
  expect([said['ground.ts'], said['above.ts']]).toEqual([[], []]);
});

test.each(['src/domain/x.ts', 'scripts/x.ts', 'tests/domain/x.test.ts'])(
  '仓库的规则对 %s 生效',
  async (file) => {
    const root = path.resolve(import.meta.dirname, '../..');
    const config = (await new ESLint({ cwd: root }).calculateConfigForFile(
      path.join(root, file),
    )) as { rules: Record<string, [number, ...unknown[]] | undefined> };
    expect(config.rules['circles/no-circle']?.[0]).toBe(2);
  },
);
