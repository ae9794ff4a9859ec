/** 名次: 前三名 that do not go down, a second that has more than the first, a score above full marks. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const hasExtra = paragraphs.some(({ read }) => /加分|附加|奖励分|折算/u.test(read));
  return paragraphs.flatMap((passage) =>
    sentencesOf(passage.read).flatMap((one) => [
      ...ordered(passage, one),
      ...secondAboveFirst(passage, one),
      ...againstHighest(passage, one),
      ...(hasExtra ? [] : aboveFull(passage, one)),
    ]),
  );
}

type Sentence = ReturnType<typeof sentencesOf>[number];

/** 得分前三名为, 采用量前三位的是, 诉求量排名前四的为: what they are ranked by is the number behind each. */
const RANKED =
  /(?<by>得分|成绩|分数|综合|量|数|件数|条数)(?:从高到低|由高到低)?(?:排名|排在|位居|位列|居|排)?前(?:\d{1,2}|[两二三四五六七八九十])(?:名|位)?的?[^，。；：“\d]{0,14}?(?:依次|分别)?(?:为|是|：)：?(?<row>.+)$/u;
const DOWNWARDS =
  /(?<by>得分|成绩|分数|数量|件数|条数|采用量|办件量|受理量)[^，。；：\d]{0,6}(?:从高到低|由高到低|从多到少|由多到少)[^，。；：\d]{0,4}(?:为|是|：)：?(?<row>.+)$/u;
const ITEM =
  /(?<=^|[、，；])(?<name>[^\d、，；。（）]{2,24}?)(?:得分)?(?<value>\d+(?:\.\d+)?)(?<unit>分|件|条|个|篇|次)(?=[、，；。）]|$)/gu;

function ordered(passage: PlacedText, { text, at }: Sentence): Contradiction[] {
  const match = RANKED.exec(text) ?? DOWNWARDS.exec(text);
  const { row = '', by = '' } = match?.groups ?? {};
  if (match === null || /倒数|后[三五十]|最少|最低/u.test(match[0])) return [];
  const start = at + match.index + match[0].length - row.length;
  const items = [...row.matchAll(ITEM)];
  const unit = items[0]?.groups?.['unit'];
  const isScore = /得分|成绩|分数|综合/u.test(by);
  const isAlike = items.every((item) => item.groups?.['unit'] === unit);
  // Every piece of the row is a name and its number.
  const pieces = row.replace(/[。；]$/u, '').split(/[、，；]/u);
  if (items.length < 2 || !isAlike || isScore !== (unit === '分') || pieces.length !== items.length)
    return [];
  const values = items.map((item) => Number(item.groups?.['value']));
  const step = values.findIndex(
    (value, index) => index > 0 && value > (values[index - 1] ?? value),
  );
  const [higher, lower] = [items[step], items[step - 1]];
  if (step < 0 || higher === undefined || lower === undefined) return [];
  return [
    foundAt(
      rankingRule.id,
      passage,
      [start + lower.index, start + higher.index + higher[0].length],
      `“${higher[0]}”排在“${lower[0]}”之后`,
      '名次由高到低',
    ),
  ];
}

const FIRST_SECOND =
  /(?:排名?|位[列居]|名列|得分)第一(?:名|位)?的?(?:是|为)?[^，。；\d]{0,14}?(?:得分?)?(?<a>\d+(?:\.\d+)?)(?<unit>分|件|条|个|篇)[^。；第]{0,8}第二(?:名|位)?的?(?:是|为)?[^，。；\d]{0,14}?(?:得分?)?(?<b>\d+(?:\.\d+)?)\k<unit>/gu;

/** 排名第一的甲镇得分92.1分，排名第二的乙镇得分93.4分. */
function secondAboveFirst(passage: PlacedText, { text, at }: Sentence): Contradiction[] {
  return [...text.matchAll(FIRST_SECOND)].flatMap((match) => {
    const { a = '', b = '', unit = '' } = match.groups ?? {};
    const isDown = /倒数|末/u.test(text.slice(Math.max(0, match.index - 8), match.index));
    if (Number(b) <= Number(a) || isDown) return [];
    return [
      foundAt(
        rankingRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `第二的${b}${unit}高于第一的${a}${unit}`,
        '名次由高到低',
      ),
    ];
  });
}

const HIGH_LOW =
  /最(?:高|多)(?:分|的)?(?:为|是)?[^。；\d最]{0,18}?(?<a>\d+(?:\.\d+)?) ?(?<unit>分|件|条|个|篇|次|处|家|项|封|%)）?[，；][^。；\d]{0,12}?(?:最(?:低|少)|次之|其次)(?:的|分)?[^。；\d]{0,18}?(?<b>\d+(?:\.\d+)?) ?\k<unit>/gu;

/** 最高的是甲（94.5分），最低的是乙（74.2分）; 咨询最多，为360件；求助次之，为345件. */
function againstHighest(passage: PlacedText, { text, at }: Sentence): Contradiction[] {
  return [...text.matchAll(HIGH_LOW)].flatMap((match) => {
    const { a = '', b = '', unit = '' } = match.groups ?? {};
    if (Number(b) <= Number(a)) return [];
    return [
      foundAt(
        rankingRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `${b}${unit}高于所写最高（多）的${a}${unit}`,
        `不高于${a}${unit}`,
      ),
    ];
  });
}

const FULL = /(?:满分|总分)(?:为|是)?(?<full>\d{2,3})分|(?<hundred>百分制)/u;
const HIGHEST =
  /(?:最高(?:分|得分)?|得分)(?:为|是|的)?[^，。；\d]{0,14}?(?<score>\d+(?:\.\d+)?)分/gu;

/** 满分100分，最高102分. */
function aboveFull(passage: PlacedText, { text, at }: Sentence): Contradiction[] {
  const match = FULL.exec(text);
  const full = match === null ? undefined : Number(match.groups?.['full'] ?? 100);
  if (full === undefined) return [];
  return [...text.matchAll(HIGHEST)].flatMap((score) => {
    const said = Number(score.groups?.['score']);
    if (said <= full) return [];
    return [
      foundAt(
        rankingRule.id,
        passage,
        [at + score.index, at + score.index + score[0].length],
        `得分写的是${String(said)}分，满分为${String(full)}分`,
        `得分不高于${String(full)}分`,
      ),
    ];
  });
}

export const rankingRule: ProofRule = { id: 'ranking', name: '名次与得分', check };
