/** 通报核验: each bulletin's figures counted again from the ledger as it was known at the commit that it names. */
import { figureDifferences } from '../domain/inspection/circular-figures.ts';
import { recount } from '../domain/inspection/period-figures.ts';
import { contentAt } from '../history/content-at.ts';
import { GitRefused } from '../history/git/git.ts';
import type { Place } from '../history/place.ts';
import type { Fault } from '../ledger/fault.ts';
import { committedContent } from '../ledger/migrations/migrate.ts';
import { readLedger } from '../ledger/read.ts';
import type { Bulletin } from '../schema/bulletin.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { faultOf } from './proposal/case.ts';

/** What became of counting a bulletin again. */
export interface AuditedBulletin {
  readonly bulletin: string;
  /** Undefined where it names none; then only the check judges it, by what no later report changes. */
  readonly commit: string | undefined;
  readonly figureSet: number;
  /** How many figures it published. */
  readonly figures: number;
  readonly agrees: boolean;
  readonly faults: readonly Fault[];
}

/** Counts every bulletin again at its commit; a commit that is gone or gives other figures is a fault. */
export function auditedBulletins(place: Place, ledger: Ledger | undefined): AuditedBulletin[] {
  return [...(ledger?.bulletins.values() ?? [])].map((bulletin) => {
    const { id, commit, figures, figureSet } = bulletin;
    const faults = commit === undefined ? [] : faultsAt(place, bulletin, commit);
    const agrees = commit !== undefined && faults.length === 0;
    const set = figureSet ?? 1;
    return { bulletin: id, commit, figureSet: set, figures: figures.length, agrees, faults };
  });
}

function faultsAt(place: Place, bulletin: Entry<Bulletin>, commit: string): Fault[] {
  const known = ledgerAt(place, commit);
  const counted = known && recount(known, bulletin, true);
  if (counted === undefined) return [commitMissing(bulletin, commit, known === undefined)];
  const [first, ...others] = figureDifferences(bulletin.figures, counted);
  if (first === undefined) return [];
  const more = others.length > 0 ? `（另有 ${String(others.length)} 项）` : '';
  return [
    faultOf(
      bulletin.path,
      'audit-bulletin',
      `按提交 ${commit.slice(0, 10)} 的台账，${first}${more}`,
      '查明印发时用的是哪一版台账；数字有误的重新印发一份，写明 corrects',
    ),
  ];
}

/** One line on a bulletin, in Chinese. */
export function bulletinLine({
  bulletin,
  commit,
  figureSet,
  figures,
  agrees,
}: AuditedBulletin): string {
  const set = `第 ${String(figureSet)} 套指标 ${String(figures)} 项`;
  if (commit === undefined)
    return `! 通报 ${bulletin} 没有记提交号：${set}只由 ledger check 核对晚到的报送改不了的数`;
  const at = `按提交 ${commit.slice(0, 10)} 重算${set}`;
  return agrees ? `✓ 通报 ${bulletin} ${at}，全部一致` : `✗ 通报 ${bulletin} ${at}，不一致`;
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
