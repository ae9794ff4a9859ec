/** To whom the parts of a unit go, as `ledger hand-over` is told: on the line or in a file. */
import { existsSync, readFileSync } from 'node:fs';
import type { HandOverPlan } from '../../../src/intake/hand-over/planned-hand-over.ts';
import { didYouMean } from '../../../src/ledger/message.ts';
import type { Entry, Ledger } from '../../../src/schema/ledger.ts';
import type { Unit } from '../../../src/schema/unit.ts';
import { DataFaults, WrongUse } from '../../command.ts';
import { unitNamed } from '../../scope.ts';

/** Lists all that has nobody to go to, as it may be written into a file. Throws DataFaults or WrongUse. */
export function refuseUnsettled(ledger: Ledger, { unassigned, strange }: HandOverPlan): void {
  const [first] = strange;
  if (first !== undefined)
    throw new WrongUse(
      `${strange.join('、')} 不在要移交的账号、没办结的问题、填报员里`,
      didYouMean(first, [...ledger.accounts.keys(), ...ledger.issues.keys()]) ||
        '核对编号，去掉多写的',
    );
  if (unassigned.length === 0) return;
  throw new DataFaults(
    [
      `还有 ${String(unassigned.length)} 样没有说归谁，什么都没有写：`,
      ...unassigned.map(({ id, name }) => `${id}= # ${name.split('\n')[0] ?? ''}`),
      '→ 在等号后面写接收单位，存成文本文件，加 --assign-file 文件；或逐个写 --assign 编号=单位',
    ].join('\n'),
  );
}

/** What was said of single accounts, issues and clerks. Throws WrongUse. */
export function partsAssigned(
  ledger: Ledger,
  receivers: readonly Entry<Unit>[],
  { assign, assignFile }: { assign: readonly string[]; assignFile?: string },
): Map<string, string> {
  if (assignFile !== undefined && !existsSync(assignFile))
    throw new WrongUse(`找不到文件 ${assignFile}`, '核对 --assign-file');
  const lines = [
    ...(assignFile === undefined ? [] : readFileSync(assignFile, 'utf8').split(/\r?\n/u)),
    ...assign,
  ];
  const assigned = new Map<string, string>();
  for (const line of lines) {
    const said = line
      .replace(/^\uFEFF/u, '')
      .replace(/#.*$/u, '')
      .trim();
    if (said === '') continue;
    const [id = '', name = ''] = said.split('=').map((part) => part.trim());
    if (name === '') continue;
    const unit = unitNamed(ledger, name);
    if (!receivers.some((one) => one.id === unit.id))
      throw new WrongUse(`“${said}”写的单位不在 --to 里`, '核对单位，或把它加进 --to');
    assigned.set(id, unit.id);
  }
  return assigned;
}
