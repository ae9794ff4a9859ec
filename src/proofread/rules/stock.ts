/** 期初与期末: 上季度末50个，新开设3个，关停注销5个，季度末实有50个: what there was, what came and went, and what there is. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { entityOf } from '../meaning.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import { withoutBrackets } from '../scope.ts';
import type { ProofRule } from '../rule.ts';

const BEGUN =
  /上[一个]?[季年月]度?末|上[年季月]底|去年底|去年末|年初|期初|季度初|原有|(?:清理|整合|整治|整改)前/u;
const ENDED =
  /(?:本?[年季月]度?|期)[末底](?!前)|期末|现有|现存|目前|现共有|实有|保留|(?:清理|整合|整治)后/u;
const CAME = /新(?:增|开|建|设|备案|注册|申请|上线|开通|开设|开办)/u;
const GONE = /关停|注销|关闭|撤销|整合|撤并|合并|清理(?!前|后)/u;
const OF_ONE_KIND = /微信|微博|抖音|快手|头条|视频号|小程序|其中|公众号/u;

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap(wrong);
}

function wrong(statement: Statement): Contradiction[] {
  const { passage, numbers } = statement;
  const all = numbers.filter(({ scope }) => scope < 0);
  const start = all.findIndex((one) => BEGUN.test(clauseOf(statement, one)));
  const [first, ...after] = start < 0 ? [] : all.slice(start);
  const stop = after.findIndex((one) => ENDED.test(clauseOf(statement, one)));
  const last = after[stop];
  const moves = after.slice(0, Math.max(0, stop));
  if (first === undefined || last === undefined || moves.length < 2) return [];
  const signs = moves.map((one) => signOf(clauseOf(statement, one)));
  const row = [first, ...moves, last];
  const isOfOne = row.every((one) => one.unit === first.unit && !isRough(one));
  const [own, end] = [first, last].map((one) => OF_ONE_KIND.exec(one.label + one.noun)?.[0]);
  const [counted, left] = [entityOf(first), entityOf(last)];
  const isOther = counted !== undefined && left !== undefined && counted !== left;
  if (
    !isOfOne ||
    signs.includes(0) ||
    (end !== undefined && own !== end) ||
    isOther ||
    counted === 'problem'
  )
    return [];
  if (!signs.includes(-1) || /。/u.test(passage.read.slice(first.at, last.at))) return [];
  const right = moves.reduce(
    (sum, { value }, index) => sum + value * (signs[index] ?? 0),
    first.value,
  );
  if (right === last.value) return [];
  const sum = `${String(first.value)}${moves.map(({ value }, index) => `${signs[index] === 1 ? '＋' : '－'}${String(value)}`).join('')}＝${String(right)}`;
  return [
    disagreement(stockRule.id, [first, ...moves], last, {
      message: `期末写的是${String(last.value)}${last.unit}，与增减不符，${sum}`,
      expected: `为${String(right)}${last.unit}，或改正增减`,
    }),
  ];
}

/** The words between a number and the one before it; of 关停23个、整合5个 each has its own. */
function clauseOf({ passage, at }: Statement, { at: place }: SaidNumber): string {
  return /[^，。；：、\d]*$/u.exec(withoutBrackets(passage.read.slice(at, place)))?.[0] ?? '';
}

function signOf(words: string): number {
  const [came, gone] = [CAME, GONE].map((shape) => shape.test(words));
  return came === gone ? 0 : came === true ? 1 : -1;
}

function isRough({ passage, rough, end, noun }: SaidNumber): boolean {
  return rough || /^(?:以上|以下|左右|多|余)/u.test(noun + passage.read.slice(end, end + 2));
}

export const stockRule: ProofRule = { id: 'stock', name: '期初、增减与期末', check };
