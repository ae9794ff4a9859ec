/** 报送的佐证: what a cell, its links and the pictures of its row give. */
import { expect, test } from 'vitest';
import type { ReportContext } from '../../../../src/intake/sheet-back/report/new-update.ts';
import { evidenceIn } from '../../../../src/intake/sheet-back/report/report-evidence.ts';
import type { SheetBackRow } from '../../../../src/intake/sheet-back/read/sheet-back.ts';
import type { Cell } from '../../../../src/paper/sheet.ts';
import { exif, gps, photoWith } from '../../../crafted/pictures.ts';
import { picture } from '../../../generator/picture.ts';
import { contextWith, filledRow, placeAt } from '../made-sheet.ts';

const A = 'https://mp.example.cn/1';
const file = (name: string, text = name) => ({ name, bytes: new TextEncoder().encode(text) });
/** Words with an address behind them. */
const linked = (text: string, link: string): Partial<Cell> => ({ text, link });
function read(
  cell: string | Partial<Cell>,
  context: Partial<ReportContext> = {},
  more: Partial<SheetBackRow> = {},
  day?: string,
) {
  const faults: string[] = [];
  const notes: string[] = [];
  const { evidence, attachments, targets } = evidenceIn(
    filledRow({ evidence: cell }, more),
    day,
    'zx-01',
    contextWith(context),
    { fault: (message) => faults.push(message), note: (text) => notes.push(text) },
  );
  return { evidence, names: [...attachments.keys()], targets, faults, notes };
}

test('网址、编号、交来的文件', () => {
  expect(read(A).evidence).toEqual([{ link: A }]);
  expect(read('备案〔2026〕3号').evidence).toEqual([{ number: '备案〔2026〕3号' }]);
  const files = [file('甲/界面.png'), file('甲/公告.pdf')];
  expect(read('界面.png', { files })).toMatchObject({
    evidence: [{ file: '界面.png' }],
    names: ['界面.png'],
  });
  expect(read('界面、公告', { files }).names).toEqual(['界面.png', '公告.pdf']);
});

test('材料日期每件都有', () => {
  expect(read(`${A}\n备案〔2026〕3号`, {}, {}, '2026-03-19').evidence).toEqual([
    { link: A, day: '2026-03-19' },
    { number: '备案〔2026〕3号', day: '2026-03-19' },
  ]);
});

test('别的话说的是旁边那件是什么；什么也没有的，说没有登记', () => {
  expect(read(`${A}\n已更新`).evidence[0]).toMatchObject({
    link: A,
    what: expect.stringContaining('已更新'),
  });
  const { evidence, notes } = read('见微信群');
  expect(evidence).toEqual([]);
  expect(notes[0]).toContain('“见微信群”不是网址、编号，也不是收到的文件的名字');
});

test('没有交来的文件、几个同名不同的，是错', () => {
  expect(read('界面.png').faults).toEqual(['没有收到佐证文件“界面.png”']);
  const files = [file('乙/界面.png', '1'), file('丙/界面.png', '2')];
  expect(read('界面.png', { files }).faults[0]).toContain('几个都叫“界面.png”');
});

test('名字用过的换一个；内容一样的只放一份', () => {
  const files = [file('甲/界面.png')];
  expect(read('界面.png', { files, taken: (one) => one === 'zx-01/界面.png' }).names[0]).toMatch(
    /^界面-[0-9a-f]{8}\.png$/u,
  );
  const twins = [file('甲/一.png', 'x'), file('甲/二.png', 'x')];
  expect(read('一.png\n二.png', { files: twins }).names).toEqual(['一.png']);
});

test('图片：格里的、旁边的；旁边的说一句', () => {
  const at = (cell: string, seed: number) => ({
    bytes: picture(seed),
    type: 'png' as const,
    place: placeAt(5, cell),
  });
  const { names, notes } = read({ pictures: [at('L5', 1)] }, {}, { beside: [at('A5', 2)] });
  expect(names).toHaveLength(2);
  expect(names.every((name) => /^图片-[0-9a-f]{12}\.png$/u.test(name))).toBe(true);
  expect(notes).toEqual([expect.stringContaining('不在“佐证”格里')]);
});

test('照片去掉拍摄信息，写明', () => {
  const place = placeAt(5, 'L5');
  const { evidence, notes, names } = read({
    pictures: [{ bytes: photoWith(exif(gps)), type: 'jpeg', place }],
  });
  expect(names[0]).toMatch(/\.jpg$/u);
  expect(evidence[0]?.what).toBeDefined();
  expect(notes).toHaveLength(1);
});

test('公开的仓库不放文件', () => {
  const { ledger } = contextWith({}, {});
  const open = { ...ledger, site: { ...ledger.site, repository: 'public' as const } };
  expect(read('界面.png', { ledger: open, files: [file('界面.png')] }).faults[0]).toContain(
    '仓库是公开的',
  );
});

test('字后面的网址：与写的一样的不重复，不一样的问；电话、邮箱不算', () => {
  expect(read(linked('公告', A))).toMatchObject({
    evidence: [{ link: A, what: '公告' }],
    targets: [A],
  });
  expect(read(linked(A, `${A}/`))).toMatchObject({ evidence: [{ link: A }], targets: [] });
  expect(read(linked(A, 'https://other.example.cn/')).faults[0]).toContain('不同');
  expect(read(linked('公告', 'mailto:a@example.cn')).targets).toEqual([]);
  expect(read(linked('公告', 'https://')).faults[0]).toContain('不完整');
});

test('指向自己电脑的链接：交来了就收，没有交来是错', () => {
  const link = 'file:///C:/Users/a/%E7%95%8C%E9%9D%A2.png';
  expect(read(linked('截图', link), { files: [file('甲/界面.png')] }).names).toEqual(['界面.png']);
  expect(read(linked('截图', link)).faults[0]).toContain('“界面.png”，收不到');
});

test('断了的网址是错；后面另有点得开的就不说', () => {
  expect(read('www.example.cn/1').faults[0]).toContain('不完整');
  expect(read(linked('www.example.cn/1', A))).toMatchObject({ faults: [], targets: [A] });
});

test('读不出的格只说这一条', () => {
  expect(read('#REF!')).toMatchObject({ evidence: [], faults: [expect.any(String)], notes: [] });
});
