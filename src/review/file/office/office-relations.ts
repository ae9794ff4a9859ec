/** 关系: what the parts of an office file lead to. Nothing outside but links that somebody clicks. */
import { posix } from 'node:path';
import type { Archive } from '../../../paper/zip/archive.ts';
import { attribute, attributes, elements, readXml, type XmlNode } from '../../../paper/zip/xml.ts';
import { RELATION_OWNERS, RELATIONS } from './office-lists.ts';
import { isPlainLink } from './plain-link.ts';
import { AS_PICTURE, type FileRefusal, SAVE_AGAIN } from '../reading.ts';

/** Relationships of one part, unpacked. Bytes; real ones take some kilobytes. */
const MOST_RELATIONSHIPS = 4_000_000;

export const fileRefusal = (message: string, remedy = AS_PICTURE): FileRefusal => ({
  message,
  remedy,
});
export const BROKEN = fileRefusal('压缩格式的文件不完整或不合规范', SAVE_AGAIN);
export const MACRO = fileRefusal('文件带有宏', SAVE_AGAIN);
export const OBJECT = fileRefusal('文件里嵌有其他程序的对象');
export const FETCHES = fileRefusal(
  '文件打开时会到网上或别的文件里取内容',
  '断开链接后另存，或改交截图、PDF',
);

/** Why the relationships of a part are refused; workbooks that charts need are added to `embedded`. */
export function relationTrouble(
  archive: Archive,
  name: string,
  embedded: Set<string>,
): FileRefusal | undefined {
  const bytes = archive.unpack(name, MOST_RELATIONSHIPS);
  if (bytes === undefined) return BROKEN;
  const owner = posix.join(posix.dirname(name), '..', posix.basename(name, '.rels'));
  const root = readXml(bytes);
  // A list and nothing else: no entry within another element, no attribute in the name of another.
  if (root.name !== 'Relationships' || elements(root).some(isStrange)) return BROKEN;
  for (const node of elements(root)) {
    const type = attribute(node, 'Type') ?? '';
    const target = attribute(node, 'Target') ?? '';
    const mode = attribute(node, 'TargetMode') ?? 'Internal';
    const word = type.replace(/^.*\//u, '').toLowerCase();
    if (mode !== 'External' && mode !== 'Internal') return BROKEN;
    if (mode === 'Internal' && /^\s*(?:[a-z][a-z\d+.-]*:|\\\\|\/\/)/iu.test(target)) return FETCHES;
    if (mode === 'External') {
      if (word === 'attachedtemplate')
        return fileRefusal('文件打开时会到别处取模板', '去掉模板后另存，或改交 PDF');
      if (word !== 'hyperlink') return FETCHES;
      if (!isPlainLink(target))
        return fileRefusal(
          '文件里有打开本机文件、共享文件夹或程序的链接',
          '取消这些链接后另存，或改交 PDF',
        );
    }
    if (word === 'vbaproject' || word === 'xlmacrosheet') return MACRO;
    if (word === 'oleobject' || word === 'control') return OBJECT;
    if (word === 'externallink' || word === 'connections' || word === 'querytable') return FETCHES;
    if (!RELATION_OWNERS.test(type) || !RELATIONS.has(word))
      return fileRefusal(`文件里有不认识的关系（${wordInSentence(type)}）`, SAVE_AGAIN);
    if (word === 'package') {
      if (!/\/charts\//u.test(owner)) return OBJECT;
      embedded.add(
        target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(owner), target),
      );
    }
  }
  return undefined;
}

const PLAIN = new Set(['Id', 'Type', 'Target', 'TargetMode']);

function isStrange(node: XmlNode): boolean {
  const names = attributes(node).map(({ name }) => name);
  return (
    node.name !== 'Relationship' ||
    elements(node).length > 0 ||
    names.some((name) => !PLAIN.has(name)) ||
    new Set(names).size < names.length
  );
}

/** A word of a file in a sentence. */
export function wordInSentence(word: string): string {
  return word.replaceAll(/[^\w./:\-\p{Script=Han}]/gu, '?').slice(-60);
}
