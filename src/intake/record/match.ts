/** 对照: which rows of a list the ledger has already, and what they would change. */
import { listedWords } from '../../domain/issue/owner.ts';
import type { Issue } from '../../schema/issue.ts';
import { layout } from '../../schema/layout.ts';
import type { Entry } from '../../schema/ledger.ts';
import { fieldAt, metaOf } from '../../schema/walk.ts';
import type { Draft, PriorOf } from './draft.ts';
import type { Inquiry } from '../inquiry/question.ts';

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
  readonly #taken = new Set<string>();

  constructor(issues: Iterable<Entry<Issue>>, campaign: string) {
    this.#issues = [...issues].filter((issue) => issue.campaign === campaign);
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
    return (draft, inquiry) => {
      const key = keyOfWords(draft);
      const free = this.#issues.filter(({ id }) => !this.#taken.has(id));
      const same = free.filter((issue) => keyOfWords(wordsOfIssue(issue)) === key);
      const others = free.filter(({ id }) => !reserved.has(id));
      const found =
        same.find(({ row }) => row === draft.row) ?? same[0] ?? changed(draft, others, inquiry);
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
  draft: Draft,
  issues: readonly Entry<Issue>[],
  inquiry: Inquiry,
): Entry<Issue> | undefined {
  const numbered = draft.isProposed ? undefined : issues.find(({ row }) => row === draft.row);
  const isOwn = (issue: Issue): boolean =>
    issue.listed === draft.listed ||
    (issue.finding === draft.finding && issue.listedHost === draft.host);
  if (numbered && isOwn(numbered)) return numbered;
  const likely = issues.find(
    (issue) => issue.listed === draft.listed && issue.listedHost === draft.host,
  );
  const issue = likely ?? numbered;
  if (issue === undefined) return undefined;
  const answer = inquiry.ask(
    {
      ask: 'same',
      text: `${issue.id} ${draft.listed} ${draft.finding}`,
      message: `台账第${issue.row}条是“${listedWords(issue)}”（${issue.finding}），清单第${draft.row ?? 0}条是“${draft.listed}”（${draft.finding}）：是同一条改了字，还是另一个问题？`,
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

/** What tells an entry from others. */
export interface Words {
  listed: string;
  host: string;
  finding: string;
}

function keyOfWords({ listed, host, finding }: Words): string {
  return [listed, host, finding].join('\u0000');
}

function wordsOfIssue(issue: Issue): Words {
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
  // JSON writes nothing for a field that is not there; inside an array it is always text.
  return JSON.stringify([value], (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
