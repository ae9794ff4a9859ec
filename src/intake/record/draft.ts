/** 草稿: a row of a list as it would be recorded, with everything that was read into it and everything that is asked. */
import type { Deadline, Duty } from '../../schema/deadline.ts';
import type { Issue, Origin } from '../../schema/issue.ts';
import type { Entry } from '../../schema/ledger.ts';
import { readDuties } from '../../domain/duty.ts';
import { accountOf } from '../../domain/issue/owner.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import { settleCells } from './assign.ts';
import { readCategory } from './category.ts';
import { dayOfCell } from '../words/day-cell.ts';
import { readHost } from './host.ts';
import type { Known, Reading } from './known.ts';
import { readLimit } from './limit.ts';
import { UNSTATED } from '../words/listed.ts';
import type { Words } from './match.ts';
import { askOrigin, originIn } from './origin.ts';
import { readPlatform } from './platform.ts';
import type { Inquiry, Question } from '../inquiry/question.ts';
import type { ListRow } from '../list/row.ts';
import type { Place } from '../../paper/sheet.ts';
import { readSubject } from './subject.ts';
import { mend, mendFinding } from '../words/wording.ts';

export interface Draft {
  place: Place;
  raw: Record<string, string>;
  row: number | undefined;
  /** Out of prose: its number is the program's own and says nothing. */
  isProposed: boolean;
  listed: string;
  host: string;
  finding: string;
  measures: string;
  deadlineText: string;
  platform: string | undefined;
  name: string;
  unit: string | undefined;
  account: string | undefined;
  problems: string[] | undefined;
  deadline: Deadline | undefined;
  duties: Duty[];
  listedOn: string | undefined;
  foundOn: string | undefined;
  origin: Origin | undefined;
  /** How words were read into values. */
  readings: Reading[];
  notes: string[];
  questions: Question[];
  /** The issue that the row was recorded as. */
  prior: Entry<Issue> | undefined;
}

/** The issue of the ledger that a draft was recorded as, by its words and its number. */
export type PriorOf = (draft: Draft, inquiry: Inquiry) => Entry<Issue> | undefined;

/** What holds for all rows of a list. */
export interface ListSetting {
  listedOn: string | undefined;
  closeOfBusiness: string;
  origin: () => Origin | undefined;
  /** How wide the column 存在问题 is set, in characters. */
  width: number;
}

/** Says that nothing was found. */
const NOTHING =
  /^(?:经自查)?(?:未发现|没有发现|不存在|未见)(?:任何)?(?:此类|该类|相关|上述)?(?:问题|情况|现象)?[。.]?$|^(?:无|否|没有|正常|合格|达标|\/|—+|-+|×|无问题|无此情况|无此类问题|不涉及)[。.]?$/u;

/** True for the cell of a checklist that says that nothing was found. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(mend(text).replace(/ /gu, ''));
}

/** Why a row is no entry. */
export type LeftOut = 'nothing-found' | 'answered';

/**
 * Reads a row. `priorOf` finds the issue of the ledger that the row was recorded as, if it was: what a person has
 * settled there is not asked again while the words are the same.
 */
export function readDraft(
  row: ListRow,
  setting: ListSetting,
  known: Known,
  parent: Inquiry,
  priorOf: PriorOf,
): Draft | LeftOut {
  const inquiry = parent.part();
  const { listedOn } = setting;
  const isSettled = listedOn !== undefined && settleCells(row, known, listedOn, inquiry);
  const text = (id: keyof ListRow['cells']): string => mend(row.cells[id]?.text ?? '');
  const { listed, host, finding } = wordsOf(row, known, setting.width);
  if (saysNothing(finding)) return 'nothing-found';
  const readings: Reading[] = [];
  const notes = [...row.notes];
  const draft: Draft = {
    place: row.place,
    raw: row.raw,
    row: row.number,
    isProposed: row.isProposed === true,
    listed,
    host,
    finding,
    measures: text('measures'),
    deadlineText: text('deadline'),
    platform: undefined,
    name: '',
    unit: undefined,
    account: undefined,
    problems: undefined,
    deadline: undefined,
    duties: [],
    listedOn,
    foundOn: row.cells.foundOn && dayOfCell(row.cells.foundOn),
    origin: undefined,
    readings,
    notes,
    questions: inquiry.own,
    prior: undefined,
  };
  if (row.unsettled !== undefined && !isSettled) return draft;
  if (finding === '' || listed === '') {
    const missing = finding === '' ? '存在问题' : '网站或账号名称';
    notes.push(`没有写${missing}，这一行补全后才能导入`);
    return askForMissing(draft, missing, inquiry) ? 'answered' : draft;
  }
  const isOpen = row.isProposed === true && row.isSettled !== true;
  if (isOpen && confirmed(draft, inquiry) === false) return 'answered';
  draft.prior = priorOf(draft, inquiry);
  const { prior } = draft;
  if (prior?.listed === listed && prior.listedHost === host) takeAccount(draft, prior, known);
  else readAccount(draft, row, known, inquiry);
  draft.problems =
    prior?.finding === finding
      ? prior.problems
      : readCategory(finding, row.place, known, inquiry, readings);
  draft.measures = measuresOf(draft, row, inquiry);
  draft.duties = prior?.measures === draft.measures ? prior.duties : readDuties(draft.measures);
  draft.origin = originOf(draft, row, setting, inquiry);
  if (prior?.deadline.text === draft.deadlineText && prior.listedOn === listedOn) {
    draft.deadline = prior.deadline;
  } else if (listedOn !== undefined) {
    const cell = row.cells.deadline ?? row;
    const context = { listedOn, closeOfBusiness: setting.closeOfBusiness };
    draft.deadline = readLimit(draft.deadlineText, cell, context, inquiry, readings);
    if (draft.deadlineText === '') draft.deadlineText = draft.deadline?.text ?? '';
  }
  return draft;
}

/** The words of a row that tell it from others, mended. */
export function wordsOf({ cells }: ListRow, known: Known, width: number): Words {
  const text = (id: keyof ListRow['cells']): string => mend(cells[id]?.text ?? '');
  return {
    listed: listedText(text('platform'), text('listed') === '' ? text('name') : text('listed')),
    host: text('host'),
    finding: mendFinding(
      cells.finding?.text ?? cells.result?.text ?? '',
      (words) => known.phrases.isFinding(words),
      width,
    ),
  };
}

/** Two columns for platform and name are written as one, as the lists with one column do. */
function listedText(platform: string, name: string): string {
  return platform === '' || name === '' || name.includes(platform) ? name : `${platform}：${name}`;
}

function takeAccount(draft: Draft, prior: Entry<Issue>, known: Known): void {
  const account = accountOf(known.ledger, prior);
  if (account === undefined) return;
  draft.account = prior.account;
  draft.unit = account.unit;
  draft.name = account.name;
  draft.platform = platformOf(account);
}

/** Who found it: a column of the list, what stands in the ledger, or what holds for the whole list. */
function originOf(
  { prior }: Draft,
  row: ListRow,
  setting: ListSetting,
  inquiry: Inquiry,
): Origin | undefined {
  const words = mend(row.cells.origin?.text ?? '');
  if (words === '') return prior?.origin ?? setting.origin();
  return originIn(words) ?? askOrigin(words, row.place, inquiry);
}

function readAccount(draft: Draft, row: ListRow, known: Known, inquiry: Inquiry): void {
  const reading = readPlatform(draft.listed, row.place, known, inquiry, draft.readings);
  draft.name = reading.name;
  draft.platform = reading.platform;
  const host = draft.host === '' ? askHost(draft, known, inquiry) : draft.host;
  if (host === undefined) return;
  draft.host = host;
  draft.unit = readHost(host, row.cells.host?.place ?? row.place, known, inquiry, draft.readings);
  const { platform } = reading;
  if (draft.unit === undefined || platform === undefined) return;
  draft.account = readSubject(
    {
      listed: draft.listed,
      host,
      unit: draft.unit,
      reading: { ...reading, platform },
      place: row.place,
    },
    known,
    inquiry,
    draft.readings,
  );
  const account = known.accounts.find(({ id }) => id === draft.account)?.account;
  if (account === undefined) return;
  draft.unit = account.unit;
  if (platform === UNSTATED && account.kind === 'new-media') draft.platform = account.platform;
}

function askHost(draft: Draft, known: Known, inquiry: Inquiry): string | undefined {
  return inquiry.ask(
    {
      ask: 'host',
      text: draft.listed,
      message: `“${draft.listed}”没有写主办单位；请写单位名称`,
      candidates: known.accounts
        .filter(({ account }) => account.name === draft.name)
        .map(({ account }) => known.unitName(account.unit) ?? account.unit)
        .map((name) => ({ answer: name, label: name })),
    },
    draft.place,
    ([answer]) => answer,
  );
}

/** Whether a proposal out of prose is an issue; undefined while it is asked. */
function confirmed(draft: Draft, inquiry: Inquiry): boolean | undefined {
  const answer = inquiry.ask(
    {
      ask: 'confirm',
      text: `${draft.host} ${draft.listed} ${draft.finding}`,
      message: `通报里写：“${draft.raw['原句'] ?? ''}”；录入为一个问题吗？`,
      candidates: [
        { answer: '录入', label: `${draft.host}，${draft.listed}，${draft.finding}` },
        { answer: '不录入', label: '不是问题，或已另有记录' },
      ],
    },
    draft.place,
    ([word]) => (word === '录入' || word === '不录入' ? word : undefined),
  );
  return answer === undefined ? undefined : answer === '录入';
}

function measuresOf(draft: Draft, row: ListRow, inquiry: Inquiry): string {
  if (draft.measures !== '') return draft.measures;
  const isProposed = row.isProposed === true;
  const question = {
    ask: 'measures' as const,
    // A circular has one requirement for all: it is asked once.
    text: isProposed ? '' : `${draft.listed} ${draft.finding}`,
    message: isProposed
      ? '通报没有逐条写整改措施；请写统一的要求'
      : `“${draft.listed}”没有写整改措施；请写措施`,
    candidates: [{ answer: '（来源未写）', label: '来源没有写，照此登记' }],
  };
  return inquiry.ask(question, row.place, ([answer]) => answer) ?? '';
}

/** True when somebody said that the row is left out. */
function askForMissing(draft: Draft, missing: string, inquiry: Inquiry): boolean {
  const answer = inquiry.ask(
    {
      ask: 'confirm',
      text: Object.values(draft.raw).map(mend).join(' ').trim(),
      message: `这一行没有写${missing}；请在来源文件里补上，或答“不录入”`,
      candidates: [{ answer: '不录入', label: '跳过这一行' }],
    },
    draft.place,
    ([word]) => (word === '不录入' ? word : undefined),
  );
  return answer !== undefined;
}
