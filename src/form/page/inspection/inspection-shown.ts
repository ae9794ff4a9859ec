/** 检查结果的话: what is said of an account's result, of what is wrong with it, and before it is sent. */
import type { JudgedRow } from '../../../domain/inspection/inspection.ts';
import type { Entry } from '../../../schema/ledger.ts';
import type { Inspection } from '../../../schema/inspection.ts';
import type { InspectedAccount } from '../../page-data/inspection-page.ts';
import type { FormFault, NewRecord } from '../../new-record.ts';
import { sentenceOf } from '../../sentence.ts';
import { inspectionFiles, inspectionRecord, type FilledRow } from '../../works/inspection.ts';
import { copyOf, partIn } from '../device/dom.ts';
import type { SentNote } from '../hand-in/unsent.ts';

/** Accounts that are named; of the others it is said how many they are. */
export const SHOWN = 50;

/** How far one has come, how many were filled in, and whether there is anything to look at before it goes. */
export function renderProgress(form: HTMLElement, words: string, size: number): void {
  partIn(form, '[data-progress]').textContent = words;
  partIn(form, '[data-count]').textContent = size === 0 ? '还没有填' : `填了${String(size)}个`;
  partIn<HTMLButtonElement>(form, '[data-preview-button]').disabled = size === 0;
}

/** Renders what is about to be sent; from a file nothing can be. */
export function renderLines(
  root: HTMLElement,
  touched: readonly JudgedRow[],
  hasPlace: boolean,
): void {
  partIn(root, '[data-reports]').replaceChildren(
    ...touched.slice(0, SHOWN).map((one) => {
      const line = copyOf('line');
      partIn(line, '[data-name]').textContent = one.account?.name ?? one.row.account;
      partIn(line, '[data-words]').textContent = verdictOf(one);
      return line;
    }),
    ...(touched.length > SHOWN ? [more(touched.length - SHOWN)] : []),
  );
  const cannot = !hasPlace || location.protocol === 'file:';
  partIn(root, '[data-cannot]').hidden = !cannot;
  partIn<HTMLButtonElement>(root, '[data-send]').disabled = cannot;
}

/** The record as it would be, with the pictures that come with it. */
export interface InspectionFilled {
  readonly record: NewRecord;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function filledInspection(
  inspection: Entry<Inspection>,
  filled: ReadonlyMap<string, FilledRow>,
  replaces: string,
): InspectionFilled {
  return {
    record: inspectionRecord(inspection, filled, replaces),
    files: inspectionFiles(inspection, filled),
  };
}

export function atAccount(account: InspectedAccount | undefined, sentence: string): string {
  return account === undefined ? sentence : `${account.name}：${sentence}`;
}

/**
 * What is wrong: `at` is the place of the first account that it is about, -1 where it is about none; `here` is said at that
 * account, `elsewhere` at the form.
 */
export function placedFaults(
  wrong: readonly FormFault[],
  inspection: Entry<Inspection>,
  accounts: readonly InspectedAccount[],
): { at: number; here: string[]; elsewhere: string[] } {
  const places = wrong.map((one) => ({ one, place: accountPlace(one, inspection, accounts) }));
  const at = places[0]?.place ?? -1;
  const isHere = ({ place }: { place: number }): boolean => at >= 0 && place === at;
  return {
    at,
    here: places.filter(isHere).map(({ one }) => inSentence(one)),
    elsewhere: places
      .filter((one) => !isHere(one))
      .slice(0, SHOWN)
      .map(({ one, place }) => atAccount(accounts[place], inSentence(one))),
  };
}

export function inSentence(fault: FormFault): string {
  return sentenceOf(fault, names);
}

/** Field of the record → label. */
const names = new Map([
  ['lastPostOn', '最近更新日'],
  ['results', '各指标结果'],
  ['result', '结果'],
  ['finding', '看到的情况'],
  ['pictures', '截图'],
  ['note', '账号备注'],
]);

export function verdictOf({ result, verdicts }: JudgedRow): string {
  if (result === 'passed') return '合格';
  const told = verdicts.filter(
    (one) => one.result === (result === 'failed' ? 'failed' : 'missing'),
  );
  const list = told.map(({ indicator, name, why }) =>
    [`${indicator} ${name}`, ...(result === 'failed' && why !== undefined ? [why] : [])].join('：'),
  );
  return `${result === 'failed' ? '不合格' : '还没有结果'}：${list.join('；')}`;
}

function more(count: number): HTMLElement {
  const line = copyOf('line');
  partIn(line, '[data-name]').textContent = `另有${String(count)}个`;
  return line;
}

/** The account after or before the one at a place, round and round; of those judged only what has no result yet. */
export function nextOf(
  accounts: readonly InspectedAccount[],
  from: number,
  by: 1 | -1,
  judged: readonly JudgedRow[],
): number {
  const done = new Set(
    judged.flatMap(({ row, result }) => (result === 'unchecked' ? [] : [row.account])),
  );
  const { length } = accounts;
  let at = from;
  for (let tried = 0; tried < length; tried += 1) {
    at = (at + by + length) % length;
    if (!done.has(accounts[at]?.id ?? '')) break;
  }
  return at;
}

export function progressOf(all: readonly JudgedRow[], at: number): string {
  const left = all.filter(({ result }) => result === 'unchecked').length;
  return `第${String(at + 1)}个，共${String(all.length)}个；还差${String(left)}个没有结果`;
}

/** What a device still keeps of the check. */
export function keptWords(sent: SentNote | undefined, filled: number): string {
  if (sent !== undefined) return `${sent.when} 已送出，等收件（${sent.number}）`;
  return filled > 0 ? '上次没有送出的还在' : '';
}

/** Which drafts were dropped because the record was changed since. */
export function overtakenWords(
  accounts: readonly InspectedAccount[],
  overtaken: readonly string[],
): string[] {
  const names = overtaken.map((id) => accounts.find((one) => one.id === id)?.name ?? id);
  return names.length === 0
    ? []
    : [
        `这台设备上的草稿有${String(names.length)}个没有用：台账里这几个账号的结果后来改过，照台账现在的。要再改的重新填：${names.join('、')}`,
      ];
}

/** The account that a fault is about, by its place on the page; below zero for none. */
export function accountPlace(
  { at: [list, index] }: FormFault,
  inspection: Entry<Inspection>,
  accounts: readonly InspectedAccount[],
): number {
  const row = list === 'accounts' ? inspection.accounts[Number(index)] : undefined;
  return accounts.findIndex(({ id }) => id === row?.account);
}
