/** 算得出的数: 38家，每家2名，参训86人; 新发现4个，加上上季度未整改的2个，共7个; 较去年的52个减少12个，目前42个; 日均1200人次，全年53.8万人次. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import { own } from '../../text/own.ts';
import type { ProofRule } from '../rule.ts';

const U = '[个家条件项次处篇人名份期场]';
const LOOSE = '(?:余|多|以上|左右)';

interface Shape {
  readonly shape: RegExp;
  /** What the last number should be, by the numbers before it. */
  readonly right: (
    numbers: Readonly<Record<string, number>>,
    words: Readonly<Record<string, string>>,
  ) => number | undefined;
  readonly said: string;
  /** How far off it may be. */
  readonly room?: (right: number) => number;
}

const SHAPES: readonly Shape[] = [
  {
    // 单位共38家，每家派2名人员参加，参训人员共86人.
    shape: new RegExp(
      String.raw`(?<a>\d{1,4})(?<unit>[个家期场次])(?!${LOOSE})[^。；\d]{0,14}，?每(?:个|\k<unit>)(?:单位|账号|网站|乡镇)?[^，。；\d]{0,8}?(?<b>\d{1,3})(?<of>${U})(?!以上|至)[^。；\d]{0,16}，[^，。；\d]{0,10}(?:共|合计|总计|累计)[^，。；\d]{0,6}?(?<c>\d{1,5})(?:\k<of>|人|人次)(?!${LOOSE})`,
      'gu',
    ),
    right: ({ a, b }) => (a ?? 0) * (b ?? 0),
    said: 'c',
  },
  {
    // 新发现4个，加上上季度未整改的2个，共有7个.
    shape: new RegExp(
      String.raw`(?<a>\d{1,4})(?<unit>${U})[^。；\d]{0,10}，(?:再?加上?|连同|加之)[^，。；\d]{0,16}?(?<b>\d{1,4})\k<unit>[^。；\d]{0,10}，[^，。；\d]{0,8}?(?:共计|合计|总计|共有?|应[^，。；\d]{1,4})[^，。；\d]{0,12}?(?<c>\d{1,4})\k<unit>`,
      'gu',
    ),
    right: ({ a, b }) => (a ?? 0) + (b ?? 0),
    said: 'c',
  },
  {
    // 较去年的52个减少12个，目前在运行账号42个.
    shape: new RegExp(
      String.raw`[较比](?<lead>[^，。；\d]{0,8}(?:\d{4}年)?[^，。；\d]{0,4})的(?<a>\d{1,5})(?<unit>${U})(?:净)?(?<way>减少|下降|压减|增加|新增|增长)了?(?<b>\d{1,4})\k<unit>，(?:目前|现|现有|本季度)[^，。；\d]{0,14}(?<c>\d{1,5})\k<unit>`,
      'gu',
    ),
    right: ({ a, b }, { way }) => (a ?? 0) + (/增/u.test(way ?? '') ? 1 : -1) * (b ?? 0),
    said: 'c',
  },
  {
    // 日均访问量1200人次，全年访问量达53.8万人次: on all days, or on those on which one works.
    shape:
      /日均(?<what>[^，。；\d]{0,6})(?<a>\d+(?:\.\d+)?)(?<unit>人次|次|条|件)，(?:全年|年度)(?:（\d{3}天）)?[^，。；\d]{0,4}\k<what>[^，。；\d]{0,4}(?<c>\d+(?:\.\d+)?)万\k<unit>/gu,
    right: ({ a, c }) => {
      const days = ((c ?? 0) * 1e4) / (a ?? 1);
      return (days > 340 && days < 390) || (days > 225 && days < 275)
        ? undefined
        : Number((((a ?? 0) * 365) / 1e4).toFixed(1));
    },
    said: 'c',
  },
  {
    // 8个县（市）中，7个…得分在85分以上，占比77.8%.
    shape: new RegExp(
      String.raw`(?<!第)(?<a>\d{1,4})(?<unit>${U})[^，。；\d]{0,12}中，[^，。；\d]{0,10}(?<b>\d{1,4})\k<unit>[^。；%]{0,24}?，占(?:比)?(?:为)?(?<c>\d+(?:\.\d+)?)%`,
      'gu',
    ),
    right: ({ a, b, c }, { c: said }) => {
      const decimals = said?.split('.')[1]?.length ?? 0;
      const rate = ((b ?? 0) / (a ?? 1)) * 100;
      return Math.abs(rate - (c ?? 0)) < 10 ** -decimals
        ? undefined
        : Number(rate.toFixed(decimals));
    },
    said: 'c',
  },
];
const OTHER = /不少于|至少|不超过|约|近|超|左右|部分|其中|平均/u;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => [
    ...distinct(passage),
    ...sentencesOf(passage.read).flatMap(({ text, at }) =>
      SHAPES.flatMap((shape) =>
        [...text.matchAll(shape.shape)].flatMap((match) => wrong(passage, at, match, shape)),
      ),
    ),
  ]);
}

const EACH_KIND = /（(?:涉及)?(?<n>\d{1,3})个(?:账号|网站)）/gu;
const ALL_KINDS = /(?:以上|上述)[^。；\d]{0,8}?共?(?:计|有)?(?:涉及)?(?<n>\d{1,3})个(?:账号|网站)/u;

/** （5个账号）…（3个账号）…（2个账号）。以上共涉及11个账号: no more than the kinds together. */
function distinct(passage: PlacedText): Contradiction[] {
  const all = ALL_KINDS.exec(passage.read);
  if (all === null) return [];
  const kinds = [...passage.read.slice(0, all.index).matchAll(EACH_KIND)].map(({ groups }) =>
    Number(groups?.['n']),
  );
  const sum = kinds.reduce((total, one) => total + one, 0);
  const told = Number(all.groups?.['n']);
  if (kinds.length < 2 || told <= sum || told > sum * 1.5) return [];
  return [
    foundAt(
      reckonedRule.id,
      passage,
      [all.index, all.index + all[0].length],
      `写的是${String(told)}个，各类相加${kinds.join('＋')}＝${String(sum)}个`,
      `不多于${String(sum)}个`,
    ),
  ];
}

function wrong(
  passage: PlacedText,
  at: number,
  match: RegExpExecArray,
  { right, said }: Shape,
): Contradiction[] {
  const words = match.groups ?? {};
  const numbers = Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, Number(word)]),
  );
  const value = right(numbers, words);
  const told = own(numbers, said);
  if (value === undefined || value === told || OTHER.test(match[0])) return [];
  return [
    foundAt(
      reckonedRule.id,
      passage,
      [at + match.index, at + match.index + match[0].length],
      `写的是${String(told)}，由前面的数${[numbers['a'], numbers['b']].filter((one) => one !== undefined).join('、')}算得${String(value)}`,
      `为${String(value)}，或改正前面的数`,
    ),
  ];
}

export const reckonedRule: ProofRule = { id: 'reckoned', name: '算得出的数', check };
