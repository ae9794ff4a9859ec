/** XML as a tree: names without prefix, entities, quotes, what is refused. */
import { expect, test } from 'vitest';
import { Refused } from '../../../src/paper/limits.ts';
import {
  attribute,
  descendants,
  element,
  elements,
  readXml,
  textIn,
} from '../../../src/paper/zip/xml.ts';

const read = (text: string) => readXml(new TextEncoder().encode(text));
const refusal = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Refused) return error.refusal.problem;
    throw error;
  }
  return '读了';
};

test('名字不带前缀，引号里的尖括号和等号不算', () => {
  const node = read(
    `<?xml version="1.0"?><!-- <x> --><w:a w:b="1>2" c='d="e"' r:id = "3"><w:i/>字</w:a>`,
  );
  expect(node.name).toBe('a');
  expect(attribute(node, 'b')).toBe('1>2');
  expect(attribute(node, 'c')).toBe('d="e"');
  expect(attribute(node, 'd')).toBeUndefined();
  expect(attribute(node, 'id')).toBe('3');
  expect(attribute(node, 'constructor')).toBeUndefined();
  expect(textIn(node)).toBe('字');
  expect(elements(node).map(({ name }) => name)).toEqual(['i']);
});

test('字符引用和五个实体换成字，别的照写；CDATA 照读', () => {
  expect(textIn(read('<a>&lt;&#20013;&#x56FD;&amp;lt; &nbsp;<![CDATA[<b>]]></a>'))).toBe(
    '<中国&lt; &nbsp;<b>',
  );
});

test.each([
  ['没有收尾', '<a><b></a>'],
  ['多一个收尾', '<a></a></b>'],
  ['标签没写完', '<a b="'],
  ['空的', ''],
])('不合规范的不读：%s', (_, text) => {
  expect(refusal(text)).toBe('文件不完整，打不开');
});

test('定义实体的不读，套得太深的不读', () => {
  expect(refusal('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toContain('实体定义');
  expect(refusal(`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`)).toContain('256 层');
});

test('边读边交出去的不留在树里', () => {
  const taken: string[] = [];
  const root = readXml(new TextEncoder().encode('<a><b>1</b><c><b>2</b></c></a>'), (node, above) => {
    if (node.name !== 'b') return false;
    taken.push(`${above.map(({ name }) => name).join('/')}:${textIn(node)}`);
    return true;
  });
  expect(taken).toEqual(['/a:1', '/a/c:2']);
  expect(descendants(root, 'b')).toEqual([]);
  expect(element(root, 'c')).toBeDefined();
});

test('UTF-16 和国标编码的 XML 也读', () => {
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a>中</a>', 'utf16le')]);
  expect(textIn(readXml(wide))).toBe('中');
  const national = Buffer.from([0x3c, 0x61, 0x3e, 0xd6, 0xd0, 0x3c, 0x2f, 0x61, 0x3e]);
  expect(textIn(readXml(national))).toBe('中');
});
