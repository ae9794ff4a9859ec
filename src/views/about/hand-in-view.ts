/** 要交什么: what a closing owes by kind of problem, and how more time is asked for. */
import type { Face } from '../face.ts';

export interface HandInView {
  /** By kind of problem, in the order of the vocabulary; kinds that owe nothing are left out. */
  readonly kinds: readonly {
    readonly id: string;
    readonly name: string;
    /** Each a sentence without its full stop. */
    readonly asks: readonly string[];
  }[];
  readonly moreTime: string;
}

export const handInAddress = '/about.html#hand-in';

export function handInView({ ledger }: Face): HandInView {
  return {
    kinds: ledger.vocabulary.problems.flatMap(({ id, name, owes }) =>
      owes.length === 0 ? [] : [{ id, name, asks: owes.map(({ ask }) => ask) }],
    ),
    moreTime:
      '要延期的，在截止日以前报进展，说明里写“申请延期至某年某月某日：理由”；过了截止日再报的，批准时注明“逾期后批准”，新的截止日不早于批准那天。延期只能往后延，最长延几天、延几次，台账没有定，由审核员批；没有截止日的不能延期，已申请验收的不用延期。要暂缓的写“申请暂缓至某年某月某日：客观原因”；上级交办的，要有交办机关同意的文号。由审核员登记，登记以前按原来的时限。',
  };
}
