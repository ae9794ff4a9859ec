/**
 * Office 文件包: the libraries write the hour, their own names and random order into a file. Here a package is packed
 * anew: the same content gives the same bytes, and its properties hold what the reader is told anyway.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Day } from '../day/calendar.ts';
import { own } from '../text/own.ts';
import { escapedXml } from '../text/notation/xml.ts';

export interface Properties {
  readonly title: string;
  /** The issuing office. */
  readonly office: string;
  /** Written as the day of creation, 00:00 UTC. */
  readonly on: Day;
}

/** The earliest time that a ZIP entry can bear; local parts, so it is the same in every time zone. */
const FIXED = new Date(1980, 0, 1);

/** The package with fixed times and with these properties only; `changes` rewrite single parts. */
export function officePackage(
  bytes: Uint8Array,
  properties: Properties,
  changes: Readonly<Record<string, (xml: string) => string>> = {},
): Uint8Array {
  const entries = Object.entries(unzipSync(bytes)).toSorted(([a], [b]) => order(a, b));
  const files: Zippable = {};
  for (const [name, content] of entries) {
    const change = own(changes, name);
    const changed = change === undefined ? content : strToU8(change(strFromU8(content)));
    files[name] = [written(name, changed, properties), {}];
  }
  return zipSync(files, { level: 6, mtime: FIXED });
}

/** Word wants the table of contents of the package first; the rest is in the order of names. */
function order(a: string, b: string): number {
  const first = '[Content_Types].xml';
  if (a === first || b === first) return a === b ? 0 : a === first ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function written(name: string, content: Uint8Array, { title, office, on }: Properties): Uint8Array {
  if (name === 'docProps/core.xml') return strToU8(core(title, office, on));
  if (name === 'docProps/app.xml') return strToU8(APP);
  return content;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const APP = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>`;

function core(title: string, office: string, on: Day): string {
  const at = `${on}T00:00:00Z`;
  return `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapedXml(title)}</dc:title><dc:creator>${escapedXml(office)}</dc:creator><cp:lastModifiedBy>${escapedXml(office)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}
