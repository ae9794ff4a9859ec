/** 审核不收的，收件也不收: faults are laid at the report and the cell that they are about, by value. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { NewUpdate } from '../../../src/intake/sheet-back/report/new-update.ts';
import {
  checkUnits,
  emptyReception,
  receivedFiles,
} from '../../../src/intake/sheet-back/unit-reception.ts';
import type { Fault } from '../../../src/ledger/fault.ts';
import { round, UNIT } from './sheets-sent.ts';

const place = (row: number, cell = '') => ({ file: '表.xlsx', sheet: '表', row, cell });
const update = (issue: string, row: number, bytes = 1): NewUpdate => ({
  issue,
  campaign: '2026-round',
  report: '进展',
  stamp: '20260615-101500-aaaaaaaa',
  digest: 'aaaaaaaa',
  record: { issue, action: 'progress', reportedOn: '2026-06-12', note: '说明', evidence: [] },
  attachments: new Map([
    ['1.png', { bytes: new Uint8Array(bytes), place: place(row, `L${String(row)}`) }],
  ]),
  place: place(row),
  cells: { note: { place: place(row, `J${String(row)}`) } },
});
const unitOf = (...updates: NewUpdate[]) => ({ ...emptyReception(UNIT, round.ledger), updates });
const fault = (file: string, more: Partial<Fault> = {}): Fault => ({
  file,
  line: 0,
  col: 0,
  rule: 'x',
  severity: 'fault',
  message: '不行',
  remedy: '改',
  ...more,
});
const settings = (check: (files: readonly string[]) => Fault[], largest = Infinity) => ({
  today: '2026-06-15',
  stamp: '',
  receivedBy: '',
  channel: '',
  largest,
  check: (files: ReadonlyMap<string, unknown>) => check([...files.keys()]),
});
const PATH = 'updates/2026-round/2026-round-01/20260615-101500-aaaaaaaa.yaml';

test('只退有错的那一条；编号互为前缀的不连累', () => {
  const unit = unitOf(update('2026-round-01', 6), update('2026-round-011', 7));
  checkUnits(
    [unit],
    round.ledger,
    settings((paths) => (paths.includes(PATH) ? [fault(PATH)] : [])),
  );
  expect(unit.updates.map(({ issue }) => issue)).toEqual(['2026-round-011']);
  expect(unit.faults).toMatchObject([{ issue: '2026-round-01', place: { row: 6 } }]);
});

test('错在哪一栏、哪个佐证文件，就指哪一格', () => {
  const note = [...receivedFiles([update('2026-round-01', 6)]).values()][0] as string;
  const line = 1 + note.split('\n').findIndex((text) => text.startsWith('note'));
  const unit = unitOf(update('2026-round-01', 6), update('2026-round-02', 7));
  const evidence = 'evidence/2026-round-02/1.png';
  checkUnits(
    [unit],
    round.ledger,
    settings((paths) => [
      ...(paths.includes(PATH) ? [fault(PATH, { line })] : []),
      ...(paths.includes(evidence) ? [fault(evidence)] : []),
    ]),
  );
  expect(unit.faults.map((one) => one.place.cell)).toEqual(['J6', 'L7']);
  expect(unit.updates).toEqual([]);
});

test('警告不拦，只说', () => {
  const unit = unitOf(update('2026-round-01', 6));
  checkUnits(
    [unit],
    round.ledger,
    settings(() => [fault(PATH, { severity: 'warning' })]),
  );
  expect(unit.updates).toHaveLength(1);
  expect(unit.notes).toEqual(['表.xlsx · 表 · 第6行：不行；改']);
});

test('台账自己有错：什么都不收，并且不会没完', () => {
  const unit = unitOf(update('2026-round-01', 6));
  checkUnits(
    [unit],
    round.ledger,
    settings(() => [fault('site.yaml')]),
  );
  expect(unit.updates).toEqual([]);
  expect(unit.faults).toMatchObject([{ place: { file: 'site.yaml' } }]);
});

test('佐证一共太多：先退最大的，只退到放得下', () => {
  const unit = unitOf(update('2026-round-01', 6, 9), update('2026-round-02', 7, 3));
  checkUnits(
    [unit],
    round.ledger,
    settings(() => [], 5),
  );
  expect(unit.updates.map(({ issue }) => issue)).toEqual(['2026-round-02']);
});
