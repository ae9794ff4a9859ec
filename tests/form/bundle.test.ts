import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actingModules } from '../../src/form/bundle.ts';

test('不写名字就引入的，都列为一引入就起作用的：打包时不会丢', () => {
  const bare = globSync('src/{form,review,schema,domain,ledger,text,day}/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^import '(?<path>\.[^']+)';/gmu)].map(
      ({ groups }) => groups?.['path'] ?? '',
    ),
  );
  expect(bare.length).toBeGreaterThan(0);
  expect(bare.filter((path) => !actingModules.test(path))).toEqual([]);
});
