/** 新记录: read as the check reads a file, then laid over the ledger of the page. */
import { expect, test } from 'vitest';
import { type NewRecord, readNewRecord, withRecords } from '../../src/form/new-record.ts';
import { type Changes, checkSmall, report } from '../ledger/small.ts';

const PATH = 'updates/zx/zx-01/20260320-100000-abc.yaml';
const read = (value: object, more: Partial<NewRecord> = {}) =>
  readNewRecord({ kind: 'update', path: PATH, value: value as NewRecord['value'], ...more });
const PROGRESS = {
  issue: 'zx-01',
  action: 'progress',
  reportedOn: '2026-03-20',
  note: '在改',
  evidence: [],
};
const told = (...args: Parameters<typeof read>) =>
  read(...args).faults.map(({ rule, at }) => `${rule} ${at.join('.')}`.trim());

test('合规的读出来，带着编号和路径', () => {
  const { entry, faults } = read(PROGRESS);
  expect(faults).toEqual([]);
  expect(entry).toMatchObject({ kind: 'update', value: { ...PROGRESS, path: PATH } });
  expect(entry?.value.id).toContain('20260320-100000-abc');
});

test('在自己文件夹里的记录，编号带着文件夹', () => {
  const value = {
    account: 'jia-wechat',
    action: 'entered',
    reportedOn: '2026-01-05',
    state: 'unfiled',
  };
  const path = 'registry/jia-wechat/20260105-090000-aaa.yaml';
  expect(read(value, { kind: 'registration', path }).entry?.value.id).toContain(
    '20260105-090000-aaa',
  );
});

test('看不见的字先说，别的不看', () => {
  expect(told({ ...PROGRESS, note: '在\u200b改', reportedOn: '乱写' })).toEqual([
    'characters note',
  ]);
  expect(read({ ...PROGRESS, note: '在\u200b改' }).entry).toBeUndefined();
});

test('缺的、写错的，各在各的栏', () => {
  const { issue: _, ...rest } = PROGRESS;
  const faults = told({ ...rest, reportedOn: '上周' });
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.some((fault) => fault.endsWith('reportedOn'))).toBe(true);
  expect(read({ ...rest }).entry).toBeUndefined();
});

test('写了手机号的读得出来，说在哪一栏', () => {
  const { entry, faults } = read({ ...PROGRESS, note: '找张三 13912345678' });
  expect(entry).toBeDefined();
  expect(faults.map(({ at }) => at.join('.'))).toEqual(['note']);
});

function merged(
  records: NewRecord[],
  changes: Changes = {},
  files = new Map<string, Uint8Array>(),
) {
  const { ledger } = checkSmall(changes);
  if (ledger === undefined) throw new Error('no ledger');
  const entries = records.flatMap((one) => readNewRecord(one).entry ?? []);
  return { base: ledger, ledger: withRecords(ledger, entries, files) };
}
const update = (stamp: string, reportedOn: string): NewRecord => ({
  kind: 'update',
  path: `updates/zx/zx-01/${stamp}.yaml`,
  value: { ...PROGRESS, reportedOn },
});

test('报送按日子、再按时刻排进去，原来的台账不动', () => {
  const there = { 'updates/zx/zx-01/20260321-100000-aaa.yaml': report('started', '2026-03-21') };
  const { base, ledger } = merged(
    [update('20260325-090000-b', '2026-03-20'), update('20260321-110000-c', '2026-03-21')],
    there,
  );
  expect(ledger.updates.get('zx-01')?.map(({ path }) => path.slice(-9, -5))).toEqual([
    '00-b',
    '-aaa',
    '00-c',
  ]);
  expect(base.updates.get('zx-01')).toHaveLength(1);
});

test('佐证、新的问题、登记各到各处', () => {
  const registration: NewRecord = {
    kind: 'registration',
    path: 'registry/jia-wechat/20260105-090000-aaa.yaml',
    value: { account: 'jia-wechat', action: 'entered', reportedOn: '2026-01-05', state: 'unfiled' },
  };
  const { ledger } = merged(
    [registration],
    {},
    new Map([['evidence/zx-01/a.png', new Uint8Array(3)]]),
  );
  expect(ledger.registry.get('jia-wechat')).toHaveLength(1);
  expect([...ledger.evidence]).toEqual([['zx-01/a.png', 3]]);
  expect([ledger.updates.size, ledger.issues.size]).toEqual([0, 1]);
});
