import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { componentsOf, sbomDoc, licenceStanding } from '../../../scripts/docs/supply.ts';

const lock = readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8');
const components = componentsOf(lock);

test('物料清单列出每个要装的包，有版本、校验值，引用都找得到', () => {
  const bom = JSON.parse(sbomDoc()) as {
    components: { 'bom-ref': string; version: string; hashes?: unknown[] }[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  expect(bom.components.length).toBe(components.length - 1);
  const refs = new Set(bom.components.map((one) => one['bom-ref']));
  expect(refs.size).toBe(bom.components.length);
  for (const { dependsOn } of bom.dependencies)
    for (const ref of dependsOn) expect(refs).toContain(ref);
  expect(bom.components.filter(({ version }) => version === '')).toEqual([]);
  // What lies within another package has its checksum with it.
  const within = lock.match(/"inBundle": true/gu)?.length;
  expect(bom.components.filter(({ hashes }) => hashes === undefined).length).toBe(within);
});

test('没有写许可的包一个也没有', () => {
  const without = components.filter(
    ({ place, licence }) => place !== '' && licenceStanding(licence) === undefined,
  );
  expect(without.map(({ name }) => name)).toEqual([]);
});

test.each([
  ['MIT', 'free'],
  ['MIT-0', 'free'],
  ['(MIT OR GPL-3.0-or-later)', 'free'],
  ['Apache-2.0 AND LGPL-3.0-or-later', 'lesser'],
  ['GPL-3.0-only', undefined],
  ['UNLICENSED', undefined],
])('许可 %s', (licence, kind) => {
  expect(licenceStanding(licence)).toBe(kind);
});
