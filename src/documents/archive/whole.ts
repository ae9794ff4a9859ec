/** 全部带走: everything as Excel, Word and files, for the day on which nobody runs the program. */
import { inWords } from '../../day/calendar.ts';
import { own } from '../../text/own.ts';
import { campaignView } from '../../views/kind/campaign-view.ts';
import type { Face } from '../../views/face.ts';
import { checksums, SUMS } from '../checksums.ts';
import type { DataTable, DataValue } from '../data/data-table.ts';
import { dataTables } from '../data/data-tables.ts';
import { letterFile } from '../letter/letter.ts';
import { listSheet } from '../sheet/list-sheet.ts';
import { selectedRows } from '../sheet/selection.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { sheetFile } from '../sheet/sheet-word.ts';
import { workingSheet } from '../sheet/working-ledger.ts';
import { workbook } from '../sheet/xlsx.ts';
import type { Block } from '../template/block.ts';
import type { ArchiveTools } from './issue-file.ts';

/** The files by name; lists by campaign id, evidence by issue. */
export async function wholeArchive(
  face: Face,
  tools: Pick<ArchiveTools, 'evidence'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { ledger, today } = face;
  const { authority: office, fiction } = ledger.site;
  const { rows } = selectedRows(face, {});
  const files = new Map<string, Uint8Array>();
  const blocks = howToGoOn(face);
  files.set('00-说明.docx', await letterFile({ blocks, annexes: [], office, on: today, fiction }));
  const working = workingSheet(face, rows, undefined, false);
  const tables = dataTables(face)
    .filter(({ name }) => name !== 'issues')
    .map((table) => tableSheet(table, working.lines));
  const properties = { office, on: today };
  files.set('01-整改台账.xlsx', await workbook([working, ...tables], properties));
  const onPaper = workingSheet(face, rows, undefined, true);
  files.set('02-整改台账.docx', await sheetFile(onPaper, office, today));
  for (const campaign of ledger.campaigns.values()) {
    const { rows: listed } = selectedRows(face, { campaign: campaign.id });
    if (listed.length === 0) continue;
    const list = listSheet(campaignView(face, campaign.id), listed);
    files.set(`03-问题清单/${campaign.id}.xlsx`, await workbook([list], properties));
    files.set(`03-问题清单/${campaign.id}.docx`, await sheetFile(list, office, today));
  }
  for (const file of ledger.evidence.keys()) {
    const bytes = tools.evidence(file);
    if (bytes !== undefined) files.set(`04-佐证材料/${file}`, bytes);
  }
  files.set(SUMS, checksums(files));
  return files;
}

/** A table for programs as a sheet for people. */
function tableSheet({ title, fields, rows }: DataTable, lines: readonly string[]): Sheet {
  return {
    title,
    lines,
    tab: title,
    columns: fields.map(({ name, title: head, type }) => ({
      key: name,
      title: head,
      width: type === 'integer' ? 9 : 18,
      kind: type === 'integer' ? 'number' : 'text',
    })),
    rows: rows.map((row) => fields.map(({ name }) => cellOf(own(row, name)))),
  };
}

function cellOf(value: DataValue): string | number | undefined {
  return typeof value === 'object' ? value.join('、') : value;
}

function howToGoOn({ ledger, today }: Face): Block[] {
  const body = (text: string): Block => ({ kind: 'body', text });
  const heading = (text: string): Block => ({ kind: 'heading', text });
  return [
    { kind: 'title', text: '没有程序时怎样接着做' },
    body(`本文件夹是“${ledger.site.name}”截至${inWords(today)}的全部内容，内部资料，不得公开。`),
    heading('一、有什么'),
    body(
      '01-整改台账.xlsx：第一张表是全部问题，有状态、截止日和最近进展；其后各表是单位、账号、专项、指标、每月进出、检查和检查结果、备案登记、通报。',
    ),
    body('02-整改台账.docx：同一份台账，可以直接打印。'),
    body('03-问题清单：每个专项一份，栏目与来源相同，Excel 和 Word 各一份。'),
    body(
      '04-佐证材料：按问题编号分文件夹。SHA256SUMS 是全部文件的校验码，用 sha256sum -c SHA256SUMS 核对。',
    ),
    heading('二、怎样接着做'),
    body(
      '在 01-整改台账.xlsx 的“整改台账”表里接着登记：新问题加在最后，编号不重复；单位报来进展，写进“最近进展”和“最近报送日”；审核同意，把“状态”改为“已销号”，写上“销号日”；退回的写明理由。旧的行不删。',
    ),
    body(
      '“截止日”是算好的日期，不会再变；“剩余天数”“时限情况”“下一步”停在截止那一天，以后由人看截止日判断，或删去这几栏。',
    ),
    body('每月另存一份带日期的副本，只读保存；统计时按“状态”筛选计数，写明是哪一天的。'),
    body(
      '账号的备案、变更、注销登记在“备案登记”表；佐证存进 04-佐证材料 下该问题的文件夹，不改名、不覆盖。',
    ),
    heading('三、以后还想用程序'),
    body(
      '台账的原始记录在 Git 仓库和它的备份包（.bundle）里，全部是文本文件，用记事本就能打开；取得程序后，从仓库接着用，手工登记的部分再录入。',
    ),
  ];
}
