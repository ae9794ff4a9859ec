/** 成排的数: 共组织五次检查，分别为58个、60个、61个、61个; 全年不合格12个次 behind 分别为5个、3个、2个、1个; 权重分别为…，满分100分. */
import { type Contradiction, disagreement, foundAt } from '../contradiction.ts';
import { type PlacedText, paragraphsOf, type ReadDocument } from '../document/paper.ts';
import { isNearTo } from '../figures/explained.ts';
import { saidOf } from '../figures/words.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import { valueWritten } from '../roll.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const ROW =
  /(?<label>[^，。；：\d]{0,16})(?:分别|依次)(?<verb>[^，。；：\d]{0,10})(?<row>\d+(?:\.\d+)?(?<unit>万?[个家条件项次篇人份分期场处名])(?:[、，和]\d+(?:\.\d+)?\k<unit>){2,11}(?:和\d+(?:\.\d+)?\k<unit>)?)/gu;

interface Row {
  readonly values: readonly number[];
  readonly unit: string;
  readonly words: string;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) =>
      [...text.matchAll(ROW)].flatMap((match) => {
        const { row = '', unit = '', label = '', verb = '' } = match.groups ?? {};
        const end = at + match.index + match[0].length;
        const one: Row = {
          values: (row.match(/\d+(?:\.\d+)?/gu) ?? []).map(Number),
          unit,
          words: label + verb,
          at: end - row.length,
          start: at,
          end,
        };
        return [...counted(passage, one), ...summed(passage, one, at + text.length)];
      }),
    ),
  );
}

const COUNT =
  /(?<![\d第])(?<count>\d{1,2}|[二两三四五六七八九十]{1,2})(?<unit>[次项类期轮批组场])[^，。；：\d]{0,12}，[^，。；：\d]*$/u;

/** 四次检查，分别为 and as many numbers. */
function counted(passage: PlacedText, { at, start, end, values, unit }: Row): Contradiction[] {
  const lead = passage.read.slice(start, at);
  const match = COUNT.exec(lead);
  const told = valueWritten(match?.groups?.['count'] ?? '');
  if (match === null || told === undefined || told === values.length) return [];
  if (Math.abs(told - values.length) > 2 || /其中|前|各|每/u.test(lead)) return [];
  return [
    foundAt(
      inRowsRule.id,
      passage,
      [start + match.index, end],
      `写的是${match.groups?.['count'] ?? ''}${match.groups?.['unit'] ?? ''}，所列为${String(values.length)}个数（${values.join('、')}${unit}）`,
      `所列与${match.groups?.['unit'] ?? ''}数相同`,
    ),
  ];
}

const TOTAL =
  /(?<lead>[^，。；：\d]{0,12}?(?:全年|累计|合计|共计|共|总计|总)[^，。；：\d]{0,12}?|[^，。；：\d]{2,8}?)(?<n>\d+(?:\.\d+)?)(?<unit>万?[个家条件项次篇人份分期场处名])/gu;

/** 全年检查240个次，不合格12个次: of the row that says the same. */
function summed(passage: PlacedText, row: Row, stop: number): Contradiction[] {
  const sum = exactSum(row.values);
  const said = saidOf(row.words, '', '', '', undefined);
  const behind = passage.read.slice(row.end, stop);
  if (/较|比|其中|平均/u.test(behind.slice(0, 6))) return [];
  const totals = [...behind.matchAll(TOTAL)].filter(({ groups, index }) => {
    const lead = groups?.['lead'] ?? '';
    const isMarked = /全年|累计|合计|共计|共|总/u.test(behind.slice(0, index) + lead);
    const own = saidOf(lead, '', '', '', undefined);
    const isBare =
      own === undefined && index <= 1 && /累计|合计|共计|共|总计|满分|总分/u.test(lead);
    const isFull = row.unit === '分' && /满分|总分/u.test(lead) && index <= 1;
    return (
      groups?.['unit'] === row.unit &&
      !/分别|减少|增加|平均|每|最/u.test(lead) &&
      (isFull || (isMarked && ((said !== undefined && own === said) || isBare)))
    );
  });
  const [total] = totals;
  const told = Number(total?.groups?.['n']);
  if (total === undefined || told === sum || !isNearTo(told, sum)) return [];
  const at = row.end + total.index;
  return [
    disagreement(
      inRowsRule.id,
      [{ passage, at: row.at, end: row.end }],
      { passage, at, end: at + total[0].length },
      {
        message: `各数相加，${sumInWords(row.values)}，与“${(total.groups?.['lead'] ?? '').replace(/^，/u, '')}${String(told)}${row.unit}”不符`,
        expected: `合计为${String(sum)}，或改正各数`,
      },
    ),
  ];
}

export const inRowsRule: ProofRule = { id: 'in-rows', name: '分别列出的数与其和', check };
