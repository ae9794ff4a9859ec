/**
 * 标题与条目: （一）信息更新不及时（4个） over numbered items, 不合格账号名单（7个） over numbered lines, 5家问题网站，名单如下：, and a
 * heading whose own headings below it have numbers of their own.
 */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import { markerOf } from '../marker.ts';
import { type Count, countAt, NUMBER } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

type Line = PlacedText & { numbered: boolean };

const UNIT = '[个家项条起例]';
const NOUN = '(?!月|工作日|季度|多|以上|方面|环节|阶段|类|种)[^，。；：（）\\d]{0,14}?';
/** …（共4个）, …（4个账号）. */
const IN_BRACKETS = new RegExp(`${NUMBER} ?${UNIT}${NOUN}）[：。]?\\s*$`, 'u');
/** 5家问题网站，名单如下：, 发现3起典型案例：. */
const ANNOUNCED = new RegExp(
  `${NUMBER} ?${UNIT}${NOUN}(?:[，（]?(?:具体)?(?:名单|情况|清单)?(?:如下|见下|为|是)?）?)?：\\s*$`,
  'u',
);
/** （一）5家问题网站. */
const ALONE = new RegExp(`^${NUMBER} ?[个家起]${NOUN}\\s*$`, 'u');
/** What a heading or its items say where they are not all. */
const SOME =
  /典型|部分|主要|个别|例如|比如|举例|其中|等(?:[\d两三四五六七八九十多]|单位|网站|账号|问题|$)|约|近|余|以上|包括/u;
/** What is asked for names nobody. */
const ASKS =
  /^(?:加强|提高|落实|做好|完善|强化|严格|压实|进一步|切实|坚持|建立|健全|各|要|请|认真|开展|推进|规范|加大|明确|深化|注重|突出|优化|提升|抓好)/u;
const NAMES =
  /“[^“”]+”|网|公众号|微博|抖音|头条|视频号|快手|小程序|客户端|APP|账号|[局委办厅镇乡县区市院]|街道|政府|中心|学校|公司/u;
/** More than one name in a line. */
const SEVERAL =
  /”(?:（[^（）]*）)?[^“”、，。；]{0,10}[、和及与]?“(?![^“”]*”(?:等)?\d*个?(?:栏目|专栏|板块|频道|菜单|专题|页面|功能))|(?:局|委|办|厅|镇|乡|街道|网站|政府|中心|公众号|微博|抖音号|视频号)[、和及与](?=[^，。；、]{2,14}(?:局|委|办|厅|镇|乡|街道|网站|政府|中心|公众号|微博|抖音号|视频号))|\d+[个家](?:账号|网站|单位|政务|新媒体|微信|公众号)|[：]\s*$/u;
/** A second problem of the same. */
/** 1.县教育局：甲教育、甲教体: two accounts in a line. */
const IN_A_LINE = /[：（][^，。；：]{2,16}[、和及与][^，。；：]{2,}/u;
/** Whose account it is. */
const OWNER =
  /^“?[^，。；：“”（]*?(?:管委会|委员会|街道|政府|公司|中心|[局委办院镇乡厅])(?![局委办院镇乡厅员公会街])/u;
const MORE_THAN_ONE = /；|同时|此外|另外|还(?:有|存在)|且|并存在|以及|[、和]/u;

function check(paper: ReadDocument): Contradiction[] {
  const lines = paragraphsOf(paper);
  return lines.flatMap((passage, index) => {
    const count = passage.numbered ? undefined : countOf(passage);
    if (count === undefined || count.value < 2) return [];
    const items = itemsBelow(passage, lines.slice(index + 1));
    return items === undefined || SOME.test(passage.read) ? [] : held(passage, count, items);
  });
}

function countOf({ read }: PlacedText): Count | undefined {
  const start = markerOf(read)?.length ?? 0;
  const text = read.slice(start);
  const match = ALONE.exec(text.trim()) === null ? undefined : ALONE.exec(text);
  const found =
    match === undefined || match === null
      ? (IN_BRACKETS.exec(text) ?? ANNOUNCED.exec(text))
      : match;
  if (found === null) return undefined;
  // 以下4个问题： is counted by the rule of lists.
  if (/(?:以下|下列|如下)[^，。；]*[项条点个][^，。；]*：\s*$/u.test(text)) return undefined;
  const isBracket =
    IN_BRACKETS.test(text) && !/（(?:共|计|合计)?$/u.test(text.slice(0, found.index));
  const count = isBracket ? undefined : countAt(found);
  return count && { ...count, at: count.at + start, end: count.end + start };
}

/** The numbered lines below a heading, without their numbers; undefined where one cannot be told. */
function itemsBelow(heading: PlacedText, next: readonly Line[]): string[] | undefined {
  const level = markerOf(heading.read)?.level ?? -1;
  const first = next[0] && markerOf(next[0].read);
  if (first === undefined || first.value !== 1 || first.level <= level) return undefined;
  const items: string[] = [];
  for (const [index, { read, numbered }] of next.entries()) {
    if (numbered) return undefined;
    const marker = markerOf(read);
    if (marker === undefined) {
      const goesOn = next
        .slice(index + 1, index + 4)
        .some((one) => isNext(markerOf(one.read), first.level, items.length));
      if (!goesOn) break;
      continue;
    }
    if (marker.level < first.level) break;
    if (marker.level > first.level) continue;
    if (marker.value !== items.length + 1) return marker.value === 1 ? items : undefined;
    items.push(read.slice(marker.length).trim());
  }
  return items.length < 2 ? undefined : items;
}

function isNext(marker: ReturnType<typeof markerOf>, level: number, count: number): boolean {
  return marker?.level === level && marker.value === count + 1;
}

function held(passage: PlacedText, count: Count, items: readonly string[]): Contradiction[] {
  const unit = /[个家项条起例]/u.exec(count.words)?.[0] ?? '';
  const own = items.map((item) =>
    new RegExp(`（(?:共|计)?(\\d+) ?${unit}[^（）]{0,8}）`, 'u').exec(item),
  );
  if (own.every((one) => one !== null))
    return summed(
      passage,
      count,
      own.map((one) => Number(one[1])),
    );
  if (own.some((one) => one !== null)) return [];
  const isListed = items
    .map(whoOf)
    .every((item) => NAMES.test(item) && ![ASKS, SEVERAL, SOME].some((one) => one.test(item)));
  const off = Math.abs(items.length - count.value);
  // 更新不及时（12个） over two examples.
  if (!isListed || off === 0 || off > Math.max(1, Math.floor(count.value * 0.3))) return [];
  if (
    /问题|隐患/u.test(passage.read) &&
    !/问题(?:网站|账号|单位|政务|新媒体)/u.test(passage.read)
  ) {
    if (items.length < count.value && items.some((item) => MORE_THAN_ONE.test(item))) return [];
  }
  if (items.length < count.value && items.some((item) => IN_A_LINE.test(item))) return [];
  const names = new Set(items.map((item) => /^[^，：；。（]+/u.exec(item)?.[0] ?? item));
  if (names.size === count.value) return [];
  // 3家单位 over four accounts, two of them of one unit.
  const owners = items.map((item) => OWNER.exec(item)?.[0]);
  const isOfUnits = /单位|部门/u.test(count.words) && items.length > count.value;
  if (isOfUnits && (owners.includes(undefined) || new Set(owners).size === count.value)) return [];
  return [unlike(passage, count, items.length)];
}

/** “甲局”网：“规划”等6个栏目未更新: who it is; what is said of it may count and list. */
function whoOf(item: string): string {
  const who = /^“[^“”]+”[^“”，。；：]{0,16}(?:（[^（）]*）)?(?=：)/u.exec(item)?.[0];
  const isOne = !/[；。]“[^“”]+”[^“”，。；：]{0,16}：/u.test(item);
  return who !== undefined && isOne ? who : item;
}

function unlike(passage: PlacedText, count: Count, listed: number): Contradiction {
  const words = count.words.replace(/[）：。\s]+$/u, '');
  return {
    rule: headingsRule.id,
    place: passage.place,
    quote: quoteAround(passage.text, count.at, count.at + words.length),
    message: `写的是“${words}”，下面列出的是${String(listed)}条`,
    expected: `为${String(listed)}，或补全所列各条`,
  };
}

/** （一）更新不及时（5个） over 1.甲县（3个） and 2.乙县（1个）. */
function summed(passage: PlacedText, count: Count, parts: readonly number[]): Contradiction[] {
  const sum = exactSum(parts);
  const off = Math.abs(sum - count.value);
  if (off === 0 || off > Math.max(2, count.value * 0.3)) return [];
  const words = count.words.replace(/[）：。\s]+$/u, '');
  return [
    {
      rule: headingsRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, count.at, count.at + words.length),
      message: `写的是“${words}”，下面各条所写相加，${sumInWords(parts)}`,
      expected: `为${String(sum)}，或改正各条所写`,
    },
  ];
}

export const headingsRule: ProofRule = { id: 'headings', name: '标题中的个数与条目', check };
