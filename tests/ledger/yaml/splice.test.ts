import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { addKey, renameKey, setValue } from '../../../src/ledger/yaml/splice.ts';
import { issue } from '../../../src/schema/issue.ts';
import { layout, type LayoutKind } from '../../../src/schema/layout.ts';
import { anyText, recordOf } from '../arbitrary.ts';

const source = `# 清单第 1 行
campaign: zx # 专项
row: 1
problems: [stale, rules] # 两类
deadline: { text: 3月底, kind: fixed, dueOn: 2026-03-31 } # 原文
finding: "更新
  不及时"
measures: |-
  第一条
  第二条

readings:
  # 有争议
  - field: listed # 甲
    note: 照录
  - { field: row, note: 照录 }
note:
`;

test('改一个值，注释、次序和别处的写法都不变', () => {
  expect(setValue(source, ['row'], 12)).toBe(source.replace('row: 1\n', 'row: 12\n'));
  expect(setValue(source, ['problems', 1], '制度, 不全')).toBe(
    source.replace('rules]', "'制度, 不全']"),
  );
  expect(setValue(source, ['deadline', 'dueOn'], '2026-04-30')).toBe(
    source.replace('2026-03-31', '2026-04-30'),
  );
  expect(setValue(source, ['finding'], '无误')).toBe(source.replace('"更新\n  不及时"', '无误'));
  expect(setValue(source, ['measures'], '一条')).toBe(
    source.replace('|-\n  第一条\n  第二条', '一条'),
  );
  expect(setValue(source, ['readings', 0, 'field'], 'row')).toBe(
    source.replace('listed #', 'row #'),
  );
  expect(setValue(source, ['readings', 1, 'note'], '另录')).toBe(
    source.replace('note: 照录 }', 'note: 另录 }'),
  );
  expect(setValue(source, ['note'], '补上')).toBe(
    source.replace('note:\n', 'note: 补上\n').replace('note: 补上\n  - {', 'note:\n  - {'),
  );
});

test('一行换成多行，多行换成一行', () => {
  expect(setValue(source, ['row'], '甲\n乙')).toBe(source.replace('row: 1', 'row: |-\n  甲\n  乙'));
  expect(setValue(source, ['readings'], [])).toContain('\nreadings:\n  # 有争议\n  []\nnote:');
  expect(setValue('a:\n  - 1\n  - 2\nb: 3\n', ['a'], [])).toBe('a: []\nb: 3\n');
});

test('冒号后面有注释的，注释留着', () => {
  expect(setValue('a: # 说明\n  b: 1\nc: 2\n', ['a'], { b: 2 })).toBe(
    'a: # 说明\n  { b: 2 }\nc: 2\n',
  );
});

test('加一个栏目：在一行的组里，在分行的组里，在列表的一项里', () => {
  expect(addKey(source, ['deadline'], 'time', '18:00')).toBe(
    source.replace('2026-03-31 }', "2026-03-31, time: '18:00' }"),
  );
  expect(addKey(source, [], 'origin', 'city', { after: 'row' })).toBe(
    source.replace('row: 1\n', 'row: 1\norigin: city\n'),
  );
  expect(addKey(source, [], 'origin', 'city', { after: 'measures' })).toBe(
    source.replace('第二条\n', '第二条\norigin: city\n'),
  );
  expect(addKey(source, ['readings', 0], 'by', '某人')).toBe(
    source.replace('    note: 照录\n', '    note: 照录\n    by: 某人\n'),
  );
  expect(addKey('a: {}\n', ['a'], 'b', 1)).toBe('a: { b: 1 }\n');
  expect(addKey('a: 1', [], 'b', 2)).toBe('a: 1\nb: 2\n');
});

test('已有的栏目不能再加，没有的不能改', () => {
  expect(() => addKey(source, [], 'row', 2)).toThrow(RangeError);
  expect(() => setValue(source, ['column'], 2)).toThrow(RangeError);
  expect(() => setValue('a: 1\na: 2\n', ['a'], 2)).toThrow(RangeError);
});

test('栏目改名，值和注释不变', () => {
  expect(renameKey(source, ['campaign'], 'special')).toBe(source.replace('campaign:', 'special:'));
  expect(renameKey(source, ['deadline', 'dueOn'], 'until')).toBe(
    source.replace('dueOn:', 'until:'),
  );
});

const records = (Object.keys(layout) as LayoutKind[]).map((kind) =>
  recordOf(layout[kind].schema).map((record) => ({ kind, record })),
);

test('任意记录的任意文字都能单独改，其余不变', () => {
  fc.assert(
    fc.property(fc.oneof(...records), anyText, fc.nat(), ({ kind, record }, replacement, pick) => {
      const text = canonical(kind, layout[kind].schema.parse(record));
      const paths = textPaths(load(text), []);
      const path = paths[pick % paths.length];
      if (!path) return;
      // setValue itself throws unless only this value changed
      expect(setValue(text, path, replacement)).not.toBe('');
    }),
    { numRuns: 120 },
  );
});

test('任意记录都能加一个栏目，值任意', () => {
  fc.assert(
    fc.property(recordOf(issue), anyText, (record, added) => {
      const text = canonical('issue', issue.parse(record));
      const after = Object.keys(load(text) as object)[0];
      expect(addKey(text, [], 'added', added)).toContain('\nadded:');
      expect(addKey(text, [], 'added', { a: [added] }, { after })).toContain('\nadded:');
      expect(addKey(text, ['deadline'], 'added', added)).toContain('added:');
    }),
    { numRuns: 60 },
  );
});

function textPaths(value: unknown, path: (string | number)[]): (string | number)[][] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    textPaths(held, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
