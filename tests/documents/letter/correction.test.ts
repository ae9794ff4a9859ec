/** A circular that corrects another says so itself, in whatever words the office's template has. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import { textOf } from '../../recount/agreement.ts';
import { ledger, scratch } from '../run.ts';

test('更正的通报写明更正哪一份；没有印发过的不能更正', async () => {
  const folder = scratch();
  const content = join(folder, 'content');
  cpSync('tests/fixtures/shili', content, { recursive: true });
  const run = (...args: string[]) =>
    ledger('circular', '2026-q1-check', '--content', content, '--as-of', '2026-03-25', ...args);
  const file = join(folder, '更正.docx');
  expect(run('--corrects', '2026-q1-check', '--out', file)).toMatchObject({ code: 0, err: '' });
  const old = openLedger(content).bulletins.get('2026-q1-check')!;
  const said = `本件更正${old.publishedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日')}印发的《${old.paragraphs[0] ?? ''}》（${old.number ?? ''}），原件的数字以本件为准。`;
  expect(await textOf(readFileSync(file))).toContain(said);
  const args = ['--freeze', '--write', '--id', 'q1-again', '--corrects', '2026-q1-check'];
  expect(run(...args)).toMatchObject({ code: 0 });
  const made = openLedger(content).bulletins.get('q1-again')!;
  expect(made.corrects).toBe('2026-q1-check');
  expect(made.paragraphs).toContain(said);
  expect(ledger('check', '--content', content).code).toBe(0);
  expect(run('--corrects', '2026-q1-chek', '--out', file)).toMatchObject({
    code: 2,
    err: expect.stringContaining('台账里没有印发过 2026-q1-chek → 是不是想写“2026-q1-check”？'),
  });
});
