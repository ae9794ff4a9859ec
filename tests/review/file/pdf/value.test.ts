/** PDF 的值: one after the other, as ISO 32000-1 writes them. */
import { expect, test } from 'vitest';
import {
  nameIn,
  numberIn,
  type PdfValue,
  TooMuch,
  ValueReader,
} from '../../../../src/review/file/pdf/value.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const read = (text: string | Buffer) =>
  new ValueReader(typeof text === 'string' ? latin(text) : text, { left: 10_000 }).value();

test.each<[string, PdfValue]>([
  ['/Page', { kind: 'name', text: 'Page' }],
  ['/J#61va#53cript', { kind: 'name', text: 'JavaScript' }],
  ['% 注\n  12', { kind: 'number', value: 12 }],
  ['-.5', { kind: 'number', value: -0.5 }],
  ['12 0 R', { kind: 'ref', value: 12 }],
  ['12 0 Rx', { kind: 'number', value: 12 }],
  ['1.5 0 R', { kind: 'number', value: 1.5 }],
  ['true', { kind: 'word', text: 'true' }],
  ['(a(b)c)', { kind: 'string', text: 'a(b)c' }],
  ['(a\\)\\\\b)', { kind: 'string', text: 'a)\\b' }],
  ['(\\101\\7b)', { kind: 'string', text: 'A\u0007b' }],
  ['(a\\\nb)', { kind: 'string', text: 'ab' }],
  ['<41 4>', { kind: 'string', text: 'A' }],
  ['<FEFF6574>', { kind: 'string', text: '整' }],
  ['<EFBBBFE695B4>', { kind: 'string', text: '整' }],
  [
    '[1 /A]',
    {
      kind: 'array',
      items: [
        { kind: 'number', value: 1 },
        { kind: 'name', text: 'A' },
      ],
    },
  ],
  ['[1 ', { kind: 'array', items: [{ kind: 'number', value: 1 }] }],
])('%j', (text, value) => {
  expect(read(text)).toEqual(value);
});

test('字典；同一个键写两次，两个值都留着', () => {
  const dict = read('<< /A 1 /B /C /A 2 >>');
  expect(dict?.kind === 'dict' && [...dict.entries]).toEqual([
    [
      'A',
      {
        kind: 'array',
        items: [
          { kind: 'number', value: 1 },
          { kind: 'number', value: 2 },
        ],
      },
    ],
    ['B', { kind: 'name', text: 'C' }],
  ]);
});

test('一个接一个读，停在值的后面；没有值的地方没有', () => {
  const reader = new ValueReader(latin('<</A 1>> (x)/B'), { left: 1000 });
  expect([reader.value()?.kind, reader.at]).toEqual(['dict', 8]);
  expect([reader.value()?.kind, reader.at]).toEqual(['string', 12]);
  expect(nameIn(reader.value())).toBe('B');
  expect(reader.value()).toBeUndefined();
  expect(read(')')).toBeUndefined();
});

test('套得太深的读到上限为止；读得太多的不读', () => {
  const depthOf = (value: PdfValue | undefined): number =>
    value?.kind === 'array' ? 1 + depthOf(value.items[0]) : 0;
  const deep = new ValueReader(latin('['.repeat(500)), { left: 100_000 });
  expect(depthOf(deep.value())).toBe(101);
  expect(() => new ValueReader(latin('(abcdefgh)'), { left: 5 }).value()).toThrow(TooMuch);
});

test('是名字、是数的才给', () => {
  expect([nameIn(read('(A)')), numberIn(read('/A')), numberIn(read('7'))]).toEqual([
    undefined,
    undefined,
    7,
  ]);
});
