/** 由高到低的比率: 合格率由高到低依次为甲98.1%、乙95.0%、丙95.8%. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { placedTexts, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const SORTED =
  /(?:率|占比|比重|比例)(?:排名|排序|排列|位[居列]|居|列)?(?<order>(?:从|由)(?:高到低|大到小|多到少|低到高|小到大|少到多)|前(?:[三四五六七八九十]|\d{1,2})(?:位|名)?的?(?:单位|县区|镇街)?)(?:的?(?:排名|排列|排序|顺序))?(?:依次|分别)?(?:为|是)?：?，?(?<row>[^。；]+)/gu;
const ITEM = /^(?<name>[^\d，、；。（）%]{1,14}?)(?:（|为|是|达)?(?<value>\d+(?:\.\d+)?)%）?$/u;

function check(paper: ReadDocument): Contradiction[] {
  return placedTexts(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap((sentence) => unsorted(passage, sentence)),
  );
}

function unsorted(
  passage: PlacedText,
  { text, at }: { text: string; at: number },
): Contradiction[] {
  return [...text.matchAll(SORTED)].flatMap((match) => {
    const { order = '', row = '' } = match.groups ?? {};
    const pieces = [...row.matchAll(/[^、，]+/gu)];
    const items = pieces.map((piece) => ITEM.exec(piece[0]));
    // What has no rate of its own, or a rate of something else, is no such row.
    if (items.length < 3 || items.some((one) => one === null || isOther(one))) return [];
    const up = /低到高|小到大|少到多/u.test(order) ? -1 : 1;
    const step = items.findIndex((item, index) => {
      const before = items[index - 1];
      const isRest = /^(?:其他|其它|其余)/u.test(item?.groups?.['name'] ?? '');
      return before !== undefined && !isRest && (valueOf(item) - valueOf(before)) * up > 0;
    });
    const [late, early] = [pieces[step], pieces[step - 1]];
    if (step < 0 || late === undefined || early === undefined) return [];
    const start = at + match.index + match[0].length - row.length;
    return [
      foundAt(
        sortedRatesRule.id,
        passage,
        [start + early.index, start + late.index + late[0].length],
        `“${late[0]}”排在“${early[0]}”之后`,
        up === 1 ? '由高到低排列' : '由低到高排列',
      ),
    ];
  });
}

const valueOf = (item: RegExpExecArray | null | undefined): number =>
  Number(item?.groups?.['value']);

const isOther = (item: RegExpExecArray): boolean =>
  /率|比|较|平均|合计/u.test(item.groups?.['name'] ?? '');

export const sortedRatesRule: ProofRule = { id: 'sorted-rates', name: '由高到低的比率', check };
