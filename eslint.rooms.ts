/**
 * The rooms of the house: who may import whom. docs/architecture.md explains why; tests/habits/rooms.test.ts plants
 * forbidden imports and sees them refused.
 *
 * `may`: rooms whose values (and types) may be imported · `types`: rooms of which only types may be.
 * `packages`: npm packages allowed ('*' is any) · `node`: whether Node's own modules are allowed.
 * Types of `schema` may be imported by every room; every room may import itself.
 */
import boundaries from 'eslint-plugin-boundaries';
import type { Linter } from 'eslint';

export interface Room {
  path: string;
  may?: string[];
  types?: string[];
  packages?: string[];
  node?: boolean;
}

export const rooms: Record<string, Room> = {
  day: { path: 'src/day/**/*', packages: ['chinese-days'] },
  text: { path: 'src/text/**/*', packages: ['fastest-levenshtein', 'qrcode'] },
  paper: { path: 'src/paper/**/*', may: ['day', 'text'], packages: ['*'], node: true },
  schema: { path: 'src/schema/**/*', may: ['day', 'text'], packages: ['zod'] },
  domain: { path: 'src/domain/**/*', may: ['day', 'text'] },
  ledger: {
    path: 'src/ledger/**/*',
    may: ['schema', 'domain', 'day', 'text'],
    packages: ['*'],
    node: true,
  },
  views: {
    path: 'src/views/**/*',
    may: ['schema', 'domain', 'day', 'text'],
    types: ['ledger'],
    packages: ['zod'],
  },
  history: { path: 'src/history/**/*', may: ['day', 'text'], node: true },
  review: {
    path: 'src/review/**/*',
    may: ['schema', 'ledger', 'domain', 'history', 'day', 'text', 'paper', 'probe'],
    packages: ['*'],
    node: true,
  },
  intake: {
    path: 'src/intake/**/*',
    may: ['schema', 'ledger', 'domain', 'history', 'day', 'text', 'paper'],
    packages: ['*'],
    node: true,
  },
  proofread: {
    path: 'src/proofread/**/*',
    may: ['domain', 'day', 'text', 'paper'],
    packages: ['*'],
    node: true,
  },
  probe: { path: 'src/probe/**/*', may: ['schema', 'day'], packages: ['*'], node: true },
  gather: {
    path: 'src/gather/**/*',
    may: ['schema', 'domain', 'probe', 'day', 'text'],
    node: true,
  },
  sending: {
    path: 'src/sending/**/*',
    may: ['schema', 'probe', 'text'],
    packages: ['nodemailer'],
    node: true,
  },
  documents: {
    path: 'src/documents/**/*',
    may: ['schema', 'intake', 'views', 'domain', 'day', 'text', 'paper'],
    packages: ['*'],
    node: true,
  },
  search: {
    path: 'src/search/**/*',
    may: ['schema', 'views', 'domain', 'day', 'text'],
    packages: ['*'],
    node: true,
  },
  form: {
    path: 'src/form/**/*',
    may: ['schema', 'ledger', 'views', 'domain', 'review', 'day', 'text', 'paper'],
    packages: ['*'],
    node: true,
  },
  asked: { path: 'src/asked.ts', node: true },
  site: {
    path: 'src/site*.ts',
    may: [
      'asked',
      'schema',
      'ledger',
      'domain',
      'views',
      'history',
      'documents',
      'search',
      'form',
      'day',
      'text',
    ],
    packages: ['*'],
    node: true,
  },
  styles: { path: 'src/styles/**/*', packages: ['*'] },
  browser: { path: 'src/browser/**/*', may: ['text', 'search'], types: ['views'] },
  components: {
    path: 'src/components/**/*',
    may: ['text', 'styles'],
    types: ['views', 'form'],
    packages: ['*'],
  },
  layouts: {
    path: 'src/layouts/**/*',
    may: ['components', 'text', 'styles'],
    types: ['views', 'form'],
    packages: ['*'],
  },
  pages: {
    path: 'src/pages/**/*',
    may: ['site', 'layouts', 'components', 'text', 'styles'],
    types: ['views', 'form'],
    packages: ['*'],
  },
  scripts: {
    path: 'scripts/**/*',
    may: [
      'schema',
      'domain',
      'day',
      'text',
      'paper',
      'ledger',
      'views',
      'history',
      'review',
      'intake',
      'proofread',
      'probe',
      'gather',
      'sending',
      'documents',
      'search',
      'form',
      'asked',
      'site',
    ],
    packages: ['*'],
    node: true,
  },
};

/** The only thing a `<script>` of a page may import: the browser's own room. The plugin below cannot see into it. */
const scriptOfAPage = {
  patterns: [
    {
      regex: String.raw`^(?!(?:\.\./)+browser/[a-z-]+\.ts$)`,
      message: '页面里的 <script> 只能引用 src/browser 下的文件。',
    },
  ],
};

/** One policy a room: everything not listed is refused, whatever form the import takes. */
function policies() {
  return Object.entries(rooms).map(([name, room]) => {
    const allow: object[] = [{ to: { file: { categories: name } } }];
    for (const to of room.may ?? []) allow.push({ to: { file: { categories: to } } });
    for (const to of ['schema', ...(room.types ?? [])]) {
      allow.push({ to: { file: { categories: to } }, dependency: { kind: 'type' } });
    }
    for (const source of room.packages ?? []) {
      allow.push({
        to: { module: { origin: 'external', source: source === '*' ? '**' : source } },
      });
    }
    if (room.node) allow.push({ to: { module: { origin: 'core' } } });
    return { from: { file: { categories: name } }, allow };
  });
}

/**
 * The lint configuration that enforces the table.
 * `root` is the repository or, in tests, a planted tree.
 */
export function houseRules(root: string): Linter.Config[] {
  return [
    {
      name: 'house/rooms',
      files: ['src/**/*.{ts,astro}', 'scripts/**/*.ts'],
      plugins: { boundaries },
      settings: {
        'boundaries/root-path': root,
        'boundaries/legacy-templates': false,
        'boundaries/elements': [],
        'boundaries/files': Object.entries(rooms).map(([category, { path }]) => ({
          category,
          pattern: path,
        })),
        'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
        'boundaries/additional-dependency-nodes': [
          { selector: 'TSImportType > Literal', kind: 'type', name: 'import-type' },
          { selector: 'TSImportType > TSLiteralType > Literal', kind: 'type', name: 'import-type' },
          { selector: 'TSExternalModuleReference > Literal', kind: 'value', name: 'import-equals' },
        ],
        'import/resolver': { typescript: { project: `${root}/tsconfig.json` }, node: true },
      },
      rules: {
        'boundaries/no-unknown-files': 'error',
        'boundaries/dependencies': [
          'error',
          {
            default: 'disallow',
            checkAllOrigins: true,
            checkUnknownLocals: true,
            message:
              '{{from.file.categories}} 不得引用 {{dependency.source}}：见 eslint.rooms.ts 的房间表。',
            policies: policies(),
          },
        ],
      },
    },
    {
      name: 'house/page-scripts',
      files: ['**/*.astro/*.ts', '**/*.astro/*.js'],
      rules: {
        'boundaries/dependencies': 'off',
        'boundaries/no-unknown-files': 'off',
        '@typescript-eslint/no-restricted-imports': ['error', scriptOfAPage],
        'no-restricted-syntax': [
          'error',
          { selector: 'ImportExpression', message: '页面里的 <script> 不用动态引用。' },
          { selector: 'TSImportType', message: '页面里的 <script> 不引用类型。' },
        ],
      },
    },
  ];
}
