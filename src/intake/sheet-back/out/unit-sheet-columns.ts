/** 报送单的栏: the columns of the sheet that is sent out and read back, one table for both. */
import { NO_SECRETS, SEALED_PAGE } from '../../../text/secrecy.ts';
import type { UnitSheetRow } from './unit-sheet-rows.ts';

/** What a unit may say of an issue, and the action that it becomes. */
export const reportActs = {
  开始整改: 'started',
  进展: 'progress',
  申请验收: 'submitted',
  申请延期: 'progress',
} as const;
export type Report = keyof typeof reportActs;

/** True for one of the four words and for no other, `constructor` not excepted. */
export function isReport(word: string): word is Report {
  return Object.hasOwn(reportActs, word);
}

export type FilledKey = 'report' | 'note' | 'completedOn' | 'evidence' | 'evidenceDay' | 'extendTo';

export interface UnitSheetColumn {
  key: keyof Omit<UnitSheetRow, 'last'> | FilledKey;
  title: string;
  /** Characters. */
  width: number;
  /** Filled in by the unit. */
  isOpen: boolean;
  /** Shown when the cell is chosen. */
  hint?: string;
}

export const unitSheetColumns: readonly UnitSheetColumn[] = [
  { key: 'row', title: '序号', width: 5, isOpen: false },
  { key: 'issue', title: '问题编号', width: 13, isOpen: false },
  { key: 'listed', title: '政府网站/政务新媒体', width: 15, isOpen: false },
  { key: 'finding', title: '存在问题', width: 15, isOpen: false },
  { key: 'measures', title: '整改措施', width: 16, isOpen: false },
  { key: 'deadline', title: '整改时限', width: 10, isOpen: false },
  { key: 'state', title: '目前状态', width: 8, isOpen: false },
  { key: 'owed', title: '销号需提交的佐证', width: 14, isOpen: false },
  {
    key: 'report',
    title: '本次报送',
    width: 9,
    isOpen: true,
    hint: '从下拉列表里选；没有新情况的，整行不填',
  },
  {
    key: 'note',
    title: '情况说明',
    width: 20,
    isOpen: true,
    hint: '做了什么、结果怎样；申请延期的写理由',
  },
  {
    key: 'completedOn',
    title: '完成日期',
    width: 11,
    isOpen: true,
    hint: '申请验收时填，如 2020-05-20',
  },
  {
    key: 'evidence',
    title: '佐证',
    width: 20,
    isOpen: true,
    hint: '照“销号需提交的佐证”写网址、编号或文件名，也可以把图片贴在这一格；几份的一行写一份（Alt+回车换行）',
  },
  {
    key: 'evidenceDay',
    title: '材料日期',
    width: 11,
    isOpen: true,
    hint: '发布、培训等材料上的日期，如 2020-05-20',
  },
  {
    key: 'extendTo',
    title: '申请延期至',
    width: 11,
    isOpen: true,
    hint: '只在申请延期时填，如 2020-06-15',
  },
];

/** The labels of the line for signatures, above the table. */
export const signatures = {
  reporter: '填报人（写职务）',
  approver: '审签人（写职务）',
  reportedOn: '填报日期',
} as const;
export type SignatureKey = keyof typeof signatures;

/** What the sheet tells the unit. */
export const instructions = [
  '1. 只填浅黄色的格；其余的格已锁定，请不要改动、增删行列或重新排表。',
  '2. 有新情况的问题在“本次报送”里选一项；没有的整行留空。申请验收要写完成日期，并交“销号需提交的佐证”。',
  '3. 每条交什么佐证，照“销号需提交的佐证”一栏，写法是网址、编号或文件名；文件与本表一起交回，图片也可以贴在“佐证”格里。',
  '4. 填报人、审签人只写职务，不写姓名和电话。填好后保存为 xlsx（WPS、Excel 均可），文件名可以改。',
  `5. ${NO_SECRETS}。${SEALED_PAGE}。`,
] as const;
