/** 自查页: a campaign's self-check — what was found, who reported nothing, who is silent. Internal only. */
import { inWords } from '../../day/calendar.ts';
import { selfCheckStanding } from '../../domain/inspection/self-check.ts';
import { selfCheckAddress } from '../address.ts';
import { type CellTable, withRows, linked, type TablePage, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { unitRef } from '../names.ts';
import type { Campaign } from '../../schema/campaign.ts';
import { origins } from '../../schema/issue.ts';

/** 市级交办（示办函〔2026〕9号）的自查，2026年6月30日前报，结项要有上级同意的文号。 */
function assignedWords({ assigned, notice }: Campaign): string[] {
  if (assigned === undefined) return [];
  const number = notice?.number === undefined ? '' : `（${notice.number}）`;
  return [
    `${origins[assigned.origin]}${number}的自查，${inWords(assigned.replyBy)}前报，结项要有上级同意的文号。`,
  ];
}

/** The pages by campaign; none on the public site, and one that nobody answered only where the office above waits for it. */
export function selfCheckPages({ audience, ledger, today }: Face): TablePage[] {
  if (audience !== 'internal') return [];
  return [...ledger.campaigns.values()].flatMap((campaign) => {
    const { answered, zero, found, silent } = selfCheckStanding(ledger, campaign, today);
    if (answered.length === 0 && campaign.assigned === undefined) return [];
    const unit = (id: string) => linked(unitRef(ledger, id));
    const table = (
      id: string,
      title: string,
      columns: readonly string[],
      rows: CellTable['rows'],
    ): CellTable => ({
      id,
      title,
      unit: id === 'found' ? '个' : '家',
      columns: columns.map((name) => ({ title: name })),
      rows,
    });
    return [
      {
        id: campaign.id,
        href: selfCheckAddress(campaign.id),
        title: `${campaign.name.replace(/自查$/u, '')}自查`,
        intro: [
          ...assignedWords(campaign),
          `截至${inWords(today)}，${String(answered.length + silent.length)}家单位中已报${String(answered.length)}家，其中零报告${String(zero.length)}家，未报${String(silent.length)}家，发现问题${String(found.length)}个。`,
        ],
        tables: withRows([
          table(
            'found',
            '发现的问题',
            ['单位', '重点内容', '情况'],
            found.map((one) => [unit(one.unit), words(one.item), words(one.note)]),
          ),
          table(
            'silent',
            '未报',
            ['单位'],
            silent.map(({ id }) => [unit(id)]),
          ),
          table(
            'zero',
            '零报告',
            ['单位', '自查日期'],
            zero.map((one) => [unit(one.unit), words(inWords(one.answeredOn))]),
          ),
        ]),
      },
    ];
  });
}
