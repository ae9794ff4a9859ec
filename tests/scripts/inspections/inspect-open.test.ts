/** What a check leads to is opened; what it has not looked at is named, and is not taken for right. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import { ledger, scratch } from '../../documents/run.ts';

test('开列问题时，没有结果的账号逐个说出名字；补上结果以后不再说', () => {
  const content = join(scratch(), 'content');
  cpSync('tests/fixtures/shili', content, { recursive: true });
  const file = join(content, 'inspections/2026-q2-check.yaml');
  const text = readFileSync(file, 'utf8');
  const [account] = openLedger(content).inspections.get('2026-q2-check')!.accounts;
  const { name } = openLedger(content).accounts.get(account!.account)!;
  const cut = text.replace(
    new RegExp(`(  - account: ${account!.account}\n)(?:    .*\n)*`, 'u'),
    '$1',
  );
  expect(cut).not.toBe(text);
  writeFileSync(file, cut);
  const open = () =>
    ledger(
      'inspect',
      'open',
      '2026-q2-check',
      '--content',
      content,
      '--as-of',
      '2026-06-15',
      '--write',
    );
  const first = open();
  expect([first.code, first.out]).toEqual([
    0,
    expect.stringContaining(
      `还没有结果 1 个，没有开列：${name}（${account!.account}）；补上结果后再运行一次。`,
    ),
  ]);
  writeFileSync(file, text);
  expect(open().out).not.toContain('还没有结果');
});
