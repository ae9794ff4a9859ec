/** 导入方案: a list read against a ledger — every row as it would be recorded, every question, every file that would be written. */
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { valueOn } from '../../domain/setting.ts';
import type { Content } from '../../ledger/content.ts';
import { type ListHead, namesList } from '../list/preamble.ts';
import { listIn } from '../list/list.ts';
import { numberRows } from '../list/numbering.ts';
import type { List } from '../list/reading.ts';
import type { ListRow } from '../list/entry.ts';
import { Inquiry, type Question } from '../inquiry/question.ts';
import type { Paper, PaperPlace } from '../../paper/sheet.ts';
import { mendedText, columnWidth } from '../words/wording.ts';
import { proposedIn } from '../prose/propose.ts';
import { type ListSetting, readIssue } from './issue-reading.ts';
import { Known } from './known.ts';
import { Priors } from './match.ts';
import { originOfList } from './origin.ts';
import { asInLedger, withoutOwnColumns } from './own-export.ts';
import { columnNamesOf, headOfAll, recognisesOf, rowsOfAll } from './papers.ts';
import { columnsText, planFiles } from './plan-files.ts';
import { type PlannedRow, Planner } from './planned.ts';
import { withAccounts } from './row/named-inside.ts';
import { rowWords } from './row/row-words.ts';
import { splitRows } from './row/split.ts';
import { underGuess } from './under-guess.ts';
import {
  listedOnOf,
  type ListOptions,
  type Made,
  type Target,
  targetNamed,
  campaignTarget,
} from './target.ts';

export interface ImportPlan {
  /** The campaign of the list; of a list with a column 专项 the first that it names. */
  campaign: string | undefined;
  listedOn: string | undefined;
  head: ListHead;
  rows: PlannedRow[];
  questions: Question[];
  notes: string[];
  /** How many rows said that nothing was found. */
  nothingFound: number;
  /** How many rows somebody left out. */
  leftOut: number;
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
  said: ListOptions,
  given: ReadonlyMap<string, readonly string[]>,
  texts: Content['texts'] = new Map(),
): ImportPlan {
  return underGuess(given, (answers, beside) =>
    planOf(papers, ledger, said, { given: answers, beside }, texts),
  );
}

function planOf(
  papers: readonly Paper[],
  ledger: Ledger,
  said: ListOptions,
  { given, beside }: { given: ReadonlyMap<string, readonly string[]>; beside: number },
  texts: Content['texts'],
): ImportPlan {
  const known = new Known(ledger);
  const inquiry = new Inquiry(given);
  inquiry.beside = beside;
  const names = columnNamesOf(ledger, given);
  const reader = { names, recognises: recognisesOf(known, ledger), inquiry };
  const lists = papers.map((paper) => listIn(paper, reader));
  const notes = lists.flatMap((list) => list.notes);
  const head = headOfAll(lists);
  const listedOn = listedOnOf(said, head, known, inquiry, notes);
  const plan: ImportPlan = {
    campaign: undefined,
    listedOn,
    head,
    rows: [],
    questions: [],
    notes,
    nothingFound: 0,
    leftOut: 0,
    absent: [],
    files: new Map(),
  };
  // What a row says is known only when its columns are.
  const areKnown = !inquiry.isOpen('column');
  const read = areKnown ? withoutOwnColumns(rowsOfAll(lists), known) : [];
  const groups = groupsOf(read, lists, said, plan, known, inquiry);
  for (const { target, rows } of groups)
    planGroup({ target, rows, lists, listedOn, ledger, known, inquiry }, plan);
  // Where nothing was found there is nothing to ask about the list as a whole.
  const isNothing = areKnown && plan.rows.length === 0 && plan.nothingFound + plan.leftOut > 0;
  plan.questions = isNothing && !inquiry.isOpen('table', 'rest') ? [] : inquiry.questions;
  const learned = new Map(lists.flatMap((list) => [...list.learned]));
  if (plan.questions.length > 0 || !areKnown) return plan;
  plan.files = planFiles(
    plan.rows,
    groups.flatMap(({ target }) => target ?? []),
    known,
    texts,
  );
  const columns = columnsText(learned, ledger, texts);
  if (columns && plan.files.size > 0) plan.files.set(...columns);
  return plan;
}

interface Group {
  target: Target | undefined;
  rows: ListRow[];
}

/** The rows by the campaign that a column names; without such a column all belong to the list's own. */
function groupsOf(
  rows: readonly ListRow[],
  lists: readonly List[],
  said: ListOptions,
  plan: ImportPlan,
  known: Known,
  inquiry: Inquiry,
): Group[] {
  const { head, listedOn, notes } = plan;
  const byName = Map.groupBy(rows, ({ cells }) => mendedText(cells.campaign?.text ?? ''));
  const isSplit = [...byName.keys()].filter((name) => name !== '').length > 1;
  const made: Made = { begun: new Map(), notes };
  if (!isSplit) {
    const target = campaignTarget(said, head, listedOn, known, inquiry, made);
    plan.campaign = target?.id;
    const kept = asInLedger(rows, target?.id, known, notes);
    return [{ target, rows: [...kept, ...proposalsOf(lists, known, inquiry, notes)] }];
  }
  const groups = [...byName].flatMap(([name, own]): Group[] => {
    const place: PaperPlace = own[0]?.cells.campaign?.place ?? own[0]?.place ?? WHOLE;
    const target =
      name === ''
        ? campaignTarget(said, head, listedOn, known, inquiry, made)
        : targetNamed(name, place, head, listedOn, known, inquiry, made);
    if (target === 'left-out') {
      plan.leftOut += own.length;
      return [];
    }
    plan.campaign ??= target?.id;
    return [{ target, rows: own }];
  });
  // Rows without a campaign of their own may come to one that others name: they are numbered together.
  return [...Map.groupBy(groups, (group) => group.target?.id ?? group)].map(([, same]) => ({
    target: same[0]?.target,
    rows: same.flatMap((group) => group.rows),
  }));
}

const WHOLE: PaperPlace = { file: '', sheet: '', row: 0, cell: '' };

/** 一、网站检查情况: a heading of the text, which names no list. */
const PART = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/u;

/** What the prose of the papers proposes, also beside tables, where they do not have it. */
function proposalsOf(
  lists: readonly List[],
  known: Known,
  inquiry: Inquiry,
  notes: string[],
): ListRow[] {
  // 县网站和新媒体监测问题明细 names the list, and no problem of a website.
  const prose = lists.flatMap(({ lines, tables }) =>
    tables === 0
      ? lines
      : lines.filter(({ text }) => PART.test(text) || !namesList(mendedText(text))),
  );
  const cells = lists.flatMap(({ rows }) => rows.flatMap(({ raw }) => Object.values(raw)));
  const proposals = proposedIn(prose, known, inquiry, cells);
  notes.push(...proposals.notes);
  return proposals.rows;
}

interface GroupReading extends Group {
  lists: readonly List[];
  listedOn: string | undefined;
  ledger: Ledger;
  known: Known;
  inquiry: Inquiry;
}

/** Reads the rows of a campaign into the plan. */
function planGroup(reading: GroupReading, plan: ImportPlan): void {
  const { target, lists, listedOn, ledger, known, inquiry } = reading;
  const rows = splitRows(withAccounts(reading.rows, known, inquiry), known, inquiry);
  numberRows(
    rows.filter(({ isProposed }) => isProposed !== true),
    inquiry,
  );
  const timing = ledger.vocabulary.timing.closeOfBusiness;
  const setting: ListSetting = {
    listedOn,
    width: columnWidth(rows.map(({ cells }) => cells.finding?.text ?? '')),
    closeOfBusiness: listedOn === undefined ? '18:00' : valueOn(timing, listedOn),
    origin: once(() => originOfList(lists, target?.id, ledger, inquiry)),
  };
  const priors = new Priors(ledger.issues.values(), target?.id ?? '');
  const priorOf = priors.finder(rows.map((row) => rowWords(row, known, setting.width)));
  const drafts = rows.map((row) => readIssue(row, setting, known, inquiry, priorOf));
  plan.nothingFound += drafts.filter((draft) => draft === 'nothing-found').length;
  plan.leftOut += drafts.filter((draft) => draft === 'answered').length;
  const planner = new Planner(ledger, target, priors);
  plan.rows.push(...planner.rows(drafts.filter((draft) => typeof draft !== 'string')));
  plan.absent.push(...priors.left);
}

/** Works a value out when it is first needed: nothing is asked that no row needs. */
function once<T>(work: () => T): () => T {
  let worked: { value: T } | undefined;
  return () => (worked ??= { value: work() }).value;
}
