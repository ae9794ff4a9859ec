/** 方案的行: drafts as records — which number and id each takes, and what it changes in the ledger. */
import type { Campaign } from '../../schema/campaign.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { inWords } from '../../day/calendar.ts';
import { issueIdOf } from '../../domain/issue/issue-id.ts';
import type { IssueReading, Open, Settled } from './issue-reading.ts';
import { type FieldDifference, differencesOf, type Priors } from './match.ts';
import { FROM_MEASURES } from './row/measures-limit.ts';
import type { Target } from './target.ts';

export type Status = 'new' | 'changed' | 'unchanged' | 'unread';

interface Placed {
  /** The id of the issue that it is or becomes; missing while its campaign or its number is asked about. */
  issue: string | undefined;
  differences: FieldDifference[];
}

/** A row of the list with what it would do. `record` is missing while something is asked. */
export type PlannedRow =
  | (Settled & Placed & { status: Exclude<Status, 'unread'>; record: Issue })
  | (IssueReading & Placed & { status: 'unread'; record?: undefined });

/** Turns the drafts of a campaign into records. */
export class Planner {
  readonly #ledger: Ledger;
  readonly #target: Target | undefined;
  readonly #priors: Priors;

  constructor(ledger: Ledger, target: Target | undefined, priors: Priors) {
    this.#ledger = ledger;
    this.#target = target;
    this.#priors = priors;
  }

  rows(drafts: readonly IssueReading[]): PlannedRow[] {
    const taken = new Set([
      ...this.#priors.left.map(({ row }) => row),
      ...drafts.flatMap(({ prior }) => (prior ? [prior.row] : [])),
    ]);
    let next = Math.max(
      0,
      ...taken,
      ...drafts.map(({ row, isProposed }) => (isProposed ? 0 : (row ?? 0))),
    );
    const width = Math.max(2, String(next).length);
    return drafts.map((draft) => {
      const { prior, isProposed } = draft;
      if (prior !== undefined) {
        if (!isProposed && draft.row !== undefined && prior.row !== draft.row)
          draft.notes.push(`清单里是第${draft.row}条，台账里是第${prior.row}条，序号不改`);
        return this.#planned(draft, prior.row, width);
      }
      if (isProposed || (draft.row !== undefined && taken.has(draft.row))) {
        next += 1;
        if (!isProposed) draft.notes.push(`序号 ${draft.row ?? ''} 台账里已有，记为第${next}条`);
        return this.#planned(draft, next, width);
      }
      if (draft.row !== undefined) taken.add(draft.row);
      return this.#planned(draft, draft.row, width);
    });
  }

  #planned(draft: IssueReading, row: number | undefined, width: number): PlannedRow {
    const { prior } = draft;
    const id =
      this.#target && row !== undefined ? issueIdOf(this.#target.id, row, width) : undefined;
    const issue = prior?.id ?? id;
    if (draft.values === undefined || !this.#target || row === undefined)
      return { ...draft, row, status: 'unread', issue, differences: [] };
    const record = this.#recordOf(draft, row, this.#target);
    if (prior === undefined)
      return { ...draft, row, status: 'new', issue, record, differences: [] };
    const differences = differencesOf(prior, record);
    const status = differences.length > 0 ? 'changed' : 'unchanged';
    return { ...draft, row, status, issue, record, differences };
  }

  #recordOf({ values, ...draft }: Settled, row: number, target: Target): Issue {
    const { owner, problems, deadline, duties, listedOn, foundOn, origin } = values;
    const { prior } = draft;
    const { id: _id, path: _path, account: _account, unit: _unit, ...kept } = prior ?? {};
    const before = prior?.readings ?? [];
    const lasting = draft.readings.filter(
      ({ note }) =>
        note.startsWith('经确认') ||
        (note === FROM_MEASURES && !before.some((one) => one.note === note)),
    );
    const readings = [...before, ...lasting];
    const own = {
      campaign: target.id,
      row,
      ...(owner.account === undefined
        ? { unit: owner.unit }
        : { account: owner.account, listed: draft.listed }),
      ...(owner.assisting.length > 0 && { assisting: owner.assisting }),
      ...(owner.place !== undefined && { place: owner.place }),
      listedHost: draft.host,
      problems,
      finding: draft.finding,
      measures: draft.measures,
      duties,
      deadline,
      listedOn,
      ...(foundOn !== undefined && { foundOn }),
      origin,
    };
    return {
      ...kept,
      ...own,
      source: prior?.source ?? {
        document: this.#documentOf(listedOn, target),
        at: placeOf(draft, row),
      },
      ...(readings.length > 0 && { readings }),
    };
  }

  #documentOf(listedOn: string, { id, fresh }: Target): string {
    const campaign: Campaign | Entry<Campaign> | undefined =
      fresh ?? this.#ledger.campaigns.get(id);
    return campaign?.source?.document ?? `${campaign?.list.title ?? id}（${inWords(listedOn)}）`;
  }
}

/** Where the row stands in its source: by its number, or by its number and line where the number alone is not its own. */
function placeOf(
  { numberText, place }: Omit<Open, 'found'> | Omit<Settled, 'values'>,
  row: number,
): string {
  const digits = numberText.replace(/[^\d]/gu, '');
  if (numberText === '' || Number(digits) === row || !/[\d]/u.test(numberText)) return `第${row}行`;
  return `序号${numberText}${place.row > 0 ? `（第${place.row}行）` : ''}`;
}
