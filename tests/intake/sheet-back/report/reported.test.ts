/** 一行报送: an update, or what is wrong with it at its cell. */
import { expect, test } from 'vitest';
import { readReport } from '../../../../src/intake/sheet-back/report/reported.ts';
import type { ReportContext } from '../../../../src/intake/sheet-back/report/new-update.ts';
import { contextWith, filledRow } from '../made-sheet.ts';

type Filled = Parameters<typeof filledRow>[0];
function read(filled: Filled, more: Partial<ReportContext> = {}) {
  const context = contextWith(more);
  const reading = readReport(filledRow(filled), context.ledger.issues.get('zx-01')!, context);
  return {
    kind: reading.kind,
    update: reading.kind === 'update' ? reading.update : undefined,
    faults: reading.kind === 'faults' ? reading.faults.map(({ message }) => message) : [],
    at: reading.kind === 'faults' ? reading.faults.map(({ place }) => place.cell) : [],
    notes: reading.kind === 'empty' ? [] : reading.notes,
  };
}
const done: Filled = {
  report: '申请验收',
  note: '已更新',
  completedOn: '2026-03-18',
  evidence: 'https://mp.example.cn/1',
};

test('什么也没有填，是空的', () => {
  expect(read({ report: '', note: ' ' }).kind).toBe('empty');
});

test('申请验收：记录、日期、佐证、代录的单位', () => {
  const { update } = read(done);
  expect(update).toMatchObject({ issue: 'zx-01', campaign: 'zx', report: '申请验收' });
  expect(update?.record).toMatchObject({
    action: 'submitted',
    reportedOn: '2026-03-20',
    completedOn: '2026-03-18',
    note: '已更新',
    onBehalfOf: 'jia',
    receivedBy: '办公室',
    evidence: [{ link: 'https://mp.example.cn/1' }],
  });
  expect(update?.stamp).toBe(`20260321-101500-${update?.digest ?? ''}`);
});

test('同样的报送校验码一样，改一个字就不一样', () => {
  const digest = (filled: Filled) => read(filled).update?.digest;
  expect(digest(done)).toBe(digest({ ...done }));
  expect(digest({ ...done, note: '已更新。' })).not.toBe(digest(done));
  expect(digest({ ...done, evidence: 'https://mp.example.cn/2' })).not.toBe(digest(done));
});

test('没有选、选错了的，列出怎样选', () => {
  expect(read({ note: '已更新', completedOn: '2026-03-18' })).toMatchObject({
    faults: ['填了情况说明、完成日期，没有选“本次报送”'],
  });
  const wrong = read({ ...done, report: '申请验收了' });
  expect([wrong.faults, wrong.at]).toEqual([['“申请验收了”不是本次报送的选项'], ['I5']]);
  expect(read({ ...done, report: 'constructor' }).kind).toBe('faults');
});

test('申请验收没有写完成日期、写了读不出的', () => {
  const { completedOn: _, ...rest } = done;
  expect(read(rest).faults).toEqual(['申请验收没有写完成日期']);
  expect(read({ ...done, completedOn: '上周五' }).faults).toEqual(['日期“上周五”读不出']);
  expect(read({ ...done, completedOn: '2026-03-25' }).kind).toBe('faults');
});

test('进展：完成日期不登记，说一句；延期的日子是错', () => {
  const { update, notes } = read({ ...done, report: '进展' });
  expect(update?.record).toMatchObject({ action: 'progress' });
  expect(update?.record).not.toHaveProperty('completedOn');
  expect(notes[0]).toContain('报“进展”不登记完成日期');
  expect(read({ report: '进展', note: '在改', extendTo: '2026-04-30' }).faults).toEqual([
    '“进展”不用填申请延期至',
  ]);
});

test('申请延期：要日子，要理由；写进说明', () => {
  expect(read({ report: '申请延期' }).faults).toEqual([
    '申请延期没有写延到哪一天',
    '申请延期没有写理由',
  ]);
  const { update } = read({ report: '申请延期', note: '采购未完', extendTo: '2026-04-30' });
  expect(update?.record).toMatchObject({
    action: 'progress',
    note: expect.stringMatching(/2026年4月30日.*采购未完|采购未完.*2026年4月30日/u),
  });
});

test('格上的批注、划掉的、隐藏的，说出来', () => {
  const { notes } = read({
    report: '进展',
    note: { text: '在改', comment: '核实', struck: '不改', hidden: 'row' },
  });
  expect(notes).toEqual([
    expect.stringContaining('是隐藏的，照收'),
    expect.stringContaining('划掉的“不改”没有算'),
    expect.stringContaining('批注“核实”没有登记'),
  ]);
});

test('说明写成一行，字后面的网址跟在后面', () => {
  const { update } = read({
    report: '进展',
    note: { text: '第一\n第二', link: 'https://a.example.cn/' },
  });
  expect(update?.record.note).toBe('第一 第二（https://a.example.cn/）');
});
