/** 重复: a name twice in one enumeration, a row twice in one table. */
import { type Contradiction, shortened } from '../contradiction.ts';
import {
  type ReadDocument,
  type PlacedText,
  paragraphsOf,
  cellPlace,
  tablesOf,
} from '../document/paper.ts';
import { headerOf } from '../document/table.ts';
import type { ProofRule } from '../rule.ts';
import { patternOf } from '../../text/notation/pattern.ts';

function check(paper: ReadDocument): Contradiction[] {
  return [
    ...paragraphsOf(paper).flatMap((one) => [...twiceNamed(one), ...twiceOnPlatform(one)]),
    ...tablesOf(paper).flatMap(twiceListed),
  ];
}

/** Names of two characters or more between 、, at least three in a row. Numbers may well be equal. */
function twiceNamed(passage: PlacedText): Contradiction[] {
  const runs = passage.read.split(/[，。；：！？（）“”]|分别/u);
  return runs.flatMap((run) => {
    const items = run.split('、').map((item) => item.trim());
    if (items.length < 3) return [];
    const names = countedNames(items) ?? namesOf(items);
    return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
      (name) => ({
        rule: repeatedRule.id,
        place: passage.place,
        quote: shortened(run.trim()),
        message: `“${name}”在同一列举中出现两次`,
        expected: '各项不重复',
      }),
    );
  });
}

const ACCOUNT = String.raw`(?:“[^“”]{2,30}”|[^，。；：、“”（）\d]{2,30})（(?:政务)?(?:微信|微信公众号|公众号|订阅号|服务号|(?:新浪|腾讯)?微博|抖音|抖音号|快手|快手号|(?:今日)?头条|头条号|视频号|小程序)）`;
const ACCOUNTS = new RegExp(`(?<=^|[：。；，为是])${ACCOUNT}(?:[、和及]${ACCOUNT}){2,}`, 'gu');

/** “甲县教育”（微信公众号）、“乙县水利”（微博）、“甲县教育”（微信公众号）: one name on one platform twice in a row. */
function twiceOnPlatform({ read, place }: PlacedText): Contradiction[] {
  return [...read.matchAll(ACCOUNTS)].flatMap(([run]) => {
    const names = run.split(/(?<=）)[、和及]/u);
    return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
      (name) => ({
        rule: repeatedRule.id,
        place,
        quote: shortened(run),
        message: `“${name.replace(/[“”]/gu, '')}”在同一列举中出现两次`,
        expected: '各项不重复',
      }),
    );
  });
}

/** 甲局1条、乙局2条、甲局1条: names that each have a number, of one measure word. */
function countedNames(items: readonly string[]): string[] | undefined {
  if (items.length < 4) return undefined;
  const read = items.map(
    (item) => /^(?<name>\D{3,20})\d+(?<unit>[个条家件处项起])$/u.exec(item)?.groups,
  );
  const counted = read.slice(1).flatMap((one) => (one === undefined ? [] : [one]));
  const units = new Set(counted.map(({ unit }) => unit));
  if (counted.length < items.length - 1 || units.size > 1) return undefined;
  return [read[0], ...counted].flatMap((one) => one?.['name'] ?? []);
}

/** The words before the first name and behind the last belong to the sentence: they are cut where that is plain. */
function namesOf(items: readonly string[]): string[] {
  const inner = items.slice(1, -1);
  const first = inner.find((name) =>
    new RegExp(`[在有是为括即对到由]${patternOf(name)}$`, 'u').test(items[0] ?? ''),
  );
  const last = (items.at(-1) ?? '').split(/以及|[和及与]/u).flatMap((part) => {
    const text = part.replace(/等.*$/u, '');
    const name = [...items.slice(0, -1), first ?? ''].find(
      (one) =>
        one !== '' &&
        new RegExp(`^${patternOf(one)}[被未存均已需的多有因在配参共负]`, 'u').test(text),
    );
    return [name ?? text];
  });
  return [first ?? items[0] ?? '', ...inner, ...last].filter(
    (name) => name.length >= 2 && name.length <= 30 && !/[\d%]/u.test(name),
  );
}

/** Rows that say the same but for their number. Forms with empty or ticked rows are no lists. */
function twiceListed(table: ReturnType<typeof tablesOf>[number]): Contradiction[] {
  const header = headerOf(table);
  if (!header || !header.titles.some((title) => /序号|单位|名称|账号/u.test(title))) return [];
  const serial = header.titles.findIndex((title) => /^(?:序号|编号)$/u.test(title));
  const seen = new Map<string, number>();
  return table.rows.slice(header.row + 1).flatMap((row) => {
    const cells = row.filter((_, index) => index !== serial).map(({ text }) => text.trim());
    const filled = cells.filter((text) => /[\u4e00-\u9fff]{2}/u.test(text));
    if (filled.length === 0) return [];
    const key = cells.join('\t').replace(/[^\S\t]/gu, '');
    const first = seen.get(key);
    const cell = row.find(({ text }) => /[\u4e00-\u9fff]{2}/u.test(text));
    if (first === undefined || !cell) {
      seen.set(key, cell?.row ?? 0);
      return [];
    }
    return [
      {
        rule: repeatedRule.id,
        place: cellPlace(table, cell),
        quote: shortened(cells.join(' ')),
        message: `与第${String(first)}行的内容完全相同`,
        expected: '各行不重复',
      },
    ];
  });
}

export const repeatedRule: ProofRule = { id: 'repeated', name: '列举和表格中的重复项', check };
