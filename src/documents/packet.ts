/** 报送包: what an office sends up — report, list and data, with checksums by which anybody can see that it is whole. */
import { type Overview, overviewOf } from '../domain/figures/overview.ts';
import { standingWithin } from '../domain/issue/standing.ts';
import type { Campaign } from '../schema/campaign.ts';
import type { Entry } from '../schema/ledger.ts';
import { campaignView } from '../views/kind/campaign-view.ts';
import type { Face } from '../views/face.ts';
import { checksums, SUMS } from './checksums.ts';
import { listSheet } from './sheet/list-sheet.ts';
import { selectedRows } from './sheet/selection.ts';
import { sheetData, type SheetData } from './sheet/sheet-json.ts';
import { sheetFile } from './sheet/sheet-word.ts';
import type { Used } from './template/render.ts';
import { workbook } from './sheet/xlsx.ts';
import { jsonFile } from '../text/notation/json.ts';

/** The data of a packet. */
interface PacketData {
  readonly campaign: { readonly id: string; readonly name: string };
  readonly asOf: string;
  readonly list: SheetData;
  readonly figures: Overview['figures'];
  readonly breakdowns: Overview['breakdowns'];
  /** Every value that stands in the report, with its rows. */
  readonly report: readonly { name: string; text: string; rows: readonly string[] }[];
}

/** The files of a packet by name; `report` is the finished report and what it used. */
export async function packetFiles(
  face: Face,
  campaign: Entry<Campaign>,
  report: { readonly bytes: Uint8Array; readonly used: readonly Used[] },
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { rows } = selectedRows(face, { campaign: campaign.id });
  const list = listSheet(campaignView(face, campaign.id), rows);
  const office = campaign.list.reportedBy;
  const { figures, breakdowns } = overviewOf(
    standingWithin(face.standing, { campaign: campaign.id }),
  );
  const data: PacketData = {
    campaign: { id: campaign.id, name: campaign.name },
    asOf: face.today,
    list: sheetData(list),
    figures,
    breakdowns,
    report: report.used.map(({ name, value }) => ({ name, text: value.text, rows: value.rows })),
  };
  const files = new Map<string, Uint8Array>([
    ['报告.docx', report.bytes],
    ['问题清单.docx', await sheetFile(list, office, face.today)],
    ['问题清单.xlsx', await workbook([list], { office, on: face.today })],
    ['数据.json', new TextEncoder().encode(jsonFile(data))],
  ]);
  files.set(SUMS, checksums(files));
  return files;
}
