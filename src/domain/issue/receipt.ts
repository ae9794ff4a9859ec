/** 收件与报告: reports that count by their own day but were not in the ledger yet on the day counted to. */
import type { Standing } from './standing.ts';

/**
 * The ids of the updates that count in `standing` and that main received only after its day: what was published on that
 * day cannot have had them. Empty where no receipts were handed in.
 */
export function receivedLater({ issues, basis }: Standing): string[] {
  return issues.flatMap(({ history }) =>
    history.timeline.flatMap(({ update, receivedOn }) =>
      update !== undefined && receivedOn !== undefined && receivedOn > basis.on ? [update.id] : [],
    ),
  );
}
