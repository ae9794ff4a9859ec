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
}

function check(paper: ReadDocument): Contradiction[] {
  const all = paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap(({ text, at }) => {
      const found = [...text.matchAll(RATE)];
      return OTHER.test(text) ? [] : found.flatMap((match) => saidOf(passage, at, match));
    }),
  );
  const keys = [...new Set(all.map(({ key }) => key))];
  return keys.flatMap((key) => {
    const [first, ...others] = all.filter((one) => one.key === key);
    const other = others.find(
      (one) => one.passage !== first?.passage && !isRounded(one.value, first?.value ?? one.value),
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
}

function saidOf(passage: PlacedText, start: number, match: RegExpExecArray): Said[] {
  const { area, thing = '', what = '', value } = match.groups ?? {};
  // Of the whole place, and said to be so: 湖南省：网站总体合格率 stands beside another province's.
  if (area === undefined) return [];
  const at = start + match.index;
  const key = `${thing.replace(/^政府|^政务|账号$/gu, '')}${what}`;
  return [{ passage, at, end: at + match[0].length, key, value: Number(value) }];
}

/** 98% and 98.2%. */
function isRounded(a: number, b: number): boolean {
  return (
    [a, b].some((one) => Number.isInteger(one) && Math.abs(a - b) < 1) ||
    a.toFixed(1) === b.toFixed(1)
  );
}

export const rateAgainRule: ProofRule = { id: 'rate-again', name: '同一比率前后两处', check };
