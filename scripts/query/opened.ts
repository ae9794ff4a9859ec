/** Opening a ledger for counting: as it lies in the folder, or as a commit of its repository holds it. */
import { standing, type Standing } from '../../src/domain/issue/standing.ts';
import { contentAt } from '../../src/history/content-at.ts';
import { commitOf, type Place, placeOf } from '../../src/history/place.ts';
import { receiptsOf, updateReceipts } from '../../src/history/receipts.ts';
import { committedContent } from '../../src/ledger/migrations/migrate.ts';
import { readLedger } from '../../src/ledger/read.ts';
import {
  asOfDay,
  type CommonOptions,
  DataFaults,
  soundLedger,
  sayPinned,
  WrongUse,
} from '../command.ts';
import { historyMemory } from '../program.ts';

/** What a status was computed from; `unreadable` counts files of an old commit that today's rules cannot read. */
export interface OpenedStatus {
  standing: Standing;
  unreadable: number;
  receipts: 'complete' | 'shallow' | 'none';
}

/** The ledger as it lies in the folder, by day of report, with the receipts where Git knows them. */
export function openNow(options: CommonOptions): OpenedStatus {
  const ledger = soundLedger(options);
  const day = asOfDay(options, ledger);
  const place = placeOf(options.content);
  if (place === undefined || commitOf(place, 'HEAD') === undefined) {
    return { standing: standing(ledger, day), unreadable: 0, receipts: 'none' };
  }
  const { receivedOn, complete } = receiptDays(place, 'HEAD');
  return {
    standing: standing(ledger, day, { receivedOn }),
    unreadable: 0,
    receipts: complete ? 'complete' : 'shallow',
  };
}

/** The ledger as a commit holds it: counted to `--as-of`, else to the ledger's own day, else to the commit's. */
export function openAt(options: CommonOptions, revision: string): OpenedStatus {
  const place = placeOf(options.content);
  if (place === undefined)
    throw new WrongUse(
      `${options.content} 不在 Git 仓库里，不能按提交统计`,
      '去掉 --at，或在仓库里运行',
    );
  const commit = commitOf(place, revision);
  if (commit === undefined)
    throw new WrongUse(`仓库里没有提交“${revision}”`, '写完整的提交哈希，或用 git log 查');
  const { ledger, faults } = readLedger(committedContent(contentAt(place, commit.id)));
  if (ledger === undefined)
    throw new DataFaults(`提交 ${commit.id.slice(0, 12)} 里没有可读的台账：缺站点设置或时限规则`);
  const { receivedOn, complete } = receiptDays(place, commit.id);
  const { asOf } = ledger.site;
  if (options.asOf === undefined && asOf !== undefined) sayPinned(asOf, ledger);
  const day = options.asOf ?? asOf ?? commit.on;
  return {
    standing: standing(ledger, day, { commit: commit.id, receivedOn }),
    unreadable: new Set(faults.map(({ file }) => file)).size,
    receipts: complete ? 'complete' : 'shallow',
  };
}

/** The day of receipt by update id. */
function receiptDays(place: Place, revision: string) {
  const receipts = receiptsOf(place, revision, undefined, historyMemory());
  const days = [...updateReceipts(receipts)].map(([id, { on }]): [string, string] => [id, on]);
  return { receivedOn: new Map(days), complete: receipts.complete };
}
