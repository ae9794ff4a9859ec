/** 名录: of every account and issue of a ledger only what a new finding or a check is judged by, a short row each. */
import type { Account } from '../../schema/account.ts';
import type { Issue, Origin } from '../../schema/issue.ts';
import type { Entry } from '../../schema/ledger.ts';

/** Everything that a finding may be about, briefly: a ledger may have thousands of each. */
export interface Directory {
  accounts: [id: string, name: string, unit: string, platform: string, openedOn: string][];
  issues: [
    id: string,
    campaign: string,
    row: number,
    account: string,
    unit: string,
    origin: Origin,
    listedOn: string,
  ][];
}

export function rowOfAccount(account: Entry<Account> | undefined): Directory['accounts'] {
  if (account === undefined) return [];
  const { id, name, unit, openedOn = '' } = account;
  return [[id, name, unit, account.kind === 'website' ? '' : account.platform, openedOn]];
}

export function accountOfRow([
  id,
  name,
  unit,
  platform,
  openedOn,
]: Directory['accounts'][number]): Entry<Account> {
  const shared = {
    id,
    path: `accounts/${unit}/${id}.yaml`,
    name,
    unit,
    aliases: [],
    ...(openedOn === '' ? {} : { openedOn }),
  };
  return platform === ''
    ? { ...shared, kind: 'website' }
    : { ...shared, kind: 'new-media', platform };
}

/** What is on record is judged already: of it only its number, owner, source and day count. */
export function issueOfRow([
  id,
  campaign,
  row,
  account,
  unit,
  origin,
  listedOn,
]: Directory['issues'][number]): Entry<Issue> {
  return {
    id,
    path: `issues/${campaign}/${id}.yaml`,
    campaign,
    row,
    ...(account === '' ? { unit } : { account }),
    listedHost: '',
    problems: [],
    finding: '',
    measures: '',
    duties: [],
    deadline: { kind: 'ongoing', text: '' },
    listedOn,
    origin,
  };
}
