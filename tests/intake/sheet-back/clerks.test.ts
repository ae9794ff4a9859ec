/**
 * 填报员交回来的样子: sheets of our own, wrong, moved, copied and pasted as clerks send them; each with what must be
 * received, what is sent back at which cell, and what is only said. (示例区，虚构)
 */
import * as XLSX from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type BookCell, Workbook, type Worksheet } from '../../../src/paper/book.ts';
import type { ReceivedFile } from '../../../src/intake/sheet-back/report/attachment.ts';
import { replyText } from '../../../src/intake/sheet-back/reply.ts';
import { unitSheetBook } from '../../../src/intake/sheet-back/out/unit-sheet-book.ts';
import { unitSheetForm } from '../../../src/intake/sheet-back/out/unit-sheet-form.ts';
import type { Update } from '../../../src/schema/update.ts';
import { picture } from '../../generator/picture.ts';
import { fillForm, type Filling } from '../../git/office-round.ts';
import { roundLedger } from '../../git/round-ledger.ts';
import { bookFor, deskOf, filled, received, round, UNIT, WHO } from './sheets-sent.ts';

type Rows = (issues: string[]) => Filling['rows'];
type Tamper = (page: Worksheet) => void;

const DONE = {
  本次报送: '申请验收',
  情况说明: '已恢复更新',
  完成日期: '6月11日',
  佐证: 'https://mp.example/1',
  材料日期: '2026-06-11',
};
const GOING = { 本次报送: '进展', 情况说明: '正在征求意见' };
const ONE = '2026-round-01';
const TWO = '2026-round-02';
const OTHER = [...round.ledger.units.keys()].find((id) => id !== UNIT) ?? '';

/** The first row with some cells written otherwise. */
const one =
  (cells: Record<string, unknown> = {}): Rows =>
  ([issue = '']) => ({ [issue]: { ...DONE, ...cells } });
/** The second row alone; it owes a document, a number or a link. */
const two =
  (cells: Record<string, unknown> = {}): Rows =>
  ([, issue = '']) => ({
    [issue]: { 本次报送: '申请验收', 完成日期: '2026-06-09', 佐证: '示制〔2026〕3号', ...cells },
  });

const xlsx = async (
  rows: Rows,
  tamper?: Tamper,
  who?: Partial<typeof WHO>,
  name = '交回.xlsx',
): Promise<ReceivedFile> => ({
  name,
  bytes: await filled(rows, { ...(tamper && { tamper }), ...(who && { who }) }),
});

/** Copies what a person sees of a page into another one, from a row on. */
function copyPage(from: Worksheet, to: Worksheet, down = 0, first = 1): void {
  for (let row = first; row <= from.rowCount; row += 1)
    for (let column = 1; column <= from.columnCount; column += 1) {
      const cell = from.getRow(row).getCell(column);
      if (cell.master === cell && cell.value !== null)
        to.getRow(row + down).getCell(column).value = cell.value;
    }
}

const openBook = async (bytes: Uint8Array): Promise<{ book: Workbook; page: Worksheet }> => {
  const book = new Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const page = book.getWorksheet('整改报送单');
  if (page === undefined) throw new Error('没有整改报送单');
  return { book, page };
};
const saved = async (book: Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer());

/** Changes a part of a workbook or document as no library does. */
function patched(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
}

const paste = (page: Worksheet, shade: number, column: number, row: number): void => {
  const id = page.workbook.addImage({ buffer: picture(shade), extension: 'png' });
  page.addImage(id, { tl: { col: column + 0.2, row: row + 0.2 }, ext: { width: 30, height: 30 } });
};
const [J, L] = [9, 11];
const csvOf = (bytes: Uint8Array): string =>
  XLSX.utils.sheet_to_csv(XLSX.read(bytes).Sheets['整改报送单'] ?? {});

interface Expected {
  /** `01 申请验收 2026-06-11 link file`: issue, report, completed on, kinds of evidence. */
  got?: string[];
  /** The cell, and words of the message. */
  wrong?: [string, RegExp][];
  passed?: [string, RegExp][];
  notes?: RegExp[];
  unknown?: RegExp[];
}

async function expectReceived(
  files: ReceivedFile[] | ReceivedFile,
  expected: Expected,
  settings: Parameters<typeof received>[1] = {},
) {
  const { units, unknown } = await received([files].flat(), settings);
  const told = {
    got: units.flatMap(({ updates }) =>
      updates.map(({ issue, report, record }) =>
        [
          issue.slice(-2),
          report,
          'completedOn' in record ? record.completedOn : undefined,
          ...record.evidence.map((piece) => Object.keys(piece)[0]),
        ]
          .filter((word) => word !== undefined)
          .join(' '),
      ),
    ),
    wrong: units.flatMap(({ faults }) =>
      faults.map(({ place, message, remedy }) => [place.cell, `${message} → ${remedy}`]),
    ),
    passed: units.flatMap(({ passed }) =>
      passed.map(({ place, message }) => [place.cell, message]),
    ),
    notes: units.flatMap(({ notes }) => notes),
    unknown: unknown.map(({ file, message }) => `${file} ${message}`),
  };
  const pairs = (list: [string, RegExp][] = []) =>
    list.map(([cell, words]): unknown[] => [cell, expect.stringMatching(words)]);
  const words = (list: RegExp[] = []) => list.map((word): unknown => expect.stringMatching(word));
  expect(told).toEqual({
    got: expected.got ?? [],
    wrong: pairs(expected.wrong),
    passed: pairs(expected.passed),
    notes: words(expected.notes),
    unknown: words(expected.unknown),
  });
  // Nothing that was filled in is without a word in the reply.
  for (const unit of units) expect(replyText(unit)).not.toContain('undefined');
  return units;
}

const FIRST = ['01 申请验收 2026-06-11 link'];

describe('表动过', () => {
  test('两行换了次序', async () => {
    const swap: Tamper = (page) => {
      for (let column = 1; column <= page.columnCount; column += 1) {
        const [a, b] = [page.getRow(6).getCell(column), page.getRow(7).getCell(column)];
        [a.value, b.value] = [b.value, a.value];
      }
    };
    await expectReceived(await xlsx(one(), swap), { got: FIRST });
  });

  test('序号重新排过：不碍事', async () => {
    const renumber: Tamper = (page) => {
      page.getCell('A6').value = 7;
      page.getCell('A7').value = 8;
    };
    await expectReceived(await xlsx(one(), renumber), { got: FIRST });
  });

  test('只把一栏排了序，问题和编号对不上，退回', async () => {
    const sort: Tamper = (page) => {
      const [a, b] = [page.getCell('D6'), page.getCell('D7')];
      [a.value, b.value] = [b.value, a.value];
    };
    const said = /“存在问题”被改动：原为/u;
    await expectReceived(await xlsx(one(), sort), {
      wrong: [
        ['D6', said],
        ['D7', said],
      ],
    });
  });

  test('栏目换了位置', async () => {
    const move: Tamper = (page) => {
      for (let row = 5; row <= page.rowCount; row += 1) {
        const [a, b] = [page.getRow(row).getCell(10), page.getRow(row).getCell(12)];
        [a.value, b.value] = [b.value, a.value];
      }
    };
    await expectReceived(await xlsx(one(), move), { got: FIRST });
  });

  test('插了一栏“备注”，写的话说没有登记', async () => {
    const insert: Tamper = (page) => {
      page.getCell('O5').value = '备注';
      page.getCell('O6').value = '请尽快销号';
    };
    await expectReceived(await xlsx(one(), insert), {
      got: FIRST,
      notes: [/O6：另加的“备注”一列写着“请尽快销号”，没有登记/u],
    });
  });

  test('两行的佐证和报送合并成一格，两行都算', async () => {
    const merge: Tamper = (page) => {
      page.mergeCells('I6:I7');
      page.mergeCells('K6:K7');
      page.mergeCells('L6:L7');
      page.mergeCells('M6:M7');
    };
    await expectReceived(await xlsx(one(), merge), {
      got: [...FIRST, '02 申请验收 2026-06-11 link'],
    });
  });

  test('情况说明和完成日期横着合并，完成日期等于没有写', async () => {
    const merge: Tamper = (page) => {
      page.getCell('K6').value = null;
      page.mergeCells('J6:K6');
    };
    await expectReceived(await xlsx(one(), merge), { wrong: [['K6', /没有写完成日期/u]] });
  });

  test('删了栏目名称那一行，说读不出', async () => {
    const remove: Tamper = (page) => {
      for (let column = 1; column <= page.columnCount; column += 1)
        page.getRow(5).getCell(column).value = null;
    };
    await expectReceived(await xlsx(one(), remove), { unknown: [/栏目名称不在了/u] });
  });

  test('表下面写了一句备注，说没有登记', async () => {
    const below: Tamper = (page) => {
      page.mergeCells('A9:N9');
      page.getCell('A9').value = '备注：以上情况属实';
    };
    await expectReceived(await xlsx(one(), below), {
      got: FIRST,
      notes: [/A9：表下写的“备注：以上情况属实”没有登记/u],
    });
  });

  test('添了一行没有编号的，只退那一行', async () => {
    const add: Tamper = (page) => {
      page.getCell('C8').value = '新开的视频号';
      page.getCell('I8').value = '进展';
      page.getCell('J8').value = '另有一个账号';
    };
    await expectReceived(await xlsx(one(), add), {
      got: FIRST,
      wrong: [['B8', /没有问题编号/u]],
    });
  });

  test('编号写成全角、前后有空格', async () => {
    const wide: Tamper = (page) => void (page.getCell('B6').value = ' ２０２６-round-01　');
    await expectReceived(await xlsx(one(), wide), { got: FIRST });
  });

  test('隐藏的行照收，并且说明', async () => {
    const hide: Tamper = (page) => void (page.getRow(6).hidden = true);
    const said = ['I6', 'J6', 'K6', 'L6', 'M6'].map((cell) => new RegExp(`${cell}是隐藏的`, 'u'));
    await expectReceived(await xlsx(one(), hide), { got: FIRST, notes: said });
  });

  test('隐藏的工作表里填的没有收，说明', async () => {
    const hide: Tamper = (page) => {
      const other = page.workbook.addWorksheet('旧的', { state: 'hidden' });
      copyPage(page, other);
    };
    await expectReceived(await xlsx(one(), hide), {
      got: FIRST,
      notes: [/旧的：隐藏的工作表.*没有收/u],
    });
  });
});

describe('表是怎样来的', () => {
  test('复制到新建的工作簿里，凭单号认出', async () => {
    const { page } = await openBook(await filled(one()));
    const book = new Workbook();
    copyPage(page, book.addWorksheet('Sheet1'));
    await expectReceived([{ name: '新建 XLSX 工作表.xlsx', bytes: await saved(book) }], {
      got: FIRST,
      notes: [/按单号认出/u],
    });
  });

  test('只复制了表格，没有签署，先不登记', async () => {
    const { page } = await openBook(await filled(one()));
    const book = new Workbook();
    copyPage(page, book.addWorksheet('Sheet1'), -4, 5);
    await expectReceived([{ name: '表.xlsx', bytes: await saved(book) }], {
      wrong: [
        ['', /没有写填报日期/u],
        ['', /没有写填报人/u],
        ['', /没有写审签人/u],
      ],
      passed: [['', /签署没有写全/u]],
      notes: [/按内容认出/u],
    });
  });

  test('续表只有表格：用同一个文件里签过的', async () => {
    const { book, page } = await openBook(await filled(one()));
    const more = await openBook(await filled(two(), { who: {} }));
    copyPage(more.page, book.addWorksheet('续表'), -4, 5);
    expect(page.getCell('D4').value).toBe('办公室主任');
    await expectReceived([{ name: '交回.xlsx', bytes: await saved(book) }], {
      got: [...FIRST, '02 申请验收 2026-06-09 number'],
    });
  });

  test('签署写在表的下面', async () => {
    const { page } = await openBook(await filled(one()));
    const book = new Workbook();
    const sheet = book.addWorksheet('Sheet1');
    copyPage(page, sheet, -4, 5);
    sheet.getCell('A5').value =
      '填报人：办公室主任　　审签人：分管负责人　　填报日期：2026年6月12日';
    await expectReceived([{ name: '表.xlsx', bytes: await saved(book) }], {
      got: FIRST,
      notes: [/按内容认出/u],
    });
  });

  test('签署写在标签自己的格里', async () => {
    const label: Tamper = (page) => {
      page.getCell('D4').value = null;
      page.getCell('A4').value = '填报人（写职务）：办公室主任';
      page.getCell('J4').value = null;
      page.getCell('I4').value = '填报日期：6月12日';
    };
    await expectReceived(await xlsx(one(), label), { got: FIRST });
  });

  test('两个单位的表放在一个文件里，各归各的', async () => {
    const { book, page } = await openBook(await filled(one()));
    const other = await openBook(await filled(two(), { unit: OTHER }));
    copyPage(other.page, book.addWorksheet('另一个单位'));
    const units = await expectReceived([{ name: '汇总.xlsx', bytes: await saved(book) }], {
      got: [...FIRST, '04 申请验收 2026-06-09 number'],
      notes: [/按单号认出/u],
    });
    expect(page.name).toBe('整改报送单');
    expect(units.map(({ unit }) => unit)).toEqual([UNIT, OTHER]);
  });

  test('两个单位的表在一张工作表里上下接着', async () => {
    const { book, page } = await openBook(await filled(one()));
    const other = await openBook(await filled(two(), { unit: OTHER }));
    copyPage(other.page, page, 9);
    const units = await expectReceived([{ name: '汇总.xlsx', bytes: await saved(book) }], {
      got: [...FIRST, '04 申请验收 2026-06-09 number'],
      notes: [/按单号认出/u],
    });
    expect(units.map(({ unit }) => unit)).toEqual([UNIT, OTHER]);
  });

  test.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(`\uFEFF${text}`)],
    ['GBK', (text: string) => new Uint8Array(iconv.encode(text, 'gbk'))],
  ])('另存为 csv（%s）', async (_, encode) => {
    const text = csvOf(await filled(one()));
    await expectReceived([{ name: '报送单.csv', bytes: encode(text) }], {
      got: FIRST,
      notes: [/按单号认出/u],
    });
  });

  test('csv 里的号码已经变成科学计数法，退回那一格', async () => {
    const text = csvOf(await filled(two({ 佐证: '备案号' }))).replace('备案号', '4.40106E+17');
    await expectReceived([{ name: '报送单.csv', bytes: new TextEncoder().encode(text) }], {
      wrong: [['L', /只留住了前15位/u]],
      notes: [/按单号认出/u],
    });
  });

  test('xls 改名为 xlsx，或只有名字没有扩展名', async () => {
    const bytes = XLSX.write(XLSX.read(await filled(one())), {
      type: 'array',
      bookType: 'biff8',
    }) as ArrayBuffer;
    await expectReceived([{ name: '报送单.xlsx', bytes: new Uint8Array(bytes) }], {
      got: FIRST,
      // SheetJS writes the hidden page as one that is only hidden.
    });
  });

  test('空文件、坏文件、压缩包不碍着别的', async () => {
    const good = await xlsx(one());
    await expectReceived(
      [
        { name: '空.xlsx', bytes: new Uint8Array() },
        { name: '坏.xlsx', bytes: good.bytes.slice(0, 900) },
        { name: '打包.zip', bytes: zipSync({ 'a.txt': strToU8('甲') }) },
        { name: '乱.docx', bytes: new Uint8Array(300).fill(7) },
        good,
      ],
      {
        got: FIRST,
        notes: [/空\.xlsx/u, /坏\.xlsx/u, /打包\.zip/u, /乱\.docx/u],
        unknown: [/空\.xlsx 文件是空的/u, /坏\.xlsx/u, /打包\.zip/u, /乱\.docx/u],
      },
    );
  });

  test('原样填了两次，只收一次；两次写得不同，都不收，问', async () => {
    const first = await xlsx(one(), undefined, WHO, 'a.xlsx');
    await expectReceived([first, { ...first, name: 'b.xlsx' }], { got: FIRST });
    const second = await xlsx(one({ 情况说明: '另一种说法' }), undefined, WHO, 'b.xlsx');
    await expectReceived([first, second], { wrong: [['', /报了两次，内容不同（另见a\.xlsx/u]] });
  });

  test('两张表是前后两天填的，两次都收', async () => {
    const early = await xlsx(
      one({ 本次报送: '进展', 完成日期: '', 佐证: '', 材料日期: '' }),
      undefined,
      { ...WHO, reportedOn: '2026-06-11' },
      'a.xlsx',
    );
    const late = await xlsx(one(), undefined, WHO, 'b.xlsx');
    await expectReceived([late, early], { got: [...FIRST, '01 进展'] });
  });

  test('什么都没有填', async () => {
    const [unit] = await expectReceived(await xlsx(() => ({}), undefined, {}), {});
    expect(unit && replyText(unit)).toMatch(/表里没有填写新的情况。\n没有填写的 2 条/u);
  });
});

describe('图片', () => {
  test('浮在佐证格上', async () => {
    const put: Tamper = (page) => {
      paste(page, 1, L, 6);
    };
    await expectReceived(await xlsx(two({ 佐证: '' }), put), {
      got: ['02 申请验收 2026-06-09 file'],
    });
  });

  test('贴在同一行别的格里：按这一行收，并且说明', async () => {
    const put: Tamper = (page) => {
      paste(page, 1, J, 6);
    };
    await expectReceived(await xlsx(two({ 佐证: '见图' }), put), {
      got: ['02 申请验收 2026-06-09 file'],
      notes: [/J7的图片不在“佐证”格里/u],
    });
  });

  test('贴在表头上：不知道是哪一条的，不收，说明', async () => {
    const put: Tamper = (page) => {
      paste(page, 1, L, 3);
    };
    await expectReceived(await xlsx(one(), put), {
      got: FIRST,
      notes: [/L4：这里的图片不在哪一条问题的行里/u],
    });
  });

  test('只贴了图片，没有选本次报送', async () => {
    const put: Tamper = (page) => {
      paste(page, 1, L, 6);
    };
    await expectReceived(await xlsx(() => ({}), put), {
      wrong: [['I7', /填了佐证，没有选“本次报送”/u]],
    });
  });

  test('同一张图贴给两条，各自都有；一条里贴两次算一次', async () => {
    const put: Tamper = (page) => {
      paste(page, 1, L, 5);
      paste(page, 1, L, 5);
      paste(page, 1, L, 6);
    };
    const rows: Rows = (issues) => ({ ...one()(issues), ...two({ 佐证: '' })(issues) });
    await expectReceived(await xlsx(rows, put), {
      got: ['01 申请验收 2026-06-11 file link', '02 申请验收 2026-06-09 file'],
    });
  });

  test('审核不认的图（GIF），退回贴图的格', async () => {
    const put: Tamper = (page) => {
      const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
      const id = page.workbook.addImage({ buffer: gif, extension: 'gif' });
      page.addImage(id, { tl: { col: 11.2, row: 6.2 }, ext: { width: 9, height: 9 } });
    };
    await expectReceived(await xlsx(two({ 佐证: '' }), put), {
      wrong: [['L7', /GIF 动图/u]],
    });
  });

  test('单元格图片的公式还在、图片已经丢了，退回', async () => {
    const formula = { formula: 'DISPIMG("ID_0F1E",1)', result: '=DISPIMG("ID_0F1E",1)' };
    await expectReceived(await xlsx(two({ 佐证: formula })), {
      wrong: [['L7', /单元格里的图片没有随文件一起保存下来/u]],
    });
  });

  test('手机照片放在旁边没有写名字：不收，在回复里提醒', async () => {
    const photo = { name: 'IMG_20260611.png', bytes: picture(3) };
    const [unit] = await expectReceived([await xlsx(one()), photo], {
      got: FIRST,
      notes: [/IMG_20260611\.png：没有报送单提到这个文件/u],
      unknown: [/IMG_20260611\.png/u],
    });
    expect(unit && replyText(unit)).toContain('在报送单“佐证”栏写上文件名');
  });

  test('写了名字的照片，不写扩展名也行', async () => {
    const photo = { name: 'IMG_20260611.png', bytes: picture(3) };
    await expectReceived([await xlsx(two({ 佐证: 'IMG_20260611' })), photo], {
      got: ['02 申请验收 2026-06-09 file'],
    });
  });

  test('两个文件改成安全的名字后相同，都留下', async () => {
    const files = [
      { name: '后台 截图.png', bytes: picture(3) },
      { name: '后台_截图.png', bytes: picture(4) },
    ];
    const sheet = await xlsx(two({ 佐证: '后台 截图.png、后台_截图.png' }));
    const [unit] = await expectReceived([sheet, ...files], {
      got: ['02 申请验收 2026-06-09 file file'],
    });
    expect([...(unit?.updates[0]?.attachments.keys() ?? [])]).toEqual([
      '后台_截图.png',
      expect.stringMatching(/^后台_截图-[0-9a-f]{8}\.png$/u),
    ]);
  });

  test('公开的仓库不收图片，只收编号', async () => {
    const files = roundLedger();
    const site = String(files.get('site.yaml')).replace(
      'repository: internal',
      'repository: public',
    );
    files.set('site.yaml', site);
    const desk = deskOf(files);
    const put: Tamper = (page) => {
      paste(page, 1, L, 5);
    };
    const rows: Rows = (issues) => ({ ...one()(issues), ...two()(issues) });
    const units = await received([await xlsx(rows, put)], { desk });
    expect(units.units.flatMap(({ faults }) => faults.map(({ message }) => message))).toEqual([
      expect.stringContaining('台账仓库是公开的'),
    ]);
    expect(units.units.flatMap(({ updates }) => updates.map(({ issue }) => issue))).toEqual([TWO]);
  });
});

describe('佐证格里的字', () => {
  test.each(['见微信群', '见附件1', '截图2张', '已发群', '6月10日已上传', '无', '同上'])(
    '“%s”不是编号：申请验收退回，并说明那一格',
    async (words) => {
      await expectReceived(await xlsx(two({ 佐证: words })), {
        wrong: [['L7', /缺少销号所需的佐证 → 请附印发的制度文件，或写明文号/u]],
        notes: [new RegExp(`L7：“${words}”不是网址、编号`, 'u')],
      });
    },
  );

  test('报进展时写“见微信群”：进展照收，说明没有登记为佐证', async () => {
    const row: Rows = ([, issue = '']) => ({ [issue]: { ...GOING, 佐证: '见微信群' } });
    await expectReceived(await xlsx(row), { got: ['02 进展'], notes: [/见微信群/u] });
  });

  test('交的不是那一条要的：更新不及时要链接，写了编号不算', async () => {
    await expectReceived(await xlsx(one({ 佐证: '备案编号A-100' })), {
      wrong: [['L6', /“更新不及时”缺少销号所需的佐证 → 请附最近一次发布的链接/u]],
    });
  });

  test('要材料日期的没有写，退回', async () => {
    await expectReceived(await xlsx(one({ 材料日期: '' })), {
      wrong: [['M6', /缺少销号所需的佐证 → .*材料日期/u]],
    });
  });

  test.each([
    ['网址：https://mp.example/1', 1],
    ['https://mp.example/1、https://mp.example/2', 2],
    ['https://mp.example/1，https://mp.example/2', 2],
    ['https://mp.example/1 https://mp.example/2', 2],
    ['https://mp.example/1\n推文见：https://mp.example/2。', 2],
    ['https://mp.example/1（6月10日发布）', 1],
  ])('“%s”是 %i 个网址', async (words, count) => {
    const [unit] = await expectReceived(await xlsx(one({ 佐证: words })), {
      got: [`01 申请验收 2026-06-11${' link'.repeat(count)}`],
    });
    expect(unit?.updates[0]?.record.evidence.map((piece) => 'link' in piece && piece.link)).toEqual(
      Array.from({ length: count }, (_, index) => `https://mp.example/${String(index + 1)}`),
    );
  });

  test.each(['www.shili.example.cn/1.html', 'https://mp.example/a b', 'http：//mp.example/1'])(
    '“%s”是不完整的网址，退回',
    async (words) => {
      await expectReceived(await xlsx(one({ 佐证: words })), {
        wrong: [['L6', /不完整/u]],
      });
    },
  );

  test('显示的网址与点开的不同，问', async () => {
    const link = { text: 'https://mp.example/2', hyperlink: 'https://mp.example/1' };
    await expectReceived(await xlsx(one({ 佐证: link })), {
      wrong: [
        ['L6', /写的网址“https:\/\/mp\.example\/2”与点开的网址“https:\/\/mp\.example\/1”不同/u],
      ],
    });
  });

  test('链接指向自己电脑上的文件：交来了就收，没有交来就退', async () => {
    const link = { text: '制度', hyperlink: 'file:///C:/Users/01/Desktop/制度.png' };
    const sheet = await xlsx(two({ 佐证: link }));
    await expectReceived([sheet, { name: '制度.png', bytes: picture(5) }], {
      got: ['02 申请验收 2026-06-09 file'],
    });
    await expectReceived(sheet, { wrong: [['L7', /本单位电脑上的文件“制度\.png”/u]] });
  });

  test.each(['公告', 'https://mp.example/9'])(
    'HYPERLINK 公式显示“%s”：收它的网址',
    async (result) => {
      const formula = { formula: `HYPERLINK("https://mp.example/9","${result}")`, result };
      const [unit] = await expectReceived(await xlsx(one({ 佐证: formula })), { got: FIRST });
      expect(unit?.updates[0]?.record.evidence).toMatchObject([{ link: 'https://mp.example/9' }]);
    },
  );

  test('情况说明里的链接跟着文字留下', async () => {
    const link = { text: '公告已发', hyperlink: 'https://mp.example/9' };
    const [unit] = await expectReceived(await xlsx(one({ 情况说明: link })), { got: FIRST });
    expect(unit?.updates[0]?.record.note).toBe('公告已发（https://mp.example/9）');
  });

  test.each([
    [440106202600123, '440106202600123'],
    ['440106202600123456', '440106202600123456'],
    ['00123', '00123'],
  ])('号码 %s 一位不差', async (number, expected) => {
    const [unit] = await expectReceived(await xlsx(two({ 佐证: number })), {
      got: ['02 申请验收 2026-06-09 number'],
    });
    expect(unit?.updates[0]?.record.evidence).toEqual([{ number: expected }]);
  });

  test('用格式补出来的零照样留下', async () => {
    const zeros: Tamper = (page) => {
      page.getCell('L7').value = 123;
      page.getCell('L7').numFmt = '000000';
    };
    const [unit] = await expectReceived(await xlsx(two(), zeros), {
      got: ['02 申请验收 2026-06-09 number'],
    });
    expect(unit?.updates[0]?.record.evidence).toEqual([{ number: '000123' }]);
  });

  test('16位以上的数，表格已经丢了后面的，问', async () => {
    await expectReceived(await xlsx(two({ 佐证: 4_401_062_026_001_234 })), {
      wrong: [['L7', /只留住了前15位/u]],
    });
  });

  test.each([
    ['佐证', { formula: 'B6', result: ONE }, 'L6', /公式“=B6”/u],
    ['完成日期', { formula: 'TODAY()', result: 46_183 }, 'K6', /公式“=TODAY\(\)”/u],
    ['佐证', { error: '#REF!' }, 'L6', /错误值“#REF!”/u],
    ['佐证', { formula: 'VLOOKUP(B6,C:D,2,0)', result: { error: '#N/A' } }, 'L6', /错误值“#N\/A”/u],
    ['情况说明', '#N/A', 'J6', /错误值“#N\/A”/u],
    ['情况说明', '=A1', 'J6', /公式“=A1”/u],
  ])('%s 格里的公式和错误值 %j 退回那一格', async (title, value, cell, said) => {
    await expectReceived(await xlsx(one({ [title]: value })), { wrong: [[cell, said]] });
  });

  test('划掉的字不算，批注说没有登记', async () => {
    const strike: Tamper = (page) => {
      page.getCell('L7').value = {
        richText: [
          { font: { strike: true }, text: '示制〔2025〕1号' },
          { text: '示制〔2026〕3号' },
        ],
      };
      page.getCell('J7').note = '请主任再看';
    };
    const [unit] = await expectReceived(await xlsx(two(), strike), {
      got: ['02 申请验收 2026-06-09 number'],
      notes: [/J7：批注“请主任再看”没有登记/u, /L7：划掉的“示制〔2025〕1号”没有算/u],
    });
    expect(unit?.updates[0]?.record.evidence).toEqual([{ number: '示制〔2026〕3号' }]);
  });
});

describe('日期', () => {
  const october = { ...WHO, reportedOn: '2026-10-12' };
  const january = { ...WHO, reportedOn: '1月5日' };

  test.each([
    ['10月10号', '2026-10-10'],
    ['十月十日', '2026-10-10'],
    ['2026年10月10号', '2026-10-10'],
    ['2026/10/10 0:00:00', '2026-10-10'],
    ['10月10日（周六）', '2026-10-10'],
    ['今年10月10日', '2026-10-10'],
    ['10.10', '2026-10-10'],
    ['２０２６．１０．１０', '2026-10-10'],
  ])('“%s”', async (words, day) => {
    await expectReceived(
      await xlsx(two({ 完成日期: words }), undefined, october),
      { got: [`02 申请验收 ${day} number`] },
      { today: '2026-10-12' },
    );
  });

  test.each([
    ['12月28日', '12月28日'],
    ['表格自己添了今年的年份', new Date(Date.UTC(2027, 11, 28))],
    ['去年12月28日', '去年12月28日'],
  ])('一月交的表上的12月28日是去年的（%s）', async (_, value) => {
    const format: Tamper = (page) => void (page.getCell('K7').numFmt = 'm"月"d"日"');
    const units = await expectReceived(
      await xlsx(two({ 完成日期: value }), format, january),
      { got: ['02 申请验收 2026-12-28 number'] },
      { today: '2027-01-06' },
    );
    expect(units[0]?.updates[0]?.record.reportedOn).toBe('2027-01-05');
  });

  test.each(['6月底', '上周五', '6月10日至12日', '6月31日', '26.6.11', '2026-06'])(
    '“%s”不是一天，退回',
    async (words) => {
      await expectReceived(await xlsx(one({ 完成日期: words })), {
        wrong: [['K6', /读不出/u]],
      });
    },
  );

  test('数6.1分不清是1日还是10日，问；6.9只能是9日', async () => {
    await expectReceived(await xlsx(one({ 完成日期: 6.1 })), {
      wrong: [['K6', /“6\.1”分不清是6月1日还是6月10日/u]],
    });
    await expectReceived(await xlsx(one({ 完成日期: 6.9 })), {
      got: ['01 申请验收 2026-06-09 link'],
    });
  });

  test('完成日期在填报日期之后，退回，不当作去年的', async () => {
    await expectReceived(await xlsx(one({ 完成日期: '6月20日' })), {
      wrong: [['K6', /完成日期2026年6月20日晚于填报日期2026年6月12日/u]],
    });
  });
});

describe('与台账和审核对得上', () => {
  const since = (updates: Update[]) => {
    const files = roundLedger();
    for (const [index, update] of updates.entries())
      files.set(
        `updates/${update.issue}/2026061${String(index)}-090000-a${String(index)}.yaml`,
        JSON.stringify(update),
      );
    return deskOf(files);
  };
  const submitted = (reportedOn: string): Update => ({
    issue: TWO,
    action: 'submitted',
    reportedOn,
    completedOn: '2026-06-09',
    evidence: [{ number: '示制〔2026〕3号' }],
  });

  test('已经申请过验收的又报一次：不是错，不登记，说明那一行', async () => {
    const desk = since([submitted('2026-06-11')]);
    await expectReceived(
      await xlsx(two()),
      {
        passed: [['I7', /“申请验收”没有登记：已申请验收，等审核员验收或退回/u]],
        notes: [/又有 1 次报送或决定/u],
      },
      { desk },
    );
  });

  test('表比最近一次决定还早：不是错，不登记，说明填报日期那一格', async () => {
    const returned: Update = {
      issue: TWO,
      action: 'returned',
      reportedOn: '2026-06-14',
      reason: '还缺文号',
      evidence: [],
    };
    const desk = since([submitted('2026-06-11'), returned]);
    await expectReceived(
      await xlsx(two()),
      {
        passed: [['J4', /填报日期2026年6月12日早于2026年6月14日登记的“退回”/u]],
        notes: [/又有 2 次报送或决定/u],
      },
      { desk },
    );
  });

  test('一行里有身份证号，只退那一行那一格，别的照收', async () => {
    const rows: Rows = (issues) => ({
      ...one({ 情况说明: '联系人11010519491231002X' })(issues),
      ...two()(issues),
    });
    await expectReceived(await xlsx(rows), {
      got: ['02 申请验收 2026-06-09 number'],
      wrong: [['J6', /身份证/u]],
    });
  });

  test('延期在截止日前收，过了截止日也收，由审核员定', async () => {
    const row: Rows = one({
      本次报送: '申请延期',
      完成日期: '',
      佐证: '',
      材料日期: '',
      申请延期至: '7月15日',
    });
    const [unit] = await expectReceived(await xlsx(row), { got: ['01 申请延期'] });
    expect(unit?.updates[0]?.record.note).toBe('申请延期至2026年7月15日：已恢复更新');
    await expectReceived(
      await xlsx(row, undefined, { ...WHO, reportedOn: '2026-07-02' }),
      { got: ['01 申请延期'] },
      { today: '2026-07-02' },
    );
  });

  test('佐证一共太多，先退最大的', async () => {
    const rows: Rows = (issues) => ({
      ...one({ 佐证: 'https://mp.example/1\n大.png' })(issues),
      ...two({ 佐证: '小.png' })(issues),
    });
    const big = Buffer.concat([picture(1), Buffer.alloc(0)]);
    const files = [
      await xlsx(rows),
      { name: '大.png', bytes: big },
      { name: '小.png', bytes: picture(2) },
    ];
    await expectReceived(
      files,
      { got: ['02 申请验收 2026-06-09 file'], wrong: [['L6', /佐证文件共超过/u]] },
      { largest: picture(2).length },
    );
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    '“%s”在哪里都只是字',
    async (word) => {
      await expectReceived(await xlsx(one({ 本次报送: word })), {
        wrong: [['I6', new RegExp(`“${word}”不是本次报送的选项`, 'u')]],
      });
      const tamper: Tamper = (page) => {
        page.getCell('O5').value = word;
        page.getCell('B7').value = word;
        page.getCell('I7').value = '进展';
      };
      await expectReceived(await xlsx(one({ 情况说明: word }), tamper), {
        got: FIRST,
        wrong: [['B7', new RegExp(`台账里没有问题编号“${word}”`, 'u')]],
      });
      const file = { name: `${word}.png`, bytes: picture(6) };
      await expectReceived([await xlsx(two({ 佐证: word })), file], {
        got: ['02 申请验收 2026-06-09 file'],
      });
    },
  );
});

describe('整改销号申请表', () => {
  const values = {
    整改完成情况: '已恢复更新',
    完成日期: '6月11日',
    材料日期: '2026-06-11',
    佐证材料: '网址：https://mp.example/1',
    '填报人（职务）': '办公室主任',
    '审签人（职务）': '分管负责人',
    填报日期: '2026年6月12日',
  };

  test('只填了第二页，签署也在第二页', async () => {
    const bytes = await unitSheetForm(bookFor(UNIT));
    const second = fillForm(bytes, values, 2);
    await expectReceived([{ name: '申请.docx', bytes: second }], {
      got: ['02 申请验收 2026-06-11 link'],
    });
  });

  test('没有写完成情况，只写了日期和佐证，也是申请验收', async () => {
    const { 整改完成情况: _, ...rest } = values;
    const bytes = fillForm(await unitSheetForm(bookFor(UNIT)), rest);
    await expectReceived([{ name: '申请.docx', bytes }], { got: FIRST });
  });

  test('单位意见栏的签名图片不作佐证，说明', async () => {
    const bytes = fillForm(await unitSheetForm(bookFor(UNIT)), { ...values, 佐证材料: '' });
    const signed = withPicture(bytes, '（盖章）');
    await expectReceived([{ name: '申请.docx', bytes: signed }], {
      wrong: [['第2格', /缺少销号所需的佐证/u]],
      notes: [/“单位意见”一栏的图片没有作为佐证/u],
    });
  });
});

/** Puts a picture into the paragraph with these words. */
function withPicture(bytes: Uint8Array, words: string): Uint8Array {
  const run =
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt;height:9pt"><v:imagedata xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdSeal"/></v:shape></w:pict></w:r>';
  const parts = unzipSync(
    patched(bytes, 'word/document.xml', (xml) => {
      const at = xml.indexOf('</w:p>', xml.indexOf(words));
      return `${xml.slice(0, at)}${run}${xml.slice(at)}`;
    }),
  );
  const rels = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
  return zipSync({
    ...parts,
    'word/media/seal.png': picture(77),
    'word/_rels/document.xml.rels': strToU8(
      rels.replace(
        '</Relationships>',
        '<Relationship Id="rIdSeal" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/seal.png"/></Relationships>',
      ),
    ),
  });
}

test('发出的表里单位要填的格都是文本格式', async () => {
  const { page } = await openBook(await unitSheetBook(bookFor(UNIT)));
  const cells: BookCell[] = [
    'D4',
    'F4',
    'J4',
    ...['I', 'J', 'K', 'L', 'M', 'N'].map((c) => `${c}6`),
  ].map((at) => page.getCell(at));
  expect(cells.map(({ numFmt }) => numFmt)).toEqual(cells.map(() => '@'));
});
