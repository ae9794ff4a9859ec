/** 两份相反的名单: a name among those that have done a thing, and again among those that have not. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { mayBeSameAccount, type QuotedName, quotedIn } from '../name/quoted.ts';
import type { ProofRule } from '../rule.ts';

/** What can be said of an account, and its opposite. */
const TOPICS: readonly (readonly [good: RegExp, bad: RegExp])[] = [
  [
    /已(?:经|全部|按[期时要求]+)*(?:完成)?整改|完成了?整改|整改(?:已)?(?:完成|到位|完毕)/u,
    /(?:尚未|仍未|至今未|未|没有|未能)(?:按[期时要求]+|全部)?(?:完成)?整改|整改不到位|未整改/u,
  ],
  [/(?<!不)合格的?(?:账号|网站|单位|政务新媒体)/u, /不合格/u],
  [
    /(?<!未|没有|不)按[时期](?:报送|上报|完成|更新|答复)/u,
    /(?:未|没有)(?:能)?按[时期](?:报送|上报|完成|更新|答复)/u,
  ],
  [
    /运行(?:较好|良好|正常|平稳)|更新及时|(?<!不|未)(?:全部|均|都)合格|表现(?:较好|突出)|表扬/u,
    /更新不及时|不合格|未更新|长期不更新|运行(?:较差|不佳|不正常)|批评/u,
  ],
  [/已(?:经|全部)?(?:完成)?备案/u, /(?:尚未|仍未|至今未|未|没有)(?:完成)?备案/u],
  [/已(?:经|全部)?(?:完成)?(?:注销|关停)/u, /(?:尚未|仍未|至今未|未|没有)(?:完成)?(?:注销|关停)/u],
];
/** Of another time, or only of some fault of it. */
const OTHER_TIME =
  /季度|上[次月年半]|此前|以前|曾|再次|又|\d月|去年|同期|其中|除|以来|个别|部分|一度|截至|后/u;

const NAME = String.raw`(?:(?!和)[^，。；：、“”\d]){2,14}?(?:局|委|办|厅|镇|乡|街道|县|区|中心|公司|院|社|联|会)`;

interface Piece {
  readonly passage: PlacedText;
  readonly at: number;
  readonly text: string;
}

function check(paper: ReadDocument): Contradiction[] {
  const pieces = paragraphsOf(paper).flatMap(piecesOf);
  return [...accounts(pieces), ...paragraphsOf(paper).flatMap(units)];
}

/** Cut at full stops and semicolons, where a clause begins with 未整改的, and where one list has been judged and another begins. */
function piecesOf(passage: PlacedText): Piece[] {
  return [
    ...passage.read.matchAll(
      /(?:“[^“”]*”|[^。；\n，]|，(?!(?:尚|仍|至今|目前)?(?:未|没有|不)\p{Script=Han}{1,8}(?:有|为|是|：)))+/gu,
    ),
  ].flatMap((match) => judgedApart({ passage, at: match.index, text: match[0] }));
}

function judgedApart(piece: Piece): Piece[] {
  const { passage, at, text } = piece;
  const cut = [...text.matchAll(/，(?=“)/gu)].find(({ index }) => {
    const words = text.slice(0, index).replace(/“[^“”]*”/gu, '“”');
    const said = words
      .slice(words.lastIndexOf('”') + 1)
      .replace(/^[^，]{0,10}?(?:号|微博|头条|网站|账号|小程序)/u, '');
    return said.length >= 4;
  });
  if (cut === undefined) return [piece];
  const next = cut.index + 1;
  return [
    { passage, at, text: text.slice(0, cut.index) },
    ...judgedApart({ passage, at: at + next, text: text.slice(next) }),
  ];
}

/** 受表扬的乡镇：甲镇、乙乡: names of places behind a colon. */
function plainIn(text: string): QuotedName[] | undefined {
  const row = /^[^：“”]{2,20}：(?<row>[^：“”]+)$/u.exec(text.trim())?.groups?.['row'];
  const items = row?.split(/[、，]/u) ?? [];
  const isOfNames = items.every((item) => new RegExp(`^${NAME}$`, 'u').test(item));
  return items.length >= 2 && isOfNames
    ? items.map((name) => ({ name, platform: '', at: 0, end: 0 }))
    : undefined;
}

function accounts(pieces: readonly Piece[]): Contradiction[] {
  const read = pieces.flatMap((piece, index) => {
    const names = quotedIn(piece.text) ?? plainIn(piece.text);
    const words = piece.text.replace(/“[^“”]*”/gu, '“”');
    return names === undefined || OTHER_TIME.test(words) ? [] : [{ ...piece, index, names, words }];
  });
  return TOPICS.flatMap(([good, bad]) =>
    read.flatMap((one) => {
      if (!good.test(one.words) || bad.test(one.words) || hasObject(good, one.words)) return [];
      const others = read.filter(
        (two) =>
          Math.abs(two.index - one.index) <= 3 &&
          bad.test(two.words) &&
          !hasObject(bad, two.words) &&
          !good.test(two.words.replace(bad, '')) &&
          Math.max(one.names.length, two.names.length) >= 2,
      );
      const [other] = others.filter((two) => one.names.some((name) => isIn(name, two.names)));
      const first = one.names.find((name) => other !== undefined && isIn(name, other.names));
      if (other === undefined || first === undefined) return [];
      const [good_, bad_] = [one, other].map(({ words }) => words);
      return [
        found(other, one, first.name, [good.exec(good_ ?? '')?.[0], bad.exec(bad_ ?? '')?.[0]]),
      ];
    }),
  );
}

/** 已注销抖音号: one of the accounts of that name, and not the other. */
function hasObject(shape: RegExp, words: string): boolean {
  const match = shape.exec(words);
  const behind = match === null ? '' : words.slice(match.index + match[0].length);
  return /^(?:了)?(?:微信|公众号|微博|抖音|头条|视频号|快手|小程序|网站)/u.test(behind);
}

function isIn(name: QuotedName, names: readonly QuotedName[]): boolean {
  return names.some((one) => mayBeSameAccount(one, name));
}

function found(
  here: Piece,
  other: Piece,
  name: string,
  [good = '', bad = '']: readonly (string | undefined)[],
): Contradiction {
  const quoteOf = ({ passage, at, text }: Piece): string =>
    quoteAround(passage.text, at, at + text.length);
  return {
    rule: opposedRule.id,
    place: here.passage.place,
    quote: quoteOf(here),
    against: { place: other.passage.place, quote: quoteOf(other) },
    message: `“${name}”既写在“${good}”的名单里，又写在“${bad}”的名单里`,
    expected: '只在其中一份名单里',
  };
}

const ROW = `${NAME}(?:[、和]${NAME})*`;
const UNITS = new RegExp(
  `(?<done>${ROW})(?:等)?(?:[\\d一二两三四五六七八九十]+[个家](?:单位|部门|乡镇|县区|镇)?)?(?:均|都|全部)?已(?:经|全部|按要求|按时|按期|完成)?(?<verb>\\p{Script=Han}{2,4}?)[^。；，]{0,16}[；，。](?<open>${ROW})(?:等)?(?:[\\d一二两三四五六七八九十]+[个家](?:单位|部门|乡镇|县区|镇)?)?(?:至今|尚|仍|均|还)*(?:未|没有)(?:按要求|按时|按期|完成)?\\k<verb>`,
  'gu',
);

/** 甲局、乙局已注销；乙局、丙局至今未注销. */
function units(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(UNITS)].flatMap((match) => {
    const { done = '', open = '', verb = '' } = match.groups ?? {};
    const [has, lacks] = [done, open].map((row) => row.split(/[、和]/u));
    const [name] = (has ?? []).filter((one) => lacks?.includes(one));
    const lead = /[^。；]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '';
    if (name === undefined || OTHER_TIME.test(lead + match[0])) return [];
    return [
      {
        rule: opposedRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, match.index, match.index + match[0].length),
        message: `“${name}”既在已${verb}的之列，又在未${verb}的之列`,
        expected: '只在其中一份名单里',
      },
    ];
  });
}

export const opposedRule: ProofRule = { id: 'opposed', name: '相反的两份名单', check };
