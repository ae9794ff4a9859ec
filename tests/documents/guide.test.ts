/** 办公室指南: its commands work as they are written, one after another, from the papers of the fictional county on. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { gitEnv } from '../git/depot.ts';
import { scratch } from './run.ts';

const root = join(import.meta.dirname, '..', '..');
const guide = readFileSync(join(root, 'docs', 'guides', 'office.md'), 'utf8');
const part = /## 用命令，从头到尾走一遍\n([\s\S]*?)\n## /u.exec(guide)?.[1] ?? '';
const [begin = [], office = []] = [...part.matchAll(/```sh\n([\s\S]*?)```/gu)].map(
  ([, block = '']) => block.trimEnd().split('\n'),
);

test(
  '指南里的命令照抄就能用：立样例县的台账，再从发报送单到上报',
  { timeout: 300_000 },
  async () => {
    const folder = scratch();
    const [program, own] = [join(folder, 'program'), join(folder, 'taizhang')];
    mkdirSync(program);
    const env = gitEnv(folder);
    const run = (cwd: string, command: string, ...args: string[]) => {
      const ran = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
      return { code: ran.status, err: ran.stderr };
    };
    const ledger = (cwd: string, args: readonly string[]) =>
      run(cwd, process.execPath, join(root, 'scripts', 'ledger.ts'), ...args);

    const [papers = '', init = '', again = '', enter = ''] = begin;
    expect([papers, init, enter]).toEqual([
      'npm run demo:county -- ../yangli',
      again,
      'cd ../taizhang',
    ]);
    const made = run(
      program,
      process.execPath,
      join(root, 'tests/generator/demo-county.ts'),
      '../yangli',
    );
    expect(made).toEqual({ code: 0, err: '' });
    const asked = init.split(' ').slice(2);
    expect(ledger(program, [...asked, '--as-of', '2026-03-03']).code).toBe(1);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'taizhang-提问.xlsx'));
    const rows = book.worksheets[0]?.rowCount ?? 0;
    expect(rows).toBe(3);
    const cell = book.worksheets[0]?.getRow(rows).getCell(6);
    if (cell) cell.value = '未备案';
    await book.xlsx.writeFile(join(folder, 'taizhang-提问.xlsx'));
    expect(ledger(program, [...asked, '--as-of', '2026-03-03']).code).toBe(0);

    expect(office.filter((line) => line.startsWith('./ledger '))).toHaveLength(9);
    for (const line of office) {
      const [command, ...args] = line.split(' ');
      if (command === 'mkdir') mkdirSync(join(own, args[0] ?? ''));
      else expect([line, ledger(own, args)]).toEqual([line, { code: 0, err: '' }]);
      // The units send their sheets back as they were: nothing to report.
      if (command === 'mkdir')
        for (const name of readdirSync(join(own, '发出')))
          writeFileSync(join(own, '收回', name), readFileSync(join(own, '发出', name)));
    }
    const papersMade = [
      '上报',
      '发出',
      '收回',
      '周报.docx',
      '报告.docx',
      '清单.docx',
      '督办函.docx',
    ];
    for (const name of papersMade) expect(readdirSync(own)).toContain(name);
    // They lie beside the records, disturb no command and are not committed.
    expect(ledger(own, ['check'])).toEqual({ code: 0, err: '' });
    expect(spawnSync('git', ['status', '--short'], { cwd: own, encoding: 'utf8' }).stdout).toBe('');

    // The maintainer's settings, of the same county.
    const maintainer = readFileSync(join(root, 'docs', 'guides', 'maintainer.md'), 'utf8');
    const settings = maintainer.split('\n').filter((line) => line.startsWith('npx ledger set '));
    expect(settings).toHaveLength(4);
    for (const line of settings)
      expect([line, ledger(own, [...line.split(' ').slice(2), '--write'])]).toEqual([
        line,
        { code: 0, err: '' },
      ]);
    const [campaign = ''] = readdirSync(join(own, 'campaigns')).filter((name) =>
      /jszhjzzz/u.test(name),
    );
    expect(readFileSync(join(own, 'campaigns', campaign), 'utf8')).toContain(
      'approvedOn: 2026-03-10',
    );
  },
);
