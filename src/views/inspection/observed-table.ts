/** 监测发现: what a monitoring platform's latest lists have, for people who look for themselves. */
import { inWords } from '../../day/calendar.ts';
import type { Day } from '../../day/calendar.ts';
import { type ObservedFinding, observedFindings } from '../../domain/inspection/observed.ts';
import { type CellTable, linked, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { accountRef, unitRef } from '../names.ts';

/** The findings open on a day, of the accounts that `isShown` lets through. */
export function observedTable(
  { ledger }: Face,
  on: Day,
  isShown: (account: string) => boolean = () => true,
): CellTable {
  const open = observedFindings(ledger.probes, on).filter(({ account }) => isShown(account));
  return {
    id: 'observed',
    title: '监测发现（监测平台的清单，供参考，不是结论）',
    unit: '项',
    columns: ['账号', '主办单位', '发现', '来源', '从哪天起'].map((title) => ({ title })),
    rows: open.map((one) => [
      linked(accountRef(ledger, one.account)),
      linked(unitRef(ledger, ledger.accounts.get(one.account)?.unit ?? '')),
      one.address === undefined ? words(one.words) : { text: one.words, href: one.address },
      words(one.source),
      words(sinceInWords(one)),
    ]),
  };
}

function sinceInWords({ since, times }: ObservedFinding): string {
  return times === 1 ? inWords(since) : `${inWords(since)}，连续${String(times)}份清单都有`;
}
