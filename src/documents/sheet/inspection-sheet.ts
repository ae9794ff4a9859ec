/** 检查表: the list of a check as a workbook to be filled in, websites and new media each on a page of its own. */
import { ledgerOn } from '../../domain/ledger-on.ts';
import type { Day } from '../../day/calendar.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import type { Account } from '../../schema/account.ts';
import { type Inspection, inspectionResults, inspectionTitles } from '../../schema/inspection.ts';
import { columnCounts } from '../../schema/indicators.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { platformRef, unitRef } from '../../views/names.ts';
import { NO_SECRETS } from '../../text/secrecy.ts';
import { accountKinds } from '../../text/terms.ts';
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts';

type Kind = Account['kind'];

/** The pages of a check, with what is on record already; a kind without accounts has none. */
export function inspectionSheets(whole: Ledger, inspection: Entry<Inspection>): Sheet[] {
  const ledger = ledgerOn(whole, inspection.checkedOn);
  return (Object.keys(accountKinds) as Kind[]).flatMap((kind) => {
    const rows = inspection.accounts.flatMap((row) => {
      const account = ledger.accounts.get(row.account);
      return account?.kind === kind ? [{ row, account }] : [];
    });
    if (rows.length === 0) return [];
    const { editions } = ledger.vocabulary.indicators;
    const veto = editions.find(({ id }) => id === inspection.edition)?.veto[kind] ?? [];
    const numbers = kind === 'website' ? columnCounts : countNumbers;
    return [
      {
        title: `${inspection.name.replace(/检查$/u, '')}检查表（${accountKinds[kind]}）`,
        lines: [
          `检查：${inspection.name}（${inspection.id}）`,
          `各指标填${Object.values(inspectionResults).join('、')}；更新类指标由最近更新日${kind === 'website' ? '和栏目数' : ''}推算，可以空着。不合格的写明情况。${NO_SECRETS}。`,
        ],
        tab: accountKinds[kind],
        columns: [
          column('account', inspectionTitles.account, 30),
          column('name', '账号或网站', 26),
          column('platform', '平台', 14),
          column('unit', '主办单位', 24),
          column('again', '回头看', 10, 'centred'),
          column('lastPostOn', inspectionTitles.lastPostOn, 14, 'day'),
          ...numbers.map((key) => column(key, inspectionTitles[key], 10, 'number')),
          ...veto.map(({ id, name }) => column(id, `${id} ${name}`, 14, 'centred')),
          column('finding', inspectionTitles.finding, 40),
        ],
        rows: rows.map(({ row, account }): SheetCell[] => [
          row.account,
          account.name,
          platformRef(ledger, platformOf(account)).name,
          unitRef(ledger, account.unit).name,
          row.lookBack ? '是' : '',
          dayCell(row.lastPostOn),
          ...numbers.map((key) => ({ ...row.columns, ...row.counted })[key]),
          ...veto.map(({ id }) => {
            const said = row.results.find(({ indicator }) => indicator === id)?.result;
            return said === undefined ? '' : inspectionResults[said];
          }),
          row.results.flatMap(({ finding }) => finding ?? []).join('；'),
        ]),
      },
    ];
  });
}

/** What is counted on websites and on accounts, in the order of the columns. */
const countNumbers = ['days', 'posts', 'originals'] as const;

function dayCell(day: Day | undefined): SheetCell {
  return day === undefined ? undefined : { day };
}

function column(
  key: string,
  title: string,
  width: number,
  kind: SheetColumn['kind'] = 'text',
): SheetColumn {
  return { key, title, width, kind };
}
