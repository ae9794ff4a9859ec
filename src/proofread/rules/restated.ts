/** 前后一致: the same words with another number in another place, as when the summary was not corrected with the text. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type ReadDocument, type PlacedText, paragraphsOf } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

interface Clause {
  readonly passage: PlacedText;
  readonly at: number;
  readonly text: string;
  readonly numbers: string;
}

/** Said of the whole and of this time: what is counted by quarter or by unit may well differ. */
const WHOLE = /全区|全市|全县|全省|全镇|全乡|本次|此次|共计|总计/u;
const BY_PERIOD =
  /季度|上半年|下半年|去年|上年|同期|\d月|上月|历年|每|以来|上次|第[一二三四五\d]+次|底前/u;

function check(paper: ReadDocument): Contradiction[] {
  return [...sameClauses(paper), ...drawnAgain(paper)];
}

/** The same clause twice. */
function sameClauses(paper: ReadDocument): Contradiction[] {
  const seen = new Map<string, Clause>();
  return paragraphsOf(paper).flatMap((passage) =>
    clausesOf(passage).flatMap((clause) => {
      const key = clause.text
        .replace(/[\d.,]+/gu, '#')
        .replace(/^[一二三四五六七八九十]是|\s/gu, '');
      const first = seen.get(key);
      if (!first) {
        seen.set(key, clause);
        return [];
      }
      if (first.numbers === clause.numbers || first.passage === passage) return [];
      const end = clause.at + clause.text.length;
      const { place } = first.passage;
      const where = place.kind === 'paragraph' ? `第${String(place.paragraph)}段` : '';
      return [
        {
          rule: restatedRule.id,
          place: passage.place,
          quote: quoteAround(passage.text, clause.at, end),
          message: `与${where}“${first.text.trim()}”的数字不一致`,
          expected: `前后同为${first.numbers}或${clause.numbers}`,
        },
      ];
    }),
  );
}

const DRAWN = /(?:选取|抽取|抽查|检查|监测)了?(\d+)个([\u4e00-\u9fff]{2,10}?)(?=进行|开展|，|。)/gu;
const CHECKED =
  /共(?:检查|抽查|监测)[^，。；\d]{0,10}?(政府网站|政务新媒体|网站|新媒体|账号)(\d+)个/gu;
const OF_THEM = /(?:检查|抽查|抽检|监测)的(\d+)个([\u4e00-\u9fff]{2,10}?)(?=中)/gu;

/** 本次共选取388个账号进行检查……检查的338个账号中: a number that stands nowhere else. */
function drawnAgain(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  const drawn = passages.flatMap(({ read }) => [
    ...[...read.matchAll(DRAWN)].map(([, number = '', what = '']) => ({ number, what })),
    ...[...read.matchAll(CHECKED)].map(([, what = '', number = '']) => ({ number, what })),
  ]);
  const all = passages.map(({ read }) => read).join('\n');
  const standing = (number: string): number =>
    [...all.matchAll(new RegExp(`(?<![\\d.,])${number}(?![\\d.,])`, 'gu'))].length;
  return passages.flatMap((passage) =>
    [...passage.read.matchAll(OF_THEM)].flatMap((match) => {
      const [words, number = '', what = ''] = match;
      const totals = [
        ...new Set(drawn.filter((one) => one.what === what).map((one) => one.number)),
      ];
      const [total] = totals;
      if (total === undefined || totals.length > 1 || total === number || standing(number) > 1)
        return [];
      return [
        {
          rule: restatedRule.id,
          place: passage.place,
          quote: quoteAround(passage.text, match.index, match.index + words.length),
          message: `检查的写的是${number}个，前面写的是${total}个`,
          expected: `前后同为${total}个或${number}个`,
        },
      ];
    }),
  );
}

function clausesOf(passage: PlacedText): Clause[] {
  return [...passage.read.matchAll(/[^，。；：、！？（）]+/gu)].flatMap((match) => {
    const text = match[0];
    const lead = passage.read.slice(Math.max(0, match.index - 20), match.index);
    if (BY_PERIOD.test(lead.slice(lead.lastIndexOf('。') + 1))) return [];
    const words = text.replace(/[^\u4e00-\u9fff]/gu, '');
    if (words.length < 7 || !/\d/u.test(text) || !WHOLE.test(text) || BY_PERIOD.test(text))
      return [];
    const numbers = (text.match(/\d[\d.,]*/gu) ?? []).join('、');
    return [{ passage, at: match.index, text, numbers }];
  });
}

export const restatedRule: ProofRule = { id: 'restated', name: '同一说法的数字前后一致', check };
