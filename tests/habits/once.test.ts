/** One source for each thing: a vocabulary of three words or more, and a function of some length, stand in one file. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** From how many words on a list is a vocabulary, and from how many signs on the body of a function is one to share. */
const WORDS = 3;
const SIGNS = 60;

/** Vocabularies that stand in several files, each with its reason. */
const allowedWords: Readonly<Record<string, string>> = {};

/** Bodies of functions that stand in several files, by the names of their functions, each with its reason. */
const allowedBodies: Readonly<Record<string, string>> = {
  'figureNamed shownFigure':
    'components may not import values of views, and views none of components',
};

type See = (node: ts.Node) => void;
function walk(node: ts.Node, see: See): void {
  see(node);
  ts.forEachChild(node, (child) => {
    walk(child, see);
  });
}

/** The words of a list, of a type, or of comparisons joined by ||; undefined for anything else. */
function wordsOf(node: ts.Node): string[] | undefined {
  if (ts.isArrayLiteralExpression(node)) return allTexts(node.elements);
  if (ts.isUnionTypeNode(node))
    return allTexts(node.types.map((type) => (ts.isLiteralTypeNode(type) ? type.literal : type)));
  if (isOr(node) && !isOr(node.parent)) return compared(node);
  return undefined;
}

function allTexts(nodes: readonly ts.Node[]): string[] | undefined {
  const texts = nodes.flatMap((node) => (ts.isStringLiteral(node) ? [node.text] : []));
  return texts.length === nodes.length ? texts : undefined;
}

function isOr(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken;
}

function compared(node: ts.Expression): string[] {
  if (isOr(node)) return [...compared(node.left), ...compared(node.right)];
  return ts.isBinaryExpression(node) && ts.isStringLiteral(node.right) ? [node.right.text] : [];
}

/** The body of a function without blanks and comments; what its parameters are called does not matter. */
function bodyOf(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (!ts.isFunctionDeclaration(node) || node.body === undefined) return undefined;
  const body = node.body.getText(source).replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|\s+/gu, '');
  if (body.length < SIGNS) return undefined;
  const names = node.parameters.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  return names.reduce(
    (text, name, at) =>
      text.replaceAll(new RegExp(String.raw`(?<![\w.'])${name}(?!\w)`, 'gu'), `#${String(at)}`),
    body,
  );
}

/** What stands in several files: vocabularies by their words in order of the alphabet, functions by their names. */
function repeated(files: ReadonlyMap<string, string>): { words: string[]; bodies: string[] } {
  const words = new Map<string, Set<string>>();
  const bodies = new Map<string, { names: Set<string>; files: Set<string> }>();
  for (const [file, text] of files) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    walk(source, (node) => {
      const found = new Set(wordsOf(node));
      const key = [...found].toSorted().join(' ');
      if (found.size >= WORDS) words.set(key, (words.get(key) ?? new Set()).add(file));
      const body = bodyOf(node, source);
      if (body === undefined) return;
      const same = bodies.get(body) ?? { names: new Set(), files: new Set() };
      same.names.add((node as ts.FunctionDeclaration).name?.text ?? '');
      same.files.add(file);
      bodies.set(body, same);
    });
  }
  return {
    words: [...words].filter(([, where]) => where.size > 1).map(([key]) => key),
    bodies: [...bodies.values()]
      .filter((same) => same.files.size > 1)
      .map(({ names }) => [...names].toSorted().join(' ')),
  };
}

test('写了两处的词表和函数都看得见：数组、类型、连着的比较；名字、参数、注释、空格不同的也算', () => {
  const long = `{ const all = NAME.map((one) => one.trim()).filter(Boolean); return all.join('、'); }`;
  const files = new Map([
    [
      'a.ts',
      `const x = ['p', 'q', 'r'];\nfunction first(words: string[]) ${long.replace('NAME', 'words')}`,
    ],
    [
      'b.ts',
      `type X = 'r' | 'q' | 'p';\nfunction second(list: string[]) ${long.replace('NAME', '/* why */ list')}`,
    ],
    [
      'c.ts',
      `const y = (z: string) => z === 's' || z === 't' || z === 'u';\nconst w = ['p', 'q'];`,
    ],
    ['d.ts', `const v = new Set(['u', 't', 's']);\nconst w = ['p', 'q'];`],
  ]);
  expect(repeated(files)).toEqual({ words: ['p q r', 's t u'], bodies: ['first second'] });
});

test('src 和 scripts 里一张词表、一个函数只写一处', () => {
  const files = globSync('{src,scripts}/**/*.ts', { cwd: root }).filter(
    (file) => !file.startsWith(path.join('scripts', 'bench')),
  );
  const found = repeated(
    new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')])),
  );
  expect(found.words.filter((key) => !Object.hasOwn(allowedWords, key))).toEqual([]);
  expect(found.bodies.filter((key) => !Object.hasOwn(allowedBodies, key))).toEqual([]);
  for (const key of Object.keys(allowedWords)) expect(found.words, key).toContain(key);
  for (const key of Object.keys(allowedBodies)) expect(found.bodies, key).toContain(key);
});
