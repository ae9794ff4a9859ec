/** 点名: 甲、乙、丙3个账号; 甲、乙等3家; 3个，分别是甲、乙、丙; names that are not as many as the number beside them. */
import type { Contradiction } from '../contradiction.ts';
import { type ReadDocument, type PlacedText, paragraphsOf } from '../document/paper.ts';
import { stanceOf } from '../meaning.ts';
import { countAt, countsOff, type Names, namesIn, NUMBER } from '../roll.ts';
import { withoutBrackets } from '../scope.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => [
    ...namesBefore(passage),
    ...behind(passage),
    ...namesSaid(passage),
  ]);
}

const PLACES = '省|市|县|区|镇|乡|州|旗|村|街道|社区|局|委|校';
const THING = `(?:个|家|名|所|位)?(?:[^，。；：、（）\\d]{0,12}?)(?:单位|部门|账号|网站|新媒体|企业|公司|学校|机构|${PLACES})|个|家|所`;

/** Names right before a number. */
function namesBefore(passage: PlacedText): Contradiction[] {
  const read = passage.read;
  const shape = new RegExp(
    `${NUMBER} ?(?:${THING})(?!月|工作日|小时|季度|百分点|事项|栏目|专栏|板块|页面|问题|错|链接)`,
    'gu',
  );
  const masked = withoutBrackets(read);
  return [...read.matchAll(shape)].flatMap((match) => {
    const count = countAt(match);
    // 3.“甲镇”抖音号 is a point of a list.
    if (!count || count.value < 2 || /^\d+ ?[.．、）)]|[“”]/u.test(match[0])) return [];
    const from = edgeBefore(masked, count.at);
    const row = masked
      .slice(from, count.at)
      // 二、甲局、乙局2个账号: the number of a heading is no name.
      .replace(/^\s*[一二三四五六七八九十]{1,3}、/u, '')
      .replace(/^.*\d[^、“]*?(?:以及|[和及与])/u, '');
    const quoted = quotedNames(row);
    const isPlaces = PLACES_ALONE.test(match[0]);
    const names = quoted ?? plainNames(row, isPlaces);
    return names ? countsOff(namesRule.id, passage, count, from, count.end, names) : [];
  });
}

/** 甲、乙三市: a number and what the places are, with nothing between. */
const PLACES_ALONE = new RegExp(`^${NUMBER}[省市县区州旗镇乡]$`, 'u');
/** No list of names is longer. */
const LONGEST = 2000;

/** Where the clause begins, seen past the marks inside quotations. */
function edgeBefore(read: string, at: number): number {
  let depth = 0;
  for (let index = at - 1; index >= Math.max(0, at - LONGEST); index -= 1) {
    const char = read.charAt(index);
    if (char === '”') depth += 1;
    else if (char === '“') depth -= 1;
    else if (depth <= 0 && /[，。；：！？\n]/u.test(char)) return index + 1;
  }
  return Math.max(0, at - LONGEST);
}

/** “甲”“乙”微信公众号和“丙”等: as many as there are quotations in a row. */
function quotedNames(row: string): Names | undefined {
  const match = /(?:“[^“”]*”[^“”、]{0,12}?[、和及]?){2,}$/u.exec(row);
  if (!match) return undefined;
  const count = [...match[0].matchAll(/“/gu)].length;
  const tail = /[^”]*$/u.exec(row)?.[0] ?? '';
  // “甲”“乙”等2个 and “甲”“乙”2个; words between speak of something else.
  if (!/^[^，、]{0,10}?等?$/u.test(tail) || /[在对为]/u.test(tail)) return undefined;
  return { least: count, most: count, open: /等/u.test(tail) };
}

const SUFFIX = new RegExp(
  `(?:${PLACES}|办|厅|部|会|院|站|网|公众号|所|馆|处|队|中心|公司|集团|大学|学院|医院|银行|发布|管委会|办事处|[残文侨妇商科]联|科协|供销社)$`,
  'u',
);
/** What stands in no name. */
const NO_NAME =
  /[的了是\d%]|进行|开展|问题|工作|不|未|及时|存在|方面|以上|以下|情况|^(?:各|全|有关|相关|其他|部分|多|等)|信息|内容/u;

/** 涉及面广、影响三县: said of places, and none. */
const NO_PLACE = /涉及|影响|覆盖|分布|包括|遍及|[大广高多远长宽深强]$|[东南西北中]部$/u;

/** 甲局、乙局和丙局: names that end alike, or are as short as names of places. */
function plainNames(row: string, isPlaces: boolean): Names | undefined {
  const open = /等$/u.test(row.trim());
  const items = row
    .trim()
    .replace(/等$/u, '')
    .split('、')
    .map((item) => item.trim());
  const last = items.at(-1) ?? '';
  const inner = items.slice(1);
  if (
    inner.length === 0 ||
    /\d ?[个家所名]$/u.test(items[0] ?? '') ||
    inner.some((item) => item === '' || item.length > 25 || NO_NAME.test(item))
  ) {
    return undefined;
  }
  const alike = items.every((item) => SUFFIX.test(item));
  const short = (isPlaces ? items : inner).every((item) => /^[\u4e00-\u9fff]{2,4}$/u.test(item));
  const isSaid = isPlaces && items.length < 4 && items.some((item) => NO_PLACE.test(item));
  const places = short && !isSaid && items.length >= (isPlaces ? 2 : 4);
  if (!alike && !places) return undefined;
  const joints =
    [...last.matchAll(/以及|[和及与]/gu)].length +
    [...(items[0] ?? '').matchAll(/(?<=[\u4e00-\u9fff]{2})[和及与]/gu)].length;
  return { least: items.length, most: items.length + joints, open };
}

const LINK = '(?:是|为)：|(?:，|：)?(?:分别(?:是|为)|即|具体(?:是|为)|名单(?:如下|为))：?|：';

/** 3个单位（甲、乙、丙）, 以下3个单位：甲、乙、丙。, 3个，分别是甲、乙、丙。, （2个）：甲（微信）、乙（微信） */
function behind(passage: PlacedText): Contradiction[] {
  const read = passage.read;
  const shape = new RegExp(`${NUMBER} ?(?:个|家|名|所|位)([^，。；：（）、\\d]{0,14})`, 'gu');
  return [...read.matchAll(shape)].flatMap((match) => {
    const count = countAt(match);
    const noun = (match[2] ?? '').replace(new RegExp(`(?:${LINK}|[是为])$`, 'u'), '');
    const isChange = /(?:增加|减少|下降|上升|新增|净增|多|少)了?$/u.test(
      read.slice(0, count?.at ?? 0),
    );
    if (!count || count.value < 2 || isChange) return [];
    const whole = { ...count, words: match[0].replace(new RegExp(`(?:${LINK}|[是为])$`, 'u'), '') };
    const start = count.at + whole.words.length;
    const rest = read.slice(start);
    const bracket = /^（([^（）。；，：]+)）/u.exec(rest);
    const listed = new RegExp(`^）?(?:${LINK})([^。；：]+)(?:[。；]|$)`, 'u').exec(rest);
    const items = bracket?.[1] ?? quotedFirst(listed?.[1]);
    if (items === undefined || !isOfNames(noun)) return [];
    const names = namesIn(items);
    const end = start + (bracket ?? listed ?? [''])[0].length;
    return names ? countsOff(namesRule.id, passage, whole, count.at, end, names) : [];
  });
}

/** “甲”“乙”微信公众号，检查比例100%: names in quotation marks end where a clause begins without one. */
function quotedFirst(items: string | undefined): string | undefined {
  return items === undefined
    ? undefined
    : (/^[^，“”]{0,20}“[^，]*”[^，“”]{0,8}(?=，[^“]*$)/u.exec(items)?.[0] ?? items);
}

/** Units, places and accounts are named one by one; problems and measures are only described. */
function isOfNames(noun: string): boolean {
  return (
    noun === '' ||
    /(?:单位|部门|街道|镇|乡|办|县|区|市|村|社区|账号|网站|新媒体|公众号|企业|学校|公司|局|机构)$/u.test(
      noun,
    )
  );
}

/** 不合格21个。……不合格的账号分别是：甲、乙。 The number stands in a sentence before. */
function namesSaid(passage: PlacedText): Contradiction[] {
  const sentences = sentencesOf(passage.read);
  return sentences.flatMap(({ text, at }, index) => {
    const match = /^([^，。；：\d]{2,24})(?:分别(?:是|为)|有|如下)：?([^；：]+)$/u.exec(
      text.replace(/。$/u, ''),
    );
    const names = match && namesIn(match[2] ?? '');
    const stance = match && stanceOf({ label: match[1] ?? '', noun: '', tail: '' });
    if (!names || !stance || stance.sign !== 'no' || !/分别|如下/u.test(match[0])) return [];
    const counts = sentences.slice(Math.max(0, index - 2), index).flatMap((one) =>
      [...one.text.matchAll(/([^，。；：\d]*)(\d{1,3}) ?(?:个|家)([^，。；：、\d]*)/gu)].flatMap(
        (number) => {
          const own = stanceOf({ label: number[1] ?? '', noun: number[3] ?? '', tail: '' });
          const start = one.at + number.index + (number[1] ?? '').length;
          const words = number[0].slice((number[1] ?? '').length).replace(number[3] ?? '', '');
          return own?.sign === 'no' && own.about === stance.about
            ? [{ value: Number(number[2]), words, at: start, end: start + words.length }]
            : [];
        },
      ),
    );
    const [count] = counts;
    return count && counts.length === 1
      ? countsOff(namesRule.id, passage, count, at, at + text.length, names)
      : [];
  });
}

export const namesRule: ProofRule = { id: 'names', name: '点名的个数', check };
