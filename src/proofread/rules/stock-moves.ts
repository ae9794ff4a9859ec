/** 多项增减: 104个，新开设备案6个，关停注销31个，移交3个，实有78个: all that came and went between two levels. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { countsOther } from '../meaning.ts';
import type { ProofRule } from '../rule.ts';

const CAME = /新(?:开|增|设|建|备案|注册|接|申请|上线)|恢复(?:运行|开通)?|划入|转入|接收|迁入/u;
const GONE =
  /关停|注销|撤销|关闭|合并|并入|整合|移交|划出|划转[至给到]|转出|退出|核减|停用|迁出|撤并/u;
const END = /(?:实有|现有|尚有|共有|在运行|总数|仍有|保留|剩余|存有)[^，。；\d]{0,12}$/u;
const LEVEL = /[末底初]|截至|原有|原|上[季年月]/u;

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph) =>
    paragraph.figures
      .filter(({ lead, role, scope }) => END.test(lead) && role !== 'rough' && scope < 0)
      .flatMap((end) => wrong(paragraph, end)),
  );
}

function signOf({ lead, noun }: ToldFigure): number {
  const words = lead.replace(/^.*\d/u, '') + noun;
  const [came, gone] = [CAME.test(words), GONE.test(words)];
  // 新开设 beside 注销 in one clause is neither.
  return came === gone ? 0 : came ? 1 : -1;
}

function wrong({ figures, passage }: FiguredParagraph, end: ToldFigure): Contradiction[] {
  const before = figures.filter((one) => one.end <= end.at && one.unit === end.unit);
  const moves: ToldFigure[] = [];
  let level: ToldFigure | undefined;
  for (const one of before.toReversed()) {
    if (one.scope >= 0) continue;
    if (signOf(one) === 0) {
      level = one;
      break;
    }
    moves.unshift(one);
  }
  if (level === undefined || moves.length < 2 || level.role === 'rough' || level.role === 'change')
    return [];
  const start = Math.max(0, passage.read.lastIndexOf('。', level.at) + 1);
  if (!LEVEL.test(passage.read.slice(start, level.at)) || countsOther(level, end)) return [];
  const between = passage.read.slice(level.end, end.at);
  if (/其中|含|包括|部分|个别|若干|少量|较|比|拟|计划|约|近|平均|微信|微博|抖音/u.test(between))
    return [];
  const move = moves.reduce((sum, one) => sum + signOf(one) * one.value, 0);
  const right = level.value + move;
  const isNear = Math.abs(right - end.value) <= Math.max(5, level.value * 0.1);
  if (right === end.value || !isNear || moves.every((one) => signOf(one) > 0)) return [];
  const row = moves.map((one) => `${signOf(one) > 0 ? '＋' : '－'}${String(one.value)}`).join('');
  return [
    disagreement(stockMovesRule.id, [level, ...moves], end, {
      message: `写的是${String(end.value)}${end.unit}，${String(level.value)}${row}＝${String(right)}`,
      expected: `为${String(right)}${end.unit}，或改正增减`,
    }),
  ];
}

export const stockMovesRule: ProofRule = { id: 'stock-moves', name: '多项增减与现有数', check };
