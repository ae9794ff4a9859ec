/** 读 YAML: one record, strictly, or every reason why it is none. */
import { expect, test } from 'vitest';
import { readYaml } from '../../../src/ledger/yaml/yaml.ts';

const read = (text: string | Uint8Array, most?: number) =>
  readYaml('units/a.yaml', typeof text === 'string' ? new TextEncoder().encode(text) : text, most);

/** `rule line:col` of each fault. */
function faults(text: string | Uint8Array, most?: number): string[] {
  const reading = read(text, most);
  return reading.ok
    ? []
    : reading.faults.map(({ rule, line, col }) => `${rule} ${String(line)}:${String(col)}`);
}

test('一条记录，连同原文', () => {
  const source = 'name: 甲\nlist: [1, true, 2024-01-01]\n';
  expect(read(source)).toEqual({
    ok: true,
    value: { name: '甲', list: [1, true, '2024-01-01'] },
    source,
  });
});

test.each<[string, string | Uint8Array, string[]]>([
  ['空文件', '', ['empty 1:1']],
  ['只有注释', '# 甲\n', ['empty 1:1']],
  ['只有空值', 'null\n', ['empty 1:1']],
  ['一段文字', '甲乙丙\n', ['record 1:1']],
  ['一个列表', '- 甲\n', ['record 1:1']],
  ['Windows 换行', 'name: 甲\r\n', ['line-ends 1:8']],
  ['看不见的字符', 'name: 甲\u202e\n', ['characters 1:8']],
  ['转义写的看不见的字符', 'name: "甲\\u202e"\n', ['characters 1:7']],
  ['栏目名里转义写的', 'a: { "甲\\u202e": 1 }\n', ['characters 1:6']],
  ['不是 UTF-8', new Uint8Array([0xb2, 0xe2, 0x0a]), ['encoding 1:1']],
  ['锚点', 'name: &a 甲\n', ['anchor 1:7']],
  ['没有结构错、语法错', 'name: [甲\n', ['syntax 2:1']],
])('%s', (_, text, found) => {
  expect(faults(text)).toEqual(found);
});

test('太大的不读，说上限', () => {
  const reading = read(`name: ${'甲'.repeat(800)}\n`, 1024);
  expect(reading).toMatchObject({ ok: false, source: undefined });
  expect(!reading.ok && reading.faults[0]?.message).toBe('文件有 3 KB，超过 1 KB 的上限');
  expect(faults('a: 1\n', 5)).toEqual([]);
});

test('一种错说五处，其余说个数', () => {
  const reading = read(
    Array.from({ length: 8 }, (_, i) => `a${String(i)}: &x${String(i)} 1\n`).join(''),
  );
  const told = reading.ok ? [] : reading.faults.map(({ message }) => message);
  expect(told).toHaveLength(5);
  expect(told[3]).not.toContain('还有');
  expect(told[4]).toContain('（这样的还有 3 处）');
});
