/** OFD: pages, pictures, fonts and seals are let in; what is attached, runs or leads away is not. */
import { expect, test } from 'vitest';
import { soundArchive } from '../../../../src/paper/zip/archive.ts';
import { ofdTrouble } from '../../../../src/review/file/office/ofd-file.ts';
import { ofdOf } from '../../../crafted/office.ts';
import { exif, gps, photoWith, pngWith } from '../../../crafted/pictures.ts';

type More = Parameters<typeof ofdOf>[0];
function read(more: More = {}, inDocument = '') {
  const reading = soundArchive(ofdOf(more, inDocument));
  if ('refusal' in reading) throw new Error('no archive');
  const heard: boolean[] = [];
  const trouble = ofdTrouble({
    archive: reading.archive,
    mayEmbed: true,
    hear: ({ position }) => heard.push(position),
  });
  return { said: trouble?.message, heard };
}
const beside = (name: string, part: string | Uint8Array) => read({ [`Doc_0/${name}`]: part }).said;
const ATTACHED = 'OFD 里带有附件、脚本或影音';

test('一页的、带图片字体签章的', () => {
  expect(read().said).toBeUndefined();
  expect(beside('Res/a.png', pngWith())).toBeUndefined();
  expect(beside('Res/a.TTF', Buffer.from('0001000000', 'hex'))).toBeUndefined();
  expect(beside('Signs/Sign_0/Seal.esl', Buffer.from('3082010a', 'hex'))).toBeUndefined();
  expect(beside('Res/a.jb2', Buffer.from([0, 0, 0, 1]))).toBeUndefined();
});

test.each<[string, string | Uint8Array]>([
  ['Attachs/a.exe', 'MZ'],
  ['Script.js', 'app.alert(1)'],
  ['a.dat', Buffer.from('3082010a', 'hex')],
  ['Res/a.ttf', '<script/>'],
  ['Res/a.ttf', '%PDF-1.7'],
  ['Signs/Sign_0/Seal.esl', Buffer.from('504b0304', 'hex')],
  ['Res/a.jp2', '<html>'],
  ['Res/a.jb2', Buffer.from('504b0304', 'hex')],
])('%s 是附件', (name, part) => {
  expect(beside(name, part)).toBe(ATTACHED);
});

test('冒充图片的不收；照片说了的传出去', () => {
  expect(beside('Res/a.png', '<html>')).toBe('文件里的图片不是图片');
  expect(read({ 'Doc_0/Res/a.jpg': photoWith(exif(gps)) }).heard).toContain(true);
});

test('加了密的', () => {
  expect(read({ 'Encryptions.xml': '<a/>' }).said).toBe('OFD 加了密，无法检查');
  expect(beside('DecryptSeed.dat', 'x')).toBe('OFD 加了密，无法检查');
});

const act = (inside: string) =>
  read({}, `<ofd:Actions><ofd:Action Event="CLICK">${inside}</ofd:Action></ofd:Actions>`).said;
test.each<[string, string | undefined]>([
  ['<ofd:Goto><ofd:Dest PageID="1"/></ofd:Goto>', undefined],
  ['<ofd:Region/><ofd:URI URI="https://www.example.cn/"/>', undefined],
  ['<ofd:URI URI="file:///c:/a.exe"/>', 'OFD 里有打开本机文件、共享文件夹或程序的链接'],
  ['<ofd:URI URI="a" Base="file:///c:/"/>', 'OFD 里有打开本机文件、共享文件夹或程序的链接'],
  ['<ofd:Movie ResourceID="1"/>', ATTACHED],
  ['<ofd:Print/>', ATTACHED],
  ['<ofd:Goto><ofd:JavaScript/></ofd:Goto>', ATTACHED],
])('动作 %s', (inside, said) => {
  expect(act(inside)).toBe(said);
});
