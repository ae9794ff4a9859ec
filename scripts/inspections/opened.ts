/** 开列: what a check leads to as one proposal, by command and at the desk. */
import type { Day } from '../../src/day/calendar.ts';
import { judgedRows } from '../../src/domain/inspection/inspection.ts';
import { openings, type Openings } from '../../src/domain/inspection/openings.ts';
import { openingFiles, type Stamper } from '../../src/intake/inspection/opening.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { DataFaults } from '../command.ts';
import type { HandedProposal } from '../enter/handing-in.ts';
import { newStamp } from '../enter/stamp.ts';
import { inspectionNamed } from './inspect-sheet.ts';

/** What there is to open, in words and as it is handed in, perhaps nothing. Throws WrongUse and DataFaults. */
export function openedProposal(
  ledger: Ledger,
  id: string | undefined,
  today: Day,
  stamp: Stamper = newStamp,
): { readonly told: string; readonly found: Openings; readonly proposal: HandedProposal } {
  const inspection = inspectionNamed(ledger, id);
  const found = openings(ledger, inspection, today);
  if (found.unmapped.length > 0)
    throw new DataFaults(
      `指标 ${found.unmapped.join('、')} 没有对应的问题类别 → 在 vocabulary/problems.yaml 里给一类问题的 indicators 写上`,
    );
  if (found.findings.length > 0 && ledger.site.office === undefined)
    throw new DataFaults('site.yaml 没有写牵头单位，不能新建专项 → 补上 office');
  const proposal = {
    files: openingFiles(ledger, inspection, found, today, stamp),
    branch: `inspect/${inspection.id}`,
    message: `开列${inspection.name}发现的问题`,
  };
  const told = [openedInWords(found), ...unchecked(ledger, inspection)].join('\n');
  return { told, found, proposal };
}

/** The accounts without a result: nothing was opened of them, and nothing says that they are right. */
function unchecked(ledger: Ledger, inspection: Inspection): string[] {
  const left = judgedRows(ledger, inspection).filter(({ result }) => result === 'unchecked');
  if (left.length === 0) return [];
  const names = left.map(({ row, account }) =>
    account === undefined ? row.account : `${account.name}（${row.account}）`,
  );
  return [
    `还没有结果 ${String(left.length)} 个，没有开列：${names.join('、')}；补上结果后再运行一次。`,
  ];
}

function openedInWords({ findings, reopened, rechecked, held, underway }: Openings): string {
  return `新列问题 ${String(findings.length)}，重启 ${String(reopened.length)}，复查保持 ${String(rechecked.length)}，已销号而保持 ${String(held.length)}，正在整改不重复列 ${String(underway.length)}。`;
}
