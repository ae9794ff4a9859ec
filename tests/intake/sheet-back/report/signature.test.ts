/** 签署: who signed and when; what is missing is told at its cell, and nothing of an empty sheet. */
import { expect, test } from 'vitest';
import type { SignatureKey } from '../../../../src/intake/sheet-back/out/unit-sheet-columns.ts';
import type { SheetBack } from '../../../../src/intake/sheet-back/read/sheet-back.ts';
import { sheetSignature } from '../../../../src/intake/sheet-back/report/signature.ts';
import { emptyReception } from '../../../../src/intake/sheet-back/unit-reception.ts';
import type { Cell } from '../../../../src/paper/sheet.ts';
import { checkSmall } from '../../../ledger/small.ts';
import { filledRow, placeAt } from '../made-sheet.ts';

const { ledger } = checkSmall();
const WHOLE = { reporter: '股长', approver: '主任', reportedOn: '2026-03-20' };

function sign(
  signed: Partial<Record<SignatureKey, string | Partial<Cell>>>,
  rows = [filledRow({ report: '进展' })],
) {
  if (ledger === undefined) throw new Error('no ledger');
  const own = emptyReception('jia', ledger);
  const signature = Object.fromEntries(
    Object.entries(signed).map(([key, said], index) => [
      key,
      {
        text: '',
        place: placeAt(2, `${'BDF'.charAt(index)}2`),
        ...(typeof said === 'string' ? { text: said } : said),
      },
    ]),
  );
  const sheet: SheetBack = {
    file: '表.xlsx',
    kind: 'sheet',
    knownBy: 'stamp',
    unitName: '',
    signature,
    rows,
    notes: [],
  };
  const read = sheetSignature(sheet, own, '2026-03-21');
  return { ...read, faults: own.faults.map(({ place, message }) => `${place.cell} ${message}`) };
}

test('三样都有：谁填、谁审、哪一天', () => {
  expect(sign(WHOLE)).toEqual({ ...WHOLE, faults: [] });
  expect(sign({ ...WHOLE, reportedOn: '3月20日' }).reportedOn).toBe('2026-03-20');
});

test('缺哪样说哪样，都算没有签', () => {
  for (const [key, title] of [
    ['reporter', '填报人'],
    ['approver', '审签人'],
  ] as const) {
    const { reportedOn, faults } = sign({ ...WHOLE, [key]: ' ' });
    expect(reportedOn).toBeUndefined();
    expect(faults).toEqual([expect.stringContaining(`没有写${title}`)]);
  }
  expect(sign({ ...WHOLE, reportedOn: '' }).faults).toEqual(['F2 没有写填报日期']);
});

test('格子整个不在的，说在这张表上', () => {
  expect(sign({}).faults).toEqual([
    ' 没有写填报日期',
    expect.stringMatching(/^ 没有写填报人/u),
    expect.stringMatching(/^ 没有写审签人/u),
  ]);
});

test('日期读不出的照录，还没有到的不收；收件当天的收', () => {
  expect(sign({ ...WHOLE, reportedOn: '上周五' })).toMatchObject({
    reportedOn: undefined,
    reporter: '股长',
    faults: ['F2 填报日期“上周五”读不出'],
  });
  expect(sign({ ...WHOLE, reportedOn: '2026-03-22' })).toMatchObject({
    reportedOn: undefined,
    faults: ['F2 填报日期2026年3月22日还没有到'],
  });
  expect(sign({ ...WHOLE, reportedOn: '2026-03-21' }).reportedOn).toBe('2026-03-21');
});

test('格子里是公式、错误值的，只说这个，不再说没有写', () => {
  const raw = { value: '', format: 'General', formula: 'TODAY()' };
  expect(sign({ ...WHOLE, reportedOn: { text: '2026-03-20', raw } }).faults).toEqual([
    expect.stringContaining('这一格是公式'),
  ]);
  expect(sign({ ...WHOLE, reporter: '#REF!' }).faults).toEqual([expect.stringContaining('错误值')]);
});

test('什么也没有填的表，不催签署', () => {
  expect(sign({}, [filledRow({ note: ' ' })])).toMatchObject({ reportedOn: undefined, faults: [] });
  expect(sign({ reporter: '#REF!' }, []).faults).toEqual([]);
});
