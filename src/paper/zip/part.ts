/** 部件: the parts of an office file and what they lead to (relationships), as the Open Packaging Conventions say. */
import { posix } from 'node:path';
import { keepTo } from '../limits.ts';
import type { Archive } from './archive.ts';
import { attribute, elements, readXml, type Take, type XmlNode } from './xml.ts';

export interface Relation {
  /** The last word of its type: image, hyperlink, drawing. */
  type: string;
  /** A part's name; for what lies outside the file an address. */
  target: string;
  isExternal: boolean;
}

export type Relations = ReadonlyMap<string, Relation>;

/** A part as a tree; undefined where the file has none. Throws Refused. */
export function partOf(
  archive: Archive,
  name: string | undefined,
  take?: Take,
): XmlNode | undefined {
  const bytes = name === undefined ? undefined : archive.part(name);
  return bytes === undefined ? undefined : readXml(bytes, take);
}

/** What a part leads to, by id; the whole file's for an empty name. */
export function relationsOf(archive: Archive, part: string): Relations {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  return new Map(
    elements(partOf(archive, part === '' ? '_rels/.rels' : name, countRelations())).map((node) => {
      const target = attribute(node, 'Target') ?? '';
      const isExternal = attribute(node, 'TargetMode')?.toLowerCase() === 'external';
      const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      return [
        attribute(node, 'Id') ?? '',
        {
          type: (attribute(node, 'Type') ?? '').replace(/^.*\//u, ''),
          target: isExternal ? target : inside,
          isExternal,
        },
      ];
    }),
  );
}

function countRelations(): Take {
  let count = 0;
  return () => {
    keepTo('links', (count += 1));
    return false;
  };
}

/** The first part of a type that a part leads to. */
export function targetOf(relations: Relations, type: string): string | undefined {
  return [...relations.values()].find((one) => one.type === type && !one.isExternal)?.target;
}
