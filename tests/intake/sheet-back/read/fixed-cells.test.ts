/** 锁定格: which issue a row is, whether its printed cells came back as they went out, what has changed since. */
import { expect, test } from 'vitest';
import {
  checkFixed,
  issueOf,
  noteStale,
} from '../../../../src/intake/sheet-back/read/fixed-cells.ts';
import type { SheetBack } from '../../../../src/intake/sheet-back/read/sheet-back.ts';
import {
  type FixedKey,
  fixedSum,
  fixedWords,
} from '../../../../src/intake/sheet-back/out/unit-sheet-rows.ts';
import type { StampRow } from '../../../../src/intake/sheet-back/out/stamp.ts';
import { emptyReception } from '../../../../src/intake/sheet-back/unit-reception.ts';
import { type Changes, checkSmall, report, submitted } from '../../../ledger/small.ts';
import { filledRow, placeAt } from '../made-sheet.ts';

const STAMP = { commit: '', campaign: 'zx', unit: 'jia', madeOn: '2026-03-10' };

function at(
  cells: Partial<Record<FixedKey, string>>,
  sent?: Partial<StampRow>,
  changes: Changes = {},
) {
  const { ledger } = checkSmall(changes);
  const issue = ledger?.issues.get('zx-01');
  if (ledger === undefined || issue === undefined) throw new Error('no ledger');
  const words = fixedWords(issue);
  const own = emptyReception('jia', ledger);
  const row = filledRow(
    { report: '进展' },
    {
      fixed: Object.fromEntries(
        Object.entries({ ...words, ...cells }).map(([key, text], index) => [
          key,
          { text, place: placeAt(5, `${'ABCDEF'.charAt(index)}5`) },
        ]),
      ),
    },
  );
  const rows = sent && [{ issue: 'zx-01', last: '', sum: fixedSum(words), ...sent }];
  const sheet: SheetBack = {
    file: '表.xlsx',
    kind: 'sheet',
    knownBy: rows ? 'stamp' : 'content',
    ...(rows && { stamp: { ...STAMP, rows } }),
    unitName: '',
    signature: {},
    rows: [row],
    notes: [],
  };
  const faults = () =>
    own.faults.map(({ place, message, remedy }) => [place.cell, message, remedy].join('|'));
  return { ledger, issue, own, row, sheet, faults, words };
}
const find = (id: string, sent?: Partial<StampRow>, unit = 'jia', filled = true) => {
  const { row, sheet, own, ledger, faults } = at({ issue: id }, sent);
  const one = filled ? row : { ...row, filled: {} };
  const issue = issueOf(one, sheet, { ...own, unit, unitName: '某单位' }, ledger, '2026-03-21');
  return { id: issue?.id, faults: faults() };
};

test('问题编号：全角、空格不算数', () => {
  expect(find(' ｚｘ－０１ ').id).toBe('zx-01');
});

test('不是自己的、台账里没有的、没有写的，各说各的', () => {
  expect(find('zx-01', undefined, 'ban')).toEqual({
    id: undefined,
    faults: ['B5|zx-01 不是某单位的问题|用原来发出的报送单填写，不要增加行'],
  });
  expect(find('zx-1', {}).faults).toEqual([
    'B5|台账里没有问题编号“zx-1”|是不是 zx-01？问题编号请不要改动',
  ]);
  expect(find('zx-1').faults[0]).toContain('不要增加行');
  expect(find('', {}).faults).toEqual([
    'B5|这一行没有问题编号，不知道是哪一条|用原来发出的报送单填写，不要增加行',
  ]);
});

test('没有填的行不说', () => {
  expect(find('zx-9', {}, 'jia', false)).toEqual({ id: undefined, faults: [] });
});

const check = (cells: Partial<Record<FixedKey, string>>, sent?: Partial<StampRow>) => {
  const { row, issue, sheet, own, faults } = at(cells, sent);
  return { is: checkFixed(row, issue, sheet, own), faults: faults(), notes: own.notes };
};

test('断行、序号、编号的写法不算改动', () => {
  expect(check({ finding: '更新\n不及时', row: '7', issue: 'ｚｘ－０１' })).toEqual({
    is: true,
    faults: [],
    notes: [],
  });
});

test('改了的格，一格一条，写明原来和现在', () => {
  const { is, faults } = check({ finding: '已更新', deadline: '4月底' }, {});
  expect(is).toBe(false);
  expect(faults).toEqual([
    'D5|“存在问题”被改动：原为“更新不及时”，现为“已更新”|锁定的格不要改；对原文有意见的，写在“情况说明”里',
    expect.stringContaining('F5|“整改时限”被改动：原为“3月底”，现为“4月底”'),
  ]);
});

test('台账后来改过、表上是旧的，只说一声；旧表上又改过的还是改动', () => {
  const { words } = at({});
  const old = fixedSum({ ...words, finding: '更新慢' });
  expect(check({ finding: '更新慢' }, { sum: old })).toEqual({
    is: true,
    faults: [],
    notes: ['zx-01 的内容在发出报送单以后改过，表上是旧的'],
  });
  expect(check({ finding: '更新慢。' }, { sum: old }).is).toBe(false);
  expect(check({ finding: '更新慢' }, { issue: 'zx-02', sum: old }).is).toBe(false);
});

const path = (stamp: string) => `updates/zx/zx-01/${stamp}.yaml`;
const CHANGES = {
  [path('20260305-100000-aaaaaaaa')]: report('started', '2026-03-05'),
  [path('20260320-100000-bbbbbbbb')]: submitted,
};
const stale = (sent: Partial<StampRow> | undefined, changes: Changes = CHANGES) => {
  const { issue, sheet, own, ledger } = at({}, sent, changes);
  noteStale(issue, sheet, own, ledger);
  return own.notes.map((note) => /又有 (\d+) 次/u.exec(note)?.[1]);
};

test('发出以后又有几次报送，数得出来', () => {
  const { ledger } = at({}, {}, CHANGES);
  const [first = { id: '' }, last = { id: '' }] = ledger.updates.get('zx-01') ?? [];
  expect(stale({ last: '' })).toEqual(['2']);
  expect(stale({ last: first.id })).toEqual(['1']);
  expect(stale({ last: last.id })).toEqual([]);
  expect(stale({ last: '' }, {})).toEqual([]);
  expect(stale(undefined)).toEqual([]);
});
