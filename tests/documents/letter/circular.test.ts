import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { inspectionFigures } from '../../../src/domain/inspection/inspection-figures.ts';
import { rateInWords } from '../../../src/domain/inspection/rate.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { bulletinPages } from '../../../src/views/inspection/bulletin-view.ts';
import { faceOf } from '../../../src/views/face.ts';
import { inspectionPages } from '../../../src/views/inspection/inspection-view.ts';
import { ledger, scratch } from '../run.ts';

const shili = openLedger('tests/fixtures/shili');
const id = '2026-q2-check';
const check = shili.inspections.get(id);
if (!check) throw new Error('no check');
const figures = inspectionFigures(shili, check);
const at = ['--content', 'tests/fixtures/shili', '--as-of', '2026-06-15'];

test('通报的章节、附件和落款齐全', () => {
  const { code, out, err } = ledger('circular', id, ...at, '--text');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/一、总体情况[\s\S]*二、主要问题[\s\S]*三、有关要求[\s\S]*附件：/u);
  expect(out.trimEnd().endsWith('示例区人民政府办公室\n2026年6月15日')).toBe(true);
});

test('没有不合格的平台合写一句，不写“不合格0个”；各平台之和仍是检查的总数', () => {
  const line = ledger('circular', id, ...at, '--text')
    .out.split('\n')
    .map((text) => text.trim())
    .find((text) => text.startsWith('按平台分'))!;
  expect(line).toMatch(/；.*、.*共检查\d+个，全部合格。$/u);
  expect(line).not.toMatch(/(?<!\d)0个/u);
  const checked = [...line.matchAll(/检查(\d+)个/gu)].map(([, count]) => Number(count));
  expect(checked.reduce((sum, count) => sum + count, 0)).toBe(figures.checked);
});

test('印发过的通报，措辞还是当时的', () => {
  const { paragraphs } = shili.bulletins.get('2026-q1-check')!;
  expect(paragraphs.find((text) => text.startsWith('按平台分'))).toContain(
    '抖音检查4个、不合格0个',
  );
});

test('Word、页面和 json 里的数一致', async () => {
  const file = join(scratch(), 'a.docx');
  expect(ledger('circular', id, ...at, '--out', file).code).toBe(0);
  const { value: word } = await mammoth.extractRawText({ buffer: readFileSync(file) });
  const { checked, passed, failed, rate, drawn } = figures;
  expect(word).toContain(`实际检查${String(checked)}个`);
  expect(word).toContain(`合格${String(passed)}个、不合格${String(failed)}个。`);
  expect(word).toContain(
    `其中随机抽取${String(drawn.checked)}个，合格${String(drawn.passed)}个、不合格${String(drawn.checked - drawn.passed)}个，`,
  );
  expect(word).toContain(`合格率${rateInWords(rate)}（推算全部应查的约在`);
  const json = JSON.parse(ledger('circular', id, ...at, '--json').out) as {
    figures: { name: string; value: string }[];
  };
  const counted = new Map(json.figures.map(({ name, value }) => [name, value]));
  expect([counted.get('检查'), counted.get('合格'), counted.get('不合格')]).toEqual(
    [checked, passed, failed].map(String),
  );
  const pages = inspectionPages(faceOf(shili, '2026-06-15', 'internal'));
  const page = pages.find((one) => one.id === id);
  expect(page?.intro[0]).toContain(
    `检查${String(checked)}个，合格${String(passed)}个，不合格${String(failed)}个；其中随机抽取${String(drawn.checked)}个`,
  );
  const rows = page?.tables.find((table) => table.id === 'failed')?.rows;
  expect(rows).toHaveLength(failed);
});

test('还有账号没有结果的，不生成通报', () => {
  const folder = join(scratch(), 'content');
  cpSync('tests/fixtures/shili', folder, { recursive: true });
  const file = join(folder, 'inspections', `${id}.yaml`);
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/\{ indicator: M1, result: passed \}, /u, '');
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
  const { code, err } = ledger('circular', id, '--content', folder, '--text');
  expect(code).toBe(1);
  expect(err).toContain('还有1个账号没有检查结果，没有生成通报');
  expect(err).toContain('--fill 收回');
  expect(err).not.toContain('数字对不上');
});

test('正文里还有待填的，不能印发，也不留下文件', () => {
  const folder = join(scratch(), 'content');
  cpSync('tests/fixtures/shili', folder, { recursive: true });
  rmSync(join(folder, 'templates'), { recursive: true });
  const { code, err } = ledger(
    'circular',
    '2026-q2-check',
    '--content',
    folder,
    '--as-of',
    '2026-06-15',
    '--freeze',
    '--write',
  );
  expect(code).toBe(1);
  expect(err).toContain('不能印发：〔待填：主送机关〕〔待填：检查的依据〕');
  expect(existsSync(join(folder, 'bulletins', '2026-q2-check.yaml'))).toBe(false);
});

test('印发过的不能再印发同一编号；各份通报的页面上重算全部一致，公开站没有', () => {
  const { code, err } = ledger(
    'circular',
    '2026-q1-check',
    ...at,
    '--freeze',
    '--write',
    '--as-of',
    '2026-03-16',
  );
  expect(code).toBe(2);
  expect(err).toContain('已经印发');
  const pages = bulletinPages(faceOf(shili, '2026-06-15', 'internal'));
  expect(pages).toHaveLength(9);
  for (const { tables } of pages)
    for (const row of tables.flatMap(({ id: table, rows }) => (table === 'figures' ? rows : [])))
      expect(row.at(-1)?.text).toBe('一致');
  expect(bulletinPages(faceOf(shili, '2026-06-15', 'public'))).toEqual([]);
});
