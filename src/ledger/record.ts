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
  return { ok: false, faults: schemaFaults(file, yaml, schema, parsed.error) };
};

/** What a schema said of a file's value, each with its place in the file. */
export function schemaFaults(
  file: string,
  { value, source }: Extract<ReturnType<typeof readYaml>, { ok: true }>,
  schema: z.ZodType,
  { issues }: z.ZodError,
): Fault[] {
  const positions = new Positions(source);
  return sentencesFor(schema, issues, value).map(({ path, at, rule, message, remedy }): Fault => ({
    file,
    ...positions.of(path, at),
    rule,
    severity: 'fault',
    message,
    remedy,
  }));
}
