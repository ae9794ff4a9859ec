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

/** 关于社区公众号清理情况的通报: what the title says was looked at. */
const TITLED =
  /^关于[^。；“”]{0,40}(?:检查|抽查|监测|排查|巡查|清理|运行|运维|普查|整治|巡检|评估|管理|督查)[^。；“”]{0,12}(?:通报|通知|情况|报告)$|^[^。；：“”]{4,40}(?:检查|抽查|监测|排查|巡查|清理|巡检)(?:情况|结果)?(?:的)?通报$/u;

/** 微信公众号 is what 政务微信, 微信 and 公众号 mean beside it. */
function withoutShort(kinds: ReadonlySet<string>): string[] {
  const bare = new Set(
    [...kinds].map((one) => one.replace(/^(?:政务|官方)+|(?:账号|帐号)$/gu, '')),
  );
  return [...bare].filter(
    (one) => ![...bare].some((other) => other !== one && other.includes(one)),
  );
}

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
  const [kind, more] = withoutShort(new Set(all.flat()));
  const isLookedAt = passages.some(({ plain }, at) => {
    const said = (LOOKED_AT.exec(plain) ?? (at < 3 ? TITLED.exec(plain) : null))?.[0];
    return said !== undefined && platformsNamed(said, words).length > 0;
  });
  return more === undefined && isLookedAt ? kind : undefined;
}

const platformsNamed = (plain: string, words: PlatformWords): string[] =>
  proseTokens(plain, words).flatMap(({ kind, text, platforms = [] }) =>
    kind === 'platform' ? [text] : platforms,
  );
