/**
 * 高低与所列: 最高的是甲98.5分，最低的是乙86分 beside a list with 84.5分; 新媒体合格率98.3%，高于网站合格率（98.6%）; 丙县合格率位居全市第二 where a list
 * makes it third.
 */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => [
    ...beyond(passage),
    ...compared(passage),
    ...placed(passage),
  ]);
}

const PLACE = String.raw`(?<name>\p{Script=Han}{1,7}?(?:镇|乡|县|区|市|街道|局|委|办))`;
const ITEM = new RegExp(
  String.raw`(?<=^|[、，：；])${PLACE}(?:得分)?（?(?<value>\d+(?:\.\d+)?)(?<unit>分|%)）?(?=[、，。；]|$)`,
  'gu',
);
const EXTREME =
  /最(?<which>高|低)(?:分|的)?(?:为|是|的是)?(?<name>\p{Script=Han}{1,8}?)?，?(?:得分|为|达|仅)?（?(?<value>\d+(?:\.\d+)?)(?<unit>分|%)/gu;
/** Of another time or another measure. */
const OTHER = /上[一个]*[季年月期次]|去年|同期|较|比|提高|下降|平均|满意|办结|分别/u;

/** A list of three or more names with their numbers, of one paragraph and one measure. */
function listIn({
  read,
}: PlacedText): { name: string; value: number; unit: string; at: number; end: number }[] {
  const items = [...read.matchAll(ITEM)].map((match) => ({
    name: match.groups?.['name'] ?? '',
    value: Number(match.groups?.['value']),
    unit: match.groups?.['unit'] ?? '',
    at: match.index,
    end: match.index + match[0].length,
  }));
  const [first] = items;
  const names = new Set(items.map(({ name }) => name));
  const isOne = items.every(({ unit }) => unit === first?.unit) && names.size === items.length;
  return items.length >= 3 && isOne ? items : [];
}

function beyond(passage: PlacedText): Contradiction[] {
  const items = listIn(passage);
  const rates = new Set(passage.read.match(/\p{Script=Han}{2}率/gu) ?? []);
  if (items.length === 0 || OTHER.test(passage.read) || rates.size > 1) return [];
  return [...passage.read.matchAll(EXTREME)].flatMap((match) => {
    const { which, value = '', unit } = match.groups ?? {};
    const sign = which === '高' ? 1 : -1;
    const more = items.find((one) => (one.value - Number(value)) * sign > 0);
    if (more === undefined || more.unit !== unit) return [];
    return [
      foundAt(
        extremesRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `写的是“${match[0]}”，而所列的有“${passage.text.slice(more.at, more.end)}”`,
        `最${which ?? ''}的与所列相同`,
      ),
    ];
  });
}

const COMPARED =
  /率(?:为|是|达到?)?(?<own>\d+(?:\.\d+)?)%，(?:略|稍|明显|大幅)?(?<way>高于|低于)[^，。；（）\d]{2,20}率?（(?<other>\d+(?:\.\d+)?)%）/gu;

function compared(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(COMPARED)].flatMap((match) => {
    const { own = '', other = '', way = '' } = match.groups ?? {};
    const gap = Number(own) - Number(other);
    if ((way === '高于' ? gap : -gap) > 0) return [];
    return [
      foundAt(
        extremesRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `写的是${own}%${way}${other}%`,
        gap === 0 ? '两者持平' : `${own}%${gap > 0 ? '高于' : '低于'}${other}%`,
      ),
    ];
  });
}

const PLACED = new RegExp(
  String.raw`(?<=^|[，。；：]|其中[，：]?)${PLACE}(?:的?合格率|的?得分)?(?:位[居列]|排名?|名列|居)(?:全[市县区州])?(?:第|(?<last>倒数)第?)(?<rank>[一二三四五六七八九十]{1,2}|\d{1,2})(?![季批次期个])`,
  'gu',
);

/** The place that the list of the same paragraph gives; of equals any. */
function placed(passage: PlacedText): Contradiction[] {
  const items = listIn(passage);
  if (items.length === 0 || OTHER.test(passage.read.replace('分别', ''))) return [];
  return sentencesOf(passage.read).flatMap(({ text, at }) =>
    [...text.matchAll(PLACED)].flatMap((match) => {
      const { name = '', rank = '', last } = match.groups ?? {};
      const own = items.find((one) => one.name === name.replace(/^其中/u, ''));
      const said = /\d/u.test(rank) ? Number(rank) : numeralValue(rank);
      if (own === undefined || said === undefined) return [];
      const sign = last === undefined ? 1 : -1;
      const before = items.filter((one) => (one.value - own.value) * sign > 0).length;
      const alike = items.filter((one) => one.value === own.value).length;
      if (said > before && said <= before + alike) return [];
      return [
        foundAt(
          extremesRule.id,
          passage,
          [at + match.index, at + match.index + match[0].length],
          `写的是“${match[0]}”，按所列为第${String(before + 1)}`,
          '名次与所列相符',
        ),
      ];
    }),
  );
}

export const extremesRule: ProofRule = { id: 'extremes', name: '最高、最低、名次与所列', check };
