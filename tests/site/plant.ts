/**
 * Plants markers in a copy of a ledger: in every internal field of every record, found by walking the schemas, and for
 * comparison in some public ones. What can be seen of a marker on a site tells which field it came from.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { readRecord } from '../../src/ledger/record.ts';
import { kindOfPath, layout } from '../../src/schema/layout.ts';
import { metaOf, objectFor } from '../../src/schema/walk.ts';
import { picture } from '../generator/picture.ts';

export interface Planted {
  /** Marker → the field it stands in, such as `update.evidence.[].link`. */
  fields: Map<string, string>;
  /** Marker → the file below content/ it was (last) planted in. */
  files: Map<string, string>;
  /** Internal fields that could not hold a marker in any record. */
  unmarked: string[];
}

/** Public fields that get a marker too: if these are not found, nothing is proven. */
const publicFields = [
  'unit.name',
  'account.name',
  'campaign.name',
  'issue.finding',
  'inspection.name',
];

/**
 * Fields that cannot hold a marker: the id of a record or the account of a reviewer, which are public; a file that was taken out, which an update must
 * name; who drafted and approved a decision and when, which a rule holds against the campaign and the reviewers (the post of
 * the approver is a marker in all of them); and the switch by which a reviewer releases one piece of evidence, which stays as it is.
 */
const unmarkable = [
  'campaign.approval',
  'update.drafter',
  'update.draftedOn',
  'update.approvedOn',
  'assignment.problems',
  'assignedCheck.edition',
  'assignedCheck.accounts.[].results.[].indicator',
  'update.onBehalfOf',
  'campaign.officer',
  'issue.officer',
  'removed.removed.[].file',
  'update.evidence.[].public',
];

/** The post of whoever approves decisions in the fictional ledger, and the marker in its place. */
const approver = { post: '分管副主任（示例）', marker: 'leak90000z' };

/** All markers that look like one of ours, wherever they stand in a text. */
export const markerPattern =
  /(?:leak|open)\d{5}z|2009\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}|9,?182,?73\d,?\d{3}|c0ffee\d{5}/giu;

/** The one spelling of a marker that was found in any of its forms. */
export function markerOf(found: string): string {
  const date = /^(2009)\D+(\d+)\D+(\d+)$/u.exec(found.replaceAll(/\s/gu, ''));
  if (date !== null) {
    return [date[1], date[2]?.padStart(2, '0'), date[3]?.padStart(2, '0')].join('-');
  }
  return found.replaceAll(',', '').toLowerCase();
}

class Planting {
  readonly fields = new Map<string, string>();
  readonly files = new Map<string, string>();
  /** The record at work, below content/. */
  file = '';
  readonly internal = new Set<string>();
  /** Dates, sizes and checksums are few: one marker for each field. */
  readonly #perField = new Map<string, number>();
  #count = 0;

  /** A value that the schema accepts and that can be recognised, or undefined. */
  marker(schema: z.ZodType, field: string, prefix: 'leak' | 'open'): unknown {
    this.#count += 1;
    const word = `${prefix}${String(this.#count).padStart(5, '0')}z`;
    const number = this.#perField.get(field) ?? this.#perField.size;
    this.#perField.set(field, number);
    const day = `2009-${String(1 + Math.floor(number / 28)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`;
    const size = 9_182_730_000 + number;
    const checksum = `c0ffee${String(number).padStart(5, '0')}`;
    const candidates: [value: unknown, marker: string][] = [
      [field.endsWith('.file') ? `${word}.png` : `记号${word}`, word],
      [`https://${word}.example/`, word],
      [day, day],
      [checksum.padEnd(64, '0'), checksum],
      [size, String(size)],
    ];
    const fitting = candidates.find(([value]) => schema.safeParse(value).success);
    if (fitting !== undefined) {
      this.fields.set(fitting[1], field);
      this.files.set(fitting[1], this.file);
    }
    return fitting?.[0];
  }

  /** A copy of `value` with markers in every internal field, absent ones filled in. */
  mark(schema: z.ZodType, value: unknown, field: string, inside: boolean): unknown {
    const bare = unwrap(schema);
    if (inside && (unmarkable.includes(field) || isKeptFile(field, value))) return value;
    if (bare instanceof z.ZodArray) {
      const item = bare.element as z.ZodType;
      const below = `${field}.[]`;
      const kept = (Array.isArray(value) ? value : []).map((one: unknown) =>
        this.mark(item, one, below, inside),
      );
      const added = inside
        ? branches(item).map((one) => this.mark(one, undefined, below, inside))
        : [];
      return [...kept, ...added.filter((one) => item.safeParse(one).success)];
    }
    const object = objectFor(bare, Object(value)) ?? branches(bare)[0];
    if (object instanceof z.ZodObject) return this.#markObject(object, value, field, inside);
    if (inside) return this.marker(bare, field, 'leak') ?? value ?? firstOf(bare);
    return publicFields.includes(field) ? this.marker(bare, field, 'open') : value;
  }

  #markObject(object: z.ZodObject, value: unknown, field: string, inside: boolean): unknown {
    const old = (value ?? {}) as Record<string, unknown>;
    // A piece of evidence that is released is public.
    if (inside && old['public'] === true) return value;
    const entries = Object.entries(object.shape).map(([key, child]): [string, unknown] => {
      const below = `${field}.${key}`;
      const hidden = inside || metaOf(child)?.audience === 'internal';
      if (hidden) this.internal.add(below);
      if (!hidden && old[key] === undefined) return [key, undefined];
      if (below === 'update.approver' && old['drafter'] !== undefined) return [key, old[key]];
      return [key, this.mark(child, old[key], below, hidden)];
    });
    return Object.fromEntries(entries.filter(([, held]) => held !== undefined));
  }
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema;
}

/** The name of an evidence file that is there already stays, or the file would be missing. */
function isKeptFile(field: string, value: unknown): boolean {
  return field.endsWith('.file') && value !== undefined;
}

/** The branches of a union, or the schema alone. */
function branches(schema: z.ZodType): z.ZodType[] {
  const bare = unwrap(schema);
  return bare instanceof z.ZodUnion ? (bare.options as z.ZodType[]).flatMap(branches) : [bare];
}

function firstOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodEnum) return schema.options[0];
  return undefined;
}

/** Copies the ledger at `from` to `to` with markers in it. Throws when a record of `from` does not read. */
export function plantLedger(from: string, to: string): Planted {
  cpSync(from, to, { recursive: true });
  const planting = new Planting();
  for (const [file, bytes] of readFolder(from).texts) {
    const place = kindOfPath(file);
    if (place === undefined) continue;
    const reading = readRecord(file, place.kind, bytes);
    if (!reading.ok) throw new Error(`${file} does not read`);
    planting.file = file;
    const marked = planting.mark(layout[place.kind].schema, reading.value, place.kind, false);
    const text = canonical(place.kind, marked as object);
    const isSigned = place.kind === 'campaign' || place.kind === 'update';
    writeFileSync(
      path.join(to, file),
      isSigned ? text.replaceAll(approver.post, `记号${approver.marker}`) : text,
    );
    if (place.kind === 'update') writeEvidence(to, place.folder, marked as { evidence: object[] });
    if (place.kind === 'inspection') {
      const { accounts } = marked as { accounts: { pictures?: object[] }[] };
      const evidence = accounts.flatMap(({ pictures = [] }) => pictures);
      writeEvidence(to, place.id, { evidence });
    }
  }
  planting.fields.set(approver.marker, 'campaign.approval.approvers.[].post');
  const marked = new Set(planting.fields.values());
  const leaves = [...planting.internal].filter(
    (field) => ![...planting.internal].some((other) => other.startsWith(`${field}.`)),
  );
  return {
    fields: planting.fields,
    files: planting.files,
    unmarked: leaves.filter((field) => !marked.has(field)),
  };
}

/** The files that planted evidence names, each a picture with the marker of its name inside. */
function writeEvidence(to: string, issue: string, update: { evidence: object[] }): void {
  for (const one of update.evidence) {
    const name = 'file' in one ? String(one.file) : '';
    if (!/^leak\d+z\.png$/u.test(name)) continue;
    const folder = path.join(to, 'evidence', issue);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), Buffer.concat([picture(128), Buffer.from(name)]));
  }
}
