/**
 * 账号的身份: what an account is called in every ledger alike, so that one that is registered twice is seen. A website by
 * its 网站标识码 and its host, an account by its home page on the platform, and by its official name where the home page
 * is not on record: names change, and on some platforms two may bear the same. What says too little has none.
 */
import type { Account } from '../../schema/account.ts';
import { UNSTATED, WEBSITE } from '../../text/terms.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { platformOf } from '../issue/standing.ts';

/** `微信公众号：甲街道发布`, behind a space what tells its home page where that is known; undefined where nothing can be compared. */
export function identityOf(account: Account, platformName: string | undefined): string | undefined {
  const home = homeOf(account.address);
  if (account.kind === 'website') {
    const host = home?.replace(/\/.*$/u, '');
    const { siteCode } = account;
    const known = [siteCode, host].filter((part) => part !== undefined);
    return known.length === 0 ? undefined : `${WEBSITE.name}：${known.join(' ')}`;
  }
  if (platformName === undefined || account.platform === UNSTATED) return undefined;
  const name = account.name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
  return `${platformName}：${name}${home === undefined ? '' : ` ${lettersOf(home)}`}`;
}

/** The identity of an account of a ledger, by the name of its platform there. */
export function accountIdentity({ vocabulary }: Ledger, account: Account): string | undefined {
  const id = platformOf(account);
  return identityOf(account, vocabulary.platforms.find((one) => one.id === id)?.name);
}

/** An address without what does not tell two pages apart. */
function homeOf(address: string | undefined): string | undefined {
  const [, host, path = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)([^#]*)/iu.exec(address ?? '') ?? [];
  return host === undefined ? undefined : `${host.toLowerCase()}${path.replace(/\/+$/u, '')}`;
}

/** What a reader is shown of an identity. */
export function nameInIdentity(key: string): string {
  return key.replace(/ .*$/u, '');
}

/** Sixteen letters for a text (FNV-1a, twice): no length, no digits and no sign that a record might refuse. */
function lettersOf(text: string): string {
  const half = (seed: number): string => {
    let hash = seed;
    for (let at = 0; at < text.length; at += 1)
      hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
    return Array.from({ length: 8 }, (_, at) =>
      String.fromCodePoint(97 + ((hash >>> (4 * at)) & 15)),
    ).join('');
  };
  return half(2166136261) + half(84696351);
}

/** An account that more than one ledger has. */
export interface Shared {
  readonly key: string;
  /** The ledgers, in the order in which they were given. */
  readonly owners: readonly string[];
}

interface Group {
  readonly key: string;
  /** 网站标识码, where one is known. */
  code: string | undefined;
  /** Places of the lists. */
  readonly lists: Set<number>;
}

/** The accounts that are in more than one of the lists: first those whose home page is known, then the others. */
export function sharedAmong(lists: readonly (readonly [string, Iterable<string>])[]): Shared[] {
  const groups: Group[] = [];
  const byHome = new Map<string, Group>();
  const byName = new Map<string, Group>();
  const all = lists.flatMap(([, keys], list) =>
    [...keys].map((key) => {
      const name = nameInIdentity(key);
      return { key, list, name, home: key.slice(name.length + 1) };
    }),
  );
  const [known, unknown] = [
    all.filter((one) => one.home !== ''),
    all.filter((one) => one.home === ''),
  ];
  for (const { key, list, name, home } of [...known, ...unknown]) {
    const platform = name.slice(0, name.indexOf('：') + 1);
    const isSite = platform === `${WEBSITE.name}：`;
    // A website without its 标识码 has its host in the place of its name.
    const page = home === '' ? name : platform + home;
    const isNamed = isSite || home === '';
    const code = isSite ? /：(?<code>\d+)$/u.exec(name)?.groups?.['code'] : undefined;
    const there = byHome.get(page);
    // Several websites live on one host of a shared platform: their codes tell them apart.
    const isOther = code !== undefined && there?.code !== undefined && code !== there.code;
    const group = (isOther ? undefined : there) ??
      (isNamed ? byName.get(name) : undefined) ?? {
        key,
        code,
        lists: new Set<number>(),
      };
    if (group.lists.size === 0) groups.push(group);
    group.lists.add(list);
    group.code ??= code;
    if (!isOther) byHome.set(page, group);
    if (!byName.has(name)) byName.set(name, group);
  }
  return groups
    .filter(({ lists: within }) => within.size > 1)
    .map(({ key, lists: within }) => ({
      key,
      owners: lists.filter((_, at) => within.has(at)).map(([name]) => name),
    }));
}
