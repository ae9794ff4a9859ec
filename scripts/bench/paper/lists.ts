/**
 * 清单的读出率: lists from outside, each with the rows that a careful clerk would read, against what import reads and
 * asks. Printed: rows lost without a word, fields that are wrong and were not asked about, questions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { checkLedger } from '../../../src/ledger/check.ts';
import { readFolder } from '../../../src/ledger/content.ts';
import { questionKey } from '../../../src/intake/inquiry/question.ts';
import { columnNamesOf } from '../../../src/intake/record/papers.ts';
import { planImport, type ImportPlan } from '../../../src/intake/record/plan.ts';
import { planData } from '../../../src/intake/record/preview.ts';
import { PlatformNames } from '../../../src/intake/words/listed.ts';
import { bareText, mendedText } from '../../../src/intake/words/wording.ts';
import { readPaper } from '../../../src/paper/paper.ts';
import type { PaperPlace } from '../../../src/paper/sheet.ts';
import { isOfUnitAlone, nameCore, rowOf } from './list-rows.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';

const expected = z.object({
  /** Missing where the file does not say; then 30 September 2026 stands for it. */
  listed_on: z.coerce.string().nullish(),
  issues: z.array(
    z.object({
      row: z.coerce.string().optional(),
      sheet: z.string().optional(),
      table: z.coerce.number().optional(),
      unit: z.string().optional(),
      account: z.string().optional(),
      account_name: z.string().optional(),
      account_note: z.string().optional(),
      unit_note: z.string().optional(),
      platform: z.string().optional(),
      finding: z.coerce.string().optional(),
      due: z.coerce.string().optional(),
      due_proposal: z.coerce.string().optional(),
      /** What is right as well. */
      account_also: z.array(z.string()).optional(),
      due_also: z.array(z.coerce.string()).optional(),
    }),
  ),
});
type Issue = z.infer<typeof expected>['issues'][number];

export interface ListRates {
  files: number;
  issues: number;
  /** Read, or named by a question or a note that stops the writing. */
  found: number;
  lost: string[];
  wrong: string[];
  /** Questions a file, in all rounds. */
  questions: Map<string, number>;
  /** Files whose rows are asked about in a second round, behind their columns. */
  twice: string[];
}

/** Reads every list of a folder with its `NN.expected.yaml`. `content` is a ledger whose vocabulary is used. */
export async function listRates(folder: string, content: string): Promise<ListRates> {
  const ledger = emptied(content);
  const counts = { files: 0, issues: 0, found: 0 };
  const rates: ListRates = { ...counts, lost: [], wrong: [], questions: new Map(), twice: [] };
  for (const key of readdirSync(folder)
    .filter((name) => name.endsWith('.expected.yaml'))
    .toSorted()) {
    const stem = key.replace('.expected.yaml', '');
    const name = readdirSync(folder).find((one) => one.startsWith(`${stem}.`) && one !== key);
    const truth = expected.parse(load(readFileSync(join(folder, key), 'utf8')));
    if (name === undefined) continue;
    const reading = await readPaper(
      name,
      readFileSync(join(folder, name)),
      (title) => columnNamesOf(ledger).find(title) !== undefined,
    );
    rates.files += 1;
    rates.issues += truth.issues.length;
    if ('refusal' in reading) {
      rates.lost.push(`${name}：没有读：${reading.refusal.problem}`);
      continue;
    }
    const given = new Map<string, readonly string[]>();
    const ask = (): ImportPlan =>
      planImport(
        [reading.paper],
        ledger,
        { campaign: 'x', listedOn: truth.listed_on?.slice(0, 10) ?? '2026-09-30' },
        given,
      );
    const first = ask();
    const columns = first.questions.filter((one) => one.ask === 'column');
    for (const { ask: kind, text, candidates } of columns)
      given.set(questionKey(kind, text), [candidates[0]?.answer ?? '']);
    const plan = columns.length > 0 ? ask() : first;
    const rest = plan.questions.filter((one) => one.ask !== 'column');
    const known = new Set(
      first.questions
        .flatMap((one) => [one, ...(one.each ?? [])])
        .map((one) => questionKey(one.ask, one.text)),
    );
    // What a person is asked: the first round, and what comes up behind its columns.
    const later = rest.filter(
      (one) =>
        ![one, ...(one.each ?? [])].some(({ ask: kind, text }) =>
          known.has(questionKey(kind, text)),
        ),
    );
    rates.questions.set(name, first.questions.length + later.length);
    if (later.length > 0) rates.twice.push(name);
    judge(name, truth.issues, plan, ledger, rates);
  }
  return rates;
}

/** The ledger without its records: what an office has that begins. */
function emptied(content: string): Ledger {
  const { ledger } = checkLedger(readFolder(content));
  if (ledger === undefined) throw new Error(`${content} is no ledger`);
  const none = { accounts: new Map(), campaigns: new Map(), issues: new Map(), updates: new Map() };
  return { ...ledger, units: new Map([...ledger.units].slice(0, 1)), ...none };
}

/** Questions by which one row becomes several. */
const SEVERAL: readonly string[] = ['accounts', 'items', 'cells', 'rest'];
/** Questions that leave open which account a row is about. */
const OPEN_ACCOUNT = ['account', 'accounts', 'platform', 'unit', 'host', 'lead', 'cells'] as const;

function judge(
  name: string,
  issues: readonly Issue[],
  plan: ImportPlan,
  ledger: Ledger,
  rates: ListRates,
): void {
  const platforms = new PlatformNames(ledger.vocabulary.platforms);
  const { rows } = planData(plan);
  const taken = new Set<(typeof rows)[number]>();
  const lineOf = ({ file, sheet, row }: PaperPlace): string => [file, sheet, row].join('|');
  const several = new Set(
    plan.questions
      .flatMap((one) => [one, ...(one.each ?? [])])
      .filter(({ ask }) => SEVERAL.includes(ask))
      .flatMap(({ places }) => places.map(lineOf)),
  );
  const isSeveral = ({ place }: (typeof rows)[number]): boolean => several.has(lineOf(place));
  for (const issue of issues) {
    const row = rowOf(rows, issue, taken, isSeveral);
    if (row !== undefined) taken.add(row);
    const where = `${name} 第${issue.row ?? '？'}行“${mendedText(issue.finding ?? '')}”`;
    if (row === undefined) {
      const isAsked = plan.questions.some(({ ask }) => ['table', 'status', 'cells'].includes(ask));
      const words = bareText(issue.finding ?? '');
      const isNamed =
        words.length >= 4 && plan.notes.some((note) => bareText(note).includes(words));
      if (isAsked || isNamed) rates.found += 1;
      else rates.lost.push(where);
      continue;
    }
    rates.found += 1;
    const asks = new Set(row.questions.map(({ ask }) => ask));
    const says = (field: string, want: string, got: string): void =>
      void rates.wrong.push(`${where} ${field}：应是“${want}”，读成“${got}”`);
    const due = row.deadline && ('dueOn' in row.deadline ? row.deadline.dueOn : row.deadline.kind);
    const isDue = issue.due !== undefined && /^\d{4}-/u.test(issue.due);
    if (!asks.has('deadline') && due !== undefined && /^\d{4}-/u.test(due)) {
      const right = isDue ? issue.due?.slice(0, 10) : issue.due_proposal?.slice(0, 10);
      const isAlso = issue.due_also?.some((one) => one.slice(0, 10) === due) === true;
      if (right !== undefined && right !== due && !isAlso) says('截止日', right, due);
      if (!isDue && right === undefined && issue.due !== undefined) says('截止日', issue.due, due);
    }
    if (row.questions.length > 0 && (asks.has('unit') || asks.has('host') || asks.has('lead')))
      continue;
    // Whose it is is asked of the row itself; of the table above it, of all its rows.
    const isOpen =
      isSeveral(row) ||
      asks.has('accounts') ||
      plan.questions.some(({ ask }) => ask === 'owner' || ask === 'rest');
    if (isOpen) continue;
    if (
      issue.unit !== undefined &&
      issue.unit_note === undefined &&
      bareText(row.host) !== bareText(issue.unit)
    )
      says('单位', issue.unit, row.host);
    const account = issue.account_name ?? issue.account;
    if (
      account !== undefined &&
      row.name !== undefined &&
      issue.account_note === undefined &&
      ![account, ...(issue.account_also ?? [])].some(
        (one) => nameCore(one) === nameCore(row.name ?? ''),
      )
    )
      says('账号', account, row.name);
    if (
      (account ?? '') !== '' &&
      !isOfUnitAlone(issue) &&
      row.account === undefined &&
      row.name === undefined &&
      row.unit !== undefined &&
      !OPEN_ACCOUNT.some((ask) => asks.has(ask))
    )
      says('账号', account ?? '', '');
    const platform = row.platform === undefined ? undefined : platforms.title(row.platform);
    if (
      issue.platform !== undefined &&
      issue.platform !== 'ask' &&
      platform !== undefined &&
      row.platform !== 'unstated'
    ) {
      const want = platforms.find(issue.platform) ?? issue.platform;
      if (want !== row.platform && row.platform !== 'other') says('平台', issue.platform, platform);
    }
  }
}
