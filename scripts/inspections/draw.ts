/** 抽取: the record of a check as it is drawn, by command and at the desk. */
import type { Day } from '../../src/day/calendar.ts';
import { type DrawScope, sampleOf } from '../../src/domain/inspection/sample.ts';
import { ownerNameOn } from '../../src/domain/issue/owner.ts';
import { inForceOn } from '../../src/domain/setting.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { id as idSchema } from '../../src/schema/field.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import { WrongUse } from '../command.ts';
import type { HandedProposal } from '../enter/handing-in.ts';

/** A check before anybody has looked. */
export type Drawn = Omit<Inspection, 'accounts'> & {
  readonly accounts: readonly { readonly account: string; readonly lookBack?: boolean }[];
};

interface Draw {
  readonly scope: DrawScope;
  readonly on: Day;
  readonly previous: Entry<Inspection> | undefined;
  readonly name: string;
  /** Where its findings will go. */
  readonly campaign: string;
  /** The day by which units reply to its circular. */
  readonly replyBy: Day | undefined;
}

/** Draws a check. Throws WrongUse where the day has no indicators. */
export function drawInspection(
  ledger: Ledger,
  { scope, on, previous, name, campaign, replyBy }: Draw,
): { record: Drawn; drawn: readonly string[]; again: readonly string[] } {
  const { population, drawn, again, accounts } = sampleOf(ledger, scope, on, previous);
  const edition = inForceOn(ledger.vocabulary.indicators.editions, on);
  if (edition === undefined)
    throw new WrongUse('台账没有那天起用的检查指标', '先在 vocabulary/indicators.yaml 登记');
  const record = {
    name,
    checkedOn: on,
    edition: edition.id,
    campaign,
    ...(previous === undefined ? {} : { previous: previous.id }),
    ...(replyBy === undefined ? {} : { replyBy }),
    population,
    scope,
    accounts: accounts.map((account) =>
      again.includes(account) ? { account, lookBack: true } : { account },
    ),
  };
  return { record, drawn, again };
}

/** Where a check that is drawn waits. */
export function inspectionBranch(id: string): string {
  return `inspection/${id}`;
}

/** The check as it is handed in. Throws WrongUse where the id is none, or taken. */
export function inspectionProposal(
  { inspections }: Ledger,
  id: string,
  record: Drawn,
): HandedProposal {
  if (!idSchema.safeParse(id).success)
    throw new WrongUse(`“${id}”不能作编号`, '只用小写字母、数字和单个连字符');
  if (inspections.has(id)) throw new WrongUse(`检查 ${id} 已经有了`, '换一个编号');
  return {
    files: new Map([[`inspections/${id}.yaml`, canonical('inspection', record)]]),
    branch: inspectionBranch(id),
    message: `建立检查 ${record.name}`,
  };
}

export function drawnInWords({ population, accounts }: Drawn, again: readonly string[]): string {
  return `应查 ${String(population)} 个，列入 ${String(accounts.length)} 个，其中回头看 ${String(again.length)} 个。`;
}

/** Why each account is on the list, its id, its name and whose it is. */
export function drawnRows(ledger: Ledger, { accounts, checkedOn }: Drawn): string[][] {
  return accounts.map(({ account: id, lookBack }) => {
    const account = ledger.accounts.get(id);
    return [
      lookBack === true ? '回头看' : '抽取',
      id,
      account?.name ?? '',
      ownerNameOn(ledger, { account: id }, checkedOn) ?? '',
    ];
  });
}
