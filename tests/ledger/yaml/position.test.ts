import fc from 'fast-check';
import { load, parseEvents } from 'js-yaml';
import { expect, test } from 'vitest';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { nodesOf, type DataPath } from '../../../src/ledger/yaml/node.ts';
import { Positions } from '../../../src/ledger/yaml/position.ts';
import { issue } from '../../../src/schema/issue.ts';
import { recordOf } from '../arbitrary.ts';

const source = `# 说明
单位: 甲
row: 12
problems: [未备案, "停用, 未注销" ]  # 两类
deadline: { text: '5月底', kind: fixed, dueOn: 2020-05-31 }
readings:
  - field: listed
    note: 照录
  - { field: row, note: 🙂照录 }
finding: |-
  第一条
  第二条
empty:
last: "完"
`;
const positions = new Positions(source);
const place = (path: DataPath, at: 'key' | 'value' = 'value') => {
  const { line, col } = positions.of(path, at);
  return `${line}:${col}`;
};

test.each<[DataPath, string, string]>([
  [['单位'], '2:1', '2:5'],
  [['row'], '3:1', '3:6'],
  [['problems', 0], '4:12', '4:12'],
  [['problems', 1], '4:17', '4:17'],
  [['deadline', 'text'], '5:13', '5:19'],
  [['deadline', 'dueOn'], '5:39', '5:46'],
  [['readings', 0, 'note'], '8:5', '8:11'],
  [['readings', 1], '9:5', '9:5'],
  [['readings', 1, 'note'], '9:19', '9:25'],
  [['finding'], '10:1', '11:1'],
  [['last'], '14:1', '14:7'],
])('%j 的栏目名和内容各在哪里，列按字数', (path, key, value) => {
  expect(place(path, 'key')).toBe(key);
  expect(place(path)).toBe(value);
});

test('没有写内容的栏目，指到栏目名', () => {
  expect(place(['empty'])).toBe('13:1');
});

test('缺的栏目指到最近的上一层', () => {
  expect(place(['deadline', 'kind2'])).toBe('5:1');
  expect(place(['readings', 0, 'x', 'y'])).toBe('7:5');
  expect(place(['readings', 7])).toBe('6:1');
  expect(place(['nothing'])).toBe('2:1');
  expect(new Positions('').of(['a'])).toEqual({ line: 1, col: 1 });
});

test('任意偏移的行列与逐行数出来的相同', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: 'grapheme', maxLength: 9 }).filter((text) => !text.includes('\n')),
        { maxLength: 9 },
      ),
      fc.nat(),
      (lines, pick) => {
        const text = lines.join('\n');
        const starts = lines.flatMap((line, index) =>
          [...line, ''].map((_, col, all) => ({
            offset:
              lines.slice(0, index).join('\n').length +
              (index > 0 ? 1 : 0) +
              all.slice(0, col).join('').length,
            line: index + 1,
            col: col + 1,
          })),
        );
        const chosen = starts[pick % Math.max(1, starts.length)];
        if (!chosen) return;
        expect(new Positions(text).at(chosen.offset)).toEqual({
          line: chosen.line,
          col: chosen.col,
        });
      },
    ),
  );
  expect(new Positions('甲\n乙').at(99)).toEqual({ line: 2, col: 2 });
  expect(new Positions('甲\n乙').at(-1)).toEqual({ line: 1, col: 1 });
});

test('任意记录里，每一处内容的起止都对得上它的文字', () => {
  fc.assert(
    fc.property(recordOf(issue), (record) => {
      const text = canonical('issue', issue.parse(record));
      const value = load(text);
      for (const node of nodesOf(text, parseEvents(text, {}))) {
        if (node.block || node.path.length === 0) continue;
        const piece = text.slice(node.valueStart, node.valueEnd);
        const wanted = node.path.reduce<unknown>(
          (at, key) => (at as Record<string | number, unknown>)[key],
          value,
        );
        const indent = ' '.repeat(
          node.valueStart - (text.lastIndexOf('\n', node.valueStart - 1) + 1),
        );
        expect(load(indent + piece)).toEqual(wanted);
      }
    }),
    { numRuns: 100 },
  );
});
