/** The next quarter of 示例区 by commands alone: sample, check, findings, reports, look-back, circular. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import { standing } from '../../src/domain/issue/standing.ts';
import { failedIn } from '../../src/domain/inspection/inspection.ts';
import { ledger, scratch } from '../documents/run.ts';

test('抽取、检查、开列、报送、验收、回头看、通报：一个季度走到底，数一致', () => {
  const content = join(scratch(), 'content');
  cpSync('tests/fixtures/shili', content, { recursive: true });
  const run = (on: string, ...args: string[]) => {
    const { code, out, err } = ledger(...args, '--content', content, '--as-of', on);
    expect([code, err]).toEqual([0, '']);
    return out;
  };
  const on = '2026-06-15';
  const before = failedIn(
    openLedger(content),
    openLedger(content).inspections.get('2026-q2-check')!,
  );
  expect(run(on, 'inspect', 'open', '2026-q2-check', '--write')).toContain(
    '新列问题 4，重启 3，复查保持 4',
  );
  const [opened] = [...openLedger(content).issues.values()].filter(
    (one) => one.campaign === '2026-q2',
  );
  if (!opened) throw new Error('nothing opened');
  const unit = openLedger(content).accounts.get(opened.account ?? '')?.unit ?? '';
  run(
    '2026-06-20',
    'update',
    opened.id,
    '--action',
    'submitted',
    '--evidence',
    'link:https://mp.example/s/q@2026-06-19',
    '--note',
    '已恢复更新',
    '--on-behalf-of',
    unit,
    '--write',
  );
  run(
    '2026-06-22',
    'update',
    opened.id,
    '--action',
    'accepted',
    '--note',
    '属实',
    '--reported-on',
    '2026-06-22',
    '--write',
  );

  const check = [
    '--id',
    '2026-q3-check',
    '--name',
    '示例区2026年第三季度检查',
    '--campaign',
    '2026-q3',
  ];
  const drawn = run(
    '2026-09-01',
    'sample',
    '--share',
    '20',
    '--seed',
    '20260901',
    ...check,
    '--write',
  );
  expect(drawn).toContain(`其中回头看 ${String(before.length)} 个`);
  const file = join(content, 'inspections', '2026-q3-check.yaml');
  // Every account is found fresh and its other indicators right, but the one that was just closed is stale again.
  const media = 'results: [{ indicator: M1, result: passed }, { indicator: M3, result: passed }]';
  const site = `results: [${['W1', 'W2', 'W4', 'W5', 'W6'].map((id) => `{ indicator: ${id}, result: passed }`).join(', ')}]`;
  const filled = readFileSync(file, 'utf8').replaceAll(
    /^ {2}- \{ account: ([a-z0-9-]+)(, lookBack: true)? \}$/gmu,
    (_, id: string, again: string | undefined) =>
      `  - { account: ${id}${again ?? ''}, lastPostOn: ${id === opened.account ? '2026-07-01' : '2026-08-30'}, ${id.endsWith('-site') ? site : media} }`,
  );
  writeFileSync(file, filled);
  expect(run('2026-09-02', 'inspect', '2026-q3-check')).toContain('仍不合格 1');
  expect(run('2026-09-02', 'inspect', 'open', '2026-q3-check', '--write')).toContain('重启 1');
  const reopened = standing(openLedger(content), '2026-09-02').issues.find(
    ({ id }) => id === opened.id,
  );
  expect([reopened?.history.state, reopened?.history.round.number]).toEqual(['open', 2]);

  const text = run('2026-09-05', 'circular', '2026-q3-check', '--text');
  expect(text).toContain('不合格1个');
  run('2026-09-05', 'circular', '2026-q3-check', '--freeze', '--write');
  expect(run('2026-09-05', 'check')).toContain('台账没有错误');
}, 240_000);
