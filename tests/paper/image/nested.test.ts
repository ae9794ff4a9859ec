/** 套着的话: nobody may make a small picture hold more than its bytes. */
import { expect, test } from 'vitest';
import { nestedIn } from '../../../src/paper/image/nested.ts';

/** A resource of Photoshop that says that it is `length` long. */
function resource(number: number, length: number, data = Buffer.alloc(0)): Buffer {
  const head = Buffer.from('8BIM\0\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt16BE(number, 4);
  head.writeUInt32BE(length, 8);
  return Buffer.concat([head, data]);
}
const within = (data: Buffer) => nestedIn({ role: 'iptc', bytes: data, data });

test('资源自称多长，都不与别的重叠：二十万个自称两千兆的，合起来不超过原来的字节', () => {
  const data = Buffer.concat(Array.from({ length: 200_000 }, () => resource(1058, 0x7f_ff_ff_ff)));
  const total = within(data).reduce((sum, part) => sum + part.data.length, 0);
  expect(total).toBeLessThanOrEqual(data.length);
});

test('里面写着 8BIM 的资源仍是一个；后面的照样找得到', () => {
  const inner = Buffer.from('II*\0 8BIM 8BIM', 'latin1');
  const data = Buffer.concat([
    resource(1058, inner.length, Buffer.concat([inner, Buffer.alloc(inner.length % 2)])),
    resource(1060, 4, Buffer.from('<x/>')),
  ]);
  expect(within(data).map((part) => [part.role, part.data.toString('latin1')])).toEqual([
    ['exif', inner.toString('latin1')],
    ['xmp', '<x/>'],
  ]);
});
