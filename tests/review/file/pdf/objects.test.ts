/** PDF 的对象: all that lie in a file, whatever its index says of them. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { objectsOf } from '../../../../src/review/file/pdf/objects.ts';
import { Unreadable } from '../../../../src/review/file/pdf/unpack.ts';
import { nameIn } from '../../../../src/review/file/pdf/value.ts';
import { pdfOf } from '../../../crafted/pdf.ts';

/** `number:name` of each object that is a name, `number:kind` of the others. */
const found = (bytes: Buffer) =>
  objectsOf(bytes).objects.map(
    ({ number, value }) => `${String(number)}:${nameIn(value) ?? value.kind}`,
  );
const streamOf = (entries: string, data: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${String(data.length)} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

test('一个接一个；流里像对象的不算；文件尾的字典', () => {
  const file = pdfOf(
    ['/A', streamOf('', Buffer.from('9 0 obj /Fake endobj')), '/C'],
    '/Info 3 0 R',
  );
  expect(found(file)).toEqual(['1:A', '2:dict', '3:C']);
  const { objects, trailers } = objectsOf(file);
  expect(objects[1]?.stream?.toString()).toBe('9 0 obj /Fake endobj');
  expect(trailers.map(({ entries }) => entries.get('Info'))).toEqual([{ kind: 'ref', value: 3 }]);
});

test('目录指向别处的，凡像对象的都算', () => {
  const file = pdfOf(['/A', streamOf('', Buffer.from('9 0 obj /Hidden endobj'))]);
  const text = file.toString('latin1');
  const inside = text.indexOf('9 0 obj');
  const first = /(\d{10}) 00000 n/u.exec(text)?.[1] ?? '';
  const crooked = text.replace(first, String(inside).padStart(10, '0'));
  expect(found(Buffer.from(crooked, 'latin1'))).toContain('9:Hidden');
  expect(found(file)).not.toContain('9:Hidden');
});

test('装在流里的对象也算，不管叫不叫 ObjStm', () => {
  const inner = '7 0 8 3 /X /Y';
  const first = inner.indexOf('/X');
  const packed = (type: string) =>
    streamOf(`${type} /N 2 /First ${String(first)} /Filter /FlateDecode`, deflateSync(inner));
  for (const type of ['/Type /ObjStm', ''])
    expect(found(pdfOf(['/A', packed(type)]))).toEqual(['1:A', '2:dict', '7:X', '8:Y']);
});

test('流的长度写得不对，到 endstream 为止', () => {
  const file = pdfOf([Buffer.from('<< /Length 3 >>\nstream\nabcdef\nendstream'), '/B']);
  expect(objectsOf(file).objects[0]?.stream?.toString()).toBe('abcdef\n');
  expect(found(file)).toEqual(['1:dict', '2:B']);
});

test.each([
  ['长度是负的', pdfOf(['<< /Length -1 >>\nstream\nabc\nendstream'])],
  ['对象的个数不是整数', pdfOf([streamOf('/N 1.5 /First 0', Buffer.from('1 0 /A'))])],
  ['没有写从哪里起', pdfOf([streamOf('/Type /ObjStm /N 1', Buffer.from('1 0 /A'))])],
  ['目录的宽度太大', pdfOf([streamOf('/Type /XRef /W [1 9 1]', Buffer.alloc(22))])],
  ['目录没有宽度', pdfOf([streamOf('/Type /XRef', Buffer.alloc(22))])],
  ['一层层套着，读不完', Buffer.from('1 0 obj ['.repeat(20_000))],
])('读不得：%s', (_, file) => {
  expect(() => objectsOf(file)).toThrow(Unreadable);
});

test('没有对象的，没有', () => {
  expect(objectsOf(Buffer.from('%PDF-1.7\n'))).toEqual({ objects: [], trailers: [], unfolded: 0 });
});
