/** 抽查比例: 969个，随机抽查266个，占27.45%; what was looked at as a share of all that there are. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { entityOf } from '../meaning.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isRate, type Percentage, percentageWords, rateWritten } from '../number/quantity.ts';
import { isCut } from '../number/share.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const RATED = /(?:抽查|检查|抽检|抽样|监测)(?:比例|率)(?:为|达到?|是|：)?$/u;
const SHARE = /^[^，。；：\d]{0,8}，占(?:比)?(?:为)?$/u;
const DRAWN = /(?:抽查|检查|抽检|抽取|选取|监测)[^，。；：\d]{0,12}$/u;
/** Of another time, or some of them. */
const OTHER = /其中|上[季月年]|去年|同期|累计|合格|问题|约|近(?!期)|超|分别|各/u;
const BEFORE = 2;

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const before = statements
      .slice(Math.max(0, index - BEFORE), index)
      .filter(({ passage }) => passage === statement.passage);
    return statement.percentages.flatMap((rate) => wrong(statement, rate, before));
  });
}

function wrong(
  statement: Statement,
  rate: Percentage,
  before: readonly Statement[],
): Contradiction[] {
  const { passage, at, numbers } = statement;
  const exact = numbers.filter((one) => one.scope < 0 && !one.rough && !one.compared);
  const drawn = exact.findLast(({ end }) => end <= rate.at);
  if (drawn === undefined || rate.value >= 100) return [];
  const gap = passage.read.slice(drawn.end, rate.at);
  const lead = passage.read.slice(at, drawn.at);
  const clause = /[^，。；：]*$/u.exec(lead)?.[0] ?? '';
  if (!DRAWN.test(clause) || /对\d|[以余]/u.test(gap)) return [];
  if (!(RATED.test(gap) && gap.length <= 22) && !SHARE.test(gap)) return [];
  if (OTHER.test(clause + gap)) return [];
  const kind = entityOf(drawn);
  const earlier = before.flatMap((one) =>
    one.numbers.filter(({ scope, rough, compared }) => scope < 0 && !rough && !compared),
  );
  const all = [...earlier, ...exact.filter((one) => one.end <= drawn.at)].filter(
    (one) =>
      one.value > drawn.value &&
      isAlike(one, drawn) &&
      (one.stance === undefined || /运行|备案|登记/u.test(one.label)),
  );
  const isSo = ({ value }: SaidNumber): boolean =>
    isRate(rate, drawn.value, value) || isCut(rate, drawn.value, value);
  if (all.some(isSo)) return [];
  const wholes = all.filter((one) => {
    const own = entityOf(one);
    const words = one.label + one.noun;
    const isAll = /正在?运行|在运行|备案|登记|现有|共|全[省市县区州国]|在用|开设|正常/u.test(words);
    return isAll && (kind === undefined || own === kind);
  });
  const [whole, another] = wholes;
  if (whole === undefined || another !== undefined) return [];
  return [
    disagreement(sampledRule.id, [{ passage, at: drawn.at, end: rate.end }], whole, {
      message: `比例写的是${percentageWords(rate)}%，与所列的${String(whole.value)}、${String(drawn.value)}不符`,
      expected: `${String(drawn.value)}÷${String(whole.value)}为${rateWritten(drawn.value, whole.value, rate.decimals)}%`,
    }),
  ];
}

export const sampledRule: ProofRule = { id: 'sampled', name: '抽查比例', check };
