/** 一张表的收件: which rows become reports, which are empty, already here, or wait for a signature. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { SheetBack, SheetBackRow } from '../../../src/intake/sheet-back/read/sheet-back.ts';
import { chooseReports, receiveSheet } from '../../../src/intake/sheet-back/sheet-reception.ts';
import { fixedWords } from '../../../src/intake/sheet-back/out/unit-sheet-rows.ts';
import { emptyReception } from '../../../src/intake/sheet-back/unit-reception.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { type Changes, checkSmall, report } from '../../ledger/small.ts';
import { contextWith, filledRow, placeAt } from './made-sheet.ts';

const DONE = {
  report: '申请验收',
  note: '已更新',
  completedOn: '2026-03-18',
  evidence: 'https://mp.example.cn/1',
  evidenceDay: '2026-03-18',
} as const;
const SIGNED = { reporter: '股长', approver: '主任', reportedOn: '2026-03-20' };
type Filled = Parameters<typeof filledRow>[0];
interface Given {
  more?: Partial<SheetBack>;
  changes?: Changes;
  waiting?: string[];
  signed?: Partial<typeof SIGNED>;
  fixed?: Record<string, string>;
}

function receive(
  filled: readonly Filled[],
  { more = {}, changes = {}, waiting = [], signed = SIGNED, fixed = {} }: Given = {},
) {
  const { ledger } = checkSmall(changes);
  const issue = ledger?.issues.get('zx-01');
  if (ledger === undefined || issue === undefined) throw new Error('no ledger');
  const own = emptyReception('jia', ledger);
  const rows = filled.map((said, at): SheetBackRow =>
    filledRow(said, {
      place: placeAt(5 + at),
      fixed: Object.fromEntries(
        Object.entries({ ...fixedWords(issue), ...fixed }).map(([key, text]) => [
          key,
          { text, place: placeAt(5 + at, `B${String(5 + at)}`) },
        ]),
      ),
    }),
  );
  const sheet: SheetBack = {
    file: '表.xlsx',
    kind: 'sheet',
    knownBy: 'stamp',
    unitName: '',
    signature: Object.fromEntries(
      Object.entries(signed).map(([key, text]) => [key, { text, place: placeAt(2, 'B2') }]),
    ),
    rows,
    notes: [],
    ...more,
  };
  const candidates = receiveSheet(sheet, own, {
    ledger,
    settings: contextWith().settings,
    waiting: { reports: new Map(waiting.map((key) => [key, 'x'])), evidence: new Set() },
    evidence: [],
  });
  return { own, candidates, ledger };
}

test('填好签好的，是一份报送', () => {
  const { own, candidates } = receive([DONE]);
  expect(candidates.map(({ issue, update }) => `${issue.id} ${update.report}`)).toEqual([
    'zx-01 申请验收',
  ]);
  expect([own.faults, own.empty, own.passed]).toEqual([[], [], []]);
});

test('没有填的行记下来，不催签署', () => {
  const { own, candidates } = receive([{}], { signed: {} });
  expect([candidates, own.empty, own.faults]).toEqual([[], ['zx-01'], []]);
});

test('没有签全的，这一行先不登记', () => {
  const { own, candidates } = receive([DONE], { signed: { reporter: '股长' } });
  expect(candidates).toEqual([]);
  expect(own.passed).toMatchObject([{ issue: 'zx-01', place: { row: 5 } }]);
  expect(own.passed[0]?.message).toContain('签署没有写全');
});

test('锁定的格改了的，不收；没有填的行改了也说', () => {
  const changed = { fixed: { finding: '没有问题' } };
  expect(receive([DONE], changed).candidates).toEqual([]);
  expect(receive([{}], changed).own.faults).toHaveLength(1);
});

test('填错的，错在这一行', () => {
  const { own, candidates } = receive([{ ...DONE, report: '申请' }]);
  expect(candidates).toEqual([]);
  expect(own.faults.map(({ message }) => message)).toEqual(['“申请”不是本次报送的选项']);
});

test('校验页不在了的表说一句，申请表本来没有', () => {
  const notes = (more: Partial<SheetBack>) => receive([DONE], { more }).own.notes.join();
  expect(notes({ knownBy: 'code' })).toContain('按单号认出');
  expect(notes({ knownBy: 'content' })).toContain('按内容认出');
  expect(notes({ kind: 'form', knownBy: 'content' })).not.toContain('认出');
  expect(notes({ notes: ['表前的图没有收'] })).toContain('表前的图没有收');
});

/** The update of the row as a file of the ledger. */
const entered = (): Changes => {
  const [first] = receive([DONE]).candidates;
  if (first === undefined) throw new Error('no report');
  const { stamp, record } = first.update;
  return { [`updates/zx/zx-01/${stamp}.yaml`]: canonical('update', record) };
};

test('同样的报送已经在台账里，或在待合并里：不再收，说在哪里', () => {
  const here = receive([DONE], { changes: entered() });
  expect([here.candidates, here.own.already.map(({ isWaiting }) => isWaiting)]).toEqual([
    [],
    [false],
  ]);
  const [first] = receive([DONE]).candidates;
  const waits = receive([DONE], { waiting: [`zx-01/${first?.update.digest ?? ''}`] });
  expect(waits.own.already.map(({ isWaiting }) => isWaiting)).toEqual([true]);
});

test('已经收过又退回了的，把退回的理由带上', () => {
  const returned = {
    ...entered(),
    'updates/zx/zx-01/20260321-120000-cccccccc.yaml': report(
      'returned',
      '2026-03-21',
      'reason: 截图看不清\n',
    ),
  };
  expect(receive([DONE], { changes: returned }).own.already[0]?.returned).toContain('截图看不清');
});

test('一天里报了两次，一样的算一次，不一样的问', () => {
  const twice = receive([DONE, DONE]);
  chooseReports(twice.candidates);
  expect([twice.own.updates.length, twice.own.faults]).toEqual([1, []]);
  const other = receive([DONE, { ...DONE, note: '又更新了' }, { ...DONE, note: '还更新了' }]);
  chooseReports(other.candidates);
  expect(other.own.updates).toEqual([]);
  expect(other.own.faults.map(({ message }) => message)).toEqual([
    '第1条报了3次，内容不同（另见表.xlsx · 报送单 · 第5行；表.xlsx · 报送单 · 第6行）',
  ]);
  const two = receive([DONE, { ...DONE, note: '又更新了' }]);
  chooseReports(two.candidates);
  expect(two.own.faults[0]?.message).toContain('报了两次');
});
