/** 可作别解: whether some other reading of the numbers around explains one. */
import { exactSum, isRate, mayBeRate, type Percentage } from '../number/quantity.ts';

interface Valued {
  readonly value: number;
}

/** Of more numbers than these only the nearest are tried; each doubles the work. */
const MOST = 12;

/** Whether any two or more of the numbers sum up to a value. */
export function isAnySum(value: number, row: readonly Valued[]): boolean {
  let sums = [{ sum: 0, count: 0 }];
  for (const one of row.slice(-MOST))
    sums = [
      ...sums,
      ...sums.map(({ sum, count }) => ({ sum: exactSum([sum, one.value]), count: count + 1 })),
    ];
  return sums.some(({ sum, count }) => count >= 2 && sum === value);
}

/** Whether a value is what is left of one number without one or two others. */
export function isAnyRest(value: number, row: readonly Valued[]): boolean {
  return row.some((whole) =>
    row.some(
      (one) =>
        one !== whole &&
        (whole.value - one.value === value ||
          row.some(
            (other) =>
              other !== one &&
              other !== whole &&
              exactSum([whole.value, -one.value, -other.value]) === value,
          )),
    ),
  );
}

/** Whether some two numbers make a rate, the one of the other or without it; of neighbours also both together. */
export function isAnyRate(rate: Percentage, row: readonly Valued[]): boolean {
  const fits = (part: number, whole: number): boolean =>
    part >= 0 && whole > 0 && (isRate(rate, part, whole) || mayBeRate(rate, part, whole));
  const neighbours = row.flatMap((one, at) => {
    const next = row[at + 1];
    return next === undefined ? [] : [{ sum: exactSum([one.value, next.value]) }];
  });
  return row.some(
    ({ value: whole }) =>
      row.some(
        ({ value }) => fits(value, whole) || (value < whole && fits(whole - value, whole)),
      ) ||
      neighbours.some(
        ({ sum }) =>
          fits(sum, whole) ||
          fits(exactSum([whole, -sum]), whole) ||
          fits(whole, sum) ||
          fits(exactSum([sum, -whole]), sum),
      ),
  );
}

/** So near that one is meant for the other. */
export function isNearTo(value: number, right: number, share = 0.1): boolean {
  return value !== right && Math.abs(value - right) <= Math.max(3, Math.abs(right) * share);
}

/** 27.9 for 29.7, 69.9 for 59.9; or at most three hundredths off. */
export function isMistyped(said: string, right: string): boolean {
  if (Math.abs(Number(said) - Number(right)) <= 3) return true;
  const [a, b] = [said, right].map((word) => [...word]);
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  const off = a.filter((char, at) => char !== b[at]).length;
  return off <= 1 || a.toSorted().join('') === b.toSorted().join('');
}
