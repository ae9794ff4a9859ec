import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generated } from '../../scripts/docs.ts';

const root = new URL('../../', import.meta.url);

for (const [path, text] of Object.entries(generated)) {
  test(`${path} 与程序一致；不一致时运行 npm run docs`, () => {
    expect(readFileSync(new URL(path, root), 'utf8')).toBe(text());
  });
}
