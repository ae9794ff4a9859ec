/** 自查页: a campaign's self-check — what was found, who reported nothing, who is silent. Internal only. */
import { inWords } from '../../day/calendar.ts';
import { selfCheckStanding } from '../../domain/inspection/self-check.ts';
import { selfCheckAddress } from '../address.ts';
import { type CellTable, filled, linked, type TablePage, words } from '../cell-table.ts';
import type { Edition } from '../edition.ts';
import { unitRef } from '../names.ts';

/** The pages by campaign; none on the public site and none for a campaign that nobody answered. */
export function selfCheckPages({ audience, ledger, today }: Edition): TablePage[] {
  if (audience !== 'internal') return [];
  return [...ledger.campaigns.values()].flatMap((campaign) => {
    const { answered, zero, found, silent } = selfCheckStanding(ledger, campaign, today);
    if (answered.length === 0) return [];
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
          `截至${inWords(today)}，${String(answered.length + silent.length)} 家单位中已报 ${String(answered.length)} 家，其中零报告 ${String(zero.length)} 家，没有报 ${String(silent.length)} 家，发现问题 ${String(found.length)} 个。`,
        ],
        tables: filled([
          table(
            'found',
            '发现的问题',
            ['单位', '重点内容', '情况'],
            found.map((one) => [unit(one.unit), words(one.item), words(one.note)]),
          ),
          table(
            'silent',
            '没有报',
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
