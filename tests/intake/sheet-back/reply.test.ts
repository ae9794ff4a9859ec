import { expect, test } from 'vitest';
import { replyText } from '../../../src/intake/sheet-back/reply.ts';
import { emptyReception } from '../../../src/intake/sheet-back/unit-reception.ts';
import { round, UNIT } from './sheets-sent.ts';

const place = (row: number, cell = '') => ({ file: '交回.xlsx', sheet: '表', row, cell });

test('回复逐条说：已收到待审核、以前收过、没有登记、要改正和怎么改、没有填写', () => {
  const reply = replyText({
    ...emptyReception(UNIT, round.ledger),
    files: ['交回.xlsx'],
    updates: [
      {
        issue: 'a-03',
        campaign: 'a',
        report: '进展',
        stamp: '',
        digest: '',
        record: { issue: 'a-03', action: 'progress', reportedOn: '2026-06-12', evidence: [] },
        attachments: new Map(),
        place: place(8),
        cells: {},
      },
    ],
    already: [
      { issue: 'a-02', digest: '', place: place(7), isWaiting: true, returned: undefined },
      {
        ...{ issue: 'a-06', digest: '', place: place(10), isWaiting: false },
        returned: '2026年6月10日退回：照片看不清',
      },
    ],
    passed: [{ issue: 'a-01', place: place(6, 'I6'), message: '已申请验收，等审核员验收或退回' }],
    faults: [
      {
        place: place(9, 'K9'),
        issue: 'a-04',
        message: '日期“上周”读不出',
        remedy: '写成 2020-05-20 这样',
      },
      { place: place(9, 'L9'), issue: 'a-04', message: '网址不完整', remedy: '复制整个网址' },
      { place: place(4, 'J4'), message: '没有写填报日期', remedy: '写成 2020-05-20 这样' },
    ],
    notes: ['甲', '甲'],
    empty: ['a-05'],
  });
  expect(reply.split('\n')).toEqual([
    '示例区人民政府办公室：',
    '收到交回.xlsx。',
    '已收 1 条，以前收过 2 条，没有登记 1 条，有 3 处请改正后重发（已收的不必改动）。',
    'a-01：没有登记。交回.xlsx · 表 · 第6行 · I6：已申请验收，等审核员验收或退回。',
    'a-02：以前收过，待审核，不必再报。',
    'a-03 进展：已收到，等审核。',
    'a-04：没有收，请改正：',
    '1. 交回.xlsx · 表 · 第9行 · K9：日期“上周”读不出。写成 2020-05-20 这样。',
    '2. 交回.xlsx · 表 · 第9行 · L9：网址不完整。复制整个网址。',
    'a-06：以前收过，2026年6月10日退回：照片看不清；照着改好，写明这次补了什么再报。',
    '其他要改正的：',
    '1. 交回.xlsx · 表 · 第4行 · J4：没有写填报日期。写成 2020-05-20 这样。',
    '没有填写的 1 条：a-05。',
    '提示：甲。',
    '',
  ]);
});
