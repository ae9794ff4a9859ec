/**
 * 范围: what the ledger names, what it has on record, what its sources report. The three are never merged, and the
 * difference between reported and named is never filled with rows.
 */
import type { Account } from '../../schema/account.ts';
import type { Campaign } from '../../schema/campaign.ts';
import { countedFigure, type FigureValue } from './figure-value.ts';
import type { Standing } from '../issue/standing.ts';
import type { Figure } from './figure.ts';

/** Distinct units that an issue belongs to, by its account or by itself. */
function namedUnits({ issues }: Standing): FigureValue {
  return countedFigure([...new Set(issues.flatMap(({ unit }) => (unit === '' ? [] : [unit])))]);
}

/** Distinct accounts of a kind that an issue names. */
function namedAccounts({ issues }: Standing, kind: Account['kind']): FigureValue {
  const named = issues.flatMap(({ account }) => (account?.kind === kind ? [account.id] : []));
  return countedFigure([...new Set(named)]);
}

/** Units with a record of their own, with problems or without. */
function registeredUnits({ units }: Standing): FigureValue {
  return countedFigure(units.map(({ id }) => id));
}

/** Accounts of a kind with a record of their own. */
function registeredAccounts({ accounts }: Standing, kind: Account['kind']): FigureValue {
  return countedFigure(accounts.filter((account) => account.kind === kind).map(({ id }) => id));
}

/** The total that a source reports of this part of the ledger; undefined where none does. */
function reportedTotal({ reported }: Standing, what: keyof Campaign['reported']): FigureValue {
  return { kind: 'reported', value: reported[what] };
}

const rows = { basis: 'rows', group: 'extent' } as const;
const source = { basis: 'source', group: 'extent', rowKind: 'none' } as const;

export const extentFigures: readonly Figure[] = [
  {
    ...source,
    id: 'reported-units',
    name: '上报单位数',
    unit: '家',
    definition:
      '来源文件报告的、注册政务新媒体的单位总数；照录来源，不由台账推算，各专项的上报数不相加。',
    value: (standing) => reportedTotal(standing, 'units'),
  },
  {
    ...source,
    id: 'reported-accounts',
    name: '上报新媒体账号数',
    unit: '个',
    definition: '来源文件报告的政务新媒体账号总数；照录来源，不由台账推算，各专项的上报数不相加。',
    value: (standing) => reportedTotal(standing, 'accounts'),
  },
  {
    ...source,
    id: 'reported-websites',
    name: '上报网站数',
    unit: '个',
    definition: '来源文件报告的政府网站总数；照录来源，不由台账推算，各专项的上报数不相加。',
    value: (standing) => reportedTotal(standing, 'websites'),
  },
  {
    ...rows,
    id: 'named-units',
    name: '列名单位数',
    unit: '家',
    rowKind: 'unit',
    definition: '问题的责任单位（涉及账号的，为账号的主办单位），同一单位只计一次；配合单位不计。',
    value: namedUnits,
  },
  {
    ...rows,
    id: 'named-accounts',
    name: '列名新媒体账号数',
    unit: '个',
    rowKind: 'account',
    definition: '问题所列的政务新媒体账号，同一账号只计一次。',
    value: (standing) => namedAccounts(standing, 'new-media'),
  },
  {
    ...rows,
    id: 'named-websites',
    name: '列名网站数',
    unit: '个',
    rowKind: 'account',
    definition: '问题所列的政府网站，同一网站只计一次。',
    value: (standing) => namedAccounts(standing, 'website'),
  },
  {
    ...rows,
    id: 'registered-units',
    name: '登记单位数',
    unit: '家',
    rowKind: 'unit',
    definition: '台账中有单位记录的单位，不论有没有问题；看某个专项时，只计该专项列名的单位。',
    value: registeredUnits,
  },
  {
    ...rows,
    id: 'registered-accounts',
    name: '登记新媒体账号数',
    unit: '个',
    rowKind: 'account',
    definition:
      '台账中有记录的政务新媒体账号，不论有没有问题；看某个专项时，只计该专项列名的账号。',
    value: (standing) => registeredAccounts(standing, 'new-media'),
  },
  {
    ...rows,
    id: 'registered-websites',
    name: '登记网站数',
    unit: '个',
    rowKind: 'account',
    definition: '台账中有记录的政府网站，不论有没有问题；看某个专项时，只计该专项列名的网站。',
    value: (standing) => registeredAccounts(standing, 'website'),
  },
];
