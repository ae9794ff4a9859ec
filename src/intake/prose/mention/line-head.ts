/**
 * 栏名前面的话: what stands before the first key of a line — 甲税务（微信视频号）——主办单位：…；问题：…. An account with or without
 * its platform, or the office whose problem it is; what is neither is left to a person.
 */
import { isOrganisation } from '../../words/unit-names.ts';
import type { PlatformWords } from './platform-words.ts';

/** Whom a head names; what it does not say is missing. */
export interface LineHead {
  name?: string;
  platform?: string;
  unit?: string;
}

/** Marks between a head and its keys, or between an account and its platform. */
export const HEAD_MARK = String.raw`—–―－\-：；，、|｜/／\s`;
const LONGEST = 40;
const INSIDE =
  /^(?<before>[^（）〔〕]*)[（〔](?<inside>[^（）〔〕]{2,30})[）〕](?<behind>[^（）〔〕]*)$/u;
const NAME = /^[\p{Script=Han}A-Za-z\d·.&]{2,30}$/u;
/** What a line is about, and no name: 检查情况, 第3条. */
const TOPIC =
  /(?:情况|结果|问题|如下|要求|安排|说明|清单|汇总|备注|附[件表]\d*|合计|小计|方面|[类条项期批次处个])$|^(?:注|备注|其中|另外|此外|同时|部分|个别|上述|以上|各)|[的了已未不]/u;
const SITE = /^(?:政府|门户|官方)*网站$/u;

/** Whether words before a key can be a head at all: short, no sentence, no topic. */
export function isHead(head: string): boolean {
  const outside = head.replace(/[（〔][^（）〔〕]*[）〕]/gu, '').replace(/“[^“”]*”/gu, '甲');
  return (
    head !== '' &&
    head.length <= LONGEST &&
    !/[。；，！？：]/u.test(outside) &&
    !TOPIC.test(outside)
  );
}

/** Whom a head names, its marks full width; undefined where that is not understood. */
export function lineHeadOf(head: string, words: PlatformWords): LineHead | undefined {
  const isPlatform = (text: string): boolean => words.isPlatform(text) || SITE.test(text);
  const inside = INSIDE.exec(head)?.groups;
  // Several accounts, each with its own: they are told apart, or asked about, as those of a cell.
  const outside = head.replace(/[（〔][^（）〔〕]*[）〕]/gu, '');
  if (outside.includes('、'))
    return { name: bare(head.replaceAll('〔', '（').replaceAll('〕', '）')) };
  if (inside !== undefined) {
    const parts = (inside['inside'] ?? '').split(/[，、；/／|｜\s]+/u);
    const platforms = parts.filter(isPlatform);
    const units = parts.filter((part) => !isPlatform(part) && isOrganisation(part));
    const isWhole = platforms.length + units.length === parts.length;
    // （微信公众号）甲税务 begins with its kind.
    const before = inside['before'] ?? '';
    const rest = before === '' ? (inside['behind'] ?? '') : before;
    if (before !== '' && inside['behind'] !== '') return undefined;
    const own = plainHead(rest, isPlatform);
    if (own === undefined || !isWhole || platforms.length > 1 || units.length > 1) return undefined;
    const [platform = own.platform] = platforms;
    const [unit = own.unit] = units;
    const isTwice = platforms.length > 0 && own.platform !== undefined;
    return isTwice ? undefined : known({ ...own, platform, unit });
  }
  return plainHead(head, isPlatform);
}

/** A head without brackets: 区税务局“甲税务”微信公众号, 甲税务—微信公众号, 微信公众号 甲税务, 甲税务微信公众号, 甲税务. */
function plainHead(head: string, isPlatform: (text: string) => boolean): LineHead | undefined {
  const quoted = /^(?<before>[^“”]*)“(?<name>[^“”]{2,30})”(?<behind>[^“”]*)$/u.exec(head)?.groups;
  const marks = new RegExp(`[${HEAD_MARK}]+`, 'u');
  if (quoted !== undefined) {
    const around = [quoted['before'], quoted['behind']]
      .map((part = '') =>
        part.replace(new RegExp(`^[${HEAD_MARK}的]+|[${HEAD_MARK}的]+$`, 'gu'), ''),
      )
      .filter((part) => part !== '');
    const platform = around.find(isPlatform);
    const unit = around.find((part) => !isPlatform(part) && isOrganisation(part));
    const count = Number(platform !== undefined) + Number(unit !== undefined);
    return count < around.length ? undefined : known({ name: quoted['name'], platform, unit });
  }
  const parts = head.split(marks).filter((part) => part !== '');
  if (parts.length > 3) return undefined;
  const platform = parts.find(isPlatform);
  const rest = parts.filter((part) => part !== platform);
  if (rest.length === 2) {
    // 区税务局 甲税务 微信公众号: of two one is the office.
    const units = rest.filter((part) => isOrganisation(part));
    const [unit] = units;
    const name = rest.find((part) => part !== unit);
    if (units.length !== 1 || name === undefined || !NAME.test(name)) return undefined;
    return known({ name, platform, unit });
  }
  const [name = ''] = rest;
  if (rest.length !== 1 || !NAME.test(name)) return undefined;
  if (platform !== undefined) return { name, platform };
  const at = [...name].findIndex((_, index) => index >= 2 && isPlatform(name.slice(index)));
  return at < 0 ? { name } : { name: name.slice(0, at), platform: name.slice(at) };
}

function known(parts: {
  name?: string | undefined;
  platform?: string | undefined;
  unit?: string | undefined;
}): LineHead {
  const { name, platform, unit } = parts;
  return {
    ...(name !== undefined && { name: bare(name) }),
    ...(platform !== undefined && { platform }),
    ...(unit !== undefined && { unit }),
  };
}

function bare(name: string): string {
  return name.replace(/[“”]/gu, '').trim();
}
