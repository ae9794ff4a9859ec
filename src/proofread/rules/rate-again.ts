/** 同一比率的两个数: 全市政府网站总体合格率98.2% in the first section, 97.2% in another. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const RATE =
  /(?<area>全[省市县区州镇])?(?:总体|整体)?(?<thing>政府网站|网站|政务新媒体|新媒体账号|政务新媒体账号|账号)的?(?:总体|整体)?(?<what>合格|达标|办结|整改|备案|更新|覆盖|按期办结|按时办结|满意)率(?:为|是|达到?|仅为)?(?<value>\d+(?:\.\d+)?)%/gu;
/** Of another time, of some, or on the way from one to the other. */
const OTHER =
  /上[一个]*[季年月期次]|去年|同期|季度[^。]*季度|较|比(?!例)|由|从|提[高升]|增|降|升|[要应须]达|复[查检]|整改后|督促|目标|要求(?:各|达|不低)|其中|[县市区省]直|各[县市区]|分别|力争|以上|以下|\d月[^。]*\d月|抽查[^。]*全面/u;

interface Said {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly key: string;
  readonly value: number;
  /** Written without a point: 98%. */
  readonly isWhole: boolean;
}

function written(value = ''): Pick<Said, 'value' | 'isWhole'> {
  return { value: Number(value), isWhole: !value.includes('.') };
}

function check(paper: ReadDocument): Contradiction[] {
  const all = paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) => {
      const found = [...text.matchAll(RATE)];
      return OTHER.test(text) ? [] : found.flatMap((match) => saidOf(passage, at, match));
    }),
  );
  const keys = [...new Set(all.map(({ key }) => key))];
  const again = keys.flatMap((key) => {
    const [first, ...others] = all.filter((one) => one.key === key);
    const other = others.find(
      (one) => one.passage !== first?.passage && !isRounded(one, first ?? one),
    );
    // More than two are those of places or times.
    if (first === undefined || other === undefined || others.length > 1) return [];
    return [
      disagreement(rateAgainRule.id, [other], first, {
        message: `这里写的是${String(other.value)}%，前面写的是${String(first.value)}%`,
        expected: '同一比率前后相同',
      }),
    ];
  });
  return again.length > 0 ? again : againOfAll(paper);
}

/** Counted in the first place: 163个政务新媒体中有6个不合格，合格率96.3%; 政务新媒体163个. */
const COUNTED =
  /(?<before>\d+[个家]?(?:已备案的?|在运行的?|运行中的?|备案)?)?(?<thing>政府网站|网站|政务新媒体账号|政务新媒体|新媒体账号|新媒体|账号)(?<behind>\d+[个家])?[^。；％%]{0,30}?，(?:总体)?(?<what>合格|达标|备案|覆盖)率(?:为|是|达到?|仅为)?(?<value>\d+(?:\.\d+)?)%/gu;
/** Told again of all: 虽然本季度政务新媒体合格率达到97.3%. */
const AGAIN =
  /(?<=^|[，；：。]|虽然|尽管|从)(?:本|这)(?:季度|次|轮|期|月)(?:检查|抽查)?的?(?<thing>政府网站|网站|政务新媒体账号|政务新媒体|新媒体账号|新媒体|账号)的?(?:总体)?(?<what>合格|达标|备案|覆盖)率(?:为|是|达到?了?|仅为|只有)?(?<value>\d+(?:\.\d+)?)%/gu;
/** Of some only, or of another round. */
const PART =
  /其中|[县市区省州盟]直|县区|各|乡镇|街道|部门|学校|医院|批|初[次查步]|第[一二三四]轮|复|整改|上|去年|同期|目标|力争|另|分别/u;

/** The rate that is reckoned where its thing is counted, and the one that a later part tells of 本季度. */
function againOfAll(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  const counted = passages.flatMap((passage) => clausesOf(passage, COUNTED));
  return passages.flatMap((passage) =>
    clausesOf(passage, AGAIN).flatMap((one) => {
      const own = counted.filter(({ key }) => key === one.key);
      const [first] = own;
      if (first === undefined || own.length > 1 || first.passage === passage) return [];
      if (first.passage.block > passage.block || isRounded(one, first)) return [];
      return [
        disagreement(rateAgainRule.id, [one], first, {
          message: `这里写的是${String(one.value)}%，前面写的是${String(first.value)}%`,
          expected: '同一比率前后相同',
        }),
      ];
    }),
  );
}

/** What a shape finds in clauses that speak of all. */
function clausesOf(passage: PlacedText, shape: RegExp): Said[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) =>
    [...text.matchAll(shape)].flatMap((match) => {
      const lead = /[^；]*$/u.exec(text.slice(0, match.index))?.[0] ?? '';
      const rest = text.slice(match.index + match[0].length).slice(0, 6);
      if (PART.test(lead + match[0]) || /^[^，。；]*(?:以上|以下|左右)/u.test(rest)) return [];
      const { thing = '', what = '', value, before, behind } = match.groups ?? {};
      if (shape === COUNTED && before === undefined && behind === undefined) return [];
      const start = at + match.index;
      const end = start + match[0].length;
      return [{ passage, at: start, end, key: keyOf(thing, what), ...written(value) }];
    }),
  );
}

function keyOf(thing: string, what: string): string {
  return `${thing.replace(/^政府|^政务|账号$/gu, '')}${what}`;
}

function saidOf(passage: PlacedText, start: number, match: RegExpExecArray): Said[] {
  const { area, thing = '', what = '', value } = match.groups ?? {};
  // Of the whole place, and said to be so: 湖南省：网站总体合格率 stands beside another province's.
  if (area === undefined) return [];
  const at = start + match.index;
  const key = keyOf(thing, what);
  return [{ passage, at, end: at + match[0].length, key, ...written(value) }];
}

/** 98% and 98.2%. */
function isRounded(a: Said, b: Said): boolean {
  const gap = Math.abs(a.value - b.value);
  return gap < 0.05 || ((a.isWhole || b.isWhole) && gap < 1);
}

export const rateAgainRule: ProofRule = { id: 'rate-again', name: '同一比率前后两处', check };
