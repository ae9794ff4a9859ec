/** PDF: what it does to whoever opens it, in one sentence a file. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPdf } from '../../../src/review/file/pdf-file.ts';
import { pdfOf } from '../../crafted/pdf.ts';

const streamOf = (entries: string, data: string | Buffer) =>
  `<< ${entries} /Length ${String(data.length)} >>\nstream\n${data.toString('latin1')}\nendstream`;
const latin = (objects: readonly string[], trailer = '') =>
  pdfOf(
    objects.map((object) => Buffer.from(object, 'latin1')),
    trailer,
  );
/** What is said of a file whose catalogue has `entries`, with `more` objects from 2 on. */
function said(entries: string, more: readonly string[] = [], trailer = ''): string {
  const reading = readPdf(latin([`<< /Type /Catalog ${entries} >>`, ...more], trailer));
  return 'message' in reading ? reading.message : reading.type;
}
const ACTS = 'PDF 里带有脚本、附件或表单程序';
const FETCHES = 'PDF 会打开别的文件、程序或网址';
const LOCKED = 'PDF 加了密或有读不出来的部分，无法检查';
const FILLED = 'PDF 里有可以填写的表单，内容不固定';

test.each([
  ['平常的', ''],
  ['跳到一页', '/OpenAction << /S /GoTo /D [1] >>'],
  ['下一页', '/A << /S /Named /N /NextPage >>'],
  ['网址', '/A << /S /URI /URI (https://example.cn/a) >>'],
  ['批注', '/Annots [<< /Subtype /Highlight >>]'],
  ['大纲的下一条', '/Next << /Title (a) >>'],
  ['签名栏', '/FT /Sig'],
])('收下：%s', (_, entries) => {
  expect(said(entries)).toBe('pdf');
});

test.each([
  ['/OpenAction << /S /JavaScript >>', ACTS],
  ['/Names << /JavaScript 2 0 R >>', ACTS],
  ['/Names << /EmbeddedFiles << /Names [(a) << /EF << >> >>] >> >>', ACTS],
  ['/X << /Type /Filespec >>', ACTS],
  ['/AcroForm << /XFA [] >>', ACTS],
  ['/X << /Subtype /PS >>', ACTS],
  ['/Annots [<< /Subtype /RichMedia >>]', ACTS],
  ['/X << /Rect [0 0 1 1] /Subtype /Movie >>', ACTS],
  ['/OpenAction << /S /Launch >>', FETCHES],
  ['/A << /S /GoTo /F (a.pdf) >>', FETCHES],
  ['/A << /S /Named /N /Print >>', FETCHES],
  ['/A << /S /URI /URI (file:///etc/passwd) >>', FETCHES],
  ['/AA << /O << /S /Unknown >> >>', FETCHES],
  ['/Next << /S /Unknown >>', FETCHES],
  ['/X << /OPI << >> >>', FETCHES],
  ['/X << /Ref << /F (a) >> >>', FETCHES],
  ['/FT /Tx', FILLED],
])('不收：%s', (entries, message) => {
  expect(said(entries)).toBe(message);
});

test('隔着引用、隔着列表也看得到', () => {
  expect(said('/OpenAction 2 0 R', ['<< /S 3 0 R >>', '/JavaScript'])).toBe(ACTS);
  expect(said('/Annots [2 0 R]', ['<< /Subtype /Screen >>'])).toBe(ACTS);
});

test('流：取自别的文件的、不认识的压缩、加密的', () => {
  expect(said('', [streamOf('/F (a)', 'x')])).toBe(FETCHES);
  expect(said('', [streamOf('/Filter /Crypt', 'x')])).toBe(LOCKED);
  expect(said('', [streamOf('/Filter [/DCTDecode]', 'x')])).toBe('pdf');
  expect(said('', [], '/Encrypt 1 0 R')).toBe(LOCKED);
  expect(said('', [streamOf('/Type /ObjStm /N 1 /First 0 /Filter /FlateDecode', 'x')])).toBe(
    LOCKED,
  );
});

test('没有传完的、后面夹带着东西的', () => {
  expect(readPdf(Buffer.from('%PDF-1.7\n1 0 obj'))).toMatchObject({ remedy: '重新上传' });
  const file = latin(['<< >>']);
  expect(readPdf(Buffer.concat([file, Buffer.from('PK附带')]))).toMatchObject({
    message: 'PDF 后面夹带着 9 字节别的内容',
  });
  expect(readPdf(Buffer.concat([file, Buffer.from('\r\n\0')]))).toMatchObject({ type: 'pdf' });
});

test('作者、看不见的文字和说明里的地点', () => {
  const xmp = '<x><exif:GPSLatitude>38</exif:GPSLatitude></x>';
  const metadata = deflateSync(xmp);
  const reading = readPdf(
    latin(
      [
        '<< >>',
        '<< /Author (zhang) /Title (list) >>',
        streamOf('/Type /Metadata /Filter /FlateDecode', metadata),
      ],
      '/Info 2 0 R',
    ),
  );
  if ('message' in reading) throw new Error(reading.message);
  expect(reading.said).toMatchObject({ person: true, position: true });
  expect(reading.said.texts).toEqual(expect.arrayContaining(['zhang', 'list', 'Title']));
  const anonymous = readPdf(latin(['<< >>', '<< /Author ( ) >>'], '/Info 2 0 R'));
  expect('said' in anonymous && anonymous.said).toMatchObject({ person: false, position: false });
});
