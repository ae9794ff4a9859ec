/**
 * 下级: what the ledgers below are searched by — their units, accounts and problems by the names that they sent up
 * (名录), where they allow it. Each says whose it is and leads to the child's own page.
 */
import type { Roster } from '../../schema/roster.ts';
import { childrenAddress } from '../../views/address.ts';
import type { Face } from '../../views/face.ts';
import { childName } from '../../views/rollup/children.ts';
import { type Searched, searchedChildren } from '../../views/rollup/searched.ts';
import { filledTexts, relativeAddress } from './entry-parts.ts';
import type { SearchEntry, IssueRecord } from '../record.ts';

export function entriesBelow(face: Face): SearchEntry[] {
  return searchedChildren(face).flatMap((one) => [
    ...one.roster.units.map((unit) => unitBelow(one, unit)),
    ...one.roster.accounts.map((account) => accountBelow(one, account)),
  ]);
}

function unitBelow(one: Searched, { name, href }: Roster['units'][number]): SearchEntry {
  return {
    kind: 'unit',
    address: addressIn(one, href),
    title: titleIn(one, name),
    summary: whoseWords(one),
    names: [name],
    known: [],
    codes: [],
    within: [],
    of: ['单位', keyIn(one, name)],
    count: one.roster.issues.filter(({ unit }) => unit === name).length,
    whose: childName(one.child),
  };
}

function accountBelow(
  one: Searched,
  { name, unit, platform, href }: Roster['accounts'][number],
): SearchEntry {
  return {
    kind: 'account',
    address: addressIn(one, href),
    title: titleIn(one, name),
    summary: [whoseWords(one), platform, unit].join(' · '),
    names: [name],
    known: [],
    codes: [],
    within: [unit, platform],
    of: undefined,
    count: 0,
    whose: childName(one.child),
  };
}

export function recordsBelow(face: Face): IssueRecord[] {
  return searchedChildren(face).flatMap((one) =>
    one.roster.issues.map(({ id, title, unit, platform, problems, state, href }) => ({
      id,
      address: addressIn(one, href),
      title: titleIn(one, title),
      summary: [whoseWords(one), unit, state, platform].join(' · '),
      lateness: '',
      texts: [...problems, childName(one.child)],
      row: 0,
      facets: {
        平台: [platform],
        问题: problems,
        状态: [state],
        台账: [childName(one.child)],
        单位: [keyIn(one, unit)],
        账号: [],
        专项: [],
        指标: [],
        截止日: [],
        来源: [],
      },
    })),
  );
}

/** The child's own page; where it has no site, the page that tells how it stands. */
function addressIn({ address }: Searched, href: string): string {
  return address === undefined ? relativeAddress(childrenAddress) : `${address}${href}`;
}

function titleIn({ child }: Searched, name: string): string {
  return `${name}（${childName(child)}）`;
}

/** 示例101区的台账，截至6月15日 */
function whoseWords({ child, asOf, address }: Searched): string {
  return filledTexts([
    `${childName(child)}的台账，截至${asOf.short}`,
    address === undefined ? '没有写网站地址' : '',
  ]).join('，');
}

/** Units of two ledgers may be called the same. */
function keyIn({ child }: Searched, name: string): string {
  return `${child.id} ${name}`;
}
