/** 互斥的几部分: 4个中4个为新发现、1个为上季度已通报; 18个乡镇中有16个公开，未公开的是甲、乙、丙; 90分以上8家、80至90分20家…of 33. */
import { type Contradiction, disagreement, foundAt } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { namedUnits } from '../name/units.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph) => [
    ...newAndOld(paragraph),
    ...withNames(paragraph),
    ...bands(paragraph),
  ]);
}

const NEW =
  /^(?:账号|问题|网站|单位)?(?:为|系|是|属于?)?(?:本季度|本次|此次)?(?:新(?:发现|出现|增|通报)|首次)/u;
const OLD =
  /^(?:账号|问题|网站|单位)?(?:为|系|是|属于?|在)?(?:(?:上[一个]*(?:季度|次|期|月)|前期|此前|曾)|连续|再次|已连续)/u;

function newAndOld({ figures, passage }: FiguredParagraph): Contradiction[] {
  return figures.flatMap((whole, index) => {
    const [a, b, c] = figures.slice(index + 1).filter((one) => one.sentence === whole.sentence);
    if (a === undefined || b === undefined || c !== undefined) return [];
    if (![a, b].every((one) => one.unit === whole.unit && one.role !== 'rough')) return [];
    if (!/^[^，。；]{0,12}中，?[^，。；]{0,2}$/u.test(passage.read.slice(whole.end, a.at)))
      return [];
    const isSplit =
      (NEW.test(a.noun) && OLD.test(b.noun)) || (OLD.test(a.noun) && NEW.test(b.noun));
    const isRest = /另/u.test(passage.read.slice(a.end, b.at));
    const sum = exactSum([a.value, b.value]);
    if (!isSplit || isRest || sum === whole.value || whole.role === 'rough') return [];
    return [summed([a, b], whole, sum)];
  });
}

function summed(parts: readonly ToldFigure[], whole: ToldFigure, sum: number): Contradiction {
  return disagreement(exclusiveRule.id, parts, whole, {
    message: `各部分相加，${sumInWords(parts.map(({ value }) => value))}，与总数${String(whole.value)}不符`,
    expected: `总数为${String(sum)}，或改正各部分`,
  });
}

const UNDONE =
  /[，；。](?:仍|尚)?未[^，。；：\d]{1,10}的(?:单位|乡镇|账号|网站|镇街)?(?:是|为|有|：)(?<names>[^，。；：\d]{2,80})(?=[。；，]|$)/gu;

/** 18个乡镇中，有16个…，未公开的是甲乡、乙乡、丙镇: those and the named make all. */
function withNames({ figures, passage, statements }: FiguredParagraph): Contradiction[] {
  return [...passage.read.matchAll(UNDONE)].flatMap((match) => {
    const names = namedUnits(match.groups?.['names'] ?? '');
    const statement = statements.find(({ at, end }) => match.index >= at && match.index < end);
    const own = figures.filter(
      (one) => one.sentence === statement?.index && one.end <= match.index && one.scope < 0,
    );
    const [whole, done, more] = own;
    if (names === undefined || whole === undefined || done === undefined || more !== undefined)
      return [];
    if (done.unit !== whole.unit || done.value > whole.value || done.role === 'rough') return [];
    if (!/^[^，。；\d]{0,12}中，?(?:已?有)?$/u.test(passage.read.slice(whole.end, done.at)))
      return [];
    const sum = done.value + names.length;
    if (sum === whole.value || Math.abs(sum - whole.value) > 3) return [];
    return [
      foundAt(
        exclusiveRule.id,
        passage,
        [whole.at, match.index + match[0].length],
        `${String(done.value)}${done.unit}加上所列的${String(names.length)}${done.unit}，${String(done.value)}＋${String(names.length)}＝${String(sum)}，与${String(whole.value)}${whole.unit}不符`,
        `合计为${String(whole.value)}${whole.unit}`,
      ),
    ];
  });
}

const BAND =
  /^(?:[^，。；]{0,10})?分(?:及?以[上下])?(?:的|之间的?|（[^）]*）)?(?:网站|账号|单位)?(?:有|为|共)?$/u;

/** 得分在90分以上的8家，80至90分的20家，60至80分的6家: from the highest on, and the number of all stands elsewhere. */
function bands({ figures, passage }: FiguredParagraph): Contradiction[] {
  const row = figures.filter(
    (one) =>
      BAND.test(one.label) &&
      /\d ?分[^，。；\d]*$/u.test(passage.read.slice(one.at - 16 < 0 ? 0 : one.at - 16, one.at)) &&
      !one.compared &&
      one.scope < 0,
  );
  const [first] = row;
  const last = row.at(-1);
  if (first === undefined || last === undefined || row.length < 3) return [];
  if (row.some(({ sentence, unit }) => sentence !== first.sentence || unit !== first.unit))
    return [];
  const words = passage.read.slice(first.at - first.lead.length, last.end + 24);
  if (!/分(?:及?)以上/u.test(words) || !/分以下/u.test(words)) return [];
  const sum = exactSum(row.map(({ value }) => value));
  const others = figures.filter(
    (one) => !row.includes(one) && one.unit === first.unit && one.scope < 0 && one.role !== 'rough',
  );
  if (others.some(({ value }) => value === sum)) return [];
  const [whole, more] = others.filter(
    ({ value }) => Math.abs(value - sum) <= Math.max(2, sum * 0.1),
  );
  return whole === undefined || more !== undefined ? [] : [summed(row, whole, sum)];
}

export const exclusiveRule: ProofRule = { id: 'exclusive', name: '互斥的各部分与总数', check };
