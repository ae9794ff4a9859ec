/**
 * 对象: the column 政府网站/政务新媒体 — platform and name of an account, whichever way they are written: 微信公众号：名称,
 * 名称（微信公众号）, 名称微信公众号, 官方微博@名称, “名称”快手短视频, both ends, or the name alone.
 */
import type { Platform } from '../../schema/vocabulary.ts';
import {
  accountsBeside,
  besidePlatform,
  cutEnd,
  isOfParts,
  onSeveral,
  paired,
  unmarked,
  unquoted,
  wholeName,
} from './side-by-side.ts';
import { folded, mendedText, tidy } from './wording.ts';
import { OTHER, UNSTATED, WEBSITE } from '../../text/terms.ts';

/** The platform of a website, which platforms.yaml does not list. */
export const WEBSITE_PLATFORM = WEBSITE.id;
const WEBSITE_NAMES = [
  WEBSITE.name,
  '门户网站',
  '政府门户网站',
  '网站',
  '政务网站',
  '官方网站',
  '官网',
  '网',
];
/** What the words for a platform say beyond the platform. */
const SUBTYPE = /服务号|订阅号|企业号|短视频/u;
/** Said before the name of a platform without meaning another one; 政务微信 is one of its own. */
const OFFICIAL = /^(?:官方|政务(?!微信$)|政府|本级|单位)(?=.{2})/u;

export interface ListedReading {
  name: string;
  /** Id of a platform, `website`, `unstated`, or undefined where the words for it are not known. */
  platform: string | undefined;
  /** 服务号, 订阅号; for `other` the list's own word. */
  subtype?: string | undefined;
  /** The words that name the platform, as written; empty without any. */
  words: string;
}

export class PlatformNames {
  readonly #byName = new Map<string, string>();
  readonly #titles = new Map<string, string>([[WEBSITE.id, WEBSITE.name]]);
  readonly #longest: [words: string, id: string][];
  readonly #read = new Map<string, ListedReading>();

  constructor(platforms: readonly Platform[]) {
    for (const { id, name, aliases } of platforms) {
      this.#titles.set(id, name);
      for (const one of [id, name, ...aliases]) this.#byName.set(unmarked(one), id);
    }
    for (const name of WEBSITE_NAMES) this.#byName.set(name, WEBSITE_PLATFORM);
    for (const name of ['其它', '其他平台', '其它平台']) this.#byName.set(name, OTHER);
    this.#longest = [...this.#byName].toSorted(([a], [b]) => b.length - a.length);
  }

  /** The platform that words name; what stands in brackets, and 官方 before it, does not matter. */
  find(words: string): string | undefined {
    const text = unmarked(words);
    const outside = text.replace(/[([][^()[\]]*[)\]]/gu, '');
    return [text, outside, text.replace(OFFICIAL, ''), outside.replace(OFFICIAL, '')]
      .map((one) => this.#byName.get(one))
      .find((id) => id !== undefined);
  }

  title(id: string): string {
    return this.#titles.get(id) ?? id;
  }

  get ids(): string[] {
    return [...this.#titles.keys()];
  }

  get entries(): [name: string, id: string][] {
    return [...this.#byName];
  }

  /** Names of platforms, the longest first. */
  get names(): string[] {
    return this.#longest.flatMap(([words]) => (words.length > 1 ? [words] : []));
  }

  /** True for a cell that names an account with its platform, or several; the name of a platform alone is none. */
  isAccount(text: string): boolean {
    if (this.find(text) !== undefined) return false;
    const { platform } = this.read(mendedText(text));
    if (platform !== undefined && platform !== UNSTATED) return true;
    const accounts = this.several(text, '')?.accounts ?? [];
    return accounts.length > 1 && accounts.every((one) => this.#isWhole(one));
  }

  /** Reads the cell, mended. */
  read(text: string): ListedReading {
    const known = this.#read.get(text);
    if (known !== undefined) return known;
    const reading = this.#parted(text);
    const subtype = SUBTYPE.exec(reading.words)?.[0];
    const whole = subtype === undefined ? reading : { ...reading, subtype };
    this.#read.set(text, whole);
    return whole;
  }

  #parted(text: string): ListedReading {
    const prefix = /^(?<words>[^：:]{1,12})[：:] ?(?<name>.+)$/su.exec(text)?.groups;
    if (prefix) {
      const words = prefix['words']?.trim() ?? '';
      const platform = this.find(words);
      const name = unquoted(prefix['name'] ?? '');
      return platform === undefined
        ? { name, platform, words }
        : { ...this.#without(name, platform, words), platform };
    }
    const slash = besidePlatform(text, (words) => this.find(words));
    if (slash !== undefined) return { ...slash, name: unquoted(slash.name) };
    const at = /^(?<words>[^@＠]{2,8})[@＠](?<name>.+)$/su.exec(text)?.groups;
    const before = at ? this.find(at['words'] ?? '') : undefined;
    if (at && before !== undefined)
      return { name: at['name'] ?? '', platform: before, words: at['words'] ?? '' };
    const suffix =
      /^(?<name>.+?) ?[（(](?<words>[^（）()]{1,12}(?:[（(][^（）()]*[)）])?)[）)]$/su.exec(
        text,
      )?.groups;
    const inside = suffix ? this.find(suffix['words'] ?? '') : undefined;
    if (suffix && inside !== undefined)
      return {
        name: unquoted(suffix['name'] ?? ''),
        platform: inside,
        words: suffix['words'] ?? '',
      };
    return this.#quoted(text) ?? this.#unmarked(text);
  }

  /** The name without the same platform written at its end a second time; the narrower words are kept. */
  #without(name: string, platform: string, words: string): { name: string; words: string } {
    if (platform === WEBSITE_PLATFORM) return { name, words };
    const bracket = /^(?<name>.+?) ?[（(](?<words>[^（）()]{1,12})[）)]$/su.exec(name)?.groups;
    if (bracket && this.find(bracket['words'] ?? '') === platform)
      return {
        name: unquoted(bracket['name'] ?? ''),
        words: SUBTYPE.test(bracket['words'] ?? '') ? (bracket['words'] ?? '') : words,
      };
    for (const [own, id] of this.#longest) {
      if (own.length < 2 || id !== platform) continue;
      const cut = cutEnd(name, own);
      if (cut !== undefined) return { name: unquoted(cut), words };
    }
    return { name, words };
  }

  /** 微信公众号“榆阳发布”, “永康交警”快手短视频, 县“公安便民服务在线”网: what stands around the quoted name is the platform. */
  #quoted(text: string): ListedReading | undefined {
    const parts =
      /^(?<before>[^“”"「」]{0,16}?) ?[“"「](?<name>[^“”"「」]+)[”"」] ?(?<after>[^“”"「」]{0,16})$/u.exec(
        text,
      )?.groups;
    if (!parts) return undefined;
    const { before = '', name = '', after = '' } = parts;
    for (const words of [after, before]) {
      const platform = words === '' ? undefined : this.find(words);
      if (platform !== undefined && platform !== UNSTATED) return { name, platform, words };
    }
    return undefined;
  }

  /** Platform at the beginning or the end without a sign between: 榆阳发布微信公众号, 榆阳发布-抖音. */
  #unmarked(text: string): ListedReading {
    for (const [words, platform] of this.#longest) {
      if (platform === UNSTATED || platform === OTHER || words.length < 2) continue;
      if (platform === WEBSITE_PLATFORM) {
        // A website's name ends in 网站 by itself.
        if (text.endsWith(words)) return { name: text, platform, words };
        continue;
      }
      const isLong = words.length >= 3;
      const cut = cutEnd(text, words, !isLong);
      if (cut !== undefined) return { name: wholeName(text, cut), platform, words };
      // 微信公众号 alone is no account 微信 on a 公众号.
      if (isLong && folded(text.slice(-words.length)) === words) break;
    }
    return { name: unquoted(text), platform: UNSTATED, words: '' };
  }

  /**
   * The accounts that a cell and the cell of its platform name, each as 平台：名称; undefined where it is one. Without
   * `accounts` it is not clear which name goes with which platform.
   */
  several(listed: string, platform: string): { accounts?: string[] } | undefined {
    const find = (words: string): string | undefined => this.find(words);
    if (isOfParts(mendedText(listed), find)) return undefined;
    if (besidePlatform(mendedText(listed), find) !== undefined) return undefined;
    const apart = onSeveral(mendedText(listed), find, (one) => this.#isWhole(one));
    if (apart !== undefined) return { accounts: apart };
    const own = this.#partsOf(listed).map((part) => accountsBeside(part, find));
    const isBeside = own.some((accounts) => accounts.length > 1);
    const names = isBeside ? own.flat() : this.#partsOf(listed);
    // “甲”微信公众号、“乙”: the cell of the platform is of those that do not say theirs.
    const kinds = this.#partsOf(platform);
    const areKinds = kinds.length > 1;
    if (isBeside && (names.some((name) => this.#isWhole(name)) || kinds.length === 0))
      return {
        accounts: names.map((name) =>
          areKinds || this.#isWhole(name) ? name : paired(name, kinds[0]),
        ),
      };
    // A name a line, beside as many platforms.
    const lines = tidy(listed).split('\n');
    if (areKinds && lines.length === kinds.length && lines.every((line) => line.length >= 2))
      return { accounts: lines.map((line, index) => paired(mendedText(line), kinds[index])) };
    if (names.length < 2 && !areKinds) return undefined;
    if (!areKinds) return { accounts: names.map((name) => paired(name, kinds[0])) };
    if (names.length === 1) return { accounts: kinds.map((kind) => paired(names[0] ?? '', kind)) };
    if (names.length === kinds.length)
      return { accounts: names.map((name, index) => paired(name, kinds[index])) };
    return {};
  }

  /** The names in a cell that lists several; a sign inside brackets parts nothing, a line break whole names only. */
  #partsOf(text: string): string[] {
    const whole = mendedText(text);
    const lines = tidy(text).split('\n');
    const areNames = lines.every((line) => this.#isWhole(line));
    // 甲县商务⏎甲县招商: two names begin alike, the two halves of one do not.
    const [first = ''] = lines;
    const areAlike =
      lines.length > 1 &&
      lines.every((line) => line.length > 2 && line.startsWith(first.slice(0, 2)));
    const parts = (areNames || areAlike ? lines : [whole])
      .flatMap((line) => mendedText(line).split(/[、；;／/](?![^（(]*[）)])/u))
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const isParted = parts.length > 0 && parts.every((part) => part.length >= 2);
    return isParted && !/https?:/u.test(whole) ? parts : [whole];
  }

  /** True for words that name an account with its platform, or a platform. */
  #isWhole(text: string): boolean {
    const { platform } = this.read(mendedText(text));
    return this.find(text) !== undefined || (platform !== undefined && platform !== UNSTATED);
  }
}
