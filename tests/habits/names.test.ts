/** One name, one thing: whoever reads an exported name anywhere knows which thing is meant. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Names that several files export, each with its reason. */
const allowed: Readonly<Record<string, string>> = {};

/** The names that a file gives to things of its own; what it only hands on is named where it is made. */
function namesIn(text: string): string[] {
  const { statements } = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest);
  return statements.flatMap((node) => {
    if (ts.isExportDeclaration(node)) return renamedIn(node);
    const isExported =
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if (!isExported) return [];
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.flatMap(({ name }) => bound(name));
    return 'name' in node ? bound(node.name as ts.BindingName | undefined) : [];
  });
}

function renamedIn({ exportClause }: ts.ExportDeclaration): string[] {
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements
    .filter(({ propertyName }) => propertyName !== undefined)
    .map(({ name }) => name.text);
}

function bound(name: ts.BindingName | undefined): string[] {
  if (name === undefined) return [];
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isBindingElement(one) ? bound(one.name) : []));
}

/** Names with the files in which they stand, where these are several. */
function shared(files: ReadonlyMap<string, string>): Record<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [file, text] of files)
    for (const name of new Set(namesIn(text))) found.set(name, [...(found.get(name) ?? []), file]);
  return Object.fromEntries([...found].filter(([, where]) => where.length > 1));
}

/**
 * Words that once meant two things (docs/glossary.md): all their forms, where an exported name or a file may have them, and
 * what the other thing is called. Kept keys and addresses are no names.
 */
const homes: readonly (readonly [forms: RegExp, home: RegExp, other: string])[] = [
  [/^editions?$/u, /^src\/(?:schema|domain|ledger|intake)\//u, 'face: what one of the sites shows'],
  [
    /^(?:re)?(?:draws?|drawn)$/u,
    /^(?:src\/domain|scripts)\/inspections?\/|^scripts\/site\/inspection-recordings/u,
    'render a page, paint a picture',
  ],
  [/^drawings?$/u, /^src\/paper\//u, 'rendering: of pages'],
  [/^areas?$/u, /^(?:src\/(?:views|documents)|scripts\/rollup)\//u, 'fileKind: of a change'],
  [/^notices?$/u, /^src\/domain\/(?:closure|register)/u, 'caution: about a child'],
  [
    /^summar(?:y|ies)$/u,
    /^(?:src\/documents|scripts)\/(?:letter|letters)\//u,
    'sums of a rollup, overview of a day, comment of a review',
  ],
  [/^returned$/u, /^src\/domain\/issue\//u, 'sheet back: what a unit filled in'],
  [/^returns?$/u, /^src\/form\/page\/return\.ts$/u, 'sheet: what is sent out to a unit'],
  [/^reviews?$/u, /^(?:src\/review|scripts\/(?:forge|bench))\//u, 'recheck: 复查'],
  [/^clos(?:ing|ings)$/u, /^src\/(?:domain\/(?:issue|figures)|schema|text)\//u, 'closure: 关停'],
  [
    /^check(?:s|ed|er|ing)?$/u,
    /^src\/(?:ledger\/check|form\/(?:page\/)?check\.ts|review\/new-files|intake\/sheet-back\/|proofread\/)|^scripts\/(?:query|bench)\/check/u,
    'inspection: 检查',
  ],
  [/^held$/u, /^src\/text\/terms/u, '已验收待销号; what holds a duty is proved'],
  [
    /^draft(?:s|ed)?$/u,
    /^(?:scripts\/site\/decide\/|src\/form\/page-data\/draft-view|src\/review\/comment\/typed)/u,
    'unsent: on a device; a reading of a row, new files',
  ],
  [
    /^circulars?$/u,
    /^(?:src\/(?:documents\/letter|domain\/inspection|intake\/prose)|scripts\/letters)\//u,
    'bulletin: the record of what was issued',
  ],
  [
    /^bulletins?$/u,
    /^(?:src\/(?:schema|ledger|review|views|documents\/data)\/|src\/site\.ts|scripts\/letters\/freeze)/u,
    'circular: the paper 通报',
  ],
  [/^closures?$/u, /^(?:src\/domain|scripts\/enter\/register)\/closure/u, 'closing: 销号'],
];

/** isClosingDue → is, closing, due; closing-rule → closing, rule. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, '-')
    .toLowerCase()
    .split(/[-_./[\]]+/u);

/** Kept names of records in which a word means what they mean as a whole. */
const KEPT = /(?:self|assigned)-checks?/gu;

/** Where a word stands outside its home: the file, the name, and what the other thing is called. */
function strayWords(names: readonly (readonly [file: string, name: string])[]): string[] {
  return names.flatMap(([file, name]) =>
    homes
      .filter(
        ([forms, home]) =>
          !home.test(file) &&
          wordsOf(wordsOf(name).join('-').replaceAll(KEPT, '')).some((one) => forms.test(one)),
      )
      .map(([, , other]) => `${file} ${name} (${other})`),
  );
}

test('同名的函数、常量、类型和改名导出都看得见，转手的不算', () => {
  const files = new Map([
    [
      'a.ts',
      'export function one() {}\nexport type Two = 1;\nexport const { three, four: [five] } = x;',
    ],
    [
      'b.ts',
      "export const one = 1;\nexport interface Two {}\nexport { six as three } from './c.ts';",
    ],
    ['c.ts', "export { five } from './a.ts';\nexport const six = 1;\nconst Two = 2;"],
  ]);
  expect(shared(files)).toEqual({
    one: ['a.ts', 'b.ts'],
    Two: ['a.ts', 'b.ts'],
    three: ['a.ts', 'b.ts'],
  });
});

test('导出的名字在 src 和 scripts 里只指一件事', () => {
  const files = globSync('{src,scripts}/**/*.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(500);
  const found = shared(
    new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')])),
  );
  for (const name of Object.keys(allowed))
    expect(found, `${name} 不再同名，删去这一条`).toHaveProperty(name);
  expect(
    Object.fromEntries(Object.entries(found).filter(([name]) => !Object.hasOwn(allowed, name))),
  ).toEqual({});
});

test('词外有词：一个有主的词用在别处，导出的名字和文件名都看得见', () => {
  expect(
    strayWords([
      ['src/views/a.ts', 'editionOf'],
      ['src/site.ts', 'drawPages'],
      ['src/domain/inspection/draw.ts', 'draw'],
      ['src/domain/inspection/draw.ts', 'reviewOn'],
      ['src/form/reviewer.ts', 'withdrawnReviewers'],
      ['src/views/a.ts', 'assignedSelfChecksTable'],
      ['src/views/a.ts', 'checksTable'],
      ['src/views/child-notices.ts', 'child-notices.ts'],
    ]).map((line) => line.replace(/ \(.*/u, '')),
  ).toEqual([
    'src/views/a.ts editionOf',
    'src/site.ts drawPages',
    'src/domain/inspection/draw.ts reviewOn',
    'src/views/a.ts checksTable',
    'src/views/child-notices.ts child-notices.ts',
  ]);
});

test('词表里有主的词，src 和 scripts 的导出名和文件名只在它的地方用', () => {
  const files = globSync('{src,scripts}/**/*.{ts,astro}', { cwd: root });
  const names = files.flatMap((file) => [
    [file, path.basename(file)] as const,
    ...(file.endsWith('.ts')
      ? namesIn(readFileSync(path.join(root, file), 'utf8')).map((name) => [file, name] as const)
      : []),
  ]);
  expect(strayWords(names)).toEqual([]);
});
