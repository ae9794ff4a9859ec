/**
 * 重复计: a ledger that is reached twice — by two records of children, through a child that has it below itself, or because
 * it is the ledger above — counts once. The first in the official order stays; the others say whose they are.
 */
import type { RollupSums } from '../../schema/rollup.ts';
import type { ChildStanding } from './child.ts';

/** What a ledger is known by: its code, and its name only where one of two has no code. */
interface Known {
  readonly name: string;
  readonly code?: string | undefined;
}

export function isSameLedger(a: Known, b: Known): boolean {
  return a.code === undefined || b.code === undefined ? a.name === b.name : a.code === b.code;
}

/** The children, those that would be counted twice left out of the sums: never for one that is left out itself. */
export function countedOnce(children: readonly ChildStanding[], own: Known): ChildStanding[] {
  const doubles = new Map<ChildStanding, string>();
  const counted: ChildStanding[] = [];
  for (const one of children) {
    const sums = one.counted ? one.last?.summary : undefined;
    if (sums === undefined) continue;
    const earlier = counted.find((other) => isOf(other, sums));
    if (isSameLedger(own, sums)) doubles.set(one, '就是本级的台账');
    else if (holds(sums, own)) doubles.set(one, '把本级算进了它的合计');
    else if (earlier !== undefined) doubles.set(one, `与${nameOf(earlier)}是同一个台账`);
    else counted.push(one);
  }
  const left = new Set(counted);
  for (const one of counted) {
    const around = [...left].find(
      (other) =>
        other !== one && one.last && other.last && holds(other.last.summary, one.last.summary),
    );
    if (around === undefined) continue;
    doubles.set(one, `已在${nameOf(around)}的合计里`);
    left.delete(one);
  }
  return children.map((one) => {
    const double = doubles.get(one);
    return double === undefined ? one : { ...one, state: 'double', double, counted: false };
  });
}

function isOf({ last }: ChildStanding, ledger: Known): boolean {
  return last !== undefined && isSameLedger(last.summary, ledger);
}

/** True where the sums say that `ledger` is in them, and with how much. */
function holds({ children }: RollupSums, ledger: Known): boolean {
  return children.some(
    (below) => below.counted && below.figures['total'] !== undefined && isSameLedger(below, ledger),
  );
}

function nameOf({ child }: ChildStanding): string {
  return child.shortName ?? child.name;
}
