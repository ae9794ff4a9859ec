/** Which unit, account or campaign a person means: by id, name, alias or former name, a unit also without its city and county. */
import { platformOf } from '../src/domain/issue/standing.ts';
import { isSameAccount } from '../src/domain/membership.ts';
import { UnitNames } from '../src/intake/words/unit-names.ts';
import { didYouMean } from '../src/ledger/message.ts';
import type { Account } from '../src/schema/account.ts';
import type { Campaign } from '../src/schema/campaign.ts';
import type { Child } from '../src/schema/child.ts';
import type { Entry, Ledger } from '../src/schema/ledger.ts';
import type { Unit } from '../src/schema/unit.ts';
import { WrongUse } from './command.ts';

/** The unit that a person means; undefined where there is none. */
export function unitCalled(ledger: Ledger, what: string): Entry<Unit> | undefined {
  const { units } = ledger;
  const named = [...units.values()].filter(
    ({ name, aliases, formerNames = [] }) =>
      name === what || aliases.includes(what) || formerNames.some((one) => one.name === what),
  );
  // A name may have been taken up again: whoever goes by it now is meant.
  return (
    units.get(what) ??
    named.find(({ name, ended }) => ended === undefined && name === what) ??
    named.find(({ ended }) => ended === undefined) ??
    named[0] ??
    // 财政局 is 样例县财政局, where no other unit goes by it.
    units.get(new UnitNames(ledger).find(what) ?? '')
  );
}

/** The id of the unit that a person means, or what was written where there is none: the check says so. */
export function unitIdOr(ledger: Ledger, what: string): string {
  return unitCalled(ledger, what)?.id ?? what;
}

/** The units whose names are like one that is none of them, as a remedy; nothing where there are none. */
export function likeUnits(ledger: Ledger, what: string): string {
  const ids = new UnitNames(ledger).like(what).slice(0, 3);
  const names = ids.flatMap((id) => ledger.units.get(id)?.name ?? []);
  return names.length === 0 ? '' : `是不是“${names.join('”“')}”？`;
}

/** Throws WrongUse. */
export function unitNamed(ledger: Ledger, what: string): Entry<Unit> {
  const found = unitCalled(ledger, what);
  if (found) return found;
  const { units } = ledger;
  const known = [...units.keys(), ...[...units.values()].map(({ name }) => name)];
  throw new WrongUse(
    `台账里没有单位“${what}”`,
    didYouMean(what, known) || likeUnits(ledger, what) || '运行 npx ledger status 看有哪些单位',
  );
}

/** The account that a person means: by id, name, alias, or platform and name (微信公众号：样例文旅). Throws WrongUse. */
export function accountNamed({ accounts, vocabulary }: Ledger, what: string): Entry<Account> {
  const byId = accounts.get(what);
  if (byId !== undefined) return byId;
  const [platform, ...rest] = what.split(/[：:]/u);
  const id = vocabulary.platforms.find(({ name, aliases }) =>
    [name, ...aliases].includes(platform ?? ''),
  )?.id;
  const goesBy = (one: Entry<Account>, name: string): boolean =>
    one.name === name || one.aliases.includes(name);
  const found = [...accounts.values()].filter(
    (one) =>
      goesBy(one, what) ||
      (id !== undefined && platformOf(one) === id && goesBy(one, rest.join('：'))),
  );
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (others.length > 0)
    throw new WrongUse(
      `叫“${what}”的账号有 ${String(found.length)} 个`,
      `写编号：${found.map((one) => one.id).join('、')}`,
    );
  const known = [...accounts.keys(), ...[...accounts.values()].map(({ name }) => name)];
  throw new WrongUse(
    `台账里没有账号“${what}”`,
    didYouMean(what, known) || '先登记账号：npx ledger new account',
  );
}

/** The account of a reviewer who may have something in hand. Throws WrongUse. */
export function officerNamed({ site }: Ledger, account: string): string {
  const accounts = site.reviewers.map((one) => one.account);
  const found = accounts.find((one) => isSameAccount(one, account));
  if (found !== undefined) return found;
  throw new WrongUse(
    `${account} 不是审核员`,
    didYouMean(account, accounts) || `可选：${[...new Set(accounts)].join('、')}`,
  );
}

/** The ledger below that a person means: by id, name or short name. Throws WrongUse. */
export function childNamed({ children }: Ledger, what: string): Entry<Child> {
  const all = [...children.values()];
  const found =
    children.get(what) ?? all.find(({ name, shortName }) => name === what || shortName === what);
  if (found) return found;
  const known = all.flatMap(({ id, name, shortName = name }) => [id, name, shortName]);
  throw new WrongUse(
    `台账里没有下级“${what}”`,
    didYouMean(what, known) || '先登记下级：npx ledger new child',
  );
}

/** The campaign, or the only one where none is named. Throws WrongUse. */
export function campaignNamed({ campaigns }: Ledger, what: string | undefined): Entry<Campaign> {
  const all = [...campaigns.values()];
  const [only] = all;
  const list = all.map(({ id, name }) => `${id}（${name}）`).join('、');
  if (what === undefined) {
    if (all.length === 1 && only) return only;
    throw new WrongUse(
      all.length === 0 ? '这个版本里没有专项' : '台账里有几个专项，没有指明是哪一个',
      all.length === 0 ? '先登记专项，或换 --audience' : `可选：${list}`,
    );
  }
  const found = campaigns.get(what) ?? all.find(({ name }) => name === what);
  if (found) return found;
  throw new WrongUse(
    `台账里没有专项“${what}”`,
    didYouMean(what, [...campaigns.keys(), ...all.map(({ name }) => name)]) || `可选：${list}`,
  );
}
