/**
 * `node tests/generator/write.ts --seed 1 --issues 20000 --out DIR [--units N] [--as-of 2026-06-15]`: writes a fictional
 * ledger into a folder, which is emptied first when it holds one already.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import type { Files } from './memory.ts';

/** Writes files below `dir`, whose former fictional ledger is removed. Throws when it holds anything else. */
export function writeFiles(dir: string, files: Files): void {
  clear(dir);
  const made = new Set<string>();
  for (const [path, content] of files) {
    const target = join(dir, path);
    const folder = dirname(target);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    writeFileSync(target, content);
  }
}

function clear(dir: string): void {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return;
  const site = join(dir, 'site.yaml');
  if (!existsSync(site) || !readFileSync(site, 'utf8').includes('\nfiction:'))
    throw new Error(`${dir} 不是空文件夹，也不是虚构台账，不覆盖`);
  rmSync(dir, { recursive: true });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      issues: { type: 'string', default: '150' },
      units: { type: 'string' },
      'as-of': { type: 'string', default: '2026-06-15' },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined) throw new Error('用 --out 指明写到哪个文件夹');
  const files = generate({
    seed: Number(values.seed),
    issues: Number(values.issues),
    ...(values.units === undefined ? {} : { units: Number(values.units) }),
    asOf: values['as-of'],
  });
  writeFiles(values.out, files);
  console.log(`已写 ${files.size} 个文件到 ${values.out}`);
}
