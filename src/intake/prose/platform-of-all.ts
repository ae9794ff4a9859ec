/** 全篇的平台: what a note or the opening of a circular says of all accounts that it names. */
import type { PlatformWords } from './mention/platform-words.ts';
import type { Passage } from './passage.ts';
import { proseTokens } from './tokens.ts';

/** （注：以上均为微信公众号）: of which platform all are that do not say it. */
const NOTE =
  /(?:^|。)（?(?:备?注|说明)?：?(?:以上|上述|所列)+(?:的|账号|帐号|政务新媒体|新媒体)*(?:均|都|全部)(?:为|是|属)(?<platform>[^，。；：（）]{2,12}?)(?:账号|帐号)?[）。]*$/u;

/** 县教育局对全县学校开设的微信公众号进行了排查: what was looked at. */
const LOOKED_AT =
  /对[^，。；“”]{0,20}(?:进行|开展|组织)了?[^，。；“”]{0,8}(?:排查|检查|抽查|监测|巡查|清理|普查)/u;

/** The platform that a paper says of all accounts which do not say theirs; undefined where it says none, or several. */
export function platformOfAll(
  passages: readonly Passage[],
  words: PlatformWords,
): string | undefined {
  const [only, another] = passages
    .flatMap(({ plain }) => NOTE.exec(plain)?.groups?.['platform'] ?? [])
    .filter((one) => words.isPlatform(one));
  if (only !== undefined) return another === undefined ? only : undefined;
  const all = passages.map(({ plain }) => platformsNamed(plain, words));
  const kinds = new Set(all.flat());
  const [kind, more] = kinds;
  const isLookedAt = passages.some(({ plain }) => {
    const said = LOOKED_AT.exec(plain)?.[0];
    return said !== undefined && platformsNamed(said, words).length > 0;
  });
  return more === undefined && isLookedAt ? kind : undefined;
}

const platformsNamed = (plain: string, words: PlatformWords): string[] =>
  proseTokens(plain, words).flatMap(({ kind, text, platforms = [] }) =>
    kind === 'platform' ? [text] : platforms,
  );
