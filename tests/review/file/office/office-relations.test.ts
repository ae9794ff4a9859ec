/** 关系: what the parts of an office file lead to. */
import { expect, test } from 'vitest';
import { openArchive } from '../../../../src/paper/zip/archive.ts';
import {
  relationTrouble,
  wordInSentence,
} from '../../../../src/review/file/office/office-relations.ts';
import { packed } from '../../../paper/made.ts';

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What is said of a list of relationships, and the workbooks that it embeds. */
function read(list: string, name = 'word/_rels/document.xml.rels') {
  const archive = openArchive(packed({ [name]: list }), 10);
  if (archive === undefined) throw new Error('no archive');
  const embedded = new Set<string>();
  return { said: relationTrouble(archive, name, embedded)?.message, embedded: [...embedded] };
}
const one = (type: string, target: string, more = '') =>
  `<Relationships><Relationship Id="a" Type="${type.includes(':') ? type : `${TYPES}/${type}`}" Target="${target}" ${more}/></Relationships>`;
const OUT = 'TargetMode="External"';
const FETCHES = '文件打开时会到网上或别的文件里取内容';
const BROKEN = '压缩格式的文件不完整或不合规范';

test.each([
  ['image', 'media/a.png', ''],
  ['styles', '/word/styles.xml', ''],
  ['hyperlink', 'https://example.cn/a', OUT],
  ['hyperlink', 'mailto:a@example.cn', OUT],
])('平常的 %s → %s', (type, target, more) => {
  expect(read(one(type, target, more)).said).toBeUndefined();
});

test.each([
  ['image', 'https://example.cn/a.png', OUT, FETCHES],
  ['image', '\\\\server\\a.png', '', FETCHES],
  ['image', ' file:///a.png', '', FETCHES],
  ['attachedTemplate', 'https://example.cn/a.dotm', OUT, '文件打开时会到别处取模板'],
  ['hyperlink', 'file:///c:/a.exe', OUT, '文件里有打开本机文件、共享文件夹或程序的链接'],
  ['vbaProject', 'vbaProject.bin', '', '文件带有宏'],
  ['oleObject', 'embeddings/a.bin', '', '文件里嵌有其他程序的对象'],
  ['package', 'embeddings/a.xlsx', '', '文件里嵌有其他程序的对象'],
  ['externalLink', 'a.xml', '', FETCHES],
  ['connections', 'a.xml', '', FETCHES],
  ['image', 'a.png', 'TargetMode="Elsewhere"', BROKEN],
  ['image', 'a.png', 'extra="1"', BROKEN],
])('不收 %s → %s %s', (type, target, more, said) => {
  expect(read(one(type, target, more)).said).toBe(said);
});

test('不认识的关系，说出它的种类', () => {
  expect(read(one(`${TYPES}/strange`, 'a.xml')).said).toContain('/strange）');
  expect(read(one('http://example.cn/image', 'a.png')).said).toContain('不认识的关系');
});

test('不只是一张表的，不合规范', () => {
  expect(read('<Other/>').said).toBe(BROKEN);
  expect(read('<Relationships><Other/></Relationships>').said).toBe(BROKEN);
  expect(
    read(
      `<Relationships><Relationship Type="${TYPES}/image" Target="a"><b/></Relationship></Relationships>`,
    ).said,
  ).toBe(BROKEN);
});

test('图表带的数据表记下来，从图表的文件夹算起', () => {
  const list = one('package', '../embeddings/a.xlsx');
  expect(read(list, 'word/charts/_rels/chart1.xml.rels')).toEqual({
    said: undefined,
    embedded: ['word/embeddings/a.xlsx'],
  });
  expect(read(one('package', '/xl/b.xlsx'), 'xl/charts/_rels/chart1.xml.rels').embedded).toEqual([
    'xl/b.xlsx',
  ]);
});

test('句子里只有看得懂的字', () => {
  expect(wordInSentence('a<b>\u202e甲')).toBe('a?b??甲');
  expect(wordInSentence('a'.repeat(100))).toHaveLength(60);
});
