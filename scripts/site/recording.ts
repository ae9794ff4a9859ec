/** 登记一样: what the desk's pages say of what is put on record, and what it would become. */
import { z } from 'zod';
import { day, id } from '../../src/schema/field.ts';
import { WrongUse } from '../command.ts';
import type { HandedProposal } from '../enter/handing-in.ts';

const line = z
  .string({ error: '应为一行文字' })
  .max(200, { error: '太长，最多 200 字' })
  .regex(/^\P{C}*$/u, { error: '有看不见的字符，删去再写' })
  .transform((words) => words.trim())
  .optional();
const issued = {
  of: id,
  number: line,
  /** The day that stands on it; left out, it is issued today. */
  issuedOn: day.optional(),
  corrects: id.optional(),
  /** What stands where the template leaves a blank. */
  say: z
    .array(z.strictObject({ blank: line, words: line }))
    .max(40)
    .optional(),
};
const SHARE = '写 1 到 100 的整数；全部检查的不写';
/** What the page says of each kind. */
const recording = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reminders'), channel: line, to: line }),
  z.strictObject({ kind: z.literal('circular'), ...issued }),
  z.strictObject({ kind: z.literal('summary'), ...issued }),
  z.strictObject({
    kind: z.literal('check'),
    id,
    name: z
      .string({ error: '没有写' })
      .trim()
      .min(1, { error: '没有写' })
      .max(80, { error: '太长，最多 80 字' })
      .regex(/^\P{C}*$/u, { error: '有看不见的字符，删去再写' }),
    share: z.coerce
      .number({ error: SHARE })
      .int({ error: SHARE })
      .min(1, { error: SHARE })
      .max(100, { error: SHARE })
      .optional(),
    checkedOn: day.optional(),
    campaign: id.optional(),
    replyBy: day.optional(),
  }),
  z.strictObject({ kind: z.literal('findings'), of: id }),
  z.strictObject({
    kind: z.literal('conclusion'),
    of: id,
    on: day.optional(),
    document: line,
    /** What is not settled by then goes on and is named, or there must be none. */
    open: z.enum(['none', 'all']),
  }),
  z.strictObject({
    kind: z.literal('hand-over'),
    of: id,
    change: z.enum(['rename', 'merge']),
    renamed: line,
    into: id.optional(),
    on: day.optional(),
    document: line,
    publicNote: line,
  }),
]);
export type Recording = z.infer<typeof recording>;
export type Of<K extends Recording['kind']> = Extract<Recording, { kind: K }>;

/** What the page calls what is filled in. */
const labels: Readonly<Record<string, string>> = {
  of: '选的那一个',
  number: '文号',
  issuedOn: '印发日期',
  corrects: '更正哪一份',
  blank: '待填的话',
  words: '待填的话',
  channel: '渠道',
  to: '收件人',
  id: '检查编号',
  name: '检查名称',
  share: '抽查百分之几',
  checkedOn: '检查日',
  campaign: '列入哪个专项',
  replyBy: '反馈日',
  on: '日期',
  document: '文号',
  change: '怎样调整',
  renamed: '新名称',
  into: '并入哪个单位',
  publicNote: '公开说明',
  open: '没有办结的',
};

/** What the page says, read; of what cannot be, the sentence of its field. Throws WrongUse. */
export function recordingOf(given: unknown): Recording {
  const read = recording.safeParse(given);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const name = first?.path.findLast((part) => typeof part === 'string') ?? '';
  const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
  if (label === undefined || first === undefined)
    throw new WrongUse('内容不是本页填的、选的', '刷新本页再来');
  // What is left empty is not sent at all.
  const isEmpty = first.path.length === 1 && !Object.hasOwn(given as object, name);
  throw isEmpty
    ? new WrongUse(`${label}：空着`, '填了、选了再预览')
    : new WrongUse(`${label}：${first.message}`, '改了再预览');
}

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

/** Nothing typed is nothing said. */
export function saidWords(words: string | undefined): string | undefined {
  return words === '' ? undefined : words;
}
