/** 自查表 and what came of it: the sheet that goes out to a unit, and the list of what was found, ready for import. */
import type { Campaign } from '../../schema/campaign.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Unit } from '../../schema/unit.ts';
import type { SelfCheckStanding } from '../../domain/inspection/self-check.ts';
import { NO_SECRETS } from '../../text/secrecy.ts';
import { listColumns } from './list-sheet.ts';
import type { Sheet } from './sheet.ts';

/** The sheet of a unit, to be filled in. */
export function selfCheckSheet(campaign: Entry<Campaign>, unit: Entry<Unit>): Sheet {
  return {
    title: `${withoutKind(campaign.name)}自查表`,
    lines: [
      `单位：${unit.name}（${unit.id}）`,
      `专项：${campaign.name}（${campaign.id}）`,
      `每项填有、无或不适用；填有的写明情况。没有问题的也要报（零报告）。${NO_SECRETS}。`,
    ],
    tab: '自查表',
    columns: [
      { key: 'row', title: '序号', width: 7, kind: 'centred' },
      { key: 'item', title: '重点内容', width: 50, kind: 'text' },
      { key: 'answer', title: '自查结果', width: 14, kind: 'centred' },
      { key: 'note', title: '情况说明', width: 50, kind: 'text' },
    ],
    rows: campaign.checklist.items.map((item, index) => [index + 1, item, '', '']),
  };
}

/** Every 有 as a row of a problem list; what only people can say — the account, measures, deadline — is left open. */
export function foundSheet(
  { units }: Ledger,
  campaign: Entry<Campaign>,
  { found }: SelfCheckStanding,
): Sheet {
  return {
    title: `${withoutKind(campaign.name)}自查发现问题清单`,
    lines: [],
    tab: '自查发现',
    columns: listColumns,
    rows: found.map(({ unit, item, note }, index) => [
      index + 1,
      '',
      units.get(unit)?.name ?? unit,
      note === '' ? item : note,
      '',
      '',
    ]),
  };
}

/** 示例市2026年自查自查表 says it twice. */
function withoutKind(name: string): string {
  return name.replace(/自查$/u, '');
}
