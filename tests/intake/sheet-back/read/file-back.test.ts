/** 交回的文件: what is one of our sheets whatever its name, and what is said of the others. (示例区，虚构) */
import { beforeAll, expect, test } from 'vitest';
import { type FileBack, readFileBack } from '../../../../src/intake/sheet-back/read/file-back.ts';
import {
  stampCells,
  type Stamp,
  STAMP_SHEET,
} from '../../../../src/intake/sheet-back/out/stamp.ts';
import { workbook } from '../../../paper/made.ts';

const stamp: Stamp = {
  commit: '',
  campaign: 'zx',
  unit: 'jia',
  madeOn: '2026-03-10',
  rows: [{ issue: 'zx-01', last: '', sum: 'aaaa' }],
};
const CODE = '单号 zx/yi/0123456789';
const HEAD = ['序号', '问题编号', '存在问题', '本次报送', '情况说明'];
const rowsWith = (...above: string[][]) => [
  ...above,
  HEAD,
  ['1', 'zx-01', '更新不及时', '进展', '已更新'],
];
const signed = [['填报人（写职务）', '股长', '审签人（写职务）', '主任']];
const hidden = { [STAMP_SHEET]: stampCells(stamp) };

const read = (sheets: Record<string, readonly (readonly string[])[]>, name = '报送单.xlsx') =>
  readFileBack({ name, bytes: workbook(sheets) });
const sheetsOf = (back: FileBack) => (back.kind === 'sheets' ? back.sheets : []);

let stamped: FileBack;
beforeAll(async () => {
  stamped = await read({ 报送单: rowsWith(['单位：示例区甲街道办事处 2026年']), ...hidden });
});

test('有校验页的，按校验页认单位和专项', () => {
  expect(sheetsOf(stamped)).toMatchObject([
    {
      kind: 'sheet',
      knownBy: 'stamp',
      unit: 'jia',
      campaign: 'zx',
      unitName: '示例区甲街道办事处',
      stamp: { rows: [{ issue: 'zx-01' }] },
    },
  ]);
});

test('没有校验页的按单号认；都没有的按内容认', async () => {
  const [byCode] = sheetsOf(await read({ 报送单: rowsWith([CODE]) }));
  expect(byCode).toMatchObject({ knownBy: 'code', unit: 'yi', campaign: 'zx' });
  expect(byCode?.stamp).toBeUndefined();
  const [byContent] = sheetsOf(await read({ 报送单: rowsWith() }));
  expect(byContent).toMatchObject({ knownBy: 'content', unit: undefined, campaign: undefined });
});

test('拷进别人工作簿的一张表，按它自己的单号', async () => {
  const [first, second] = sheetsOf(await read({ 甲: rowsWith(), 乙: rowsWith([CODE]), ...hidden }));
  expect([first?.knownBy, first?.unit]).toEqual(['stamp', 'jia']);
  expect([second?.knownBy, second?.unit, second?.stamp]).toEqual(['code', 'yi', undefined]);
});

test('没有签的一页，用同一单位签了的那一页的；别的单位的不用', async () => {
  const signer = (back: FileBack) =>
    sheetsOf(back).map(({ signature }) => signature.reporter?.text ?? '');
  expect(signer(await read({ 甲: rowsWith(), 乙: rowsWith(...signed), ...hidden }))).toEqual([
    '股长',
    '股长',
  ]);
  expect(signer(await read({ 甲: rowsWith([CODE]), 乙: rowsWith(...signed), ...hidden }))).toEqual([
    '',
    '股长',
  ]);
});

test('丢了后缀的照认；名字是别的东西的不打开', async () => {
  const sheets = { 报送单: rowsWith(), ...hidden };
  expect((await read(sheets, '报送单')).kind).toBe('sheets');
  expect((await read(sheets, '报送单.pdf')).kind).toBe('other');
  expect((await read(sheets, '报送单.OFD')).kind).toBe('other');
});

const file = (name: string, words: string) =>
  readFileBack({ name, bytes: new TextEncoder().encode(words) });

test('压缩包要先解开；名字像表而读不出的，说读不出', async () => {
  expect(await file('交回.ZIP', 'PK')).toMatchObject({
    kind: 'unreadable',
    problem: '压缩包没有打开',
  });
  expect(await file('交回.tgz', '')).toMatchObject({ kind: 'unreadable' });
  expect((await file('报送单.xlsx', '不是表')).kind).toBe('unreadable');
  expect((await file('照片', '不是表')).kind).toBe('other');
});

test('是发出的表而栏名没有了，要求重填；别的表不管', async () => {
  expect(await read({ 报送单: [['问题', '更新不及时']], ...hidden })).toMatchObject({
    kind: 'unreadable',
    problem: expect.stringContaining('栏目名称不在了'),
  });
  expect(await read({ 花名册: [['姓名', '电话']] })).toEqual({ kind: 'other' });
});
