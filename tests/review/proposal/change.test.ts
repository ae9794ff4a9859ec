/** 变更 */
import { expect, test } from 'vitest';
import { fileKindOf, ledgerChange } from '../../../src/review/proposal/change.ts';

test.each([
  ['site.yaml', 'site'],
  ['units/a.yaml', 'unit'],
  ['accounts/a/b.yaml', 'account'],
  ['evidence/2026-check-01/图.png', 'evidence'],
  ['evidence/removed.yaml', 'removed'],
  ['templates/函.md', 'template'],
  ['evidence/a/b/c.png', 'stray'],
  ['evidence/x.png', 'stray'],
  ['units/a.yml', 'stray'],
  ['units/a/b.yaml', 'stray'],
  ['随手记.txt', 'stray'],
])('%s 是 %s', (path, area) => {
  expect(fileKindOf(path)).toBe(area);
});

const side = { mode: '100644', object: '1' } as never;
const at = (path: string, before?: never, after?: never) =>
  ({ path, before, after, conflict: false }) as never;

test('台账文件夹以外是程序；新增、修改、删除按两边有没有', () => {
  expect(ledgerChange(at('src/a.ts', undefined, side), 'content/')).toMatchObject({
    fileKind: 'program',
    path: 'src/a.ts',
    kind: 'added',
  });
  expect(ledgerChange(at('content/units/a.yaml', side, side), 'content/')).toMatchObject({
    fileKind: 'unit',
    path: 'units/a.yaml',
    kind: 'edited',
  });
  expect(ledgerChange(at('units/a.yaml', side), '')).toMatchObject({
    fileKind: 'unit',
    kind: 'removed',
  });
});

test('佐证属于它文件夹的问题；别的没有', () => {
  expect(ledgerChange(at('evidence/i-01/a.png', undefined, side), '').issue).toBe('i-01');
  expect(ledgerChange(at('units/a.yaml', undefined, side), '').issue).toBeUndefined();
});
