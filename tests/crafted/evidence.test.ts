/** Files crafted by the rules of their formats: the hostile ones are refused, the innocent ones are taken. */
import { expect, test } from 'vitest';
import { typeFaults } from '../../src/review/file/type-faults.ts';
import { readFileType } from '../../src/review/file/file-type.ts';
import { craftedEvidence } from './evidence.ts';
import type { Intent } from './kinds.ts';

function outcome(what: string): string[] {
  const file = craftedEvidence[what];
  if (file === undefined) throw new RangeError(what);
  return typeFaults(file.name, readFileType(file.bytes())).map(({ severity }) => severity);
}

const named = (intent: Intent): string[] =>
  Object.entries(craftedEvidence).flatMap(([what, file]) => (file.intent === intent ? [what] : []));

const hostile = named('hostile');
const telling = named('telling');
const innocent = named('innocent');

test.each(hostile)('构造的佐证会运行、夹带或不完整，被拒绝：%s', (what) => {
  expect(outcome(what)).toContain('fault');
});

test.each(telling)('构造的佐证看不见的地方写着人或地点，提醒：%s', (what) => {
  const found = outcome(what);
  expect(found).toContain('warning');
  expect(found).not.toContain('fault');
});

test.each(innocent)('构造的佐证写法少见但没有问题，收下：%s', (what) => {
  expect(outcome(what)).toEqual([]);
});

test('构造得够多', () => {
  expect(hostile.length).toBeGreaterThan(100);
  expect(innocent.length).toBeGreaterThan(40);
});
