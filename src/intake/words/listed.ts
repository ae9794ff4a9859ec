/**
 * 对象: the column 政府网站/政务新媒体 — platform and name of an account, whichever way they are written: 微信公众号：名称,
 * 名称（微信公众号）, 名称微信公众号, both ends, or the name alone.
 */
import type { Platform } from '../../schema/vocabulary.ts';
import { folded } from './wording.ts';

/** The platform of a website, which platforms.yaml does not list. */
export const WEBSITE = 'website';
const WEBSITE_NAMES = ['政府网站', '门户网站', '政府门户网站', '网站', '政务网站'];
/** How 未写明 is called in records. */
export const UNSTATED = 'unstated';

export interface ListedReading {
  name: string;
  /** Id of a platform, `website`, `unstated`, or undefined where the words for it are not known. */
  platform: string | undefined;
  /** The words that name the platform, as written; empty without any. */
  words: string;
}

export class PlatformNames {
  readonly #byName = new Map<string, string>();
  readonly #titles = new Map<string, string>([[WEBSITE, '政府网站']]);

  constructor(platforms: readonly Platform[]) {
    for (const { id, name, aliases } of platforms) {
      this.#titles.set(id, name);
      for (const one of [name, ...aliases]) this.#byName.set(folded(one), id);
    }
    for (const name of WEBSITE_NAMES) this.#byName.set(name, WEBSITE);
  }

  find(words: string): string | undefined {
    return this.#byName.get(folded(words));
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
    return [...this.#byName.keys()].toSorted((a, b) => b.length - a.length);
  }

  /** Reads the cell, mended. */
  read(text: string): ListedReading {
    const prefix = /^(?<words>[^：:]{1,12})[：:] ?(?<name>.+)$/su.exec(text)?.groups;
    if (prefix) {
      const words = prefix['words']?.trim() ?? '';
      const platform = this.find(words);
      const name = unquoted(prefix['name'] ?? '');
      return {
        name: platform === undefined ? name : this.#without(name, platform),
        platform,
        words,
      };
    }
    const suffix = /^(?<name>.+?) ?[（(](?<words>[^（）()]{1,12})[）)]$/su.exec(text)?.groups;
    const inside = suffix ? this.find(suffix['words'] ?? '') : undefined;
    if (suffix && inside !== undefined)
      return {
        name: unquoted(suffix['name'] ?? ''),
        platform: inside,
        words: suffix['words'] ?? '',
      };
    return this.#unmarked(text);
  }

  /** The name without the same platform written at its end a second time. */
  #without(name: string, platform: string): string {
    if (platform === WEBSITE) return name;
    for (const words of this.names) {
      if (words.length < 2 || this.find(words) !== platform) continue;
      const cut = cutEnd(name, words);
      if (cut !== undefined) return cut;
    }
    return name;
  }

  /** Platform at the beginning or the end without a sign between: 微信公众号“榆阳发布”, 榆阳发布微信公众号. */
  #unmarked(text: string): ListedReading {
    for (const words of this.names) {
      const platform = this.find(words);
      if (platform === undefined || platform === UNSTATED || words.length < 2) continue;
      const quoted = new RegExp(`^${escape(words)} ?[“"「](?<name>.+)[”"」]$`, 'iu').exec(
        text.normalize('NFC'),
      );
      if (quoted) return { name: quoted.groups?.['name'] ?? '', platform, words };
      if (platform === WEBSITE) {
        // A website's name ends in 网站 by itself.
        if (text.endsWith(words)) return { name: text, platform, words };
        continue;
      }
      const cut = words.length >= 3 ? cutEnd(text, words) : undefined;
      if (cut !== undefined) return { name: unquoted(cut), platform, words };
    }
    return { name: unquoted(text), platform: UNSTATED, words: '' };
  }
}

/** `text` without `words` (folded) at its end, or undefined where it does not end so or nothing would be left. */
function cutEnd(text: string, words: string): string | undefined {
  const at = text.length - words.length;
  if (at < 2 || folded(text.slice(at)) !== words) return undefined;
  return text.slice(0, at).trim();
}

function unquoted(name: string): string {
  return name.trim().replace(/^[“"「](?<inner>[^“”"「」]+)[”"」]$/u, '$<inner>');
}

function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
}
