/** Mutated versions of the source import right or ask; what they record without asking is never wrong. */
import { describe, expect, it } from 'vitest';
import { ColumnNames } from '../../src/intake/list/column-names.ts';
import { readPaper } from '../../src/paper/paper.ts';
import { planImport, type ImportPlan } from '../../src/intake/record/plan.ts';
import { questionKey } from '../../src/intake/inquiry/question.ts';
import { mendedText } from '../../src/intake/words/wording.ts';
import type { Issue } from '../../src/schema/issue.ts';
import type { Entry as Kept, Ledger } from '../../src/schema/ledger.ts';
import { Random } from '../generator/random.ts';
import { type Entry, type Mutant, mutantOf } from './mutation.ts';
import { csvOf, docxOf, xlsOf, xlsxOf } from './papers.ts';
import { ledgerWithout, opened, shippedFolder } from './source.ts';

const shipped = opened(shippedFolder);
const truth = new Map([...shipped.issues.values()].map((issue) => [issue.account, issue]));
const given = new Map([[questionKey('origin', ''), ['自查']]]);

async function planned(mutant: Mutant, random: Random, ledger: Ledger): Promise<ImportPlan> {
  const kinds = [
    ['清单.docx', () => docxOf(mutant.paper)],
    ['清单.xlsx', () => xlsxOf(mutant.paper)],
    ['清单.xls', () => xlsOf(mutant.paper)],
    ...(mutant.paper.merged?.length === 0
      ? ([['清单.csv', () => csvOf.gbk(mutant.paper)]] as const)
      : []),
  ] as const;
  const [name, bytes] = random.pick(kinds);
  const names = new ColumnNames(ledger.vocabulary.columns);
  const reading = await readPaper(name, await bytes(), (one) => names.find(one) !== undefined);
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  return planImport([reading.paper], ledger, { campaign: '2020-special' }, given);
}

/** What a recorded row says against what stands in the mutant, which is known. */
function errors(plan: ImportPlan, { entries, asksColumn }: Mutant): string[] {
  const wrong: string[] = [];
  const seen = new Set<Entry>();
  for (const { record, questions, place } of plan.rows) {
    if (record === undefined || questions.length > 0) continue;
    const issue = truth.get(record.account);
    const entry = entries.find(({ row }) => row === issue?.row);
    if (issue === undefined || entry === undefined || seen.has(entry)) {
      wrong.push(`第${String(place.row)}行记到了 ${record.account}`);
      continue;
    }
    seen.add(entry);
    wrong.push(...factsWrong(record, issue, entry));
  }
  if (plan.questions.length === 0 && seen.size !== entries.length)
    wrong.push(`有 ${String(entries.length)} 条，只记了 ${String(seen.size)} 条，也没有问`);
  if (asksColumn && !plan.questions.some(({ ask }) => ask === 'column'))
    wrong.push('栏名认不出，却没有问');
  return wrong;
}

function factsWrong(record: Issue, issue: Kept<Issue>, { cells }: Entry): string[] {
  const [number = '', listed = '', host = '', , measures = '', deadline = ''] = cells;
  const said: [string, unknown, unknown][] = [
    ['政府网站/政务新媒体', record.listed, mendedText(listed)],
    ['主办单位', record.listedHost, mendedText(host)],
    ['问题类别', record.problems, issue.problems],
    ['整改措施', record.measures, mendedText(measures)],
    ['整改时限', record.deadline.text, mendedText(deadline)],
    // The goal of row 12 is in the source's words, misprints and all.
    [
      '时限读法',
      { ...record.deadline, text: '', goal: '' },
      { ...issue.deadline, text: '', goal: '' },
    ],
    ['列入日期', record.listedOn, '2020-05-13'],
  ];
  if (number !== '' && shippedNumber(number) !== undefined && !isPrior(record, issue))
    said.push(['序号', record.row, shippedNumber(number)]);
  return said
    .filter(([, now, should]) => JSON.stringify(now) !== JSON.stringify(should))
    .map(
      ([what, now, should]) =>
        `${what} 记成了 ${JSON.stringify(now)}，应是 ${JSON.stringify(should)}`,
    );
}

/** A row that the ledger has keeps the ledger's number. */
function isPrior(record: Issue, issue: Issue): boolean {
  return record.row === issue.row;
}

function shippedNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC');
  return /^\d+$/u.test(plain) ? Number(plain) : undefined;
}

/** More of them by MUTANTS=2000. */
const count = Number(process.env['MUTANTS'] ?? 150);
const seeds = Array.from({ length: count }, (_, index) => index + 1);

describe('来源清单的变体', () => {
  it.each([
    ['空台账', () => opened(ledgerWithout('issues'))],
    ['已有 23 条的台账', () => shipped],
  ] as const)(
    '导入%s：变体要么读对，要么提问',
    async (_, ledgerOf) => {
      const ledger = ledgerOf();
      const asked = { no: 0, yes: 0 };
      let recorded = 0;
      for (const seed of seeds) {
        const random = new Random(seed);
        const mutant = mutantOf(random);
        const plan = await planned(mutant, random, ledger);
        expect(errors(plan, mutant), `第 ${String(seed)} 种：${mutant.done.join('、')}`).toEqual(
          [],
        );
        asked[plan.questions.length > 0 ? 'yes' : 'no'] += 1;
        recorded += plan.rows.filter(({ record }) => record !== undefined).length;
      }
      // Asking about everything would be right too, and useless: most rows are read without a question.
      expect(asked.no).toBeGreaterThan(count / 3);
      expect(recorded).toBeGreaterThan(count * 23 * 0.6);
    },
    120_000 + count * 500,
  );

  it('同一个种子得到同一种变体', () => {
    expect(mutantOf(new Random(7))).toEqual(mutantOf(new Random(7)));
  });
});
