/** A check of a whole city: 5,000 accounts in one record. (示例区，虚构) */
import { expect, test } from 'vitest';
import { inspectionFigures } from '../../src/domain/inspection/inspection-figures.ts';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { readRecord } from '../../src/ledger/record.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { largestOf } from '../../src/schema/layout.ts';
import { contentOf, linesOf, type Changes } from './small.ts';

const ACCOUNTS = 5000;
const ids = Array.from({ length: ACCOUNTS }, (_, at) => `acc-${String(at).padStart(4, '0')}`);

function city(): Changes {
  const accounts = ids.map((id): [string, string] => [
    `accounts/jia/${id}.yaml`,
    canonical('account', {
      kind: 'new-media',
      unit: 'jia',
      name: `示例账号${id}`,
      platform: 'unstated',
    }),
  ]);
  const record = {
    name: '示例市二季度检查',
    checkedOn: '2026-06-05',
    edition: '2019',
    scope: { kind: 'all' },
    population: ACCOUNTS,
    campaign: 'zx',
    checker: '检查员（示例）',
    accounts: ids.map((account, at) => ({
      account,
      lastPostOn: '2026-06-01',
      counted: { days: 14, posts: 6 },
      results: [
        {
          indicator: 'M2',
          result: at % 10 === 0 ? 'failed' : 'passed',
          ...(at % 10 === 0
            ? { finding: '检查时点前两周没有更新，另有两篇信息内容与本单位职责无关' }
            : {}),
        },
      ],
    })),
  };
  return {
    ...Object.fromEntries(accounts),
    'inspections/2026-q2-city.yaml': canonical('inspection', record),
  };
}

test('一次检查 5,000 个账号：读得出，检查没有错误，数得对', () => {
  const content = contentOf(city());
  const bytes = content.texts.get('inspections/2026-q2-city.yaml')!;
  const started = performance.now();
  expect(readRecord('inspections/2026-q2-city.yaml', 'inspection', bytes).ok).toBe(true);
  const read = performance.now();
  const result = checkLedger(content);
  const checked = performance.now();
  expect(isSound(result), result.faults.map(({ message }) => message).join('\n')).toBe(true);
  const figures = inspectionFigures(
    result.ledger!,
    result.ledger!.inspections.get('2026-q2-city')!,
  );
  const counted = performance.now();
  expect(figures).toMatchObject({ checked: ACCOUNTS, failed: 500, passed: 4500, rate: 900 });
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2);
  process.stdout.write(
    `${(bytes.length / 1024 / 1024).toFixed(2)} MB，读 ${seconds(started, read)} 秒，整本检查 ${seconds(read, checked)} 秒，计数 ${seconds(checked, counted)} 秒\n`,
  );
  expect(bytes.length).toBeGreaterThan(256 * 1024);
  expect(counted - started).toBeLessThan(60_000);
});

test('再大的检查、大了的别的记录，都说明上限', () => {
  const size = largestOf('inspection');
  const path = 'inspections/2026-q2-city.yaml';
  expect(readRecord(path, 'inspection', new Uint8Array(size + 1))).toMatchObject({
    faults: [{ rule: 'size', message: '文件有 4097 KB，超过 4096 KB 的上限' }],
  });
  expect(linesOf({ 'units/jia.yaml': `name: ${'长'.repeat(100_000)}\n` })[0]).toContain(
    '超过 256 KB 的上限',
  );
});
