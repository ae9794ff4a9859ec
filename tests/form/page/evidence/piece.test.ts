import { expect, test } from 'vitest';
import {
  evidenceOf,
  evidenceFiles,
  freeFileName,
  pieceKind,
  undatedNotes,
  whyNotTaken,
  withScheme,
} from '../../../../src/form/page/evidence/piece.ts';

const file = (name: string, size = 10, type = ''): File =>
  new File([new Uint8Array(size)], name, { type });

test('地址没有 https:// 的补上，不是地址的不动', () => {
  expect(withScheme(' www.example.gov.cn/a?b=1 ')).toBe('https://www.example.gov.cn/a?b=1');
  expect(withScheme('example.cn:8080')).toBe('https://example.cn:8080');
  for (const kept of ['https://a.cn', '示例备〔2024〕1号', '3.5', 'a b.cn', ''])
    expect(withScheme(kept)).toBe(kept);
});

test('两样都行的：地址算链接，其余算编号', () => {
  expect(pieceKind({ kind: 'either', value: ' HTTPS://a.cn', day: '' })).toBe('link');
  expect(pieceKind({ kind: 'either', value: '示例备〔2024〕1号', day: '' })).toBe('number');
  expect(pieceKind({ kind: 'number', value: 'https://a.cn', day: '' })).toBe('number');
});

test('要写材料日期而没有写、检查又放过的，预览提醒一句', () => {
  const asked = '请附新发布内容的链接，并在材料日期里写发布日期';
  const piece = { kind: 'link' as const, value: 'https://a.cn', day: '', asked, dated: true };
  expect(undatedNotes([piece])).toEqual([`提醒：材料日期没有填，可能再次退回。${asked}`]);
  expect(undatedNotes([{ ...piece, day: '2026-06-01' }])).toEqual([]);
  expect(
    undatedNotes([
      { ...piece, dated: false },
      { ...piece, value: ' ' },
    ]),
  ).toEqual([]);
});

test('写进记录：文件写名字，日期有才写', () => {
  const bytes = new Uint8Array(3);
  const pieces = [
    { kind: 'either', value: ' 12345 ', day: '' },
    { kind: 'file', name: '截图.jpg', bytes, day: '2024-06-01', words: '' },
  ] as const;
  expect(evidenceOf(pieces)).toEqual([
    { number: '12345' },
    { file: '截图.jpg', day: '2024-06-01' },
  ]);
  expect([...evidenceFiles(pieces, 'a-01')]).toEqual([['evidence/a-01/截图.jpg', bytes]]);
});

test('文件名：哪个系统都存得下，不与已有的重名（不分大小写）', () => {
  expect(freeFileName('整改 照片(1).JPG', undefined, [])).toBe('整改-照片-1.jpg');
  expect(freeFileName('a.png', 'jpg', ['A.jpg', 'a-2.JPG'])).toBe('a-3.jpg');
  expect(freeFileName('con.txt', undefined, [])).toBe('材料-con.txt');
  expect(freeFileName('???', undefined, [])).toBe('材料');
  expect(freeFileName(`${'长'.repeat(60)}.pdf`, undefined, [])).toBe(`${'长'.repeat(40)}.pdf`);
});

test('不能交的当场说怎么办', () => {
  expect(whyNotTaken(file('照片.heic', 10, 'image/heic'))).toBeUndefined();
  expect(whyNotTaken(file('说明.pdf'))).toBeUndefined();
  expect(whyNotTaken(file('说明.wps'))).toContain('“说明.wps”不能交：请');
  expect(whyNotTaken(file('录像.mp4'))).toContain('“录像.mp4”不能交');
  expect(whyNotTaken(file('大.pdf', 30 * 1024 * 1024))).toContain('“大.pdf”不能交');
});
