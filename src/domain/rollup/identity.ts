/**
 * 账号的身份: what an account is called in every ledger alike, so that one that is registered twice is seen. A website by
 * its 网站标识码, else by its host; an account by platform and official name. What says too little has none.
 */
import type { Account } from '../../schema/account.ts';
import { WEBSITE } from '../../text/terms.ts';

/** `微信公众号：甲街道发布`; undefined where the platform or the site is not known well enough to compare. */
export function identityOf(account: Account, platformName: string | undefined): string | undefined {
  if (account.kind === 'website') {
    const { siteCode, address } = account;
    if (siteCode !== undefined) return `${WEBSITE.name}：${siteCode}`;
    const host = /^https?:\/\/(?:www\.)?([^/?#]+)/iu.exec(address ?? '')?.[1];
    return host === undefined ? undefined : `${WEBSITE.name}：${host.toLowerCase()}`;
  }
  if (platformName === undefined || account.platform === 'unstated') return undefined;
  return `${platformName}：${account.name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()}`;
}

/** An account that more than one ledger has. */
export interface Shared {
  readonly key: string;
  /** The ledgers, in the order in which they were given. */
  readonly owners: readonly string[];
}

/** The accounts that are in more than one of the lists, in the order in which they come first. */
export function sharedAmong(lists: readonly (readonly [string, Iterable<string>])[]): Shared[] {
  const owners = new Map<string, string[]>();
  for (const [owner, keys] of lists)
    for (const key of new Set(keys)) {
      const known = owners.get(key);
      if (known === undefined) owners.set(key, [owner]);
      else known.push(owner);
    }
  return [...owners]
    .filter(([, named]) => named.length > 1)
    .map(([key, named]) => ({ key, owners: named }));
}
