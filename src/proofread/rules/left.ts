/** 剩下的数: 办结141条，公开答复129条，其余22条; 预算260万元，支出247万元，结余23万元. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isAnyRest } from '../figures/explained.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { exactSum } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph, index, all) =>
    paragraph.figures
      .filter(({ role, scope }) => role === 'rest' && scope < 0)
      .flatMap((rest) => wrong(paragraph, all[index - 1], rest)),
  );
}

function wrong(
  paragraph: FiguredParagraph,
  previous: FiguredParagraph | undefined,
  rest: ToldFigure,
): Contradiction[] {
  const { read } = rest.passage;
  const alike = (one: ToldFigure): boolean => one.kind === rest.kind && one.role !== 'rough';
  const before = paragraph.figures.filter((one) => one.end <= rest.at && alike(one));
  const near = [...(previous?.figures.filter(alike) ?? []), ...paragraph.figures.filter(alike)];
  const others = near.filter((one) => one !== rest);
  const isTold = others.some(
    ({ value, role, stance }) =>
      value === rest.value && (role === 'rest' || (stance !== undefined && stance.sign !== 'yes')),
  );
  if (isTold || isAnyRest(rest.value, others)) return [];
  const done = before.filter(({ scope, compared }) => scope < 0 && !compared).at(-1);
  if (done === undefined || done.unit !== rest.unit || done.role === 'rest') return [];
  const gap = read.slice(done.end, rest.at);
  // 除甲、乙外，其余; 甲、乙未整改，其余: names are left out as well.
  if (/[。！\n“、]|除|另|其中/u.test(gap) || gap.split(/[，；]/u).length > 3) return [];
  const right = before
    .filter(
      (one) =>
        one.at < done.at &&
        one.unit === done.unit &&
        one.value > done.value &&
        one.scope < 0 &&
        !one.compared &&
        !/\n|除|另外?有|还有/u.test(read.slice(one.end, rest.at)),
    )
    .flatMap((whole) => {
      // 整改10个，注销2个，其余: what stands right before, or everything that stands between, is taken away.
      const between = before.filter((one) => one.at > whole.at && one.unit === rest.unit);
      return [[done], between].map((taken) => ({
        whole,
        taken,
        value: exactSum([whole.value, ...taken.map(({ value }) => -value)]),
      }));
    })
    .filter(
      ({ whole, value }) =>
        value >= 0 && Math.abs(value - rest.value) <= Math.max(1, whole.value * 0.1),
    )
    .toSorted((a, b) => Math.abs(a.value - rest.value) - Math.abs(b.value - rest.value))[0];
  if (right === undefined) return [];
  const { whole, taken, value } = right;
  const row = taken.map((one) => `－${String(one.value)}`).join('');
  return [
    disagreement(leftRule.id, [...taken, rest], whole, {
      message: `剩下的写的是${String(rest.value)}${rest.unit}，${String(whole.value)}${row}＝${String(value)}`,
      expected: `为${String(value)}${rest.unit}，或改正前面的数`,
    }),
  ];
}

export const leftRule: ProofRule = { id: 'left', name: '总数与剩下的数', check };
