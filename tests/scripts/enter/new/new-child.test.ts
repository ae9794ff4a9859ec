/** `ledger new child`: an office below, with where its sums are fetched in one line. (示例区，虚构) */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../../../src/ledger/open.ts';
import { ledger, scratch } from '../../../documents/run.ts';

const since = ['--since', '2026-05-01'];

test('编号由简称而来；从网址、文件、仓库的分支或报表取，写法一样', () => {
  const content = join(scratch(), 'content');
  cpSync('tests/fixtures/shili', content, { recursive: true });
  const run = (...args: string[]) =>
    ledger('new', 'child', ...args, ...since, '--write', '--content', content);
  const lines = [
    ['--name', '示例临港区整改台账', '--short', '临港区', '--order', '4', '--code', '990104'],
    ['--name', '甲区台账', '--short', '甲区', '--public', '/srv/x.git#pages'],
    ['--name', '乙区台账', '--short', '乙区', '--internal', '报表'],
  ];
  lines[0]?.push('--public', 'https://lingang.example/', '--internal', '../收来/临港区.json');
  for (const line of lines) expect(run(...line)).toMatchObject({ code: 0, err: '' });
  const { children } = openLedger(content);
  expect(children.get('lingangqu') ?? [...children.keys()]).toMatchObject({
    shortName: '临港区',
    code: '990104',
    order: 4,
    public: { address: 'https://lingang.example/' },
    internal: { path: '../收来/临港区.json' },
  });
  const named = (name: string) => [...children.values()].find((one) => one.shortName === name);
  expect(named('甲区')?.public).toEqual({ git: '/srv/x.git', branch: 'pages' });
  expect(named('乙区')?.internal).toEqual({ paper: true });
  const again = run('--name', '示例临港区整改台账', '--short', '临港区', '--order', '第四');
  expect(again.code).toBe(1);
});
