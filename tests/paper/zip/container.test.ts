/** Old containers: the same streams as the library that wrote them; broken ones end. */
import { CFB } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { Container } from '../../../src/paper/zip/container.ts';

const files = CFB as {
  utils: {
    cfb_new: () => object;
    cfb_add: (file: object, name: string, content: Uint8Array) => void;
  };
  write: (file: object, options: { type: 'buffer' }) => Uint8Array;
};

function container(streams: Record<string, Uint8Array>): Uint8Array {
  const file = files.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    files.utils.cfb_add(file, `/${name}`, content);
  return new Uint8Array(files.write(file, { type: 'buffer' }));
}

test('大小流都读得一字不差，名字连文件夹一起数', () => {
  const large = Uint8Array.from({ length: 9_000_000 }, (_, index) => index % 251);
  const small = Uint8Array.from({ length: 300 }, (_, index) => index % 7);
  const opened = new Container(container({ Workbook: large, 'VBA/dir': small }));
  expect(opened.names).toEqual(expect.arrayContaining(['Workbook', 'VBA', 'dir']));
  expect(Buffer.compare(opened.stream('Workbook') ?? Buffer.alloc(0), large)).toBe(0);
  expect(Buffer.compare(opened.stream('dir') ?? Buffer.alloc(0), small)).toBe(0);
  expect(opened.stream('constructor')).toBeUndefined();
});

test('截断的、指回自己的不会没完没了', () => {
  const whole = container({ Workbook: new Uint8Array(100_000) });
  for (const length of [20, 600, 5000, 50_000]) {
    try {
      new Container(whole.slice(0, length)).stream('Workbook');
    } catch (error) {
      expect(String(error)).toContain('文件不完整');
    }
  }
  const looped = whole.slice();
  looped.fill(0, 512, 1024);
  expect(() => new Container(looped).stream('Workbook')).not.toThrow();
});
