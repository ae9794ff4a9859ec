/** 送出的文件 */
import { expect, test } from 'vitest';
import { recordFiles } from '../../src/form/submitted.ts';
import { readRecord } from '../../src/ledger/record.ts';

const path = 'updates/zx-01/20260615-090000-abc.yaml';
const value = {
  issue: 'zx-01',
  action: 'progress',
  reportedOn: '2026-06-15',
  note: '第一行\n第二行',
};

test('记录写成程序自己的写法，读回来一样；文件原样跟在后面', () => {
  const bytes = new Uint8Array([0xff, 0x00]);
  const files = recordFiles(
    [{ kind: 'update', path, value }],
    new Map([['evidence/zx-01/a.png', bytes]]),
  );
  expect(files.map((one) => one.path)).toEqual([path, 'evidence/zx-01/a.png']);
  expect(readRecord(path, 'update', files[0]!.bytes)).toMatchObject({ ok: true, value });
  expect(files[1]?.bytes).toBe(bytes);
  expect(files[0]).not.toHaveProperty('replaces');
});

test('替换哪份的写明替换哪份', () => {
  const [file] = recordFiles([{ kind: 'update', path, value, replaces: 'abc' }], new Map());
  expect(file).toMatchObject({ replaces: 'abc' });
});
