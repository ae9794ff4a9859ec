/**
 * 办理参考: what a reviewer reads beside a report that waits — how long it has waited, what checks saw since it was handed
 * in, where its account stands by the register now.
 */
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { looksSinceReport } from '../../views/inspection/look-words.ts';
import { silenceInWords } from '../../views/issue/silence-view.ts';
import { accountRow } from '../../views/unit/account-view.ts';
import type { Face } from '../../views/face.ts';

/** A heading and what stands below it. */
export interface BesideReport {
  readonly name: string;
  readonly lines: readonly string[];
  /** The page of the account; undefined of what is no account's. */
  readonly href: string | undefined;
}

/** Empty where the next step is not the reviewer's or the level above's: nothing waits then. */
export function besideReport(face: Face, one: IssueStanding): BesideReport[] {
  const { owner } = one.history.next;
  if (owner === 'unit' || owner === 'nobody') return [];
  const waited = silenceInWords(face, one);
  const looks = looksSinceReport(face, one);
  const account = one.account && accountRow(face, one.account);
  return [
    ...(waited === '' ? [] : [{ name: '等了多久', lines: [waited], href: undefined }]),
    ...(looks === undefined
      ? []
      : [
          {
            name: '报送以后的检查',
            lines: looks.length === 0 ? ['报送以后没有检查过'] : looks,
            href: undefined,
          },
        ]),
    ...(account?.state === undefined
      ? []
      : [{ name: '账号现在的登记状态', lines: [account.state], href: account.href }]),
  ];
}
