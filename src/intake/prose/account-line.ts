/**
 * 逐条列出的账号: lines that are the cells of a row with commas between them — 1.甲统计，微信公众号，市统计局，超过2周未更新.
 * A piece that is a platform and nothing else tells such a line from a sentence.
 */
import type { Line } from '../../paper/sheet.ts';
import { hasMobile } from '../../ledger/personal/personal.ts';
import type { Known } from '../record/known.ts';
import { isOrganisation } from '../words/unit-names.ts';
import { tidy } from '../words/wording.ts';
import { NOT_ACCOUNT } from './mention/item.ts';
import type { NamedMention } from './mention/named.ts';
import type { PlatformWords } from './mention/platform-words.ts';
import { plainOf } from './passage.ts';
import { toneOf } from './tone.ts';

const NUMBER = /^(?:\d{1,3}[.．、)）]|[（(]\d{1,3}[)）]|[①-⑳]|[-—·●■]+)\s*/u;
const NAME = /^(?:“[^“”]{2,30}”|[^“”《》（）\d][^“”《》]{1,29})$/u;

/** Cells are parted by the same mark: behind commas ； begins the next row. */
function hasNextRow(sentence: string): boolean {
  return /[，；|｜]/u.exec(sentence)?.[0] === '，' && sentence.includes('；');
}

/** 其中, 今年以来: leads up to something, and names nobody. */
const LEAD =
  /^(?:部分|个别|有的|有些|一些|某些?|少数|多数|各|其他|其它|全[市县区]|其中|另外|此外|同时|例如|譬如|首先|其次|再次|最后|今年|去年|今后|上半年|下半年|本年|近[年期日来]|日前|目前|期间|\d+月|[一二三四上下]季度)|(?:以来|期间|方面|之后|之前|以后|以前|如下)$/u;

/** Whether what stands behind an account comes to another: a platform, a quote that is no column of it, a number of a list. */
function isOfOthers(rest: readonly string[], words: PlatformWords): boolean {
  return rest.some((cell) => {
    const isNumbered = /^(?:\d{1,3}(?:[.．](?!\d)|[、)）])|[（(]\d{1,3}[)）])|[①-⑳]/u.test(cell);
    const quotes = [...cell.matchAll(/“[^“”]*”/gu)];
    const isNamed = quotes.some(({ 0: quote, index }) => {
      const behind = cell.slice(index + quote.length).replace(/^(?:[、和与及]?“[^“”]*”)+/u, '');
      return index === 0 && !NOT_ACCOUNT.test(behind);
    });
    return isNumbered || isNamed || isKind(cell, words);
  });
}

/** 抖音号, 乙水利抖音号未备案; 公众号更新不及时 says it of the same. */
function isKind(cell: string, words: PlatformWords): boolean {
  const isOther = [...cell].some(
    (_, at) =>
      at > 0 && (words.platformAt(cell, at) !== undefined || words.siteAt(cell, at) !== undefined),
  );
  return isOther || isPlatform(cell, words);
}

function isPlatform(cell: string, words: PlatformWords): boolean {
  return words.isPlatform(cell) || /^(?:政府|门户)*网站$/u.test(cell);
}

const LANDLINE = /(?<!\d)(?:0\d{2,3}[- ]?)?[2-8]\d{6,7}(?!\d)/u;

/** Whether people stand among the cells: a number to call, who answers, what may be somebody's name. */
function isOfPeople(rest: readonly string[], unit: string | undefined, known: Known): boolean {
  return rest.some((cell, at) => {
    if (hasMobile(cell) || LANDLINE.test(cell)) return true;
    if (/^(?:联系人|负责人|责任人|经办人|管理员|分管领导|(?:联系)?电话|手机)/u.test(cell))
      return true;
    const isShort = /^\p{Script=Han}{2,4}$/u.test(cell) && cell !== unit;
    return isShort && at < rest.length - 1 && toneOf(cell, known) === 'none';
  });
}

/** The account of such a line; `doubtful` where more stands in it than one account, undefined where it is none. */
export function accountLine(
  line: Line,
  known: Known,
  words: PlatformWords,
): NamedMention | 'doubtful' | undefined {
  const text = tidy(line.text).replace(NUMBER, '');
  const [first = '', more] = plainOf(text)
    .replace(/[。；]$/u, '')
    .split(/[。！？]/u);
  const parted = first.split(/[，；|｜]/u);
  // 甲水利 微信公众号 县水利局 超过2周未更新
  const isSpaced = parted.length === 1 && /^\S+(?:\s+\S+){3,4}$/u.test(first);
  const isSlashed = parted.length === 1 && /^[^/／]+(?:[/／][^/／]+){2,4}$/u.test(first);
  const cells = (isSpaced ? first.split(/\s+/u) : isSlashed ? first.split(/[/／]/u) : parted).map(
    (cell) => cell.trim(),
  );
  const at = cells.findIndex((cell) => isPlatform(cell, words));
  const platform = cells[at];
  if (platform === undefined || at > 2 || cells.length < 3 || cells.includes('')) return undefined;
  // 微信公众号，甲统计，… names the platform first.
  const head = cells.slice(0, at === 0 ? 2 : at).filter((cell) => cell !== platform);
  const rest = cells.slice(Math.max(at + 1, 2));
  const isUnit = (cell: string): boolean => isOrganisation(cell) && !/[未不无存有]/u.test(cell);
  const name = head.length === 1 ? head[0] : head.find((cell) => !isUnit(cell));
  const unit =
    head.find((cell) => cell !== name && isUnit(cell)) ??
    rest.slice(0, -1).find((cell) => isUnit(cell));
  const said = rest.filter((cell) => cell !== unit).join('，');
  // 甲水利｜微信公众号｜县水利局: what is wrong stands elsewhere.
  const isAlone = rest.length === 1 && unit === undefined && isUnit(rest[0] ?? '');
  if (isAlone && /[|｜/／]/u.test(first)) return 'doubtful';
  if (name === undefined || !NAME.test(name) || said === '') return undefined;
  const isLed = head.some((cell) => LEAD.test(cell));
  if (head.length > 1 ? !isLed && unit === undefined : isLed) return undefined;
  const tone = toneOf(said, known);
  const isOneRow = !isLed && more === undefined && !hasNextRow(first);
  if (!isOneRow || isOfOthers(rest, words) || isOfPeople(rest, unit, known))
    return tone === 'problem' ? 'doubtful' : undefined;
  return {
    mention: { at: 0, end: 0, name: name.replace(/[“”]/gu, ''), platform, unit, isUnsure: false },
    place: line.place,
    sentence: text,
    findings: tone === 'problem' ? [said] : [],
    guesses: [],
    ...(tone !== 'problem' && {
      why: tone === 'mended' ? ('mended' as const) : ('nothing' as const),
    }),
  };
}
