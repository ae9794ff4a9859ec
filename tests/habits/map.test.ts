/** docs/architecture.md: every file and name that the page gives is there, so that whoever follows it arrives. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');

/** The rows of the table behind a heading, without its head: their cells. */
function rowsBehind(text: string, heading: string): string[][] {
  const [, part = ''] = text.split(`\n## ${heading}\n`);
  const lines = (part.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines
    .slice(2)
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/gu, '')));
}

const quotedIn = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/gu)].map(([, words = '']) => words);

const isPath = (words: string): boolean => /\/|\.(?:ts|css|astro|yaml)$/u.test(words);

/** What a file exports, whatever it is. */
function exportsOf(file: string): Set<string> {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  return new Set(
    source.statements.flatMap((node) => {
      if (!ts.canHaveModifiers(node)) return [];
      if (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) !== true)
        return [];
      if (ts.isVariableStatement(node))
        return node.declarationList.declarations.flatMap(({ name }) =>
          ts.isIdentifier(name) ? [name.text] : [],
        );
      return 'name' in node ? [(node.name as ts.Identifier).text] : [];
    }),
  );
}

/** What a cell of “Where to look” names and is not there. A name without its folder lies beside the file before it. */
function missingIn(cell: string): string[] {
  let last = '';
  return quotedIn(cell).flatMap((words) => {
    if (!isPath(words)) {
      if (last === '') return [`${words} stands behind no file`];
      const isThere = /^[A-Za-z]\w*$/u.test(words)
        ? exportsOf(last).has(words)
        : readFileSync(path.join(root, last), 'utf8').includes(words);
      return isThere ? [] : [`${words} is not in ${last}`];
    }
    const found = [words, path.join(path.dirname(last), words), path.join(last, words)].find(
      (one) => existsSync(path.join(root, one)),
    );
    if (found === undefined) return [`no ${words}`];
    if (statSync(path.join(root, found)).isFile()) last = found;
    else if (words.includes('/') && found === words) last = path.join(found, '-');
    return [];
  });
}

/** What a cell of “Rooms” names and is not below the room; a file may be named without its ending. */
function missingBelow(room: string, cell: string): string[] {
  return quotedIn(cell).filter((words) => {
    if (existsSync(path.join(root, words))) return false;
    const name = words.replace(/\/$/u, '');
    return globSync(`${room}**/${name}{,.ts}`, { cwd: root }).length === 0;
  });
}

test('“Where to look”里的每个文件都在，括号里的名字由它导出', () => {
  const rows = rowsBehind(page, 'Where to look');
  expect(rows.length).toBeGreaterThan(45);
  expect(rows.flatMap(([, place = '']) => missingIn(place))).toEqual([]);
});

test('“Rooms”里每间屋子的说明所说的文件夹和文件，都在那间屋子里', () => {
  const rows = rowsBehind(page, 'Rooms');
  expect(rows.length).toBeGreaterThan(25);
  const missing = rows.flatMap(([room = '', does = '']) =>
    missingBelow(quotedIn(room)[0]?.replace(/[^/]*\*.*$/u, '') ?? '', does).map(
      (words) => `${room} ${words}`,
    ),
  );
  expect(missing).toEqual([]);
});

test('一屋里的每个文件夹，那间屋子的说明里都有', () => {
  const rows = rowsBehind(page, 'Rooms').filter(
    ([room = '']) => room.startsWith('`src/') && room.endsWith('/`'),
  );
  const unnamed = rows.flatMap(([room = '', does = '']) => {
    const folder = room.replaceAll('`', '');
    return globSync(`${folder}*/`, { cwd: root })
      .map((one) => `${path.basename(one)}/`)
      .filter((name) => !does.includes(name))
      .map((name) => folder + name);
  });
  expect(unnamed.filter((one) => !SPEAKING.test(one))).toEqual([]);
});

/** Rooms whose folders are called as what they show, a folder a kind: their row says so. */
const SPEAKING = /^src\/(?:views|components|pages|styles)\//u;

test('文中说到的函数和类型都有', () => {
  const prose = ["A fault's way", "A figure's way", "Privacy's way"]
    .map((heading) => page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .join('\n');
  const names = quotedIn(prose).flatMap((words) => /^(\w+)(?:\(| \{|$)/u.exec(words)?.[1] ?? []);
  expect(names).toEqual(expect.arrayContaining(['readYaml', 'readRecord', 'Fault', 'standing']));
  const all = new Set(
    globSync('src/{ledger,domain,schema}/**/*.ts', { cwd: root }).flatMap((file) => [
      ...exportsOf(file),
    ]),
  );
  expect(names.filter((name) => !all.has(name))).toEqual([]);
});

test('没有的文件、没有的名字、没有文件的名字都看得见', () => {
  const said =
    '`src/domain/setting.ts` (`inForceOn`), `period.ts`, `src/day/`, `period.ts` (`Period`)';
  expect(missingIn(said)).toEqual(['no period.ts']);
  expect(missingIn('`src/domain/setting.ts` (`Dated`, `outOfForce`)')).toEqual([
    'outOfForce is not in src/domain/setting.ts',
  ]);
  expect(missingIn('`inForceOn`')).toEqual(['inForceOn stands behind no file']);
  expect(missingBelow('src/day/', '`calendar`, `calendar.ts`, `moon.ts`, `phases/`')).toEqual([
    'moon.ts',
    'phases/',
  ]);
});
