/** 通报核验: each bulletin's figures counted again from the ledger as it was known at the commit that it names. */
import { figureDifferences } from '../domain/inspection/circular-figures.ts';
import { recount } from '../domain/inspection/period-figures.ts';
import { contentAt } from '../history/content-at.ts';
import { GitRefused } from '../history/git.ts';
import type { Place } from '../history/place.ts';
import type { Fault } from '../ledger/fault.ts';
import { committedContent } from '../ledger/migrate.ts';
import { readLedger } from '../ledger/read.ts';
import type { Bulletin } from '../schema/bulletin.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { faultOf } from './proposal/case.ts';

/** Bulletins whose commit is gone or gives other figures. One without a commit is only judged by the check. */
export function bulletinFaults(place: Place, ledger: Ledger | undefined): Fault[] {
  return [...(ledger?.bulletins.values() ?? [])].flatMap((bulletin) => {
    const { commit, path, figures } = bulletin;
    if (commit === undefined) return [];
    const known = ledgerAt(place, commit);
    const counted = known && recount(known, bulletin, true);
    if (counted === undefined) return [commitMissing(bulletin, commit, known === undefined)];
    const [first, ...others] = figureDifferences(figures, counted);
    if (first === undefined) return [];
    const more = others.length > 0 ? `（另有 ${String(others.length)} 项）` : '';
    return [
      faultOf(
        path,
        'audit-bulletin',
        `按提交 ${commit.slice(0, 10)} 的台账，${first}${more}`,
        '查明印发时用的是哪一版台账；数字有误的重新印发一份，写明 corrects',
      ),
    ];
  });
}

function ledgerAt(place: Place, commit: string): Ledger | undefined {
  try {
    return readLedger(committedContent(contentAt(place, commit))).ledger;
  } catch (error) {
    if (error instanceof GitRefused) return undefined;
    throw error;
  }
}

function commitMissing(
  { path, inspection }: Entry<Bulletin>,
  commit: string,
  whole: boolean,
): Fault {
  return faultOf(
    path,
    'audit-bulletin',
    whole
      ? `提交 ${commit.slice(0, 10)} 的台账读不出来`
      : `提交 ${commit.slice(0, 10)} 里没有检查 ${inspection ?? ''}`,
    '取全仓库历史后再审计；提交确实不在的，查明历史为什么改写',
  );
}
