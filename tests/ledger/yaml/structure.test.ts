/** 结构: what YAML allows and the ledger refuses, each named at its place. */
import { parseEvents } from 'js-yaml';
import { expect, test } from 'vitest';
import { Positions } from '../../../src/ledger/yaml/position.ts';
import { isPlain, structureFaults } from '../../../src/ledger/yaml/structure.ts';

/** `rule line:col` of each fault. */
function faults(source: string): string[] {
  const positions = new Positions(source);
  return structureFaults(
    positions,
    parseEvents(source, {}),
    (rule, message, remedy, place = { line: 0, col: 0 }) => {
      return { file: 'a.yaml', ...place, rule, severity: 'fault', message, remedy };
    },
  ).map(({ rule, line, col }) => `${rule} ${String(line)}:${String(col)}`);
}

test.each([
  ['甲: 1\n---\n乙: 2\n', ['documents 2:1']],
  ['%YAML 1.2\n---\n甲: 1\n', ['directive 1:1']],
  ['甲: &x 1\n', ['anchor 1:4']],
  ['甲: !!str 1\n', ['tag 1:4']],
  ['甲: &x 1\n乙: *x\n', ['anchor 1:4', 'alias 2:4']],
  ['甲: { <<: { 乙: 1 } }\n', ['merge-key 1:6']],
  ['甲: { __proto__: 1 }\n', ['proto 1:6']],
  ['甲: { "\\x5f_proto__": 1 }\n', ['proto 1:6']],
  ['甲: 1\n乙: 2\n甲: 3\n', ['duplicate-key 3:1']],
  ['甲: 1\n"甲": 3\n', ['duplicate-key 2:1']],
  ['? [一]\n: 二\n', ['complex-key 1:3']],
])('%j', (source, found) => {
  expect(faults(source)).toEqual(found);
});

test('写了两次的栏目，里面的不再一一说', () => {
  expect(faults('甲: { 乙: 1 }\n甲: { 乙: 1, 乙: 2 }\n')).toEqual(['duplicate-key 2:1']);
});

test.each([
  '甲: 1\n---\n乙: 2\n',
  '%YAML 1.2\n---\n甲: 1\n',
  '甲: &x 1\n',
  '甲: !!str 1\n',
  '甲: { <<: 1 }\n',
  '甲: { __proto__: 1 }\n',
  '甲: "\\x41"\n',
])('%j 要细看', (source) => {
  expect(isPlain(source, parseEvents(source, {}))).toBe(false);
});

test('平常的记录没有一处要说，也不必细看', () => {
  const source = '甲: 1\n乙: [一, { 丙: 二 }]\n丁: |-\n  --- 不是分隔\n';
  expect(faults(source)).toEqual([]);
  expect(isPlain(source, parseEvents(source, {}))).toBe(true);
});
