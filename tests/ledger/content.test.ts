import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFolder } from '../../src/ledger/content.ts';

test('指向文件夹的链接不读，当作放错的东西指出；指向文件的照读', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'units'));
  writeFileSync(join(folder, 'site.yaml'), 'name: 示例');
  symlinkSync(join(folder, 'units'), join(folder, 'issues'));
  symlinkSync(join(folder, 'site.yaml'), join(folder, 'units', 'a.yaml'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'units', 'b.yaml'));
  const { texts } = readFolder(folder);
  expect([...texts].map(([path, bytes]) => [path, bytes.length])).toEqual([
    ['issues（不是普通文件）', 0],
    ['site.yaml', 12],
    ['units/a.yaml', 12],
    ['units/b.yaml（不是普通文件）', 0],
  ]);
});
