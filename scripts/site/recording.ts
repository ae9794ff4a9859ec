/** 登记一样: what the desk's pages say of what is put on record, and what it would become. */
import { z } from 'zod';
import { day, id } from '../../src/schema/field.ts';
import type { HandedProposal } from '../enter/handing-in.ts';

const line = z
  .string()
  .max(200)
  .regex(/^\P{C}*$/u)
  .transform((words) => words.trim())
  .optional();
const issued = {
  of: id,
  number: line,
  corrects: id.optional(),
  /** What stands where the template leaves a blank. */
  say: z
    .array(z.strictObject({ blank: line, words: line }))
    .max(40)
    .optional(),
};
/** What the page says of each kind. */
export const recording = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reminders'), channel: line, to: line }),
  z.strictObject({ kind: z.literal('circular'), ...issued }),
  z.strictObject({ kind: z.literal('summary'), ...issued }),
  z.strictObject({
    kind: z.literal('check'),
    id,
    name: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .regex(/^\P{C}*$/u),
    share: z.coerce.number().int().min(1).max(100).optional(),
    checkedOn: day.optional(),
    campaign: id.optional(),
    replyBy: day.optional(),
  }),
  z.strictObject({ kind: z.literal('findings'), of: id }),
]);
export type Recording = z.infer<typeof recording>;
export type Of<K extends Recording['kind']> = Extract<Recording, { kind: K }>;

export interface Recorded {
  readonly proposal: HandedProposal;
  /** What it comes to, and each record in a line. */
  readonly words: readonly string[];
  readonly rows: readonly string[];
  /** What the words still leave open; nothing is written before it is said. */
  readonly blanks?: readonly string[];
  /** What is written but for stamps, which move with the clock; the files where nothing else is said. */
  readonly lasting?: unknown;
}
