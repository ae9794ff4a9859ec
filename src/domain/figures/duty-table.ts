/** 频次义务表: every frequency that the measures promise, with its periods since the listing held, missed or unknown. */
import { dutyPeriodsOf, dutyTally, type DutyTally, looksAt } from '../duty-knowledge.ts';
import { everyInWords } from '../phrase/frequency/every.ts';
import type { Standing } from '../issue/standing.ts';

/** A duty of an issue; `often` is its frequency in Chinese. */
interface DutyRow extends DutyTally {
  readonly issue: string;
  readonly what: string;
  readonly often: string;
}

export interface DutyTable {
  readonly definition: string;
  readonly rows: readonly DutyRow[];
}

const definition =
  '措施写明的频次，自列入日起按周期逐期看：有日期的佐证、检查看到的发布证明做到；检查看过整个周期而没有的是没做到；其余不明，不算做到。撤销的问题不列。';

/** The duties of all issues of a standing that were not voided, in the order of the issues. */
export function dutyTable({ issues, ledger, basis, looks }: Standing): DutyTable {
  const rows = issues
    .filter(({ history }) => history.state !== 'void')
    .flatMap(({ id, issue }) =>
      issue.duties.map((duty) => {
        const sources = {
          updates: ledger.updates.get(id) ?? [],
          looks: looksAt(looks, issue),
        };
        const tally = dutyTally(dutyPeriodsOf(duty, issue, sources, basis.on));
        return { issue: id, what: duty.what, often: everyInWords(duty), ...tally };
      }),
    );
  return { definition, rows };
}
