/** 移除佐证：删一份登记一份，校验值要对；登记了没有删的、改了从前登记的，都不行。 */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { removalFaults } from '../../../src/review/proposal/removal.ts';

const BYTES = Buffer.from('一张照片');
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const FILE = 'zx-01/图.png';
const entry = (more: object = {}) => ({
  ...{ file: FILE, sha256, reason: '有身份证号', removedOn: '2026-06-15' },
  ...more,
});
const gone = (more: object = {}) => ({
  ...{ fileKind: 'evidence', kind: 'removed', path: `evidence/${FILE}`, before: { object: 'a' } },
  ...more,
});
const faults = (changes: object[], before: object[], after: object[]) =>
  removalFaults({
    changes,
    base: { removed: before },
    merged: { removed: after },
    blobs: { bytes: () => BYTES },
  } as unknown as Parameters<typeof removalFaults>[0]).map(({ file, message, remedy }) => [
    file,
    message,
    remedy,
  ]);

test('删一份、登记一份的，没有错；什么也没有删的也没有', () => {
  expect(faults([gone()], [], [entry()])).toEqual([]);
  expect(faults([], [], [])).toEqual([]);
  expect(faults([], [entry()], [entry()])).toEqual([]);
});

test('删了没有登记：说出校验值；登记的校验值不对：说应该是什么', () => {
  expect(faults([gone()], [], [])).toEqual([
    [`evidence/${FILE}`, '佐证文件被删除，没有登记', expect.stringContaining(sha256)],
  ]);
  expect(faults([gone()], [], [entry({ sha256: 'b' })])).toEqual([
    ['evidence/removed.yaml', `${FILE} 的校验值不对`, `应为 ${sha256}`],
  ]);
});

test('登记了却没有删；不是删佐证的改动不算', () => {
  const said = `登记移除 ${FILE}，这次却没有移除它`;
  expect(faults([], [], [entry()])[0]?.[1]).toBe(said);
  expect(faults([gone({ kind: 'added' })], [], [entry()])[0]?.[1]).toBe(said);
  expect(faults([gone({ fileKind: 'update' })], [], [entry()])[0]?.[1]).toBe(said);
});

test.each([
  ['去掉了', []],
  ['校验值改了', [entry({ sha256: 'b' })]],
  ['原因改了', [entry({ reason: '别的' })]],
  ['日期改了', [entry({ removedOn: '2026-06-16' })]],
])('从前的登记%s：恢复原来的这一条', (_, after) => {
  expect(faults([], [entry()], after)).toEqual([
    ['evidence/removed.yaml', `${FILE} 的移除登记被改动`, '恢复原来的这一条'],
  ]);
});
