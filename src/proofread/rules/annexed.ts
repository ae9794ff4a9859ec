/** 正文与附件的名单: 不合格网站3家：甲、乙、丙 in the text, and as many names in the annex, not all of them the same. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import {
  cellPlace,
  paragraphsOf,
  type PlacedText,
  type ReadDocument,
  tablesOf,
} from '../document/paper.ts';
import { headerOf } from '../document/table.ts';
import { markerOf } from '../marker.ts';
import { quotedIn } from '../name/quoted.ts';
import type { ProofRule } from '../rule.ts';

/** 不合格网站3家：甲网站、乙网站、丙网站。 */
const NAMED =
  /(?<what>不合格|不达标|问题|单项否决)(?:的)?(?<kind>政府网站|网站|政务新媒体|新媒体|账号|单位)(?:有|为|共)?(?<count>\d{1,2}) ?[个家](?:，?(?:分别[是为]|即|为|是)：?|：)(?<names>[^。；：\d]+)。/gu;

function check(paper: ReadDocument): Contradiction[] {
  const lines = paragraphsOf(paper);
  return lines.flatMap((passage, index) =>
    [NAMED, QUOTED].flatMap((shape) =>
      [...passage.read.matchAll(shape)].flatMap((match) =>
        held(passage, match, lines.slice(index + 1), shape === QUOTED, paper),
      ),
    ),
  );
}

/** 发现3个账号不合格：“甲”“乙”微信公众号、“丙”抖音号。 */
const QUOTED =
  /(?<count>\d{1,2}) ?[个家](?<kind>政府网站|网站|政务新媒体|新媒体|账号|微信公众号)[^，。；：“”\d]{0,12}?(?<what>不合格|不达标|未更新|问题)[^，。；：“”\d]{0,10}(?:：|，(?:分别[是为]|即|为)：?)(?<names>[^。；：]*“[^。；：]*)。/gu;

const bare = (name: string): string =>
  name
    .replace(/[“”]|（[^（）]*）/gu, '')
    .replace(/(?:微信公众号|公众号|微博|抖音号|快手号|视频号|政务新媒体|网站|网)$/u, '')
    .replace(/人民政府|政府/u, '')
    .trim();

/** The names in the table right behind a title: the column 账号名称 or 网站名称. */
function tableBelow(paper: ReadDocument, block: number): { name: string; line: PlacedText }[] {
  const table = tablesOf(paper).find((one) => one.block === block + 1);
  const header = table === undefined ? undefined : headerOf(table);
  const column = header?.titles.findIndex((name) => /名称$|^(?:账号|网站)$/u.test(name)) ?? -1;
  if (table === undefined || header === undefined || column < 0) return [];
  return table.rows.slice(header.row + 1).flatMap((row) => {
    const cell = row[column];
    if (cell === undefined || cell.text.trim() === '') return [];
    const { text } = cell;
    return [
      {
        name: bare(text),
        line: { place: cellPlace(table, cell), text, read: text, block: table.block },
      },
    ];
  });
}

function held(
  passage: PlacedText,
  match: RegExpExecArray,
  below: readonly PlacedText[],
  isQuoted: boolean,
  paper: ReadDocument,
): Contradiction[] {
  const { what = '', kind = '', count = '', names = '' } = match.groups ?? {};
  const quoted = names.includes('“') ? quotedIn(names) : undefined;
  if (isQuoted && quoted === undefined) return [];
  const own = quoted?.map(({ name }) => bare(name)) ?? names.split(/[、和]/u).map(bare);
  const title = below.findIndex(
    ({ read }) =>
      /^附件|名单|清单|情况表/u.test(read) &&
      read.length <= 40 &&
      read.includes(what) &&
      read.includes(kind) &&
      /名单|清单|一览表|情况表/u.test(read),
  );
  if (title < 0 || own.length !== Number(count) || new Set(own).size !== own.length) return [];
  const listed: { name: string; line: PlacedText }[] = tableBelow(paper, below[title]?.block ?? -1);
  for (const line of listed.length > 0 ? [] : below.slice(title + 1)) {
    const marker = markerOf(line.read);
    if (marker === undefined || marker.value !== listed.length + 1) break;
    const name = /^[^，：；。（]+/u.exec(line.read.slice(marker.length).trim())?.[0] ?? '';
    listed.push({ name: bare(name), line });
  }
  if (listed.length !== own.length) return [];
  const isIn = (name: string, others: readonly string[]): boolean =>
    others.some((one) => one.includes(name) || name.includes(one));
  const strange = listed.filter(({ name }) => !isIn(name, own));
  const missing = own.filter(
    (name) =>
      !isIn(
        name,
        listed.map((one) => one.name),
      ),
  );
  // More than half unlike: another list, or names written in another way.
  if (strange.length === 0 || strange.length !== missing.length) return [];
  if (strange.length * 2 > own.length) return [];
  const [first] = strange;
  if (first === undefined) return [];
  return [
    {
      rule: annexedRule.id,
      place: first.line.place,
      quote: quoteAround(first.line.text, 0, Math.min(first.line.text.length, 40)),
      against: {
        place: passage.place,
        quote: quoteAround(passage.text, match.index, match.index + match[0].length),
      },
      message: `名单里的“${first.name}”正文没有点到，正文点到的“${missing[0] ?? ''}”名单里没有`,
      expected: '正文与名单是同样的几个',
    },
  ];
}

export const annexedRule: ProofRule = { id: 'annexed', name: '正文与附件的名单', check };
