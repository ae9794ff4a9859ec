/**
 * 其中的名字: 甲、乙、丙3市全部合格，其中丁、甲2市连续四个季度合格: a name among a few that a closed list does not hold; and scores
 * that a list shows against how many are said to have them.
 */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { numeralValue } from '../../text/numeral.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => [
    ...outside(passage),
    ...quoted(passage),
    ...scores(passage),
  ]);
}

const NUMBER = String.raw`(?<!第)(\d{1,2}|[两二三四五六七八九十]{1,2})`;
const KIND = '(?:个)?(?:县区|县市|市州|区县|市|县|区|州|旗|镇|乡|街道|单位|部门|网站|账号)';
/** As in quota.ts: 和 stands within a name at its head alone. */
const OF_ROW = String.raw`\p{Script=Han}(?:(?!和)\p{Script=Han})`;
const ROW = `${OF_ROW}{1,11}(?:(?:、|和)${OF_ROW}{1,11}?)+`;
const CLOSED = new RegExp(
  `(?<=^|[，。；：])(?:其中|包括|分别是|有)?(?<row>${ROW}?)(?:等)?(?<count>${NUMBER})${KIND}(?<said>[^。；“”]{2,60}?)[，；](?:其中|特别是|尤其是)，?(?<some>${ROW}?)(?:等)?(?:${NUMBER}${KIND})(?=[^。；]*(?:连续|多次|均|都|也|再次|全部|首次|仍))`,
  'gu',
);

/** A name behind 其中 or 特别是 that the list before it, whose count is that of its names, does not hold. */
function outside({ read, text, place }: PlacedText): Contradiction[] {
  return [...read.matchAll(CLOSED)].flatMap((match): Contradiction[] => {
    const { row = '', count = '', some = '' } = match.groups ?? {};
    const names = row.split(/[、和]/u).map(bare);
    const few = some.split(/[、和]/u).map(bare);
    const value = /\d/u.test(count) ? Number(count) : numeralValue(count);
    const strange = few.filter((one) => !names.includes(one));
    const isOneKind = few.length > strange.length && strange.length === 1;
    const [first = ''] = strange;
    const isInside = names.some((one) => one.includes(first) || first.includes(one));
    if (value !== names.length || !isOneKind || isInside || first.length > 6) return [];
    return [
      {
        rule: amongRule.id,
        place,
        quote: quoteAround(text, match.index, match.index + match[0].length),
        message: `“其中”点到的“${first}”不在前面列出的${String(names.length)}个之内`,
        expected: `为前面列出的${String(names.length)}个之一，或补入前面的名单`,
      },
    ];
  });
}

const QUOTED_ALL =
  /(?<count>\d{1,2}|[两二三四五六七八九十]{1,2}) ?[个家][^，。；：“”]{0,16}(?:分别)?(?:是|为|有|：)：?(?<row>(?:“[^“”]+”(?:[^“”，。；、]{0,8})[、和]?){3,30})[。；，]/u;
const QUOTED_SOME =
  /(?:其中|上述账号中|上述单位中|以上账号中)[^。“”]{0,12}(?<some>(?:“[^“”]+”[、和]?){2,30})/gu;
const NAME = /“(?<name>[^“”]+)”/gu;

/** 6个不合格账号是“甲”“乙”…。其中“甲”“丁”已整改到位: one that was not among them. */
function quoted({ read, text, place }: PlacedText): Contradiction[] {
  const all = QUOTED_ALL.exec(read);
  if (all === null) return [];
  const names = [...(all.groups?.['row'] ?? '').matchAll(NAME)].map(
    ({ groups }) => groups?.['name'],
  );
  const count = all.groups?.['count'] ?? '';
  const value = /\d/u.test(count) ? Number(count) : numeralValue(count);
  if (value !== names.length) return [];
  const end = all.index + all[0].length;
  return [...read.slice(end - 1).matchAll(QUOTED_SOME)].flatMap((match): Contradiction[] => {
    const some = [...(match.groups?.['some'] ?? '').matchAll(NAME)].map(
      ({ groups }) => groups?.['name'],
    );
    const strange = some.filter((one) => !names.includes(one));
    const [first] = strange;
    if (first === undefined || strange.length * 2 >= some.length) return [];
    const at = end - 1 + match.index;
    return [
      {
        rule: amongRule.id,
        place,
        quote: quoteAround(text, at, at + match[0].length),
        message: `“其中”点到的“${first}”不在前面列出的${String(names.length)}个之内`,
        expected: `为前面列出的${String(names.length)}个之一，或补入前面的名单`,
      },
    ];
  });
}

function bare(name: string): string {
  return name.replace(/^(?:其中|包括|分别是|有)/u, '').trim();
}

const LEAST =
  /(?<bound>超过|高于|达到)?(?<least>\d{2,3}(?:\.\d+)?) ?分(?<behind>（含）以上|及以上|以上)?(?:的)?(?:政府|政务)?(?:网站|账号|单位|新媒体)?(?:有|共有|共|仅)?(?<count>\d{1,3}) ?[个家]/gu;
const ONE_SCORE = /(?<=\p{Script=Han}（?|”（?|：)(?<score>\d{2,3}(?:\.\d+)?) ?分(?=[，、；。）])/gu;

/** 得分超过100分的2个, and behind it three names with more than 100 points. */
function scores({ read, text, place }: PlacedText): Contradiction[] {
  const bands = [...read.matchAll(LEAST)].filter(
    ({ groups }) => groups?.['bound'] !== undefined || groups?.['behind'] !== undefined,
  );
  const [band, another] = bands;
  if (band === undefined || /—|-|至|~|～/u.test(read.charAt(band.index - 1))) return [];
  if (another !== undefined && another[0] === band[0]) return [];
  const { bound = '', least = '', behind = '', count = '' } = band.groups ?? {};
  const isOver = bound !== '' && bound !== '达到' && behind === '';
  const from = band.index + band[0].length;
  const listed = [...read.slice(from).matchAll(ONE_SCORE)].map(({ groups }) =>
    Number(groups?.['score']),
  );
  const high = listed.filter((one) => (isOver ? one > Number(least) : one >= Number(least)));
  if (high.length <= Number(count) || listed.length < 3) return [];
  return [
    {
      rule: amongRule.id,
      place,
      quote: quoteAround(text, band.index, from),
      message: `写的是“${band[0]}”，后面列出的这样的得分有${String(high.length)}个`,
      expected: `至少${String(high.length)}个，或改正所列得分`,
    },
  ];
}

export const amongRule: ProofRule = { id: 'among', name: '其中的名字和得分', check };
