/** Lint of the whole tree: types, markup, the rooms, and the habits a machine can check. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { noCircle } from './eslint.circles.ts';
import { houseRules } from './eslint.rooms.ts';
import { words } from './eslint.words.ts';

const root = import.meta.dirname;

const forbidden = {
  clock: [
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: '不读时钟：把“今天”作为参数传入。',
    },
    {
      selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      message: '不读时钟：把“今天”作为参数传入。',
    },
  ],
  locale: [
    {
      selector:
        'CallExpression[callee.property.name=/^(localeCompare|toLocale(Date|Time)?String)$/]',
      message: '排序和格式不能随机器的语言环境改变。',
    },
    {
      selector: 'NewExpression[callee.object.name="Intl"][callee.property.name="Collator"]',
      message: '排序不能随机器的语言环境改变。',
    },
  ],
  tests: [
    {
      selector:
        'MemberExpression[object.name=/^(test|it|describe|suite|bench)$/][property.name=/^(only|skip|todo|fails)$/]',
      message: '测试不跳过、不独跑、不留待办。',
    },
  ],
};

/** Files over 200 lines of code, each with its reason. */
const longFiles = [
  'src/paper/html.ts', // one small reader of tables: tokens, rows and cells know each other

  'src/paper/workbook/ods.ts', // one pass over a sheet: rows, repeats, cells and what hangs on them
];
for (const file of longFiles) {
  if (!existsSync(path.join(root, file)))
    throw new Error(`longFiles 里的 ${file} 已经没有了，删去这一行`);
}

export default defineConfig(
  { ignores: ['dist/', 'reports/', 'node_modules/', '.astro/', '.cache/', '.stryker-tmp/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    name: 'house/typed',
    files: ['**/*.ts'],
    ignores: ['**/*.astro/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // a string is spread into its code points on purpose
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...forbidden.locale],
    },
  },
  {
    name: 'house/markup',
    files: ['**/*.astro', '**/*.astro/*.ts'],
    extends: [tseslint.configs.strict, astro.configs.recommended, astro.configs['jsx-a11y-strict']],
    rules: {
      'astro/no-set-html-directive': 'error',
      'astro/no-set-text-directive': 'error',
      // Astro bundles these scripts into files of their own; the security policy and the browser tests catch any that is not.
      'astro/no-unsafe-inline-scripts': 'off',
      'astro/no-unused-define-vars-in-style': 'error',
      'astro/no-exports-from-components': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'no-restricted-syntax': [
        'error',
        ...forbidden.clock,
        ...forbidden.locale,
        {
          selector: 'JSXAttribute[name.name=/^(style|is:inline|define:vars)$/]',
          message: '安全策略不允许内联样式和脚本：写到样式表或 src/browser。',
        },
      ],
    },
  },
  ...houseRules(root),
  {
    name: 'house/circles',
    files: ['src/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts'],
    ignores: ['**/*.astro/*.ts'],
    plugins: { circles: { rules: { 'no-circle': noCircle } } },
    rules: { 'circles/no-circle': 'error' },
  },
  {
    name: 'house/source',
    files: ['src/**/*.ts'],
    ignores: ['**/*.astro/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'house/outside-words',
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    ignores: ['**/*.astro/*.ts'],
    plugins: { words },
    rules: { 'words/outside-words': 'error' },
  },
  {
    name: 'house/length',
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    ignores: ['**/*.astro/*.ts', ...longFiles],
    rules: { 'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: 'house/no-clock',
    files: ['src/**/*.ts'],
    ignores: [
      'src/site-face.ts',
      'src/browser/**',
      'src/form/page/device/clock.ts',
      '**/*.astro/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...forbidden.clock, ...forbidden.locale] },
  },
  {
    name: 'house/tests',
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...forbidden.tests, ...forbidden.locale],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);
