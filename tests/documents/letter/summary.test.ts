import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { periodOf } from '../../../src/day/period.ts';
import { periodCounts } from '../../../src/domain/inspection/period-figures.ts';
import { checkLedger, isSound } from '../../../src/ledger/check.ts';
import { readFolder } from '../../../src/ledger/content.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { bulletinPages } from '../../../src/views/inspection/bulletin-view.ts';
import { faceOf } from '../../../src/views/face.ts';
import { ledger, scratch } from '../run.ts';

const at = ['--content', 'tests/fixtures/shili', '--as-of', '2026-01-05'];
const quarter = periodOf('2025-q4')!;
const counts = periodCounts(openLedger('tests/fixtures/shili'), quarter);

test('Word、json 里的数与重算一致，章节和落款齐全', async () => {
  const file = join(scratch(), 'a.docx');
  const { code, err } = ledger('summary', '2025-q4', ...at, '--out', file);
  expect([code, err]).toEqual([0, '']);
  const { value: word } = await mammoth.extractRawText({ buffer: readFileSync(file) });
  expect(word).toMatch(
    /一、检查情况[\s\S]*二、账号情况[\s\S]*三、问题整改情况[\s\S]*四、下一步工作/u,
  );
  expect(word.replaceAll(/\s/gu, '')).toContain('关于2025年第四季度网站和政务新媒体监管情况的小结');
  expect(word).toContain(
    `本期新列${String(counts.flows.listed.length)}个、重启${String(counts.flows.reopened.length)}个，销号${String(counts.flows.closed.length)}个`,
  );
  expect(word).toContain(`台账共有问题${String(counts.total.length)}个`);
  const json = JSON.parse(ledger('summary', '2025-q4', ...at, '--json').out) as {
    figures: { name: string; value: string }[];
  };
  const found = new Map(json.figures.map(({ name, value }) => [name, value]));
  expect(found.get('问题 未完成')).toBe(String(counts.unfinished.length));
  expect(found.get('期末在册')).toBe(String(counts.after.length));
});

test('期间没有写对、还没有结束，说怎么写、什么时候做', () => {
  expect(ledger('summary', '2025年第四季度', ...at)).toMatchObject({
    code: 2,
    err: expect.stringContaining('季度写成 2026-q2，半年写成 2026-h1'),
  });
  expect(ledger('summary', '2026-h1', ...at)).toMatchObject({
    code: 2,
    err: expect.stringContaining('2026年上半年到2026年6月30日才结束'),
  });
});

test('印发后冻结：页面重算一致；改了检查结果，检查报错；晚到的报送不算错', () => {
  const content = join(scratch(), 'content');
  cpSync('tests/fixtures/shili', content, { recursive: true });
  const run = ledger(
    'summary',
    '2025-q4',
    '--content',
    content,
    '--as-of',
    '2026-01-05',
    '--freeze',
    '--write',
  );
  expect([run.code, run.err]).toEqual([0, '']);
  const whole = checkLedger(readFolder(content));
  expect(isSound(whole)).toBe(true);
  const page = bulletinPages(faceOf(whole.ledger!, '2026-06-15', 'internal')).find(
    ({ id }) => id === '2025-q4',
  );
  const rows = page?.tables.find(({ id }) => id === 'figures')?.rows ?? [];
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row.at(-1)?.text).toBe('一致');

  // Reported for the last day of the quarter, received afterwards: other figures of issues, but no fault.
  const [open = ''] = counts.unfinished;
  mkdirSync(join(content, 'updates', open), { recursive: true });
  writeFileSync(
    join(content, 'updates', open, '20251231-235900-zzz.yaml'),
    `issue: ${open}\naction: voided\nreportedOn: 2025-12-31\nreason: 列入有误\n`,
  );
  const wrong = () =>
    checkLedger(readFolder(content)).faults.filter(({ rule }) => rule === 'bulletins');
  expect(periodCounts(readLedger(readFolder(content)).ledger!, quarter).withdrawn).toContain(open);
  expect(wrong()).toEqual([]);

  const check = join(content, 'inspections', '2025-q4-check.yaml');
  writeFileSync(check, readFileSync(check, 'utf8').replace('result: passed', 'result: failed'));
  expect(wrong().map(({ file }) => file)).toContain('bulletins/2025-q4.yaml');
});
