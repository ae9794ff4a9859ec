/** 结点: where each value of a YAML text begins and ends, by its path. */
import { parseEvents } from 'js-yaml';
import { expect, test } from 'vitest';
import { nodesOf } from '../../../src/ledger/yaml/node.ts';

/** `path type 原文` of each node; the key before the colon where it has one. */
function nodes(source: string): string[] {
  return nodesOf(source, parseEvents(source, {})).map((node) => {
    const key = source.slice(node.keyStart, node.keyEnd);
    const value = source.slice(node.valueStart, node.valueEnd).replaceAll('\n', '⏎');
    const flags = `${node.block ? ' 块' : ''}${node.isKey ? ' 键' : ''}`;
    return `/${node.path.join('/')} ${node.type}${flags} ${key === '' ? '' : `${key}：`}${value}`;
  });
}

test('键值：值连同引号，没有写的值在键的末尾', () => {
  expect(nodes(`甲: 1\n乙: '2'\n丙: "3"\n丁:\n`)).toEqual([
    `/ mapping 甲: 1⏎乙: '2'⏎丙: "3"⏎丁`,
    '/甲 scalar 甲：1',
    `/乙 scalar 乙：'2'`,
    '/丙 scalar 丙："3"',
    '/丁 scalar 丁：',
  ]);
});

test('列表按次序，里面的键值各有路径', () => {
  expect(nodes('甲:\n  - 一\n  - 乙: 二\n').slice(1)).toEqual([
    '/甲 sequence 甲：- 一⏎  - 乙: 二',
    '/甲/0 scalar 一',
    '/甲/1 mapping 乙: 二',
    '/甲/1/乙 scalar 乙：二',
  ]);
});

test('括号写的，到它的右括号；注释里的括号不算', () => {
  expect(nodes('甲: [一, 二 ] # ]\n乙: {} \n丙: [ # ]\n  三 ]\n').slice(1)).toEqual([
    '/甲 sequence 甲：[一, 二 ]',
    '/甲/0 scalar 一',
    '/甲/1 scalar 二',
    '/乙 mapping 乙：{}',
    '/丙 sequence 丙：[ # ]⏎  三 ]',
    '/丙/0 scalar 三',
  ]);
});

test('成块的文字', () => {
  expect(nodes('甲: |-\n  一\n  二\n乙: >-\n  三\n').slice(1)).toEqual([
    '/甲 scalar 块 甲：  一⏎  二⏎',
    '/乙 scalar 块 乙：  三⏎',
  ]);
});

test('引用；作键的列表；写了两次的键有两个结点', () => {
  expect(nodes('甲: &x 1\n乙: *x\n').slice(1)).toEqual(['/甲 scalar 甲：1', '/乙 alias 乙：*x']);
  expect(nodes('? [一]\n: 二\n').slice(1)).toEqual([
    '/ sequence 键 [：[一]',
    '//0 scalar 一',
    '/ scalar [：二',
  ]);
  expect(nodes('甲: 1\n甲: 2\n').slice(1)).toEqual(['/甲 scalar 甲：1', '/甲 scalar 甲：2']);
});
