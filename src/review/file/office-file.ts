/**
 * 办公文件: documents, sheets and OFD, taken part by part. Every part must be of a kind that such files have and be what
 * it says it is; nothing may lead outside but links that somebody clicks.
 */
import { posix } from 'node:path';
import { magicOf } from '../../paper/magic.ts';
import { limits, Refused } from '../../paper/limits.ts';
import { NOTHING_SAID, type Said, together } from '../../paper/image/metadata.ts';
import { type Archive, openArchive } from '../../paper/zip/archive.ts';
import { attribute, elements, readXml, textIn, type XmlNode } from '../../paper/zip/xml.ts';
import { fieldTrouble } from './field.ts';
import { ofdTrouble } from './ofd-file.ts';
import {
  EMBEDDED,
  FORMULA,
  MAIN,
  OTHER_TYPES,
  PICTURE_TYPES,
  VML_TYPE,
  XML_TYPES,
} from './office-lists.ts';
import { BROKEN, FETCHES, MACRO, no, OBJECT, relationTrouble, shown } from './office-relations.ts';
import { type OfficeFile, pictureTrouble } from './picture-file.ts';
import { type FileRefusal, NO_DOCUMENT, SAVE_AGAIN, type TypeReading } from './reading.ts';

/** Entries of a document; real ones have some hundred. */
const MOST_ENTRIES = 20_000;

/** Reads the type of a file that begins as a zip does. */
export function readOffice(bytes: Uint8Array): TypeReading {
  return readPackage(bytes, true);
}

function readPackage(bytes: Uint8Array, mayEmbed: boolean): TypeReading {
  const archive = openArchive(bytes, MOST_ENTRIES);
  if (archive === undefined || !archive.isTight) return BROKEN;
  const type = archive.names.includes('word/document.xml')
    ? 'docx'
    : archive.names.includes('xl/workbook.xml')
      ? 'xlsx'
      : archive.names.includes('OFD.xml')
        ? 'ofd'
        : undefined;
  if (type === undefined) return NO_DOCUMENT;
  try {
    archive.verify();
    const said: Said[] = [];
    const file: OfficeFile = {
      archive,
      mayEmbed,
      hear: (one) => {
        said.push(one);
      },
    };
    const trouble = type === 'ofd' ? ofdTrouble(file) : partsTrouble(file, MAIN[type]);
    return trouble ?? { type, said: together(said), unfolded: archive.unpackedSize };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.refusal.problem, SAVE_AGAIN);
  }
}

const TYPES = '[Content_Types].xml';

function partsTrouble(file: OfficeFile, main: string): FileRefusal | undefined {
  const { archive } = file;
  const typeOf = contentTypes(archive);
  const names = archive.names.filter((name) => name !== TYPES && !name.endsWith('/'));
  const mainPart = main === MAIN.docx ? 'word/document.xml' : 'xl/workbook.xml';
  if (typeOf(mainPart) !== main)
    return /macroEnabled/iu.test(typeOf(mainPart) ?? '') ? MACRO : BROKEN;
  const embedded = new Set<string>();
  for (const name of names) {
    const relation = /\.rels$/iu.test(name) ? relationTrouble(archive, name, embedded) : undefined;
    if (relation) return relation;
  }
  for (const name of names) {
    const trouble = partTrouble(file, name, typeOf(name), embedded);
    if (trouble) return trouble;
  }
  return undefined;
}

/** The content type of a part, by its name, else by its ending; parameters behind it do not count. */
function contentTypes(archive: Archive): (name: string) => string | undefined {
  const bytes = archive.part(TYPES);
  const list = elements(bytes && readXml(bytes));
  const named = (element: string, key: string) =>
    new Map(
      list
        .filter(({ name }) => name === element)
        .map((node) => [
          (attribute(node, key) ?? '').toLowerCase(),
          (attribute(node, 'ContentType') ?? '').replace(/\s*;.*$/su, ''),
        ]),
    );
  const overrides = named('Override', 'PartName');
  const defaults = named('Default', 'Extension');
  return (name) => {
    if (/\.rels$/iu.test(name)) return 'application/vnd.openxmlformats-package.relationships+xml';
    const folded = name.toLowerCase();
    return overrides.get(`/${folded}`) ?? defaults.get(posix.extname(folded).slice(1));
  };
}

function partTrouble(
  file: OfficeFile,
  name: string,
  type: string | undefined,
  embedded: ReadonlySet<string>,
): FileRefusal | undefined {
  const stranger = no(`文件里有文档以外的部件（${shown(posix.basename(name))}）`, SAVE_AGAIN);
  if (type === undefined) return stranger;
  if (/macro|vba/iu.test(type)) return MACRO;
  if (/activeX|oleObject/iu.test(type)) return OBJECT;
  if (/externalLink|connections|queryTable|volatileDependencies/u.test(type)) return FETCHES;
  const bytes = file.archive.unpack(name, limits.part.most);
  if (bytes === undefined) return BROKEN;
  if (PICTURE_TYPES.has(type)) return pictureTrouble(file, bytes);
  if (XML_TYPES.has(type)) return xmlTrouble(file, bytes);
  if (type === VML_TYPE) return VML_FETCHES.test(bytes.toString('utf8')) ? FETCHES : undefined;
  if (type === EMBEDDED && file.mayEmbed && embedded.has(name)) {
    const inner = readPackage(bytes, false);
    if (!('type' in inner)) return inner;
    file.hear(inner.said);
    return inner.type === 'xlsx' ? undefined : OBJECT;
  }
  if (!OTHER_TYPES.has(type)) return type === EMBEDDED ? OBJECT : stranger;
  return magicOf(bytes) === undefined ? undefined : OBJECT;
}

const VML_FETCHES = /(?:src|href|relid)\s*=\s*["']?\s*(?:https?:|ftp:|file:|\\\\|\/\/)/iu;

const MAKERS = new Set(['creator', 'lastModifiedBy']);
const PARAGRAPHS = new Set(['p', 'si', 'is', 'comment', 'text', 'TextCode']);

function xmlTrouble(file: OfficeFile, bytes: Uint8Array): FileRefusal | undefined {
  const root = readXml(bytes);
  if (root.name === 'macrosheet') return MACRO;
  if (
    root.name === 'svg' &&
    /<script|<foreignObject|(?:href|src)\s*=\s*["']\s*(?:https?:|\/\/|javascript:)/iu.test(
      Buffer.from(bytes).toString('utf8'),
    )
  )
    return FETCHES;
  const fields = fieldTrouble(root);
  if (fields) return fields;
  const texts: string[] = [];
  const makers: string[] = [];
  const trouble = nodeTrouble(root, texts, makers);
  file.hear({ ...NOTHING_SAID, person: makers.length > 0, texts: [...texts, ...makers] });
  return trouble;
}

/** Looks through a part; gathers its paragraphs and the names of those who made it. */
function nodeTrouble(node: XmlNode, texts: string[], makers: string[]): FileRefusal | undefined {
  if (node.name === 'altChunk' || node.name === 'ddeLink' || node.name === 'oleLink')
    return FETCHES;
  if (node.name === 'object' || node.name === 'oleObject' || node.name === 'OLEObject') {
    if (attribute(node, 'progId') !== undefined || attribute(node, 'ProgID') !== undefined)
      return OBJECT;
  }
  if (node.name === 'imagedata' || node.name === 'fill')
    for (const key of ['src', 'href'])
      if (/^\s*(?:https?:|ftp:|file:|\\\\|\/\/)/iu.test(attribute(node, key) ?? '')) return FETCHES;
  if (node.name === 'f' || node.name === 'definedName' || node.name === 'formula1')
    if (FORMULA.test(textIn(node).replaceAll(/"[^"]*"|'[^']*'/gu, '')))
      return no('公式会取外面的内容或运行程序', '把公式转成数值（选择性粘贴）后另存');
  if (MAKERS.has(node.name) && textIn(node).trim() !== '') makers.push(textIn(node));
  if (PARAGRAPHS.has(node.name)) texts.push(textIn(node));
  for (const child of elements(node)) {
    const trouble = nodeTrouble(child, texts, makers);
    if (trouble) return trouble;
  }
  return undefined;
}
