/** 办公室指南: its commands work as they are written, one after another. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from './run.ts';

const root = join(import.meta.dirname, '..', '..');
const guide = readFileSync(join(root, 'docs', 'guides', 'office.md'), 'utf8');
const examples = /## 用命令，从头到尾走一遍[\s\S]*?```sh\n([\s\S]*?)```/u.exec(guide)?.[1] ?? '';

test('指南里的命令照抄就能用', { timeout: 180_000 }, () => {
  const folder = scratch();
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  const lines = examples.split('\n').filter((line) => line.startsWith('npx ledger '));
  expect(lines).toHaveLength(10);
  for (const line of lines) {
    const args = line.split(' ').slice(2);
    // The units send their sheets back as they were: nothing to report.
    if (args[0] === 'receive')
      cpSync(join(folder, '发出'), join(folder, args[1] ?? ''), { recursive: true });
    const run = spawnSync(process.execPath, [join(root, 'scripts', 'ledger.ts'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    // The ledger pins its day, and every command that counts says so once.
    const said = run.stderr.split('\n').filter((words) => words !== '');
    expect([line, run.status, said.filter((words) => !words.startsWith('统计截止日：'))]).toEqual([
      line,
      0,
      [],
    ]);
    expect(said.length).toBeLessThanOrEqual(1);
  }
  expect(readdirSync(folder).toSorted()).toEqual(
    [
      'content',
      '上报',
      '周报.docx',
      '发出',
      '报告.docx',
      '收回',
      '清单.docx',
      '督办函.docx',
    ].toSorted(),
  );
});
