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

/** 等3个问题, 两个问题. */
const ALL = String.raw`(?:等(?:\d+[个项条类])?|(?:\d+|[两二三四五六七八九十]+)[个项条类])`;
const ALL_MENDED = new RegExp(
  `${ALL}(?:问题|情况|现象)(?:，?经(?:复[核查检]|核[查实]|督促|跟踪|回访|“?回头看”?)，?)?(?:现|目前|均|都|全部|也)*(?:已|得到)[^，未仍]*$`,
  'u',
);

/** 甲未更新的问题，乙网站栏目空白的问题，已完成整改: what has become of a row of problems, where it says so. */
export function mendedTogether(behind: string, known: Known): 'mended' | 'unclear' | undefined {
  const said = /^[^。！？；]*/u.exec(behind)?.[0] ?? '';
  // “甲”更新不及时、“乙”互动缺失等问题均已整改
  const row = /已|得到/u.test(said) ? ALL_MENDED.exec(said) : null;
  const isRow = row !== null && /^[^，]*、[^，]*$/u.test(said.slice(0, row.index));
  if (isRow && toneOf(/(?:问题|情况|现象)[^、]*$/u.exec(said)?.[0] ?? '', known) === 'mended')
    return 'mended';
  const clauses = said.split('，');
  const at = clauses.findIndex((clause) => !/(?:问题|情况|现象)$/u.test(clause));
  const [became = '', ...rest] = clauses.slice(at);
  const isMended =
    at > 0 && /^(?:现|目前|均|都|全部)*已/u.test(became) && toneOf(became, known) === 'mended';
  if (!isMended) return undefined;
  // …，经复核均符合要求 confirms it; …，但又出现死链 does not.
  const isAgain = rest.some(
    (clause) => toneOf(clause, known) === 'problem' || /^[但却仍]/u.test(clause),
  );
  return isAgain ? 'unclear' : 'mended';
}

const RENAMED =
  /^[^，；。“”]{0,10}(?:改名|更名|改称|变更名称|名称(?:变更|更改|修改))[为成]?“[^“”]+”/u;
/** 县文体局将“甲体育”微博改名为“甲文体”，没有报备: what follows is said of it by its new name, or of who did so. */
export const isRenamed = (lead: string, own: string): boolean =>
  /[将把]$/u.test(lead) && RENAMED.test(own);

const OF_THESE =
  /^(?:这|上述|以上|前述)(?<count>\d+|[两二三四五六七八九十]+|些)[个家]?(?:政务)?(?:账号|帐号|网站|公众号|新媒体|单位|平台|微博)/u;
const HAN = '零一二三四五六七八九十';
/** …，这4个账号至今未改: whether words come to others as well than the names before them. */
export function isOfMore(words: string, names: number): boolean {
  const count = OF_THESE.exec(words)?.groups?.['count'];
  if (count === undefined) return false;
  const figure = /\d/u.test(count) ? Number(count) : HAN.indexOf(count === '两' ? '二' : count);
  return figure !== names;
}
