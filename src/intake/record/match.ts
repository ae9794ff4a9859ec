/** 对照: which rows of a list the ledger has already, and what they would change. */
import { listedWords } from '../../domain/issue/owner.ts';
import type { Issue } from '../../schema/issue.ts';
import { layout } from '../../schema/layout.ts';
import type { Entry } from '../../schema/ledger.ts';
import { fieldAt, metaOf } from '../../schema/walk.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { RowWords } from '../list/entry.ts';
import type { PaperPlace } from '../../paper/sheet.ts';

export interface FieldDifference {
  field: string;
  /** Chinese name of the field. */
  title: string;
  was: unknown;
  now: unknown;
}

/** A row as it is matched: its words, and the number that its list gives it. */
export interface NumberedRow extends RowWords {
  place: PaperPlace;
  row: number | undefined;
  isProposed: boolean;
}

/** The issue of the ledger that a row was recorded as, by its words and its number. */
export type PriorOf = (row: NumberedRow, inquiry: Inquiry) => Entry<Issue> | undefined;

/** The issues of a campaign, each given to one row at most. */
export class Priors {
  readonly #issues: readonly Entry<Issue>[];
  readonly #byWords: ReadonlyMap<string, Entry<Issue>[]>;
  readonly #byRow: ReadonlyMap<number, Entry<Issue>[]>;
  readonly #byAccount: ReadonlyMap<string, Entry<Issue>[]>;
  readonly #taken = new Set<string>();

  constructor(issues: Iterable<Entry<Issue>>, campaign: string) {
    this.#issues = [...issues].filter((issue) => issue.campaign === campaign);
    this.#byWords = Map.groupBy(this.#issues, (issue) => keyOfWords(wordsOfIssue(issue)));
    this.#byRow = Map.groupBy(this.#issues, ({ row }) => row);
    this.#byAccount = Map.groupBy(this.#issues, (issue) => keyOfAccount(wordsOfIssue(issue)));
  }

  /**
   * First the rows whose words the ledger has, wherever they stand now, then by number. `rows` is the whole list: a
   * number is not given to a row while another row has its words.
   */
  finder(rows: readonly RowWords[]): PriorOf {
    const named = new Set(rows.map(keyOfWords));
    const isFree = ({ id }: Entry<Issue>): boolean => !this.#taken.has(id);
    const isOther = (issue: Entry<Issue>): boolean =>
      isFree(issue) && !named.has(keyOfWords(wordsOfIssue(issue)));
    return (row, inquiry) => {
      const same = (this.#byWords.get(keyOfWords(row)) ?? []).filter(isFree);
      const found =
        same.find((issue) => issue.row === row.row) ??
        same[0] ??
        changed(
          row,
          row.row === undefined ? undefined : this.#byRow.get(row.row)?.find(isOther),
          this.#byAccount.get(keyOfAccount(row))?.find(isOther),
          inquiry,
        );
      if (found) this.#taken.add(found.id);
      return found;
    };
  }

  /** The issues that no row of the list was. */
  get left(): Entry<Issue>[] {
    return this.#issues.filter(({ id }) => !this.#taken.has(id));
  }
}

/** The issue that a row with other words is: the same account under the same number, or what somebody says. */
function changed(
  row: NumberedRow,
  sameNumber: Entry<Issue> | undefined,
  sameAccount: Entry<Issue> | undefined,
  inquiry: Inquiry,
): Entry<Issue> | undefined {
  const numbered = row.isProposed ? undefined : sameNumber;
  const isOwn = (issue: Issue): boolean =>
    listedWords(issue) === row.listed ||
    (issue.finding === row.finding && issue.listedHost === row.host);
  if (numbered && isOwn(numbered)) return numbered;
  const issue = sameAccount ?? numbered;
  if (issue === undefined) return undefined;
  const answer = inquiry.ask(
    {
      ask: 'same',
      text: `${issue.id} ${row.listed} ${row.finding}`,
      message: `台账第${issue.row}条是“${listedWords(issue)}”（${issue.finding}），清单第${row.row ?? 0}条是“${row.listed}”（${row.finding}）：是同一条改了字，还是另一个问题？`,
      candidates: [
        { answer: '同一条', label: `改 ${issue.id}` },
        { answer: '另一个问题', label: '新增' },
      ],
    },
    row.place,
    ([word]) => (word === '同一条' || word === '另一个问题' ? word : undefined),
  );
  return answer === '同一条' ? issue : undefined;
}

function keyOfWords({ listed, host, finding }: RowWords): string {
  return [listed, host, finding].join('\u0000');
}

function keyOfAccount({ listed, host }: RowWords): string {
  return [listed, host].join('\u0000');
}

function wordsOfIssue(issue: Issue): RowWords {
  return { listed: listedWords(issue), host: issue.listedHost, finding: issue.finding };
}

/** The number is not compared: a list that is numbered anew does not change what the ledger calls its issues. */
const COMPARED = [
  'account',
  'unit',
  'assisting',
  'place',
  'listed',
  'listedHost',
  'problems',
  'finding',
  'measures',
  'duties',
  'deadline',
  'listedOn',
  'foundOn',
  'origin',
] as const satisfies readonly (keyof Issue)[];

/** What a record would change in an issue. */
export function differencesOf(issue: Issue, record: Issue): FieldDifference[] {
  return COMPARED.filter((key) => stable(issue[key]) !== stable(record[key])).map((key) => {
    const node = fieldAt(layout.issue.schema, [key]);
    return {
      field: key,
      title: (node && metaOf(node)?.title) ?? key,
      was: issue[key],
      now: record[key],
    };
  });
}

/** JSON with sorted keys, so that the order of writing is no difference. */
function stable(value: unknown): string {
  // JSON writes nothing for a field that is not there; inside an array it is always text.
  return JSON.stringify([value], (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
