/** 说的是哪一个: of several names, which of them words are about, and where they come to another. */
import type { Known } from '../../record/known.ts';
import type { Group } from '../mention/group.ts';
import { isName } from '../mention/names.ts';
import type { PlatformWords } from '../mention/platform-words.ts';
import { SAYS } from '../mention/unquoted.ts';
import { cutAt } from '../passage.ts';
import { toneOf } from '../tone.ts';
import { isMixed } from './doubt.ts';

/** 微信公众号：甲水利断更，|乙教育错别字2处: whether a clause behind begins with what may be the next name. */
export function comesToName(own: string): boolean {
  return own
    .split(/[，；]/u)
    .slice(1)
    .some((clause) => {
      const [name = ''] = clause.split(SAYS);
      return name.length >= 3 && name.length < clause.length && isName(name);
    });
}

/** Whether clauses that praise come to what is wrong behind a semicolon. */
export function isMixedIn(own: string, known: Known): boolean {
  const clauses = cutAt(own, (char) => '，；'.includes(char)).map(([a, b]) => own.slice(a, b));
  return isMixed(
    clauses,
    clauses.map((clause) => toneOf(clause, known)),
  );
}

/** “甲”、“乙”问题较多，其中“甲”…: whether what is said of all comes to one of them. */
export function isOfOneNamed(own: string, { mentions }: Group): boolean {
  return mentions.length > 1 && mentions.some(({ name }) => own.includes(`“${name}”`));
}

/** 甲（微信公众号、微博）中微博未更新: of which platform alone it is said. */
export function someOf(
  { mentions }: Group,
  own: string,
  words: PlatformWords,
): { onPlatform?: string } {
  const at =
    /^(?:[，：]|(?:这)?[两三四五\d]个(?:账号|平台)|账号|平台|里面|之?中|其中|的|仅)*/u.exec(
      own,
    )?.[0].length ?? 0;
  const onPlatform = words.platformAt(own, at);
  const isOne = new Set(mentions.map(({ platform }) => platform)).size < 2;
  return onPlatform === undefined || isOne ? {} : { onPlatform };
}

const ALL_MENDED =
  /^[^，]*、[^，]*等(?:\d+[个项条类])?(?:问题|情况|现象)(?:现|目前|均|都|全部|也)*(?:已|得到)[^，未仍]*$/u;

/** 甲未更新的问题，乙网站栏目空白的问题，已完成整改: whether a row of problems comes to what has become of all. */
export function isMendedTogether(behind: string, known: Known): boolean {
  const said = /^[^。！？；]*/u.exec(behind)?.[0] ?? '';
  // “甲”更新不及时、“乙”互动缺失等问题均已整改
  if (ALL_MENDED.test(said) && toneOf(/等[^等]*$/u.exec(said)?.[0] ?? '', known) === 'mended')
    return true;
  const clauses = said.split('，');
  const last = clauses.pop() ?? '';
  return (
    clauses.length > 0 &&
    clauses.every((clause) => /(?:问题|情况|现象)$/u.test(clause)) &&
    /^(?:现|目前|均|都|全部)*已/u.test(last) &&
    toneOf(last, known) === 'mended'
  );
}
