/** 提出的一行: a finding of a circular as a row of a list, with its account or unit. */
import { platformOf } from '../../../domain/issue/standing.ts';
import type { ListRow } from '../../list/entry.ts';
import type { Known } from '../../record/known.ts';
import { WEBSITE_WORD } from '../mention/item.ts';
import type { Mention } from '../mention/mentions.ts';
import type { NamedMention } from '../mention/named.ts';
import { OFFICE_WORD } from '../mention/office/offices.ts';
import { withoutAccount } from '../mention/platform-words.ts';

/** 微信公众号：名称; the name alone where nothing says the platform or the name says it itself. */
export function listedName({ name, platform }: Pick<Mention, 'name' | 'platform'>): string {
  if (platform === '' || platform === OFFICE_WORD) return name;
  if (platform !== WEBSITE_WORD) return `${withoutAccount(platform)}：${name}`;
  return /网站$/u.test(name) ? name : `政府网站：${name}`;
}

/** The row of a finding. */
export function proposedRow(
  { mention, place, sentence, site }: NamedMention,
  finding: string,
  { number, unit, isSettled }: { number: number; unit: string | undefined; isSettled: boolean },
  known: Known,
): ListRow {
  const own = { place, table: 0, number, numberText: '', raw: { 原句: sentence } };
  if (mention.platform === OFFICE_WORD && site !== undefined)
    return {
      ...own,
      cells: {
        listed: { text: listedName({ name: site, platform: WEBSITE_WORD }), place },
        host: { text: mention.name, place },
        finding: { text: finding, place },
      },
      isProposed: true,
      ...(isSettled && { isSettled }),
      notes: [`由通报文字提出，是${site}里由${mention.name}负责的栏目；录入与否要确认`],
    };
  if (mention.platform === OFFICE_WORD)
    return {
      ...own,
      cells: { host: { text: mention.name, place }, finding: { text: finding, place } },
      isOfUnit: true,
      isProposed: true,
      ...(isSettled && { isSettled }),
      notes: ['由通报文字提出，是单位自己的问题；录入与否要确认'],
    };
  const { name, listed } = registered(mention, known) ?? {
    name: mention.name,
    listed: listedName(mention),
  };
  const owners = known.accounts.filter(({ account }) => account.name === name);
  const [owner] = owners;
  const host =
    unit ?? (owner && owners.length === 1 ? known.unitName(owner.account.unit) : undefined) ?? '';
  return {
    ...own,
    cells: {
      listed: { text: listed, place },
      host: { text: host, place },
      finding: { text: finding, place },
    },
    isProposed: true,
    ...(isSettled && { isSettled }),
    notes: ['由通报文字提出，录入与否要确认'],
  };
}

/** 示例区民政局微信公众号: a unit with its platform, where the register has exactly one such account. */
function registered(
  { name, platform }: NamedMention['mention'],
  known: Known,
): { name: string; listed: string } | undefined {
  const unit = known.units.find(name);
  const id = known.platforms.find(withoutAccount(platform));
  if (unit === undefined || id === undefined) return undefined;
  if (known.accounts.some(({ account }) => account.name === name)) return undefined;
  const own = known.accounts.filter(
    ({ account }) => account.unit === unit && platformOf(account) === id,
  );
  const [only] = own;
  if (only === undefined || own.length !== 1) return undefined;
  return { name: only.account.name, listed: listedName({ name: only.account.name, platform }) };
}
