/**
 * 单元格图片: pictures that stand in a cell instead of text. WPS names them in a formula, DISPIMG("ID_…"), and keeps
 * them in cellimages.xml; Excel marks the cell (vm) and leads to them by way of its “rich values”.
 */
import type { PictureBytes, PictureStore } from '../picture.ts';
import type { Archive } from '../zip/archive.ts';
import { partOf, type Relations, relationsOf, targetOf } from '../zip/part.ts';
import { attribute, descendants, element, elements, textIn } from '../zip/xml.ts';

export interface CellPictures {
  /** By the name in DISPIMG. */
  named: (name: string) => PictureBytes | undefined;
  /** By the mark of the cell, from 1; 'elsewhere' for a picture that Excel would fetch. */
  marked: (mark: number) => PictureBytes | 'elsewhere' | undefined;
}

/** `relations` are those of the workbook. */
export function cellPictures(
  archive: Archive,
  relations: Relations,
  pictures: PictureStore,
): CellPictures {
  const named = namedParts(archive, targetOf(relations, 'cellImage') ?? 'xl/cellimages.xml');
  const marked = markedParts(archive, relations);
  const picture = (part: string | undefined): PictureBytes | undefined =>
    part === undefined ? undefined : pictures.get(part);
  return {
    named: (name) => picture(named.get(name)),
    marked: (mark) => {
      const part = marked[mark - 1];
      return part === 'elsewhere' ? part : picture(part);
    },
  };
}

function namedParts(archive: Archive, part: string): Map<string, string> {
  const parts = new Map<string, string>();
  const list = partOf(archive, part);
  if (list === undefined) return parts;
  const relations = relationsOf(archive, part);
  for (const picture of descendants(list, 'pic')) {
    const name = attribute(element(picture, 'nvPicPr', 'cNvPr'), 'name');
    const id = attribute(element(picture, 'blipFill', 'blip'), 'embed');
    const target = relations.get(id ?? '')?.target;
    if (name !== undefined && target !== undefined) parts.set(name, target);
  }
  return parts;
}

/** For each mark the part of its picture. */
function markedParts(archive: Archive, relations: Relations): (string | undefined)[] {
  const metadata = partOf(archive, targetOf(relations, 'sheetMetadata'));
  if (metadata === undefined) return [];
  const types = elements(element(metadata, 'metadataTypes')).map((type) => attribute(type, 'name'));
  const rich = elements(metadata, 'futureMetadata').find(
    (future) => attribute(future, 'name') === 'XLRICHVALUE',
  );
  const values = elements(rich, 'bk').map((block) => attribute(descendants(block, 'rvb')[0], 'i'));
  const parts = richValueParts(archive, relations);
  return elements(element(metadata, 'valueMetadata'), 'bk').map((block) => {
    const record = element(block, 'rc');
    if (types[Number(attribute(record, 't') ?? 0) - 1] !== 'XLRICHVALUE') return undefined;
    const value = values[Number(attribute(record, 'v') ?? -1)];
    return value === undefined ? undefined : parts[Number(value)];
  });
}

/** For each rich value the part of its picture. */
function richValueParts(archive: Archive, relations: Relations): (string | undefined)[] {
  const list = targetOf(relations, 'richValueRel');
  const targets = list === undefined ? undefined : relationsOf(archive, list);
  const ids = elements(partOf(archive, list)).map((node) => attribute(node, 'id') ?? '');
  const structures = elements(
    partOf(archive, targetOf(relations, 'rdRichValueStructure')),
    's',
  ).map((structure) => elements(structure, 'k').map((key) => attribute(key, 'n') ?? ''));
  return elements(partOf(archive, targetOf(relations, 'rdRichValue')), 'rv').map((value) => {
    const keys = structures[Number(attribute(value, 's') ?? 0)] ?? [];
    if (keys.some((key) => key.includes('WebImage'))) return 'elsewhere';
    const at = keys.findIndex((key) => key.endsWith('LocalImageIdentifier'));
    const id = ids[Number(textIn(elements(value, 'v')[at]))];
    return at < 0 || id === undefined ? undefined : targets?.get(id)?.target;
  });
}
