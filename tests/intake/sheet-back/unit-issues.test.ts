/** 不涉及账号的报送单: sheets of problems that belong to units go out, come back and are received. (示例区，虚构) */
import { expect, test } from 'vitest';
import { standing } from '../../../src/domain/issue/standing.ts';
import { receive, type Reception } from '../../../src/intake/sheet-back/reception.ts';
import {
  type UnitSheetBook,
  unitSheetBook,
} from '../../../src/intake/sheet-back/out/unit-sheet-book.ts';
import { unitSheetRows } from '../../../src/intake/sheet-back/out/unit-sheet-rows.ts';
import { unitSheetForm } from '../../../src/intake/sheet-back/out/unit-sheet-form.ts';
import { stampRows } from '../../../src/intake/sheet-back/out/stamp.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { fillForm, fillSheet } from '../../git/office-round.ts';

const CAMPAIGN = '2026-hazard';
const MADE_ON = '2026-06-15';
const ledger = openLedger('tests/fixtures/shili');

function bookFor(unit: string): UnitSheetBook {
  const rows = unitSheetRows(standing(ledger, MADE_ON), unit, CAMPAIGN);
  return {
    unitName: ledger.units.get(unit)?.name ?? unit,
    campaignName: ledger.campaigns.get(CAMPAIGN)?.name ?? '',
    office: '示例区人民政府办公室',
    rows,
    stamp: { commit: '', campaign: CAMPAIGN, unit, madeOn: MADE_ON, rows: stampRows(rows) },
  };
}

function received(name: string, bytes: Uint8Array): Promise<Reception> {
  const settings = {
    today: '2026-06-19',
    stamp: '20260619-101500',
    receivedBy: '政务公开股',
    channel: '报送单',
    check: () => [],
    largest: Infinity,
  };
  return receive([{ name, bytes }], ledger, settings, { reports: new Map(), evidence: new Set() });
}

const said = ({ units }: Reception) =>
  units.map(({ unit, faults, notes, updates }) => ({
    unit,
    wrong: [...faults, ...notes],
    updates: updates.map(({ issue, record }) => `${issue} ${record.action}`),
  }));

const sheetOf = async (unit: string, tamper?: Parameters<typeof fillSheet>[2]) =>
  (
    await fillSheet(
      await unitSheetBook(bookFor(unit)),
      ([issue = '']) => ({
        reporter: '办公室主任',
        approver: '分管负责人',
        reportedOn: '2026-06-18',
        rows: {
          [issue]: { 本次报送: '申请验收', 完成日期: '2026-06-17', 佐证: '示验〔2026〕9号' },
        },
      }),
      tamper,
    )
  ).bytes;

test('报送行只在责任单位的表里：账号一栏写地点，没有的写斜线，配合单位写在状态后面', () => {
  expect(bookFor('jia-jiedao').rows).toMatchObject([
    {
      issue: '2026-hazard-02',
      listed: '街道便民服务中心',
      state: '整改中（截止2026年5月26日）；配合单位：示例区人民政府办公室、示例区民政局',
    },
  ]);
  expect(bookFor('shili-minzheng').rows).toMatchObject([
    { issue: '2026-hazard-06', listed: '/', state: '待整改（截止2026年6月18日）' },
  ]);
  expect(bookFor('shili-office').rows).toEqual([]);
});

test.each([
  ['jia-jiedao', '2026-hazard-02'],
  ['shili-minzheng', '2026-hazard-06'],
])('%s 的报送单填好交回，收下', async (unit, issue) => {
  const evidence = { wrong: [], updates: [`${issue} submitted`] };
  const bytes = await sheetOf(unit, (page) => {
    if (issue === '2026-hazard-06') page.getCell('M6').value = '2026-06-16';
  });
  expect(said(await received('交回.xlsx', bytes))).toEqual([{ unit, ...evidence }]);
});

test('没有校验页的报送单，按问题编号和单位名称认出责任单位', async () => {
  const bytes = await sheetOf('jia-jiedao', (page) => {
    const stamp = page.workbook.getWorksheet('校验（请勿改动）');
    if (stamp) page.workbook.removeWorksheet(stamp.id);
  });
  const reception = await received('交回.xlsx', bytes);
  expect(reception.units.map(({ unit }) => unit)).toEqual(['jia-jiedao']);
});

test('地点一格改了，指出原来和现在的文字', async () => {
  const bytes = await sheetOf('jia-jiedao', (page) => {
    page.getCell('C6').value = '别的地方';
  });
  const [own] = said(await received('交回.xlsx', bytes));
  expect(own?.updates).toEqual([]);
  expect(own?.wrong).toMatchObject([
    { message: '“政府网站/政务新媒体”被改动：原为“街道便民服务中心”，现为“别的地方”' },
  ]);
});

test('销号申请表（Word）填好交回，收下', async () => {
  const bytes = fillForm(await unitSheetForm(bookFor('jia-jiedao')), {
    整改完成情况: '已清空并更换',
    完成日期: '2026年6月17日',
    佐证材料: '示验〔2026〕9号',
    '填报人（职务）': '办公室主任',
    '审签人（职务）': '分管负责人',
    填报日期: '2026年6月18日',
  });
  expect(said(await received('交回.docx', bytes))).toEqual([
    { unit: 'jia-jiedao', wrong: [], updates: ['2026-hazard-02 submitted'] },
  ]);
});
