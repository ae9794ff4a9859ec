/** 率与同段的数: 28家…收到反馈27份，反馈率94.6%; 安排260万元，支出247万元，执行率97%: no two numbers around make the rate. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isAnyRate, isMistyped } from '../figures/explained.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { type Percentage, percentageWords, rateWritten } from '../number/quantity.ts';
import { aboutOf, LONG, NAMED, RANKS } from '../number/rate-words.ts';
import type { ProofRule } from '../rule.ts';

/** What is counted for a rate that is called otherwise. */
const OF: ReadonlyMap<string, string> = new Map([
  ['执行', '支出|执行|使用'],
  ['反馈', '反馈'],
  ['开设', '开设|开通'],
  ['优良', '优良'],
]);
const OTHER_TIME = /上[一个]*(?:季度|月|年|次|期)|去年|同期|历年|目标|要求|同比|环比|平均/u;

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph, index, all) => {
    const near = [all[index - 1], paragraph, all[index + 1]].flatMap(
      (one) => one?.figures.filter(({ role }) => role !== 'mean') ?? [],
    );
    return paragraph.rates.flatMap((rate) => wrong(paragraph, near, rate));
  });
}

function wrong(
  { passage, statements, figures }: FiguredParagraph,
  near: readonly ToldFigure[],
  rate: Percentage,
): Contradiction[] {
  const statement = statements.find(({ at, end }) => rate.at >= at && rate.at < end);
  const lead = passage.read.slice(statement?.at ?? 0, rate.at);
  const clause = /[^，。；：]*$/u.exec(lead)?.[0] ?? '';
  const [, name = '', bound] = NAMED.exec(clause) ?? [];
  const words = name.replace(/占$/u, '');
  const about = aboutOf(words);
  if (statement === undefined || words === '' || bound !== undefined || about === undefined)
    return [];
  // 市政府部门的合格率 is of them alone.
  const ranks = clause.match(RANKS) ?? [];
  if (/分别|均/u.test(clause) || OTHER_TIME.test(clause)) return [];
  if (/^ ?(?:以上|以下|左右|以内|多|、|和)/u.test(passage.read.slice(rate.end))) return [];
  if (isAnyRate(rate, near)) return [];
  const stems = new RegExp(OF.get(about.stem) ?? LONG.get(about.stem) ?? about.stem, 'u');
  const before = figures.filter(
    (one) => one.end <= rate.at && one.scope < 0 && one.role !== 'rough' && one.role !== 'mean',
  );
  const recent = before.filter((one) => one.sentence >= statement.index - 1);
  const own = recent.findLast(
    (one) =>
      stems.test(one.label + one.noun) &&
      /[未不没]/u.test(one.label) === /[未不没]/u.test(about.stem),
  );
  const failed = recent.findLast(({ said }) => said === 'failed');
  const isRest = own === undefined && /^(?:合格|达标)$/u.test(about.stem);
  const part = isRest ? failed : own;
  if (part === undefined || part.compared || part.role === 'change') return [];
  if (passage.read.slice(part.end, rate.at).includes('；')) return [];
  if (ranks.some((rank) => !part.lead.includes(rank))) return [];
  if (about.whose !== '' && !(part.lead + part.noun).includes(about.whose.slice(-2))) return [];
  const isPiece = (one: ToldFigure): boolean =>
    one.kind === part.kind || (part.unit === '份' && one.kind === 'things');
  const whole = before.findLast(
    (one) => one.at < part.at && isPiece(one) && one.value >= part.value && !one.compared,
  );
  if (whole === undefined || whole.value === part.value) return [];
  const count = isRest ? whole.value - part.value : part.value;
  const right = rateWritten(count, whole.value, rate.decimals);
  const isNear = Math.abs(rate.value - Number(right)) <= 6;
  if (!isNear && !isMistyped(percentageWords(rate), right)) return [];
  if (/全年|累计/u.test(clause) && !/全年|累计/u.test(part.time + part.label)) return [];
  return [
    disagreement(
      rateOfRule.id,
      [part, whole],
      { passage, at: rate.at, end: rate.end },
      {
        message: `比率写的是${percentageWords(rate)}%，与所列的${String(whole.value)}、${String(part.value)}不符`,
        expected: `${String(count)}÷${String(whole.value)}为${right}%`,
      },
    ),
  ];
}

export const rateOfRule: ProofRule = { id: 'rate-of', name: '率与同段的数', check };
