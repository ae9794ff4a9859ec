/** 率的底数: other numbers that a rate may be made of, so that it contradicts nothing. */
import { countsOther } from '../meaning.ts';
import { withoutBrackets } from '../scope.ts';
import { mayBeAlike, type SaidNumber, type Statement } from '../statement.ts';
import type { Fraction } from './fraction.ts';
import { exactSum, isRate, type Percentage } from './quantity.ts';

/** 对3316个进行抽查，检查比例50%: what was looked at, rounded either way. */
export function sampleBasesOf(whole: SaidNumber, near: readonly Statement[]): number[] {
  return near
    .filter(({ passage }) => passage === whole.passage)
    .flatMap(({ text }) => [
      ...text.matchAll(/(?:检查|抽查|抽检|抽样|监测)比例(?:为|是|达|达到|：)?(\d+(?:\.\d+)?) ?%/gu),
    ])
    .map(([, share]) => (whole.value * Number(share)) / 100)
    .filter((base) => base > 0 && base < whole.value)
    .flatMap((base) => [Math.floor(base), Math.round(base), Math.ceil(base)]);
}

/** A part from the sentence of the part and any whole before: then the rate is right, whatever they are called. */
export function isMadeOfOthers(
  percentage: Percentage,
  fraction: Fraction,
  numbers: readonly SaidNumber[],
): boolean {
  const from = numbers.indexOf(fraction.part);
  const { passage, at } = fraction.part;
  const start = Math.max(...['。', '\n'].map((mark) => passage.read.lastIndexOf(mark, at)));
  // 检查20个，合格18个，合格率100%: said right before the rate, nothing else is its part.
  const gap = passage.read.slice(fraction.part.end, percentage.at);
  const isRight = percentage.value === 100 && /^[^，。；\d]{0,6}，[^，。；\d]{2,6}$/u.test(gap);
  if (isRight && !fraction.rest) return false;
  if (fraction.rest && isOfAllBeside(percentage, fraction, numbers)) return true;
  const parts = numbers.filter(
    (one, index) => index >= from || (one.passage === passage && one.at > start),
  );
  return parts.some((part) =>
    numbers.some((whole) => {
      if (part === whole || part.value > whole.value || !mayBeAlike(part, whole)) return false;
      if (countsOther(whole, part) || countsOther(fraction.part, part)) return false;
      const rest = exactSum([whole.value, -part.value]);
      const own = fraction.rest ? [rest] : [part.value];
      const counts = part === fraction.part ? own : [part.value, rest];
      if (counts.some((count) => isRate(percentage, count, whole.value))) return true;
      // 合格27个，不合格3个: the whole is not written.
      const both = part.stance !== undefined && part.stance.about === whole.stance?.about;
      return both && isRate(percentage, part.value, exactSum([part.value, whole.value]));
    }),
  );
}

/** 检查200个，不合格12个，合格率94%: in one sentence, with no other number between the part and the rate. */
export function isDirect(
  { passage, at, numbers }: Statement,
  percentage: Percentage,
  { part, whole }: Fraction,
): boolean {
  const isHere = [part, whole].every((one) => one.passage === passage && one.at >= at);
  const gap = withoutBrackets(passage.read.slice(part.end, percentage.at)).replace(/ /gu, '');
  return (
    isHere &&
    part.at > whole.at &&
    /^[^，。；\d]{0,10}，[^，。；\d]{2,8}$/u.test(gap) &&
    !numbers.some((one) => one.at > whole.at && one.at < part.at && one.scope < 0 && !one.compared)
  );
}

/** 31家，其中3家存在错误，5家更新不及时，合格率74.2%: all that stand between have failed, or some of the first have not. */
function isOfAllBeside(
  percentage: Percentage,
  { part, whole }: Fraction,
  numbers: readonly SaidNumber[],
): boolean {
  const row = numbers.filter(
    (one) =>
      one.passage === part.passage &&
      one.at > whole.at &&
      one.at < percentage.at &&
      one !== whole &&
      mayBeAlike(one, part),
  );
  const [first, ...more] = row.map(({ value }) => value);
  if (first === undefined || more.length === 0) return false;
  const counts = [exactSum([first, ...more]), exactSum([first, ...more.map((one) => -one)])];
  return counts.some((count) => count >= 0 && isRate(percentage, whole.value - count, whole.value));
}
