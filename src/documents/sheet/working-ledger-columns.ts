/** 工作台账: what the office works with — every issue with its state, last day, days left, round and next step. */
import { accountTitle, unitTitle } from '../letter/account-words.ts';
import type { LedgerRow } from '../../views/issue/ledger-row.ts';
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts';

interface LedgerColumn extends SheetColumn {
  readonly of: (row: LedgerRow, onPaper: boolean) => SheetCell;
  /** Left out of the public sheet. */
  readonly inside?: true;
  /** Left out where no row has anything there. */
  readonly sparse?: true;
}

const day = (on: string | undefined): SheetCell => (on === undefined ? undefined : { day: on });

/** `paper` is the share of a printed page; columns without one are for the screen and stand behind. */
const columns: readonly LedgerColumn[] = [
  { key: 'row', title: '序号', width: 6, paper: 6, kind: 'centred', of: ({ row }) => row },
  {
    key: 'unitName',
    title: '主办单位',
    width: 20,
    paper: 18,
    kind: 'text',
    of: ({ unitName }) => unitName,
  },
  {
    key: 'accountName',
    title: '账号',
    width: 20,
    paper: 20,
    kind: 'text',
    // The place has a column of its own on the screen; paper has no room for one.
    of: ({ accountName, place }, onPaper) => accountName ?? (onPaper ? place : undefined) ?? '/',
  },
  {
    key: 'finding',
    title: '存在问题',
    width: 26,
    paper: 26,
    kind: 'text',
    of: ({ finding }) => finding,
  },
  {
    key: 'measures',
    title: '整改措施',
    width: 30,
    paper: 30,
    kind: 'text',
    of: ({ measures }) => measures,
  },
  {
    key: 'deadline',
    title: '整改时限',
    width: 14,
    paper: 14,
    kind: 'text',
    of: ({ deadline }) => deadline,
  },
  {
    key: 'dueOn',
    title: '截止日',
    width: 12,
    paper: 16,
    kind: 'day',
    of: ({ dueOn }) => day(dueOn),
  },
  {
    key: 'daysLeft',
    title: '剩余天数',
    width: 8,
    paper: 9,
    kind: 'number',
    of: ({ daysLeft }) => daysLeft,
  },
  { key: 'state', title: '状态', width: 10, paper: 11, kind: 'centred', of: ({ state }) => state },
  {
    key: 'lateness',
    title: '时限情况',
    width: 16,
    paper: 16,
    kind: 'text',
    of: ({ lateness }) => lateness,
  },
  { key: 'round', title: '轮次', width: 6, paper: 6, kind: 'centred', of: ({ round }) => round },
  { key: 'next', title: '下一步', width: 24, paper: 24, kind: 'text', of: ({ next }) => next },
  { key: 'id', title: '编号', width: 18, kind: 'text', of: ({ id }) => id },
  { key: 'campaignName', title: '专项', width: 24, kind: 'text', of: (row) => row.campaignName },
  {
    key: 'place',
    title: '地点或项目名称',
    width: 20,
    kind: 'text',
    of: ({ place }) => place,
    sparse: true,
  },
  {
    key: 'assisting',
    title: '配合单位',
    width: 20,
    kind: 'text',
    of: ({ assisting }) => (assisting.length === 0 ? undefined : assisting.join('、')),
    sparse: true,
  },
  { key: 'platform', title: '平台', width: 11, kind: 'text', of: ({ platform }) => platform },
  {
    key: 'problems',
    title: '问题类别',
    width: 16,
    kind: 'text',
    of: ({ problems }) => problems.join('、'),
  },
  { key: 'origin', title: '问题来源', width: 11, kind: 'text', of: ({ origin }) => origin },
  { key: 'closedOn', title: '销号日', width: 12, kind: 'day', of: ({ closedOn }) => day(closedOn) },
  {
    key: 'reportedOn',
    title: '最近报送日',
    width: 12,
    kind: 'day',
    of: ({ reportedOn }) => day(reportedOn),
    inside: true,
  },
  {
    key: 'progress',
    title: '最近进展',
    width: 30,
    kind: 'text',
    of: ({ progress }) => progress,
    inside: true,
  },
  { key: 'note', title: '内部备注', width: 20, kind: 'text', of: ({ note }) => note, inside: true },
];

/** The working ledger; `lines` say from which day it counts. `onPaper`: only what fits on a printed page. */
export function ledgerSheet(
  title: string,
  lines: readonly string[],
  rows: readonly LedgerRow[],
  shows: { readonly audience: 'public' | 'internal'; readonly onPaper: boolean },
): Sheet {
  const shown = columns.filter(
    ({ inside, paper, sparse, of }) =>
      (shows.audience === 'internal' || inside !== true) &&
      (!shows.onPaper || paper !== undefined) &&
      (sparse !== true || rows.some((row) => of(row, shows.onPaper) !== undefined)),
  );
  const titles = new Map([
    ['unitName', unitTitle(rows)],
    ['accountName', accountTitle(rows, shows.onPaper)],
  ]);
  return {
    title,
    lines,
    tab: '整改台账',
    columns: shown.map(({ key, title: name, width, paper, kind }) => ({
      key,
      title: titles.get(key) ?? name,
      width,
      paper,
      kind,
    })),
    rows: rows.map((row) => shown.map(({ of }) => of(row, shows.onPaper))),
  };
}
