/** 净变化: 比一季度末少5个 beside 关停7个、新开设3个; 38条，比去年同期多8条 of 32条; 83个，注销6个、新开1个，现有77个. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isNearTo } from '../figures/explained.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { countsOther } from '../meaning.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph) => {
    const changes = paragraph.figures.filter(
      ({ role, scope, said }) =>
        role === 'change' && scope < 0 && said !== 'opened' && said !== 'closed',
    );
    return [
      ...changes.flatMap((change) => [...ofMoves(paragraph, change), ...ofThen(paragraph, change)]),
      ...ofStock(paragraph),
    ];
  });
}

/** What was opened and closed makes the change. */
function ofMoves({ figures }: FiguredParagraph, change: ToldFigure): Contradiction[] {
  const moves = figures.filter(
    (one) =>
      one !== change &&
      one.scope < 0 &&
      (one.role === 'count' || one.role === 'sum' || one.role === 'change') &&
      one.unit === change.unit &&
      !countsOther(change, one) &&
      (one.said === 'opened' || one.said === 'closed'),
  );
  const [one, two, more] = moves;
  if (one === undefined || two === undefined || more !== undefined) return [];
  if (one.said === two.said || !/净|较|比|末|底/u.test(change.lead)) return [];
  const right = moves.reduce(
    (sum, { said, value }) => sum + (said === 'opened' ? value : -value),
    0,
  );
  const told = change.sign * change.value;
  if (told === right || !isNearTo(told, right, 0.5) || Math.sign(told) !== Math.sign(right))
    return [];
  if (moves.some(({ value }) => value === change.value)) return [];
  const between = change.passage.read
    .slice(Math.min(one.at, change.end), Math.max(two.end, change.at))
    .replace(/^，(?:其中|其间|期间)，?/u, '');
  if (/.其中|另|此外|划[入出转]|移交|恢复|更名|并入/u.test(between)) return [];
  return [
    disagreement(netChangeRule.id, [one, two], change, {
      message: `写的是${change.sign < 0 ? '减少' : '增加'}${String(change.value)}${change.unit}，关停${String(moves.find(({ said }) => said === 'closed')?.value ?? 0)}、新开${String(moves.find(({ said }) => said === 'opened')?.value ?? 0)}相抵为${String(Math.abs(right))}`,
      expected: `${right < 0 ? '减少' : '增加'}${String(Math.abs(right))}${change.unit}，或改正增减`,
    }),
  ];
}

/** 38条，比去年同期多8条。……去年同期共收到32条: the number of that time is told elsewhere. */
function ofThen({ figures }: FiguredParagraph, change: ToldFigure): Contradiction[] {
  const then =
    /[比较](?<then>去年同期|上年同期|上[一个]*(?:季度|月|年度?|半年|期|次)|第?[一二三四]季度)末?(?:净?[增减多少])/u.exec(
      change.lead,
    )?.groups?.['then'];
  const now = figures.findLast(
    (one) => one.end <= change.at && one.sentence === change.sentence && one.unit === change.unit,
  );
  if (then === undefined || now === undefined || now.role === 'rough' || now.compared) return [];
  const levels = figures.filter(
    (one) =>
      one.time === then &&
      one.unit === change.unit &&
      one.sentence !== change.sentence &&
      (one.role === 'sum' || one.said === now.said) &&
      !countsOther(now, one),
  );
  const [level, more] = levels;
  if (level === undefined || more !== undefined) return [];
  const right = now.value - level.value;
  const told = change.sign * change.value;
  if (told === right || !isNearTo(told, right, 0.3)) return [];
  return [
    disagreement(netChangeRule.id, [now, change], level, {
      message: `${String(now.value)}${now.unit}与${then}的${String(level.value)}${level.unit}相差${String(Math.abs(right))}，写的是${change.sign < 0 ? '减少' : '增加'}${String(change.value)}${change.unit}`,
      expected: `${right < 0 ? '减少' : '增加'}${String(Math.abs(right))}${change.unit}`,
    }),
  ];
}

/** 依次为118个、97个、83个。……注销6个、新开1个，现有77个. */
function ofStock({ figures, passage }: FiguredParagraph): Contradiction[] {
  return figures.flatMap((end, index) => {
    const [one, two] = figures.slice(Math.max(0, index - 2), index);
    const moves = [one, two].filter((move) => move?.said === 'opened' || move?.said === 'closed');
    const isEnd = /现有|尚有|现存|目前|实有/u.test(end.label) && end.role !== 'rough';
    if (!isEnd || one === undefined || two === undefined || moves.length < 2) return [];
    if (
      one.said === two.said ||
      [one, two].some(({ unit, role }) => unit !== end.unit || role === 'rough')
    )
      return [];
    if (/[。；]|其中|另|划|移交|更名/u.test(passage.read.slice(one.at, end.at))) return [];
    const levels = figures
      .slice(0, index - 2)
      .filter((level) => level.unit === end.unit && level.scope < 0 && level.role !== 'rough');
    const signed = ({ said, value }: ToldFigure): number => (said === 'opened' ? value : -value);
    const move = signed(one) + signed(two);
    if (levels.some(({ value }) => value + move === end.value)) return [];
    const level = levels.findLast(
      ({ role, compared, said }) =>
        (role === 'count' || role === 'sum') && !compared && said !== 'opened' && said !== 'closed',
    );
    if (level === undefined || countsOther(level, end)) return [];
    const right = level.value + move;
    if (Math.abs(right - end.value) > Math.max(3, level.value * 0.1)) return [];
    return [
      disagreement(netChangeRule.id, [one, two, end], level, {
        message: `现有写的是${String(end.value)}${end.unit}，由${String(level.value)}${end.unit}增减后为${String(right)}`,
        expected: `为${String(right)}${end.unit}，或改正增减`,
      }),
    ];
  });
}

export const netChangeRule: ProofRule = { id: 'net-change', name: '增减与净变化', check };
