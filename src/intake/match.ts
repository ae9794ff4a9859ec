/** 对照: which rows of a list the ledger has already, and what they would change. */
import type { Issue } from '../schema/issue.ts';
import { layout } from '../schema/layout.ts';
import type { Entry } from '../schema/ledger.ts';
import { fieldAt, metaOf } from '../schema/walk.ts';
import type { Draft, PriorOf } from './draft.ts';
import type { Inquiry } from './question.ts';

export interface Difference {
  field: string;
  /** Chinese name of the field. */
  title: string;
  was: unknown;
  now: unknown;
}

/** The issues of a campaign, each given to one row at most. */
export class Priors {
  readonly #issues: readonly Entry<Issue>[];
  readonly #inquiry: Inquiry;
  readonly #taken = new Set<string>();

  constructor(issues: Iterable<Entry<Issue>>, campaign: string, inquiry: Inquiry) {
    this.#issues = [...issues].filter((issue) => issue.campaign === campaign);
    this.#inquiry = inquiry;
  }

  /**
   * First the rows whose words the ledger has, wherever they stand now, then by number. `rows` is the whole list: a
   * number is not given to a row while another row has its words.
   */
  finder(rows: readonly Words[]): PriorOf {
    const named = new Set(rows.map(keyOfWords));
    const reserved = new Set(
      this.#issues
        .filter((issue) => named.has(keyOfWords(wordsOfIssue(issue))))
        .map(({ id }) => id),
    );
    return (draft) => {
      const key = keyOfWords(draft);
      const free = this.#issues.filter(({ id }) => !this.#taken.has(id));
      const same = free.filter((issue) => keyOfWords(wordsOfIssue(issue)) === key);
      const found =
        same.find(({ row }) => row === draft.row) ??
        same[0] ??
        this.#numbered(
          draft,
          free.find(({ id, row }) => row === draft.row && !reserved.has(id)),
        );
      if (found) this.#taken.add(found.id);
      return found;
    };
  }

  /** The issue with the row's number, where the row is about the same account; else somebody has to say. */
  #numbered(draft: Draft, issue: Entry<Issue> | undefined): Entry<Issue> | undefined {
    if (issue === undefined) return undefined;
    const isSame =
      issue.listed === draft.listed ||
      (issue.finding === draft.finding && issue.listedHost === draft.host);
    if (isSame) return issue;
    const answer = this.#inquiry.ask(
      {
        ask: 'same',
        text: `${issue.id} ${draft.listed} ${draft.finding}`,
        message: `台账第${issue.row}条是“${issue.listed}”（${issue.finding}），清单第${draft.row ?? 0}条是“${draft.listed}”（${draft.finding}）：是同一条改了字，还是另一个问题？`,
        candidates: [
          { answer: '同一条', label: `改 ${issue.id}` },
          { answer: '另一个问题', label: '新增' },
        ],
      },
      draft.place,
      ([word]) => (word === '同一条' || word === '另一个问题' ? word : undefined),
    );
    return answer === '同一条' ? issue : undefined;
  }

  /** The issues that no row of the list was. */
  get left(): Entry<Issue>[] {
    return this.#issues.filter(({ id }) => !this.#taken.has(id));
  }
}

/** What tells an entry from others. */
export interface Words {
  listed: string;
  host: string;
  finding: string;
}

function keyOfWords({ listed, host, finding }: Words): string {
  return [listed, host, finding].join('\u0000');
}

function wordsOfIssue({ listed, listedHost, finding }: Issue): Words {
  return { listed, host: listedHost, finding };
}

/** The number is not compared: a list that is numbered anew does not change what the ledger calls its issues. */
const COMPARED = [
  'account',
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
export function differencesOf(issue: Issue, record: Issue): Difference[] {
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
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
