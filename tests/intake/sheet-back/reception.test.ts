/** 收件: whatever comes back — stale, tampered, foreign, twice, as a Word form, renamed — is received right or refused. (示例区，虚构) */
import { describe, expect, it } from 'vitest';
import { standing } from '../../../src/domain/issue/standing.ts';
import type { ReceivedFile } from '../../../src/intake/sheet-back/report/attachment.ts';
import { receive, type Reception } from '../../../src/intake/sheet-back/reception.ts';
import { replyText } from '../../../src/intake/sheet-back/reply.ts';
import {
  type UnitSheetBook,
  unitSheetBook,
} from '../../../src/intake/sheet-back/out/unit-sheet-book.ts';
import { unitSheetRows } from '../../../src/intake/sheet-back/out/unit-sheet-rows.ts';
import { unitSheetForm } from '../../../src/intake/sheet-back/out/unit-sheet-form.ts';
import { stampRows } from '../../../src/intake/sheet-back/out/stamp.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import type { Update } from '../../../src/schema/update.ts';
import { fillForm, type Filling, fillSheet } from '../../git/office-round.ts';
import { ROUND, roundLedger } from '../../git/round-ledger.ts';
import { picture } from '../../generator/picture.ts';

const ledger = opened();
const UNIT = 'shili-office';
const OTHER = [...ledger.units.keys()].find((id) => id !== UNIT) ?? '';
const MADE_ON = '2026-06-10';
const WHO = { reporter: '办公室主任', approver: '分管负责人', reportedOn: '2026-06-12' };
const DONE = {
  本次报送: '申请验收',
  完成日期: '2026-06-11',
  佐证: 'https://mp.example/1',
  材料日期: '2026-06-11',
};

function opened(): Ledger {
  const texts = new Map(
    [...roundLedger()].flatMap(([path, text]) =>
      typeof text === 'string' ? [[path, new TextEncoder().encode(text)] as const] : [],
    ),
  );
  const { ledger: read } = readLedger({ texts, evidence: new Map() });
  if (read === undefined) throw new Error('台账读不出来');
  return read;
}

function bookFor(unit: string, of: Ledger = ledger): UnitSheetBook {
  const rows = unitSheetRows(standing(of, MADE_ON), unit, ROUND);
  return {
    unitName: of.units.get(unit)?.name ?? unit,
    campaignName: '示例区集中整改',
    office: '示例区人民政府办公室',
    rows,
    stamp: { commit: '', campaign: ROUND, unit, madeOn: MADE_ON, rows: stampRows(rows) },
  };
}

async function filled(
  rowsOf: (issues: string[]) => Filling['rows'],
  {
    unit = UNIT,
    tamper,
    who = WHO,
  }: {
    unit?: string;
    tamper?: Parameters<typeof fillSheet>[2];
    who?: Partial<typeof WHO>;
  } = {},
): Promise<Uint8Array> {
  const { bytes } = await fillSheet(
    await unitSheetBook(bookFor(unit)),
    (issues) => ({ ...who, rows: rowsOf(issues) }),
    tamper,
  );
  return bytes;
}

function received(
  files: ReceivedFile[],
  reports = new Map<string, string>(),
  of = ledger,
): Promise<Reception> {
  return receive(
    files,
    of,
    {
      today: '2026-06-15',
      stamp: '20260615-101500',
      receivedBy: '政务公开股',
      channel: '报送单',
      check: () => [],
      largest: Infinity,
    },
    { reports, evidence: new Set() },
  );
}

const first = ([issue = '']: string[]): Filling['rows'] => ({ [issue]: DONE });
const said = ({ units }: Reception): string[] =>
  units.flatMap(({ faults }) => faults.map(({ message }) => message));
const issues = ({ units }: Reception): string[] =>
  units.flatMap(({ updates }) => updates.map(({ issue }) => issue));

describe('改了名、丢了扩展名', () => {
  it('没有扩展名的报送单按内容认出', async () => {
    const reception = await received([{ name: '新建文件', bytes: await filled(first) }]);
    expect(issues(reception)).toHaveLength(1);
    expect(reception.unknown).toEqual([]);
  });

  it('一个单位的两份表合成一次报送；同一条写得不同就指出', async () => {
    const one = await filled(first);
    const same = await received([
      { name: 'a.xlsx', bytes: one },
      { name: 'b.xlsx', bytes: one },
    ]);
    expect(issues(same)).toHaveLength(1);
    expect(said(same)).toEqual([]);
    const other = await filled(([issue = '']) => ({
      [issue]: { ...DONE, 情况说明: '另一种说法' },
    }));
    const two = await received([
      { name: 'a.xlsx', bytes: one },
      { name: 'b.xlsx', bytes: other },
    ]);
    expect(said(two)).toEqual([expect.stringContaining('报了两次，内容不同')]);
  });
});

describe('动过的表', () => {
  it('锁定的格改了，指出原来和现在的文字，不收那一行', async () => {
    const bytes = await filled(first, {
      tamper: (page) => void (page.getCell('D6').value = '内容更新很及时'),
    });
    const reception = await received([{ name: '1.xlsx', bytes }]);
    expect(said(reception)).toEqual([
      '“存在问题”被改动：原为“内容更新不及时”，现为“内容更新很及时”',
    ]);
    expect(issues(reception)).toEqual([]);
  });

  it('写了别的单位的问题编号，不收那一行', async () => {
    const foreign = bookFor(OTHER).rows[0]?.issue ?? '';
    const bytes = await filled(first, {
      tamper: (page) => void (page.getCell('B6').value = foreign),
    });
    const reception = await received([{ name: '1.xlsx', bytes }]);
    expect(issues(reception)).toEqual([]);
    expect(said(reception)).toEqual([expect.stringContaining(`${foreign} 不是`)]);
  });

  it('删了隐藏的校验页，凭单号认出，并且说明', async () => {
    const bytes = await filled(first, {
      tamper: (page) => {
        const stamp = page.workbook.worksheets.find(({ state }) => state === 'veryHidden');
        if (stamp) page.workbook.removeWorksheet(stamp.id);
      },
    });
    const [unit] = (await received([{ name: '1.xlsx', bytes }])).units;
    expect(unit?.updates).toHaveLength(1);
    expect(unit?.notes).toEqual([expect.stringContaining('按单号认出')]);
  });

  it('没有写填报日期，或写了以后的日期，整张不收', async () => {
    const without = await filled(first, { who: { reporter: '主任', approver: '局长' } });
    const later = await filled(first, { who: { ...WHO, reportedOn: '2026-07-01' } });
    expect(said(await received([{ name: '1.xlsx', bytes: without }]))).toEqual(['没有写填报日期']);
    expect(said(await received([{ name: '1.xlsx', bytes: later }]))).toEqual([
      '填报日期2026年7月1日还没有到',
    ]);
  });
});

describe('日期的写法', () => {
  it.each([
    ['格式丢了，只剩 Excel 的序号', '46185', '46184', '46183'],
    ['八位数字', '20260612', '20260611', '20260610'],
    ['完成日期没有写年份', '2026.6.12', '6月11日', '6.10'],
  ])('%s', async (_, reportedOn, done, made) => {
    const bytes = await filled(
      ([issue = '']) => ({ [issue]: { ...DONE, 完成日期: done, 材料日期: made } }),
      { who: { ...WHO, reportedOn } },
    );
    const { units } = await received([{ name: '表.xlsx', bytes }]);
    expect(units[0]?.faults).toEqual([]);
    expect(units[0]?.updates[0]?.record).toMatchObject({
      reportedOn: '2026-06-12',
      completedOn: '2026-06-11',
      evidence: [{ day: '2026-06-10' }],
    });
  });
});

describe('发出以后台账变了', () => {
  it('又有别的报送，按现在的状态判断，并且说明', async () => {
    const bytes = await filled(first);
    const issue = bookFor(UNIT).rows[0]?.issue ?? '';
    const later: Update = { issue, action: 'started', reportedOn: '2026-06-11', evidence: [] };
    const id = `${issue}/20260611-090000-abc`;
    const moved: Ledger = {
      ...ledger,
      updates: new Map([[issue, [{ ...later, id, path: `updates/${id}.yaml` }]]]),
    };
    const [unit] = (await received([{ name: '1.xlsx', bytes }], new Map(), moved)).units;
    expect(unit?.updates).toHaveLength(1);
    expect(unit?.notes).toEqual([`${issue} 在发出报送单以后又有 1 次报送或决定，按现在的状态判断`]);
  });

  it('待审的分支里已经有同样的报送，不再登记', async () => {
    const bytes = await filled(first);
    const [unit] = (await received([{ name: '1.xlsx', bytes }])).units;
    const { issue = '', digest = '' } = unit?.updates[0] ?? {};
    const again = await received(
      [{ name: '1.xlsx', bytes }],
      new Map([[`${issue}/${digest}`, 'refs/heads/receive/1']]),
    );
    expect(issues(again)).toEqual([]);
    expect(again.units[0]?.already.map((one) => one.issue)).toEqual([issue]);
    expect(again.units.map((unit) => replyText(unit)).join('')).toContain('以前收过 1 条');
  });
});

describe('佐证', () => {
  const attached = ([issue = '']: string[]): Filling['rows'] => ({
    [issue]: { ...DONE, 佐证: '制度.docx' },
  });

  it('读不懂的文件，表里写了名字就是佐证；没有写的说明读不懂', async () => {
    const broken = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
    const named = await received([
      { name: '1.xlsx', bytes: await filled(attached) },
      { name: '制度.docx', bytes: broken },
    ]);
    expect(named.unknown).toEqual([]);
    expect([...(named.units[0]?.updates[0]?.attachments.keys() ?? [])]).toEqual(['制度.docx']);
    const unnamed = await received([{ name: '制度.docx', bytes: broken }]);
    expect(unnamed.unknown).toMatchObject([{ file: '制度.docx', message: '文件不完整，打不开' }]);
  });

  it('两个文件同名而内容不同，要求改名；表旁边的那个优先', async () => {
    const sheet = await filled(attached);
    const apart = await received([
      { name: '1.xlsx', bytes: sheet },
      { name: '甲/制度.docx', bytes: picture(1) },
      { name: '乙/制度.docx', bytes: picture(2) },
    ]);
    expect(said(apart)).toEqual(['交来的文件里有几个都叫“制度.docx”，内容不同']);
    const beside = await received([
      { name: '甲/1.xlsx', bytes: sheet },
      { name: '甲/制度.docx', bytes: picture(1) },
      { name: '乙/制度.docx', bytes: picture(2) },
    ]);
    expect(issues(beside)).toHaveLength(1);
  });
});

describe('整改销号申请表（Word）', () => {
  it('填好交回就是申请验收；空着的那一页不算', async () => {
    const bytes = fillForm(await unitSheetForm(bookFor(UNIT)), {
      整改完成情况: '已恢复更新',
      完成日期: '2026年6月11日',
      材料日期: '2026-06-11',
      佐证材料: 'https://mp.example/1',
      '填报人（职务）': '办公室主任',
      '审签人（职务）': '分管负责人',
      填报日期: '2026年6月12日',
    });
    const reception = await received([{ name: '申请.docx', bytes }]);
    expect(said(reception)).toEqual([]);
    expect(reception.units[0]?.notes).toEqual([]);
    expect(reception.units[0]?.updates.map(({ record }) => record)).toMatchObject([
      {
        action: 'submitted',
        completedOn: '2026-06-11',
        note: '已恢复更新',
        reporter: '办公室主任',
        evidence: [{ link: 'https://mp.example/1', day: '2026-06-11' }],
      },
    ]);
  });
});
