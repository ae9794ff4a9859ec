/** One file → one record: YAML, then schema. */
import type { z } from 'zod';
import { largestOf, layout, type LayoutKind } from '../schema/layout.ts';
import type { Fault } from './fault.ts';
import { sentencesFor } from './message.ts';
import { Positions } from './yaml/position.ts';
import { readYaml } from './yaml/yaml.ts';

export type RecordReading = { ok: true; value: unknown } | { ok: false; faults: Fault[] };

/** `file` only names it in faults: what is read depends on kind and bytes alone. */
export type ReadRecord = (file: string, kind: LayoutKind, bytes: Uint8Array) => RecordReading;

/** Reads one record of a known kind: YAML and schema. All faults of the file at once. */
export const readRecord: ReadRecord = (file, kind, bytes) => {
  const yaml = readYaml(file, bytes, largestOf(kind));
  if (!yaml.ok) return yaml;
  const schema: z.ZodType = layout[kind].schema;
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const positions = new Positions(yaml.source);
  const faults = sentencesFor(schema, parsed.error.issues, yaml.value).map(
    ({ path, at, rule, message, remedy }): Fault => ({
      file,
      ...positions.of(path, at),
      rule,
      severity: 'fault',
      message,
      remedy,
    }),
  );
  return { ok: false, faults };
};
