/**
 * 重复计: a ledger that is reached twice — by two records of children, through a child that has it below itself, or because
 * it is the ledger above — counts once. The first in the official order stays; the others say whose they are.
 */
import type { ChildStanding } from './child.ts';

/** What a ledger is known by: its code, and its name only where one of two has no code. */
interface Known {
  readonly name: string;
  readonly code?: string | undefined;
}

export function isSameLedger(a: Known, b: Known): boolean {
  return a.code === undefined || b.code === undefined ? a.name === b.name : a.code === b.code;
}

/** The children, those that would be counted twice left out of the sums. */
export function countedOnce(children: readonly ChildStanding[], own: Known): ChildStanding[] {
  const left = new Set(children.filter(({ counted }) => counted));
  return children.map((one) => {
    const sums = one.last?.summary;
    if (!left.has(one) || sums === undefined) return one;
    const others = [...left].filter((other) => other !== one);
    const earlier = others.find(
      (other) =>
        children.indexOf(other) < children.indexOf(one) &&
        other.last !== undefined &&
        isSameLedger(other.last.summary, sums),
    );
    const around = others.find((other) =>
      other.last?.summary.children.some((below) => below.counted && isSameLedger(below, sums)),
    );
    const double = isSameLedger(own, sums)
      ? '就是本级的台账'
      : earlier !== undefined
        ? `与${nameOf(earlier)}是同一个台账`
        : around !== undefined
          ? `已在${nameOf(around)}的合计里`
          : undefined;
    if (double === undefined) return one;
    left.delete(one);
    return { ...one, state: 'double', double, counted: false };
  });
}

function nameOf({ child }: ChildStanding): string {
  return child.shortName ?? child.name;
}
