import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const english = readFileSync('README.md', 'utf8');
const chinese = readFileSync('README.zh-CN.md', 'utf8');

const linksOf = (text: string) =>
  [...text.matchAll(/\]\(([^)]+)\)/gu)]
    .map(([, target = '']) => target)
    .filter((target) => !target.startsWith('README'));
const headingsOf = (text: string) => [...text.matchAll(/^#+ /gmu)].map(([marks]) => marks);
const shellOf = (text: string) =>
  [...text.matchAll(/^```sh\n(.*?)^```/gmsu)].map(([, code]) => code);
/** The commands of the table, in order; what stands for a name of the reader's own is left out. */
const commandsOf = (text: string) =>
  [...text.matchAll(/^\|.*\|(.*)\|$/gmu)]
    .slice(1)
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/gu)])
    .map(([, code = '']) => code.replaceAll(/ (?:[A-Z]{3,}|[\u4e00-\u9fff]+)(?:\.docx)?$/gu, ''));
/** The names in front of each line of the map of the house. */
const houseOf = (text: string) =>
  (/^```\ncontent\/.*?^```/msu.exec(text)?.[0] ?? '')
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim().split(/ {2,}/u)[0]);

test('中英文 README 说的是同样的事：同样的标题、命令、链接和房间', () => {
  expect(headingsOf(chinese)).toEqual(headingsOf(english));
  expect(shellOf(chinese)).toEqual(shellOf(english));
  expect(commandsOf(english).length).toBeGreaterThan(15);
  expect(commandsOf(chinese)).toEqual(commandsOf(english));
  expect(linksOf(chinese).toSorted()).toEqual(linksOf(english).toSorted());
  expect(houseOf(chinese)).toEqual(houseOf(english));
});

test('照 README 里的房间图，任何一个文件夹都说得出是什么', () => {
  const house = /^```\ncontent\/.*?^```/msu.exec(english)?.[0] ?? '';
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
  const folders = files.flatMap((file) => /^(?:(?:src|scripts)\/)?[^./][^/]*\//u.exec(file) ?? []);
  expect(folders.length).toBeGreaterThan(100);
  for (const folder of new Set(folders))
    expect(house, folder).toContain(folder.split('/').at(-2)! + '/');
  expect(house).toContain('site.ts');
});
