/** 一格里的几个账号: names side by side in quotation marks, a name with several platforms in brackets behind it. */

import { WEBSITE } from '../../text/terms.ts';
import { folded } from './wording.ts';

type Find = (words: string) => string | undefined;

const OF_PARTS =
  /”(?:等)?(?:[两二三四五六七八九十\d]+个)?的?(?:栏目?|专栏|板块|模块|频道|专题|页面|菜单|功能|链接)[^“”]*$/u;

/** 甲县政府网站“通知公告”“政策文件”, “办事”“互动”栏目: the quotes name parts of one account. */
export function isOfParts(text: string, find: Find): boolean {
  const before = /^(?<before>[^“”]+)“[^“”]+”.*“/u.exec(text)?.groups?.['before'] ?? '';
  const isSite = platformEnding(before, find) === WEBSITE.id || /[^台]网$/u.test(before);
  return OF_PARTS.test(text) || (isSite && find(before) === undefined);
}

/** The platform that words end in. */
function platformEnding(words: string, find: Find): string | undefined {
  return find(endingIn(words, find) ?? '');
}

function endingIn(words: string, find: Find): string | undefined {
  const ends = Array.from(words, (_, at) => words.slice(at));
  return ends.find((end) => end.length > 1 && find(end) !== undefined);
}

/** “甲”“乙”微信公众号, 甲（微信公众号、抖音号）: each account with its platform; the words alone where they are one. */
export function accountsBeside(text: string, find: Find): string[] {
  if (isOfParts(text, find)) return [text];
  const quoted =
    /^(?<before>[^“”]{0,16}?)(?<names>“[^“”]{2,30}”(?:(?:、|，|和|及|与)?“[^“”]{2,30}”)+)(?<after>[^“”]{0,16})$/u.exec(
      text,
    )?.groups;
  // 县教育局微信公众号“甲”“乙”: who runs them stands before their platform.
  const words = [quoted?.['after'], quoted?.['before']]
    .map((one) => endingIn((one ?? '').replace(/[:：]$/u, ''), find))
    .find((one) => one !== undefined);
  const names = [...(quoted?.['names'] ?? '').matchAll(/“([^“”]+)”/gu)].map(
    ([, name = '']) => name,
  );
  if (names.length > 1)
    return names.map((name) => (words === undefined ? name : `${words}：${name}`));
  const tagged = /^(?<name>[^（(]{2,30})[（(](?<kinds>[^（）()]+)[）)]$/u.exec(text)?.groups;
  const kinds = (tagged?.['kinds'] ?? '').split(/[、，,/／和及]/u).map((kind) => kind.trim());
  const ids = new Set(kinds.map((kind) => find(kind)));
  // 订阅号、服务号 are kinds of one platform.
  const areKinds = ids.size > 1 && ids.size === kinds.length && !ids.has(undefined);
  return areKinds
    ? kinds.map(
        (kind) =>
          `${kind}：${(tagged?.['name'] ?? '').trim().replace(/^“(?<inner>[^“”]+)”$/u, '$<inner>')}`,
      )
    : [text];
}

/** “甲”抖音号和视频号: one name on several platforms; 甲（抖音）乙（快手）: two, whose line break was lost. */
export function onSeveral(
  text: string,
  find: Find,
  isWhole: (words: string) => boolean,
): string[] | undefined {
  const beside =
    text.match(/[^（()）、；;\s][^（()）、；;]{1,19}[（(][^（()）]{2,12}[)）]/gu) ?? [];
  const isAll = beside.join('').length === text.replace(/\s/gu, '').length;
  if (beside.length > 1 && isAll && beside.every((one) => isWhole(one))) return beside;
  const { name, behind = '' } =
    /^[“"「](?<name>[^“”"「」]{2,20})[”"」](?<behind>[^“”"「」（）()]{4,30})$/u.exec(text)
      ?.groups ?? {};
  const kinds = behind.split(/[和与及、/]/u);
  const ids = new Set(kinds.map((kind) => find(kind)));
  // 订阅号、服务号 are kinds of one platform.
  const areKinds = ids.size > 1 && ids.size === kinds.length && !ids.has(undefined);
  return name !== undefined && areKinds ? kinds.map((kind) => `${kind}：${name}`) : undefined;
}

/** 甲/微信公众号, 微博/甲: one account with its platform, as below 账号名称/类型; undefined for anything else. */
export function besidePlatform(
  text: string,
  find: Find,
): { name: string; platform: string; words: string } | undefined {
  const [first = '', second = '', ...more] = text.split(/[/／]/u).map((side) => side.trim());
  if (more.length > 0 || first.length < 2 || second.length < 2 || /[、；;]/u.test(text))
    return undefined;
  const [ahead, behind] = [find(first), find(second)];
  if (ahead === undefined && behind !== undefined)
    return { name: first, platform: behind, words: second };
  if (ahead !== undefined && behind === undefined)
    return { name: second, platform: ahead, words: first };
  return undefined;
}

/** What stands between a name and its platform. */
const SIGN = /\s*[-—–·|｜/_]\s*$/u;

/** `text` without `words` (folded) at its end, or undefined where it does not end so or nothing would be left. */
export function cutEnd(text: string, words: string, needsSign = false): string | undefined {
  const at = text.length - words.length;
  if (at < 2 || folded(text.slice(at)) !== words) return undefined;
  const left = text.slice(0, at);
  const name = left
    .replace(SIGN, '')
    .replace(/(?:官方|政务)$/u, '')
    .replace(SIGN, '')
    .trim();
  if (name.length < 2 || (needsSign && name === left.trim())) return undefined;
  return name;
}

/** 岑巩县政务微博: what is left without the platform is a place, and no name by itself. */
export function wholeName(text: string, cut: string): string {
  const isPlace = /^\p{Script=Han}{1,4}[省市县区州旗镇乡]$/u.test(cut) && !/[-—–|_]/u.test(text);
  return isPlace ? text : unquoted(cut);
}

/** A name without the quotation marks that it stands in. */
export function unquoted(name: string): string {
  return name.trim().replace(/^[“"「](?<inner>[^“”"「」]+)[”"」]$/u, '$<inner>');
}

/** 平台：名称; the name alone where no platform is said. */
export function paired(name: string, kind: string | undefined): string {
  return kind === undefined || kind === '' ? name : `${kind}：${name}`;
}

/** For comparing, quotation marks left away. */
export function unmarked(words: string): string {
  return folded(words).replaceAll('"', '');
}
