/** 导入方案: a list read against a ledger — every row as it would be recorded, every question, every file that would be written. */
import type { Campaign } from '../../schema/campaign.ts';
import type { Issue, Origin } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { ColumnId } from '../../schema/vocabulary.ts';
import { inWords } from '../../day/calendar.ts';
import { valueOn } from '../../domain/setting.ts';
import { canonical } from '../../ledger/yaml/canon.ts';
import type { Content } from '../../ledger/content.ts';
import { ColumnNames, columnTitles } from '../list/columns.ts';
import { type Draft, type ListSetting, readDraft, wordsOf } from './draft.ts';
import type { Head } from '../list/head.ts';
import { Known } from './known.ts';
import { type List, listIn } from '../list/list.ts';
import { type Difference, differencesOf, Priors } from './match.ts';
import { numberRows } from '../list/numbering.ts';
import { askOrigin, originIn } from './origin.ts';
import { proposedIn } from '../prose/propose.ts';
import { Inquiry, keyOf, type Question } from '../inquiry/question.ts';
import { revisedText } from './revision.ts';
import type { ListRow } from '../list/row.ts';
import { asInLedger } from './own-export.ts';
import type { Paper } from '../../paper/sheet.ts';
import { widthOf } from '../words/wording.ts';
import { listedOnOf, type Said, type Target, targetOf } from './target.ts';

export type Status = 'new' | 'changed' | 'unchanged' | 'unread';

/** A row of the list with what it would do. `record` is missing while something is asked. */
export interface PlannedRow extends Draft {
  status: Status;
  issue: string | undefined;
  record: Issue | undefined;
  differences: Difference[];
}

export interface ImportPlan {
  campaign: string | undefined;
  listedOn: string | undefined;
  head: Head;
  rows: PlannedRow[];
  questions: Question[];
  notes: string[];
  /** How many rows said that nothing was found. */
  nothingFound: number;
  /** Issues of the campaign that the list does not have; they stay as they are. */
  absent: Entry<Issue>[];
  /** Path below content/ → text; empty while anything is asked. */
  files: Map<string, string>;
}

/**
 * Reads papers as one list. `given` are the answers to earlier questions; `texts` are the files of the ledger, in which
 * changes are made where they stand.
 */
export function planImport(
  papers: readonly Paper[],
  ledger: Ledger,
  said: Said,
  given: ReadonlyMap<string, readonly string[]>,
  texts: Content['texts'] = new Map(),
): ImportPlan {
  const known = new Known(ledger);
  const inquiry = new Inquiry(given);
  const names = new ColumnNames(ledger.vocabulary.columns, columnAnswers(given));
  const lists = papers.map((paper) => listIn(paper, names, inquiry));
  const notes = lists.flatMap((list) => list.notes);
  const head = headOfAll(lists);
  const listedOn = listedOnOf(said, head, known, inquiry, notes);
  const target = targetOf(said, head, listedOn, known, inquiry, notes);
  const rows = asInLedger(rowsOfAll(lists), target?.id, known, notes);
  numberRows(rows, inquiry);
  const hasTables = lists.some(({ tables }) => tables > 0);
  const setting: ListSetting = {
    listedOn,
    width: widthOf(rows.map(({ cells }) => cells.finding?.text ?? '')),
    closeOfBusiness:
      listedOn === undefined
        ? '18:00'
        : valueOn(ledger.vocabulary.timing.closeOfBusiness, listedOn),
    origin: once(() => originOfList(lists, target, ledger, inquiry)),
  };
  const prose = lists.flatMap(({ lines }) => lines);
  const proposed = hasTables ? { rows: [], notes: [] } : proposedIn(prose, known, inquiry);
  notes.push(...proposed.notes);
  const all = [...rows, ...proposed.rows];
  const priors = new Priors(ledger.issues.values(), target?.id ?? '');
  const priorOf = priors.finder(all.map((row) => wordsOf(row, known, setting.width)));
  const drafts = all.map((row) => readDraft(row, setting, known, inquiry, priorOf));
  const planned = new Planner(ledger, target, priors).rows(
    drafts.filter((draft) => typeof draft !== 'string'),
  );
  const plan: ImportPlan = {
    campaign: target?.id,
    listedOn,
    head,
    rows: planned,
    // Where nothing was found there is nothing to ask about the list as a whole.
    questions: planned.length === 0 && drafts.length > 0 ? [] : inquiry.questions,
    notes,
    nothingFound: drafts.filter((draft) => draft === 'nothing-found').length,
    absent: priors.left,
    files: new Map(),
  };
  if (plan.questions.length === 0) plan.files = filesOf(plan, target, known, texts);
  return plan;
}

/** Names of columns that somebody explained, as answers. */
function columnAnswers(given: ReadonlyMap<string, readonly string[]>): Map<string, ColumnId> {
  const ids = Object.keys(columnTitles) as ColumnId[];
  const prefix = keyOf('column', '');
  return new Map(
    [...given].flatMap(([key, [answer]]): [string, ColumnId][] => {
      const id = ids.find((one) => one === answer || columnTitles[one] === answer);
      return key.startsWith(prefix) && id !== undefined ? [[key.slice(prefix.length), id]] : [];
    }),
  );
}

/** The rows of all lists; what stands twice word for word, as in the same list in two formats, counts once. */
function rowsOfAll(lists: readonly List[]): ListRow[] {
  const rows: ListRow[] = [];
  let tables = 0;
  for (const list of lists) {
    for (const row of list.rows) row.table += tables;
    tables += list.tables;
    for (const row of list.rows) {
      const same = rows.find(
        (other) =>
          other.place.file !== row.place.file &&
          other.numberText === row.numberText &&
          JSON.stringify(Object.values(other.cells).map(({ text }) => text)) ===
            JSON.stringify(Object.values(row.cells).map(({ text }) => text)),
      );
      if (same) same.notes.push(`${row.place.file}里有同样的一条，只算一次`);
      else rows.push(row);
    }
  }
  return rows;
}

function headOfAll(lists: readonly List[]): Head {
  const heads = lists.map(({ head }) => head);
  const first = <K extends keyof Head>(key: K): Head[K] | undefined =>
    heads.find((head) => head[key] !== undefined)?.[key];
  return {
    ...(first('title') && { title: first('title') }),
    ...(first('reportedBy') && { reportedBy: first('reportedBy') }),
    ...(first('listedOn') && { listedOn: first('listedOn') }),
  };
}

/** Works a value out when it is first needed: nothing is asked that no row needs. */
function once<T>(work: () => T): () => T {
  let worked: { value: T } | undefined;
  return () => (worked ??= { value: work() }).value;
}

/** What the text around the list says of who found it; else what all issues of the campaign have; else it is asked. */
function originOfList(
  lists: readonly List[],
  target: Target | undefined,
  ledger: Ledger,
  inquiry: Inquiry,
): Origin | undefined {
  const known = [...ledger.issues.values()].filter(({ campaign }) => campaign === target?.id);
  const [first] = known;
  if (first !== undefined && known.every(({ origin }) => origin === first.origin))
    return first.origin;
  const prose = lists
    .flatMap(({ lines }) => lines)
    .map(({ text }) => text)
    .join('\n');
  const said = /自查自纠|自查|自行排查/u.exec(prose)?.[0];
  if (said !== undefined) return originIn(said);
  const place = lists[0]?.rows[0]?.place ?? { file: '', sheet: '', row: 0, cell: '' };
  return askOrigin('', { ...place, row: 0, cell: '' }, inquiry);
}

/** Turns drafts into records. */
class Planner {
  readonly #ledger: Ledger;
  readonly #target: Target | undefined;
  readonly #priors: Priors;

  constructor(ledger: Ledger, target: Target | undefined, priors: Priors) {
    this.#ledger = ledger;
    this.#target = target;
    this.#priors = priors;
  }

  rows(drafts: readonly Draft[]): PlannedRow[] {
    const taken = new Set([
      ...this.#priors.left.map(({ row }) => row),
      ...drafts.flatMap(({ prior }) => (prior ? [prior.row] : [])),
    ]);
    const highest = Math.max(
      0,
      ...taken,
      ...drafts.map(({ row, isProposed }) => (isProposed ? 0 : (row ?? 0))),
    );
    const width = Math.max(2, String(highest).length);
    let next = highest;
    return drafts.map((draft) => {
      let row = draft.prior?.row ?? draft.row;
      if (draft.isProposed && !draft.prior) {
        next += 1;
        return this.#planned(draft, next, width);
      }
      if (
        draft.prior &&
        !draft.isProposed &&
        draft.row !== undefined &&
        draft.prior.row !== draft.row
      )
        draft.notes.push(`清单里是第${draft.row}条，台账里是第${draft.prior.row}条，序号不改`);
      if (!draft.prior && row !== undefined) {
        if (taken.has(row)) {
          next += 1;
          draft.notes.push(`序号 ${row} 台账里已有，记为第${next}条`);
          row = next;
        }
        taken.add(row);
      }
      return this.#planned(draft, row, width);
    });
  }

  #planned(draft: Draft, row: number | undefined, width: number): PlannedRow {
    const record = this.#recordOf(draft, row);
    const id =
      draft.prior?.id ??
      (this.#target && row !== undefined
        ? `${this.#target.id}-${String(row).padStart(width, '0')}`
        : undefined);
    const differences = record && draft.prior ? differencesOf(draft.prior, record) : [];
    const status: Status =
      record === undefined
        ? 'unread'
        : draft.prior === undefined
          ? 'new'
          : differences.length > 0
            ? 'changed'
            : 'unchanged';
    return { ...draft, row, status, issue: id, record, differences };
  }

  #recordOf(draft: Draft, row: number | undefined): Issue | undefined {
    const { account, problems, deadline, listedOn, origin, prior } = draft;
    if (!this.#target || row === undefined || account === undefined || problems === undefined)
      return undefined;
    if (deadline === undefined || listedOn === undefined || origin === undefined) return undefined;
    if (draft.questions.length > 0 || draft.measures === '') return undefined;
    const own = {
      campaign: this.#target.id,
      row,
      account,
      listed: draft.listed,
      listedHost: draft.host,
      problems,
      finding: draft.finding,
      measures: draft.measures,
      duties: draft.duties,
      deadline,
      listedOn,
      foundOn: draft.foundOn ?? prior?.foundOn,
      origin,
    };
    const { id: _id, path: _path, ...kept } = prior ?? {};
    const confirmed = draft.readings.filter(({ note }) => note.startsWith('经确认'));
    const readings = [...(prior?.readings ?? []), ...confirmed];
    return {
      ...kept,
      ...own,
      source: prior?.source ?? { document: this.#documentOf(listedOn), at: `第${row}行` },
      ...(readings.length > 0 && { readings }),
    };
  }

  #documentOf(listedOn: string): string {
    const id = this.#target?.id ?? '';
    const campaign: Campaign | undefined = this.#target?.fresh ?? this.#ledger.campaigns.get(id);
    return campaign?.source?.document ?? `${campaign?.list.title ?? id}（${inWords(listedOn)}）`;
  }
}

/** Every file that the plan would write: new units and accounts that rows need, the campaign, new and changed issues. */
function filesOf(
  plan: ImportPlan,
  target: Target | undefined,
  known: Known,
  texts: Content['texts'],
): Map<string, string> {
  const files = new Map<string, string>();
  if (target === undefined) return files;
  for (const [id, unit] of known.newUnits) files.set(`units/${id}.yaml`, canonical('unit', unit));
  for (const [id, account] of known.newAccounts)
    files.set(`accounts/${account.unit}/${id}.yaml`, canonical('account', account));
  if (target.fresh) files.set(`campaigns/${target.id}.yaml`, canonical('campaign', target.fresh));
  for (const { status, issue, record, prior, differences } of plan.rows) {
    if (record === undefined || (status !== 'new' && status !== 'changed')) continue;
    const bytes = prior && texts.get(prior.path);
    const fields = differences.map(({ field }) => field);
    if (record.readings?.length !== prior?.readings?.length) fields.push('readings');
    files.set(
      prior?.path ?? `issues/${target.id}/${issue ?? ''}.yaml`,
      bytes === undefined
        ? canonical('issue', record)
        : revisedText(new TextDecoder().decode(bytes), record, fields),
    );
  }
  return files;
}
