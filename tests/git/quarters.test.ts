/** Eight quarters in a real repository: each circular is frozen at its commit, and counting again as known then agrees. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { circularFigures } from '../../src/domain/inspection/circular-figures.ts';
import { contentAt } from '../../src/history/content-at.ts';
import { commitOf, placeOf } from '../../src/history/place.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { auditOf } from '../../src/review/audit.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { addDays } from '../../src/day/calendar.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { ledger } from '../documents/run.ts';

const fictional = 'tests/fixtures/shili';
const folder = mkdtempSync(join(tmpdir(), 'quarters-'));
const content = join(folder, 'content');

function git(...args: string[]): void {
  const run = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
}

beforeAll(() => {
  cpSync(fictional, content, { recursive: true });
  // What a circular counts needs no issues.
  for (const part of ['inspections', 'bulletins', 'probes', 'issues', 'updates', 'evidence'])
    rmSync(join(content, part), { recursive: true });
  // A concluded campaign names its issues, which are gone.
  for (const name of readdirSync(join(content, 'campaigns'))) {
    const file = join(content, 'campaigns', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^concluded:\n(?: .*\n)+/mu, ''));
  }
  mkdirSync(join(content, 'inspections'));
  git('init', '-q', '-b', 'main');
  // The command commits as whoever this repository knows; a machine may know nobody.
  git('config', 'user.name', '审核员');
  git('config', 'user.email', 'r@shili.example');
  git('add', '-A');
  git('commit', '-q', '-m', '建账');
  for (const name of readdirSync(join(fictional, 'inspections')).toSorted()) {
    const id = name.replace('.yaml', '');
    cpSync(join(fictional, 'inspections', name), join(content, 'inspections', name));
    const pictures = join(fictional, 'evidence', id);
    if (existsSync(pictures)) cpSync(pictures, join(content, 'evidence', id), { recursive: true });
    git('add', '-A');
    git('commit', '-q', '-m', `登记检查 ${name}`);
    const on = openLedger(content).inspections.get(id)?.checkedOn ?? '';
    const { code, err } = ledger(
      'circular',
      id,
      '--content',
      content,
      '--freeze',
      '--as-of',
      addDays(on, 10),
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    git('merge', '-q', '--no-ff', '-m', `印发 ${id}`, `bulletin/${id}`);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function place() {
  const found = placeOf(content);
  if (!found) throw new Error('no repository');
  return found;
}

test('八个季度的通报，按各自提交时的台账重算，与印发的数一致', () => {
  const bulletins = [...openLedger(content).bulletins.values()];
  expect(bulletins).toHaveLength(8);
  for (const { commit, inspection = '', figures } of bulletins) {
    const known = readLedger(contentAt(place(), commit ?? '')).ledger;
    const check = known?.inspections.get(inspection);
    if (!known || !check) throw new Error(`${inspection} is not there`);
    expect(known.bulletins.has(inspection)).toBe(false);
    expect(circularFigures(known, check)).toEqual(figures);
  }
});

test('事后改动检查结果：检查报错，按当时提交核验仍然一致；改动通报的提交号，审计报错', () => {
  const head = () => commitOf(place(), 'HEAD')?.id ?? '';
  const wrong = () =>
    auditOf(place(), head()).faults.filter(({ rule }) => rule === 'audit-bulletin');
  expect(wrong()).toEqual([]);
  const told = auditOf(place(), head()).bulletins;
  expect(told.map(({ agrees, figureSet }) => [agrees, figureSet])).toEqual(
    told.map(() => [true, 2]),
  );
  const lines = ledger('audit', '--content', content).out;
  expect(
    lines.match(/^✓ 通报 \S+ 按提交 [0-9a-f]{10} 重算第 2 套指标 \d+ 项，全部一致$/gmu),
  ).toHaveLength(8);
  const file = join(content, 'inspections', '2025-q1-check.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('result: passed', 'result: failed'));
  // Straight into the folder: refused while the folder holds what no commit does, else with the commit checked out.
  const on = addDays(openLedger(fictional).inspections.get('2025-q1-check')!.checkedOn, 10);
  const freeze = (): ReturnType<typeof ledger> =>
    ledger(
      ...['circular', '2025-q1-check', '--content', content, '--as-of', on],
      ...['--freeze', '--write', '--id', 'again', '--corrects', '2025-q1-check'],
    );
  expect(freeze().err).toContain('先提交，再印发');
  git('commit', '-q', '-a', '-m', '改动结果');
  expect(freeze()).toMatchObject({ code: 0 });
  expect(readFileSync(join(content, 'bulletins', 'again.yaml'), 'utf8')).toContain(head());
  rmSync(join(content, 'bulletins', 'again.yaml'));
  const faults = checkLedger(readFolder(content)).faults.map(({ rule }) => rule);
  expect(faults).toContain('bulletins');
  expect(wrong()).toEqual([]);
  const bulletin = join(content, 'bulletins', '2025-q1-check.yaml');
  const text = readFileSync(bulletin, 'utf8');
  writeFileSync(bulletin, text.replace(/commit: '?[0-9a-f]{40}'?/u, `commit: '${head()}'`));
  git('commit', '-q', '-a', '-m', '改动提交号');
  expect(wrong().map(({ message }) => message)).toEqual([
    expect.stringContaining('指标 M1 不合格印发时没有，现在重算为1'),
  ]);
});
