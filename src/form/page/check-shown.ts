/** 检查结果的话: what is said of an account's result, of what is wrong with it, and before it is sent. */
import type { JudgedRow } from '../../domain/inspection/inspection.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { CheckedAccount } from '../check-page.ts';
import { checkForm } from '../check.ts';
import type { FormFault, NewRecord } from '../new-record.ts';
import { sentenceOf } from '../sentence.ts';
import { checkRules } from '../works/check.ts';
import { today } from './clock.ts';
import { copyOf, part } from './dom.ts';

/** Accounts that are named; of the others it is said how many they are. */
export const SHOWN = 50;

/** Draws what is about to be sent; from a file nothing can be. */
export function drawLines(
  root: HTMLElement,
  touched: readonly JudgedRow[],
  hasPlace: boolean,
): void {
  part(root, '[data-reports]').replaceChildren(
    ...touched.slice(0, SHOWN).map((one) => {
      const line = copyOf('line');
      part(line, '[data-name]').textContent = one.account?.name ?? one.row.account;
      part(line, '[data-words]').textContent = verdictOf(one);
      return line;
    }),
    ...(touched.length > SHOWN ? [more(touched.length - SHOWN)] : []),
  );
  const cannot = !hasPlace || location.protocol === 'file:';
  part(root, '[data-cannot]').hidden = !cannot;
  part<HTMLButtonElement>(root, '[data-send]').disabled = cannot;
}

/** Everything that the review would refuse. */
export function wrongWith(
  record: NewRecord,
  base: Ledger,
  account: string | undefined,
): FormFault[] {
  const { faults } = checkForm({
    base,
    rules: checkRules,
    records: [record],
    files: new Map(),
    account,
    unit: undefined,
    today: today(),
  });
  return faults.filter(({ severity }) => severity === 'fault');
}

export function atAccount(account: CheckedAccount | undefined, sentence: string): string {
  return account === undefined ? sentence : `${account.name}：${sentence}`;
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
  part(line, '[data-name]').textContent = `另有 ${String(count)} 个`;
  return line;
}
