/**
 * 办公文件: documents, sheets and OFD, taken part by part. Every part must be of a kind that such files have and be what
 * it says it is; nothing may lead outside but links that somebody clicks.
 */
import { posix } from 'node:path';
import { decodeText } from '../../../paper/decode.ts';
import { magicOf } from '../../../paper/magic.ts';
import { limits, Refused } from '../../../paper/limits.ts';
import { type Said, saidTogether } from '../../../paper/image/metadata.ts';
import { type Archive, openArchive } from '../../../paper/zip/archive.ts';
import {
  attribute,
  attributes,
  elements,
  readXml,
  unescaped,
  type XmlNode,
} from '../../../paper/zip/xml.ts';
import { fieldTrouble } from './field.ts';
import { formulaTrouble } from './formula.ts';
import { ofdTrouble } from './ofd-file.ts';
import {
  CLICKED,
  EMBEDDED,
  MAIN,
  MERGE,
  OTHER_TYPES,
  PICTURE_TYPES,
  SVG_TYPE,
  VML_TYPE,
  XML_TYPES,
} from './office-lists.ts';
import {
  BROKEN,
  FETCHES,
  MACRO,
  fileRefusal,
  OBJECT,
  relationTrouble,
  wordInSentence,
} from './office-relations.ts';
import { type OfficeFile, pictureTrouble } from '../picture-file.ts';
import { isPlainLink } from './plain-link.ts';
import { type FileRefusal, NO_DOCUMENT, SAVE_AGAIN, type TypeReading } from '../reading.ts';
import { svgTrouble } from './svg.ts';
import { ownText, saidByXml } from './xml-said.ts';

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
    return trouble ?? { type, said: saidTogether(said), unfolded: archive.unpackedSize };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return fileRefusal(error.refusal.problem, SAVE_AGAIN);
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
  const stranger = fileRefusal(
    `文件里有文档以外的部件（${wordInSentence(posix.basename(name))}）`,
    SAVE_AGAIN,
  );
  if (type === undefined) return stranger;
  if (/macro|vba/iu.test(type)) return MACRO;
  if (/activeX|oleObject/iu.test(type)) return OBJECT;
  if (/externalLink|connections|queryTable|volatileDependencies/u.test(type)) return FETCHES;
  const bytes = file.archive.unpack(name, limits.part.most);
  if (bytes === undefined) return BROKEN;
  if (PICTURE_TYPES.has(type)) return pictureTrouble(file, bytes);
  if (XML_TYPES.has(type)) return xmlTrouble(file, bytes, type === SVG_TYPE);
  if (type === VML_TYPE) return vmlTrouble(file, bytes);
  if (type === EMBEDDED && file.mayEmbed && embedded.has(name)) {
    const inner = readPackage(bytes, false);
    if (!('type' in inner)) return inner;
    file.hear(inner.said);
    return inner.type === 'xlsx' ? undefined : OBJECT;
  }
  if (!OTHER_TYPES.has(type)) return type === EMBEDDED ? OBJECT : stranger;
  return magicOf(bytes) === undefined ? undefined : OBJECT;
}

/** Why a part that is XML is refused; tells what it says. */
function xmlTrouble(
  file: OfficeFile,
  bytes: Uint8Array,
  isPicture: boolean,
): FileRefusal | undefined {
  const root = readXml(bytes);
  if (root.name === 'macrosheet') return MACRO;
  if (isPicture || root.name === 'svg') {
    const trouble = svgTrouble(root, bytes);
    if (trouble) return trouble;
  }
  file.hear(saidByXml(root));
  return fieldTrouble(root) ?? nodeTrouble(root);
}

/** VML need not be XML to the letter: what cannot be read as such is looked through as text. */
function vmlTrouble(file: OfficeFile, bytes: Uint8Array): FileRefusal | undefined {
  const text = unescaped(decodeText(bytes).text);
  if (VML_FETCHES.test(text)) return FETCHES;
  try {
    const root = readXml(bytes);
    file.hear(saidByXml(root));
    return nodeTrouble(root);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (/FmlaMacro/iu.test(text)) return MACRO;
    file.hear({ position: false, person: false, texts: [text] });
    return undefined;
  }
}

const VML_FETCHES = /(?:src|href|relid)\s*=\s*["']?\s*(?:https?:|ftp:|file:|\\\\|\/\/)/iu;
/** An address with its kind, a drive, a shared folder. */
const ADDRESS = /^\s*(?:[a-z][a-z\d+.-]*:|\\\\|\/\/)/iu;
/** A macro of this book itself, of which there is none. */
const OWN_MACRO = /^\s*(?:\[0\]!)?[\p{L}\p{N}_.]*\s*$/u;
/** Names of attributes that lead somewhere. */
const LEADING = /macro|src|href/u;
const FORMULAS = /^f$|formula|^definedName$/iu;

/** Looks through a part for what acts, fetches or leads to files. */
function nodeTrouble(node: XmlNode): FileRefusal | undefined {
  if (node.name === 'altChunk' || node.name === 'ddeLink' || node.name === 'oleLink')
    return FETCHES;
  if (/^(?:object|oleObject)$/iu.test(node.name))
    if (attributes(node).some(({ name }) => /^progId$/iu.test(name))) return OBJECT;
  if (node.name === 'mailMerge' && elements(node).some(({ name }) => !MERGE.has(name)))
    return FETCHES;
  if (node.name === 'FmlaMacro' && !OWN_MACRO.test(ownText(node))) return MACRO;
  const formula = FORMULAS.test(node.name) ? formulaTrouble(ownText(node)) : undefined;
  if (formula) return formula;
  const leading = LEADING.test(node.raw) ? attributes(node) : [];
  for (const { name, value } of leading) {
    if (name === 'macro' && !OWN_MACRO.test(value)) return MACRO;
    if ((name === 'src' || name === 'althref') && ADDRESS.test(value)) return FETCHES;
    if (name === 'href' && !(CLICKED.has(node.name) ? isPlainLink(value) : !ADDRESS.test(value)))
      return FETCHES;
  }
  for (const child of elements(node)) {
    const trouble = nodeTrouble(child);
    if (trouble) return trouble;
  }
  return undefined;
}
