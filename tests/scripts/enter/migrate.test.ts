import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main } from '../../../scripts/main.ts';
import { SCHEMA_VERSION } from '../../../src/schema/site.ts';
import { generate } from '../../generator/generate.ts';
import { writeFiles } from '../../generator/write.ts';

const folder = mkdtempSync(join(tmpdir(), 'migrate-'));
const site = join(folder, 'site.yaml');
const said: string[] = [];

beforeAll(() => {
  writeFiles(folder, generate({ seed: 1, issues: 6, asOf: '2026-06-15' }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  process.exitCode = 0;
});

async function run(...argv: string[]): Promise<{ code: number; text: string }> {
  said.length = 0;
  process.exitCode = undefined;
  const speak = (text: string | Uint8Array) => said.push(String(text)) > 0;
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(speak);
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(speak);
  try {
    return { code: await main(['migrate', '--content', folder, ...argv]), text: said.join('') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

test('已是现在的版本，说不用升级，什么都不写', async () => {
  const before = readFileSync(site, 'utf8');
  expect(await run()).toEqual({
    code: 0,
    text: `台账已是第 ${String(SCHEMA_VERSION)} 版，不用升级。\n`,
  });
  expect(readFileSync(site, 'utf8')).toBe(before);
});

test('台账比程序新，退出码 1，说请升级程序', async () => {
  const before = readFileSync(site, 'utf8');
  writeFileSync(site, before.replace(/schemaVersion: \d+/u, 'schemaVersion: 77'));
  const { code, text } = await run();
  expect(code).toBe(1);
  expect(text).toContain(
    `site.yaml:1:16 schema-version 台账的格式版本是 77，本程序的是 ${String(SCHEMA_VERSION)} → 台账比程序新：请升级程序`,
  );
  expect(text).toContain('没有升级，也没有写任何文件。');
  const json = await run('--json');
  expect(json.code).toBe(1);
  expect(JSON.parse(json.text)).toMatchObject({
    kind: 'refused',
    faults: [{ rule: 'schema-version' }],
  });
  writeFileSync(site, before);
});

test('文件夹不对是用法不对，退出码 2', async () => {
  expect(await run('--content', join(folder, 'nowhere'))).toMatchObject({ code: 2 });
});
