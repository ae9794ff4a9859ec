/**
 * 退回: what was sent back and has not come again — why, what is lacking, by when, for how long — as one page, and as a
 * sentence for the pages of the issue and its unit. Internal only: the reason is.
 */
import { daysBetween, inWords } from '../../day/calendar.ts';
import { dayOnceReturned, standsReturned, type Returned } from '../../domain/issue/returned.ts';
import { owedLines } from '../../domain/issue/round/owed.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { withoutAsking } from '../../text/words.ts';
import { issueAddress, sentBackAddress } from '../address.ts';
import { type CellTable, linked, numeral, type TablePage, withRows, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { unitRef } from '../names.ts';
import { unitsByKind } from '../unit/units-by-kind.ts';

interface SentBack {
  readonly one: IssueStanding;
  readonly back: Returned;
  /** Since it was sent back. */
  readonly days: number;
}

/** What lies with its unit again, the longest first; none on the public site. */
function allSentBack({ audience, standing, today }: Face): SentBack[] {
  if (audience === 'public') return [];
  return standing.issues
    .flatMap((one): SentBack[] => {
      const back = standsReturned(one.history);
      return back === undefined ? [] : [{ one, back, days: daysBetween(back.on, today) }];
    })
    .toSorted((a, b) => b.days - a.days);
}

/** 退回不改截止日，重新报送的期限仍是2026年3月23日，已逾期84天: by when to hand in again, without a full stop. */
export function sentBackTerm(
  { history, lateness }: Pick<IssueStanding, 'history' | 'lateness'>,
  back: Pick<Returned, 'movedOn'>,
): string {
  const late = lateness.kind === 'overdue' ? `，已逾期${String(lateness.days)}天` : '';
  return `${dayOnceReturned(back, history.round.dueOn)}${late}`;
}

/** 2026年3月31日退回，已76天：看不清。退回不改截止日，…。 Empty where it was not sent back, and on the public site. */
export function sentBackInWords({ audience, today }: Face, one: IssueStanding): string {
  const back = audience === 'public' ? undefined : standsReturned(one.history);
  if (back === undefined) return '';
  const reason = back.reason === '' ? '' : `：${back.reason.replace(/[。；]$/u, '')}`;
  const days = daysBetween(back.on, today);
  return `${inWords(back.on)}退回${days > 0 ? `，已${String(days)}天` : ''}${reason}。${sentBackTerm(one, back)}。`;
}

/** Undefined on the public site. */
export function sentBackPage(face: Face): TablePage | undefined {
  if (face.audience === 'public') return undefined;
  const rows = allSentBack(face);
  return {
    id: 'returned',
    href: sentBackAddress,
    title: '退回的问题',
    intro: [introOf(face, rows)],
    tables: withRows([issueTable(face, rows), unitTable(face, rows)]),
  };
}

function introOf(face: Face, rows: readonly SentBack[]): string {
  const [longest] = rows;
  if (longest === undefined) return '没有退回以后还没有再报的问题。';
  const units = [...Map.groupBy(rows, ({ one }) => one.unit)];
  const most = Math.max(...units.map(([, own]) => own.length));
  const named = units
    .filter(([, own]) => own.length === most)
    .map(([unit]) => unitRef(face.ledger, unit).name);
  const many =
    units.length === 1 || most === 1
      ? ''
      : `最多的是${named.join('、')}，${named.length > 1 ? '各' : ''}${String(most)}个；`;
  return `审核员退回、单位还没有再报的问题${String(rows.length)}个，涉及${String(units.length)}家单位；${many}${longest.days > 0 ? `最久的退回已${String(longest.days)}天。` : '都是今天退回的。'}退回本身不改截止日；要改的由审核员另行登记延期。`;
}

function issueTable({ ledger }: Face, rows: readonly SentBack[]): CellTable {
  return {
    id: 'issues',
    title: '退回的问题',
    unit: '个',
    columns: [
      { title: '问题' },
      { title: '单位' },
      { title: '退回的日子和理由' },
      { title: '还差什么' },
      { title: '重新报送的期限' },
    ],
    rows: rows.map(({ one, back, days }) => [
      { text: one.issue.finding, href: issueAddress(one.id) },
      linked(unitRef(ledger, one.unit)),
      words(
        `${inWords(back.on)}退回${days > 0 ? `，已${String(days)}天` : ''}${back.reason === '' ? '' : `：${back.reason}`}`,
      ),
      words(
        owedLines(one.issue, ledger.vocabulary.problems, one.history)
          .map(withoutAsking)
          .join('；') || '照退回的理由',
      ),
      words(sentBackTerm(one, back)),
    ]),
  };
}

/** In the order of the register. */
function unitTable(face: Face, rows: readonly SentBack[]): CellTable {
  const own = Map.groupBy(rows, ({ one }) => one.unit);
  return {
    id: 'units',
    title: '各单位退回的',
    unit: '家',
    columns: [
      { title: '单位' },
      { title: '退回的问题（个）', number: true },
      { title: '最久已退回（天）', number: true },
    ],
    rows: unitsByKind(face).flatMap((unit) => {
      const [longest, ...others] = own.get(unit.id) ?? [];
      return longest === undefined
        ? []
        : [[linked(unit), numeral(1 + others.length), numeral(longest.days)]];
    }),
  };
}
