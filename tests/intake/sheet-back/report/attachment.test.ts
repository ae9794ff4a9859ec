import { expect, test } from 'vitest';
import { isTelling } from '../../../../src/paper/image/metadata.ts';
import { chunk, exif, gps, photoWith, pngWith } from '../../../crafted/pictures.ts';
import {
  attachmentFor,
  freeAttachmentName,
  attachmentName,
  safeWord,
  sha256Of,
  storedForm,
} from '../../../../src/intake/sheet-back/report/attachment.ts';

test.each([
  ['后台 截图.PNG', '后台_截图.png'],
  ['甲/乙/界面.jpg', '界面.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202Egnp.exe', 'agnp.exe'],
  ['con.png', 'filecon.png'],
  ['.png', 'file.png'],
  ['-rf.png', 'rf.png'],
  ['__proto__.png', 'proto.png'],
  ['constructor.png', 'constructor.png'],
  [`${'长'.repeat(60)}.png`, `${'长'.repeat(40)}.png`],
  [`${'𠮷'.repeat(41)}.png`, `${'𠮷'.repeat(40)}.png`],
  ['什么:都"有?.png', '什么_都_有.png'],
])('%s 存为 %s', (name, safe) => {
  expect(attachmentName(name)).toBe(safe);
});

test('单位名进文件名也安全', () => {
  expect(safeWord('示例区/丁街道:办事处')).toBe('示例区_丁街道_办事处');
});

test('名字有人用了，添上校验值的前八位', () => {
  const bytes = new TextEncoder().encode('甲');
  expect(freeAttachmentName('界面.png', bytes, () => false)).toBe('界面.png');
  expect(freeAttachmentName('界面.png', bytes, () => true)).toMatch(/^界面-[0-9a-f]{8}\.png$/u);
});

test('按名字找文件：不管大小写、扩展名；表旁边的优先；内容相同的算一个', () => {
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const files = [file('甲/界面.PNG', '1'), file('乙/界面.png', '2'), file('乙/界面.png', '2')];
  expect(attachmentFor('界面', '甲/表.xlsx', files)).toMatchObject({
    file: { name: '甲/界面.PNG' },
  });
  expect(attachmentFor('界面.png', '丙/表.xlsx', files)).toEqual({ trouble: 'several' });
  expect(attachmentFor('界面.png', '乙/表.xlsx', files)).toMatchObject({ file: files[1] });
  expect(attachmentFor('constructor', '乙/表.xlsx', files)).toEqual({ trouble: 'none' });
});

test('照片存下来以前去掉拍摄信息，留下原文件的校验值；没有拍摄信息的原样', () => {
  const photo = photoWith(exif(gps));
  const { bytes, original } = storedForm(photo);
  expect(original).toBe(sha256Of(photo));
  expect(isTelling(bytes)).toBe(false);
  expect(storedForm(bytes)).toEqual({ bytes });
  const shot = pngWith(chunk('tEXt', Buffer.from('Software\0gnome-screenshot')));
  expect(storedForm(shot)).toEqual({ bytes: shot });
});
