/** 路径 */
import { describe, expect, test } from 'vitest';
import type { LedgerChange } from '../../../src/review/proposal/change.ts';
import { caseFaults, pathFaults } from '../../../src/review/proposal/path.ts';

const change = (
  full: string,
  more: Partial<LedgerChange> & { mode?: string } = {},
): LedgerChange => {
  const { mode = '100644', ...rest } = more;
  return {
    full,
    path: full,
    fileKind: 'evidence',
    kind: 'added',
    before: undefined,
    after: { mode, object: 'x' },
    issue: undefined,
    conflict: false,
    ...rest,
  };
};

test.each([
  'evidence/x/更新截图.png',
  'evidence/x/a-1_b (2).png',
  'evidence/x/console.txt',
  'evidence/x/com10.txt',
  'evidence/x/a.git',
  'evidence/x/.gitx',
  'evidence/x/.gitignore',
  'evidence/x/..x',
  'evidence/x/.x',
  `${'a'.repeat(196)}.png`,
])('%s 可以', (full) => {
  expect(pathFaults(change(full))).toEqual([]);
});

test.each([
  ['a\tb.png', '控制字符'],
  ['a\u202eb.png', '控制字符'],
  ['a:b.png', '系统不许用的符号'],
  ['a\\b.png', '系统不许用的符号'],
  ['e\u0301.png', 'NFC'],
  ['a /b.png', '首尾有空格或点'],
  ['a./b.png', '首尾有空格或点'],
  ['.git/config', '与系统文件同名'],
  ['x/.GIT', '与系统文件同名'],
  ['../x', '与系统文件同名'],
  ['x/./y', '与系统文件同名'],
  [' a.png', '首尾有空格或点'],
  [`${'a'.repeat(197)}.png`, '路径有 201 字节，超过 200 字节'],
  ['con.txt', '保留名'],
  ['x/LPT1', '保留名'],
  [`${'长'.repeat(70)}.png`, '字节'],
])('%j 不行：%s', (full, words) => {
  const faults = pathFaults(change(full));
  expect(faults.map(({ message }) => message).join()).toContain(words);
  // Only a fault keeps a proposal out.
  for (const { rule, severity, remedy } of faults)
    expect([rule, severity, remedy]).toEqual([
      ...['path-name', 'fault', '换一个文件名：用汉字、字母、数字、连字符和点'],
    ]);
});

describe('文件的种类', () => {
  test.each([
    ['120000', '符号链接'],
    ['160000', '子模块'],
    ['100755', '可执行'],
  ])('%s 不行：%s', (mode, words) => {
    const [fault, ...more] = pathFaults(change('evidence/x/a.png', { mode }));
    expect([fault?.rule, fault?.severity, more]).toEqual(['file-mode', 'fault', []]);
    expect(fault?.message).toContain(words);
    expect(fault?.remedy).not.toBe('');
  });
  test('程序文件可以可执行；删除的不管', () => {
    expect(pathFaults(change('run', { mode: '100755', fileKind: 'program' }))).toEqual([]);
    expect(pathFaults(change('con.txt', { after: undefined, kind: 'removed' }))).toEqual([]);
  });
});

describe('只差大小写', () => {
  const messages = (changes: readonly LedgerChange[], taken: readonly string[] = []) =>
    caseFaults(changes, taken).map(({ change: one, fault }) => {
      expect([fault.rule, fault.severity]).toEqual(['path-name', 'fault']);
      return `${one.full} ${fault.message}`;
    });
  test('与已有的、与同一次的都不行；自己不算', () => {
    expect(messages([change('x/A.png')], ['x/a.png', 'x/A.png', 'y/a.png'])).toEqual([
      'x/A.png 与 x/a.png 只差大小写',
    ]);
    expect(messages([change('x/a.png'), change('x/A.PNG')])).toEqual([
      'x/A.PNG 与 x/a.png 只差大小写',
    ]);
    expect(messages([change('x/a.png', { kind: 'edited' })], ['x/A.png'])).toEqual([]);
  });
});
