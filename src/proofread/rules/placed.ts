/** 分数与名次: 甲97.2分，排名第一；乙97.6分，排名第二; two with one score 并列第三, and the next one 第四; 最高95.5分, and another 96.0分. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const SCORE = String.raw`(?<score>\d+(?:\.\d+)?)(?<unit>分|%)`;
const PLACE = String.raw`(?<tie>并列)?(?<last>倒数)?第(?<place>[一二三四五六七八九十]{1,2}|\d{1,2})(?:名|位)?`;
/** 甲得分97.2分，排名第一; 甲以97.2分列第一. */
const SCORED = new RegExp(
  String.raw`${SCORE}[）]?，?(?:\p{Script=Han}{0,4}?)(?:排名|位[居列]|名列|列|居|排在?|为)?(?:全[市县区省])?${PLACE}(?!季度|批|期|轮|次|届|章|条|款|项|产业)`,
  'gu',
);
const MOST = new RegExp(
  String.raw`(?:得分|成绩|合格率|办结率|满意率|率)?(?<end>最高|最低)的?(?:是|为|单位是)?(?<name>[^，。；（）\d]{2,14})(?:（|，为?|，得分)${SCORE}`,
  'gu',
);

interface Placed {
  readonly score: number;
  readonly unit: string;
  /** Negative when counted from the end. */
  readonly place: number;
  readonly tie: boolean;
  /** How many share it. */
  readonly names: number;
  readonly at: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => {
    if (!/第|最[高低]|前/u.test(passage.read)) return [];
    return sentencesOf(passage.read).flatMap(({ text, at }) => [
      ...wrong(passage, text, at),
      ...first(passage, text, at),
    ]);
  });
}

function wrong(passage: PlacedText, text: string, at: number): Contradiction[] {
  if (/上[季月年]|去年|较|比|加分|不代表/u.test(text) || isOfTwoLists(text)) return [];
  const placed = placedIn(text);
  const pairs = placed.flatMap((a, index) => placed.slice(index + 1).map((b) => [a, b] as const));
  const bad = pairs.find(([a, b]) => !isInOrder(a, b));
  if (bad !== undefined) {
    const [a, b] = bad;
    return [
      foundAt(
        placedRule.id,
        passage,
        [at + a.at, at + b.end],
        `${String(a.score)}${a.unit}排${placeWords(a)}，${String(b.score)}${b.unit}排${placeWords(b)}`,
        '名次与分数的高低一致，并列的占去其后的名次',
      ),
    ];
  }
  return beyond(passage, text, at, placed);
}

/** 网站列第三、新媒体列第五, 部门第一、乡镇第二: of two lists. */
function isOfTwoLists(text: string): boolean {
  return (
    (/网站/u.test(text) && /新媒体|账号|公众号/u.test(text)) ||
    (/部门|[省市县区]直/u.test(text) && /乡镇|街道|镇街|县区|区县/u.test(text)) ||
    /全[国省].*全[市县区]|组/u.test(text)
  );
}

function placedIn(text: string): Placed[] {
  return [...text.matchAll(SCORED)].flatMap((match): Placed[] => {
    const { score = '', unit = '', place = '', tie, last } = match.groups ?? {};
    const value = valueWritten(place);
    if (value === undefined) return [];
    const lead = /[^；。，]*$/u.exec(text.slice(0, match.index))?.[0] ?? '';
    const names = lead.split(/[、]/u).length;
    return [
      {
        score: Number(score),
        unit,
        place: last === undefined ? value : -value,
        tie: tie !== undefined,
        names,
        at: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
}

function isInOrder(a: Placed, b: Placed): boolean {
  if (a.unit !== b.unit || a.place * b.place < 0) return true;
  const [better, worse] = a.place > 0 === a.place < b.place ? [a, b] : [b, a];
  // One rank with two scores is of two lists.
  if (a.place === b.place) return true;
  if (better.score < worse.score) return false;
  // 并列第三 of two: the next is the fifth.
  const { names } = better;
  return !(
    better.tie &&
    names >= 2 &&
    worse.place > better.place &&
    worse.place < better.place + names
  );
}

function placeWords({ place, tie }: Placed): string {
  return `${tie ? '并列' : ''}${place < 0 ? '倒数' : ''}第${String(Math.abs(place))}`;
}

/** 最高的是甲（95.5分），乙以96.0分列第二. */
function beyond(
  passage: PlacedText,
  text: string,
  at: number,
  placed: readonly Placed[],
): Contradiction[] {
  return [...text.matchAll(MOST)].flatMap((match) => {
    const { end = '', score = '', unit = '' } = match.groups ?? {};
    const value = Number(score);
    const other = placed.find(
      (one) =>
        one.unit === unit &&
        one.at > match.index + match[0].length &&
        (end === '最高' ? one.place > 0 && one.score > value : one.place < 0 && one.score < value),
    );
    if (other === undefined) return [];
    return [
      foundAt(
        placedRule.id,
        passage,
        [at + match.index, at + other.end],
        `${end}写的是${score}${unit}，又有${String(other.score)}${unit}`,
        `${end}的分数不${end === '最高' ? '低' : '高'}于其他各项`,
      ),
    ];
  });
}

const FIRST =
  /前[两二三四五六七八九十\d]{1,2}[名位](?:的)?[^，。；：（\d]{0,8}?(?:依次|分别)?(?:为|是|有)：?(?<row>(?:[^，。；、（）\d]{2,12}（\d+(?:\.\d+)?(?:分|%)）[、和]?){2,10})/gu;

/** 前两名为甲（96分）、乙（97分）. */
function first(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [...text.matchAll(FIRST)].flatMap((match) => {
    const values = [...(match.groups?.['row'] ?? '').matchAll(/（(\d+(?:\.\d+)?)/gu)].map(
      ([, value]) => Number(value),
    );
    const step = values.findIndex((value, index) => (values[index + 1] ?? value) > value);
    if (step < 0 || /不分先后|排名不分/u.test(text)) return [];
    return [
      foundAt(
        placedRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `${String(values[step])}排在${String(values[step + 1])}之前`,
        '名次由高到低',
      ),
    ];
  });
}

export const placedRule: ProofRule = { id: 'placed', name: '分数与名次', check };
