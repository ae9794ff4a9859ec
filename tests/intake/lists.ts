/** Lists read against a ledger that has nothing but its vocabulary and its office, as an office that begins has it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAnswers } from '../../src/intake/inquiry/answers.ts';
import { questionKey, type Question } from '../../src/intake/inquiry/question.ts';
import { columnNamesOf } from '../../src/intake/record/papers.ts';
import { planImport, type ImportPlan } from '../../src/intake/record/plan.ts';
import { planData } from '../../src/intake/record/preview.ts';
import { readPaper } from '../../src/paper/paper.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { csvOf } from './papers.ts';
import { opened, shippedFolder } from './source.ts';

const shipped = opened(shippedFolder);

/** The shipped ledger without its records: one unit, the office. */
export const bare: Ledger = {
  ...shipped,
  units: new Map([...shipped.units].filter(([id]) => id === 'yuyang-office')),
  accounts: new Map(),
  campaigns: new Map(),
  issues: new Map(),
  updates: new Map(),
};

const folder = new URL('../fixtures/paper/', import.meta.url);

/** Answers by `ask 文字`. */
export type Given = Record<string, string | string[]>;

function answersOf(given: Given | string | undefined): ReadonlyMap<string, readonly string[]> {
  if (typeof given === 'string') {
    const reading = readAnswers(given, readFileSync(new URL(given, folder)));
    if ('faults' in reading) throw new Error(reading.faults.map(({ message }) => message).join());
    return reading.answers.given;
  }
  return new Map(
    Object.entries(given ?? {}).map(([question, answer]) => {
      const at = question.indexOf(' ');
      const [ask, text] = at < 0 ? [question, ''] : [question.slice(0, at), question.slice(at + 1)];
      return [questionKey(ask as Question['ask'], text), Array.isArray(answer) ? answer : [answer]];
    }),
  );
}

/** A file of a list as a plan. `given` are answers, or the name of a file of them. */
export async function planBytes(
  name: string,
  bytes: Uint8Array,
  given?: Given | string,
  ledger: Ledger = bare,
): Promise<ImportPlan> {
  const names = columnNamesOf(ledger);
  const reading = await readPaper(name, bytes, (one) => names.find(one) !== undefined);
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  return planImport([reading.paper], ledger, { campaign: 'x' }, answersOf(given));
}

/** A case of tests/fixtures/paper. */
export function planOf(name: string, given?: Given | string): Promise<ImportPlan> {
  return planBytes(name, readFileSync(fileURLToPath(new URL(name, folder))), given);
}

/** A table in a csv, with a title and a day above it. */
export function planTable(
  rows: readonly (readonly string[])[],
  given?: Given,
  above: readonly string[] = ['政务新媒体问题整改台账', '填表日期：2024年3月1日'],
): Promise<ImportPlan> {
  return planBytes('清单.csv', csvOf.utf8({ above, rows }), given);
}

export const asked = (plan: ImportPlan): string[] =>
  plan.questions.map(({ ask, text }) => `${ask} ${text}`.trim());

/** The answers that a question offers. */
export const offers = (plan: ImportPlan, ask: string): string[] =>
  plan.questions.find((one) => one.ask === ask)?.candidates.map(({ answer }) => answer) ?? [];

export const rowsOf = (plan: ImportPlan) => planData(plan).rows;

/** What the ledger would hold: account or unit by the words of the list, finding, due day. */
export const dueOf = (plan: ImportPlan) =>
  rowsOf(plan).map(({ deadline }) =>
    deadline === undefined ? '' : 'dueOn' in deadline ? deadline.dueOn : deadline.kind,
  );

/** Everything that is asked, answered with the first offer, or as `more` says, until nothing is asked. */
export async function answered(
  plan: (given: Given) => Promise<ImportPlan>,
  more: Given = {},
): Promise<{ plan: ImportPlan; rounds: number }> {
  let given = more;
  for (let rounds = 0; rounds < 6; rounds += 1) {
    const done = await plan(given);
    if (done.questions.length === 0) return { plan: done, rounds };
    const fresh = done.questions.map(({ ask, text, candidates }): [string, string] => [
      `${ask} ${text}`.trim(),
      candidates[0]?.answer ?? '示例区某某局',
    ]);
    given = { ...Object.fromEntries(fresh), ...given };
  }
  throw new Error('asked again and again');
}
