/** 没有引号的名字: words that can be a name and stand where one must, with a platform or in a list. */
import { isMark, isOpenUnquoted, type Item, takeBehind } from './item.ts';
import { hostIn, isName, isWhose, namesSaid, unitIn, withoutLead } from './names.ts';
import { isOrganisation } from '../../words/unit-names.ts';
import type { ProseToken } from '../tokens.ts';

/** What begins to say something of a name. */
export const SAYS =
  /(?=存在|出现|更新|断更|停更|错别字|关闭|失效|泄露|未|均|都|仍|超过?[\d一二两三四五六七八九十]|连续|长期|长时间|无法|多次|不|因|被|已|本月|近|\d{1,2}月)/u;
const COUNTED =
  /等(?:多|\d+|[两二三四五六七八九十几]+)?[个家]?(?:单位|部门|县区|县市|市县|乡镇|镇街|[市县区]直部门|[县市区])?的?$/u;
const COUNTED_LAST =
  /(?:等(?:多|\d+|[两二三四五六七八九十几]+)?[个家]?(?:单位|部门|县区|县市|市县|乡镇|镇街|[市县区]直部门|[县市区])?|(?:\d+|[两三四五六七八九十]+)[个家](?:单位|部门|乡镇|镇街)?)的?$/u;
/** 县妇幼保健院开设的|抖音号 */
const OPENED_BY =
  /^(?<whose>\p{Script=Han}{3,16}(?:局|委|办|院|所|站|馆|中心|公司|学校|镇|乡|街道))(?:开设|开办|主办|运营|管理)了?的$/u;
const DASHED = /^(?<host>[^—–-]{2,20})(?:——|—|–|--)(?<account>[^—–]{2,20})$/u;
const isOffice = (words: string): boolean =>
  isOrganisation(words) || /(?:[院所站馆队社校团镇乡]|街道|学院|医院|公司)$/u.test(words);

/** An item without quotation marks: words that can be a name. */
export function unquotedAt(
  tokens: readonly ProseToken[],
  from: number,
  before: readonly Item[],
): Item | undefined {
  const words = tokens[from];
  if (words?.kind !== 'words') return undefined;
  const isFirst = before.length === 0;
  const led = tokens[from + 1]?.kind === 'platform' && tokens[from + 2]?.kind !== 'quote';
  const opened = led ? OPENED_BY.exec(words.text)?.groups?.['whose'] : undefined;
  const { lead, name: rest } =
    isFirst && opened === undefined ? withoutLead(words.text) : { lead: '', name: words.text };
  const counted = (isFirst ? COUNTED : COUNTED_LAST).exec(rest)?.[0] ?? '';
  // 如县残联: does not go on with a list.
  if (!isFirst && /^(?:如(?!皋|东)|例如|比如|其中|即)/u.test(rest)) return undefined;
  const behind = tokens[from + 1]?.kind;
  // 县水利局的微博, 县妇幼保健院开设的抖音号
  const belongs = /(?:(?:开设|开办|主办|运营|管理)了?)?的$/u.exec(rest)?.[0] ?? '';
  const whose = rest.slice(0, rest.length - belongs.length);
  const isOf = (behind === 'platform' || behind === 'site') && belongs !== '' && isOffice(whose);
  const name = rest.slice(0, rest.length - (isOf ? belongs.length : counted.length));
  // 县教育局——大河教育（微信公众号）
  const { host, account } = DASHED.exec(name)?.groups ?? {};
  const isDashed = host !== undefined && account !== undefined && isOffice(host);
  const names = isDashed ? [account] : namesSaid(name);
  // 县政府网站: a website's name goes on in its last word.
  const least = tokens[from + 1]?.kind === 'site' ? 1 : 2;
  if (!names.every((one) => isName(one, least))) return undefined;
  const item: Item = {
    at: words.at + lead.length,
    end: words.end,
    next: from + 1,
    names,
    isQuoted: false,
    lead,
    ...(isDashed && { unit: host }),
  };
  takeAside(item, tokens);
  takeUnit(item);
  const own = tokens[item.next];
  // 岑巩县政务微博（政务微博）: the platform is part of the name.
  if ((own?.kind === 'platform' || own?.kind === 'site') && tokens[item.next + 1]?.kind === 'tag') {
    item.names = [...item.names.slice(0, -1), `${item.names.at(-1) ?? ''}${own.text}`];
    item.next += 1;
  }
  takeBehind(item, tokens);
  const next = tokens[item.next];
  const isClosed =
    next === undefined || next.kind === 'and' || (next.kind === 'mark' && next.text !== '（');
  return !isOpenUnquoted(item) || isClosed ? item : undefined;
}

/** 甲县公安局（平安甲县）, 平安甲县（甲县公安局）, 高新区（商丹园区）网站. */
function takeAside(item: Item, tokens: readonly ProseToken[]): void {
  const aside = tokens[item.next];
  const [name = '', ...others] = item.names;
  if (aside?.kind !== 'aside' || others.length > 0) return;
  const behind = tokens[item.next + 1];
  const isClosed = behind === undefined || isMark(behind, '、') || behind.kind === 'platform';
  const host = hostIn(aside.text);
  if (behind?.kind === 'site' || behind?.kind === 'tag') item.names = [`${name}（${aside.text}）`];
  else if (isClosed && isWhose(name) && isName(aside.text)) {
    item.names = [aside.text];
    item.unit = unitIn(name);
  } else if (isClosed && host !== undefined) item.unit = host;
  else return;
  item.end = aside.end;
  item.next += 1;
}

/** 微博方面：甲发布、乙发布|更新不及时: the last name of a list, with what is said in the same words. */
export function lastAt(
  tokens: readonly ProseToken[],
  from: number,
  label: string | undefined,
): Item | undefined {
  const words = tokens[from];
  if (words?.kind !== 'words' || label === undefined) return undefined;
  const name = words.text.split(SAYS)[0] ?? '';
  if (name.length === words.text.length || !isName(name)) return undefined;
  const end = words.at + name.length;
  return {
    at: words.at,
    end,
    next: from + 1,
    names: [name],
    isQuoted: false,
    lead: '',
    isLast: true,
  };
}

/** 市发展改革委信用中国网站: the office in front of a website that has a name of its own. */
function takeUnit(item: Item): void {
  const { unit, own } =
    /^(?<unit>.{2,}?(?:局|委|委员会|办公室|厅|政府|中心))(?<own>(?:信用|数字|智慧|中国).{2,})$/u.exec(
      item.names[0] ?? '',
    )?.groups ?? {};
  if (unit === undefined || own === undefined || item.names.length > 1) return;
  item.names = [own];
  item.unit = unitIn(unit);
}

/** 微信公众号2个（甲发布、乙发布）, 甲县2个（甲县发布、甲县文旅） */
export function bracketAt(tokens: readonly ProseToken[], from: number): Item | undefined {
  const platform = tokens[from];
  const isPlace = platform?.kind === 'words' && /^[^\d]{2,12}\d+[个家]$/u.test(platform.text);
  if (platform?.kind !== 'platform' && !isPlace) return undefined;
  const count = tokens[from + 1];
  const isCounted = isPlace || (count?.kind === 'words' && /^\d+[个家]$/u.test(count.text));
  const at = isCounted && !isPlace ? from + 2 : from + 1;
  const aside = tokens[at];
  if (aside?.kind !== 'aside') return undefined;
  const names = aside.text.split(/[、，和]/u);
  if (!names.every((name) => isName(name)) || (!isCounted && names.length < 2)) return undefined;
  const prefix = isPlace ? undefined : platform.text;
  const { end } = aside;
  return {
    at: isPlace ? aside.at : platform.at,
    end,
    next: at + 1,
    names,
    isQuoted: false,
    lead: '',
    prefix,
  };
}
