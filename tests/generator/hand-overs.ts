/**
 * 机构调整: four days before the ledger's day 子镇 is merged into 丑镇, 寅镇 is renamed, and an account of 丙街道 with open
 * and closed problems goes to 庚街道. Nothing of it is left to chance, so that it changes nothing else.
 */
import type { z } from 'zod';
import { addDays } from '../../src/day/calendar.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { registration } from '../../src/schema/registration.ts';
import type { update } from '../../src/schema/update.ts';
import type { Files } from './memory.ts';
import type { MadeAccount, MadeUnit } from './units.ts';

/** The units and the account that take part. */
export const handedOver = {
  merged: 'zi-zhen',
  into: 'chou-zhen',
  /** An issue of the merged unit's own that is not settled. */
  issue: '2026-hazard-03',
  renamed: 'yin-zhen',
  account: 'bing-jiedao-app',
  to: 'geng-jiedao',
} as const;

/** The day from which all of it holds. */
export function handOverDay(asOf: string): string {
  return addDays(asOf, -4);
}

/** Writes the changed units and the steps over `files`. */
export function handOvers(
  files: Files,
  owners: readonly MadeUnit[],
  accounts: readonly MadeAccount[],
  asOf: string,
): void {
  const on = handOverDay(asOf);
  const unit = (wanted: string) => {
    const found = owners.find(({ id }) => id === wanted);
    if (found === undefined) throw new RangeError(`no unit ${wanted}`);
    return found.record;
  };
  const put = (id: string, record: MadeUnit['record']) =>
    files.set(`units/${id}.yaml`, canonical('unit', record));
  const { merged, into, renamed, issue, account, to } = handedOver;
  const before = addDays(on, -1);
  const old = unit(merged);
  const members = (old.members ?? []).map((member) =>
    member.until === undefined ? { ...member, until: before } : member,
  );
  put(merged, {
    ...old,
    members,
    ended: { on, how: 'merged', successors: [into], document: '示政发〔2026〕9号' },
  });
  const serving = (old.members ?? []).filter(({ until }) => until === undefined);
  put(into, {
    ...unit(into),
    members: [...(unit(into).members ?? []), ...serving.map((member) => ({ ...member, from: on }))],
  });
  put(renamed, {
    ...unit(renamed),
    name: unit(renamed).name.replace('寅镇', '寅山镇'),
    formerNames: [{ name: unit(renamed).name, until: before }],
  });
  const stamp = `${on.replaceAll('-', '')}-090000-ho1`;
  const step = (id: string, receiver: string) => {
    const record: z.input<typeof registration> = {
      account: id,
      action: 'transferred',
      reportedOn: on,
      to: receiver,
      publicNote: '机构调整，随主办单位移交',
      note: '交接清单存档（虚构的内部备注）',
    };
    files.set(`registry/${id}/${stamp}.yaml`, canonical('registration', record));
  };
  for (const { id, unit: owner } of accounts) if (owner.id === merged) step(id, into);
  step(account, to);
  const handed: z.input<typeof update> = {
    issue,
    action: 'transferred',
    reportedOn: on,
    to: into,
    note: '随机构调整移交（虚构）',
    publicNote: '机构调整，由承接单位继续整改',
    reporter: '审核员（示例）',
  };
  const campaign = issue.slice(0, issue.lastIndexOf('-'));
  files.set(`updates/${campaign}/${issue}/${stamp}.yaml`, canonical('update', handed));
}
