/** The sheet of a check: out to whoever checks, and back with what was seen. */
import { existsSync } from 'node:fs';
import { inspectionSheets } from '../../src/documents/sheet/inspection-sheet.ts';
import { workbook } from '../../src/documents/sheet/xlsx.ts';
import { judgedRows } from '../../src/domain/inspection/inspection.ts';
import { ownInspections } from '../../src/domain/inspection/sample.ts';
import { readPapers } from '../../src/paper/folder.ts';
import { isInspectionTitle, readInspection } from '../../src/intake/inspection/inspection-table.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { didYouMean } from '../../src/ledger/message.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import { DataFaults, printJson, WrongUse } from '../command.ts';
import { handIn, type HandingOptions, openHandingPlace } from '../enter/handing-in.ts';
import { reviewerPosts } from '../enter/new/new-record.ts';
import { writeWhole } from '../output.ts';

/** The check of that id. Throws WrongUse. */
export function inspectionNamed(
  { inspections }: Ledger,
  id: string | undefined,
): Entry<Inspection> {
  const found = id === undefined ? undefined : inspections.get(id);
  if (found) return found;
  const ids = [...inspections.keys()];
  const choice = ids.length > 0 ? `可选：${ids.join('、')}` : '先运行 npx ledger sample';
  throw id === undefined
    ? new WrongUse('没有写检查编号', choice)
    : new WrongUse(
        `台账里没有检查 ${id}`,
        `刚抽取的，先合并它的分支；${didYouMean(id, ids) || choice}`,
      );
}

/** A check that this office fills in; what came from above stays as it came. Throws WrongUse. */
function ownCheckNamed(ledger: Ledger, id: string): Entry<Inspection> {
  const { name } = inspectionNamed(ledger, id);
  const found = ownInspections(ledger).find((one) => one.id === id);
  if (found) return found;
  throw new WrongUse(`${name}是上级的检查，结果照上级来文登记，不在这里填`, '换本级自己的检查');
}

/** Writes the workbook to be filled in. */
export async function writeSheet(id: string, file: string, options: HandingOptions): Promise<void> {
  const { ledger } = openHandingPlace(options);
  const inspection = ownCheckNamed(ledger, id);
  const sheets = inspectionSheets(ledger, inspection);
  const paper = { office: ledger.site.authority, on: inspection.checkedOn };
  writeWhole(file, await workbook(sheets, paper));
  process.stdout.write(
    `已写出 ${file}，${String(inspection.accounts.length)} 个账号和网站；填好以后运行 npx ledger inspect ${id} --fill ${file}。\n`,
  );
}

/** Takes in what was filled in, all or nothing. Throws WrongUse and DataFaults. */
export async function fillInspection(
  id: string,
  path: string,
  options: HandingOptions,
): Promise<void> {
  const desk = openHandingPlace(options);
  const found = ownCheckNamed(desk.ledger, id);
  if (!existsSync(path)) throw new WrongUse(`找不到 ${path}`, '检查文件名和位置');
  const { papers, unread } = await readPapers(path, isInspectionTitle);
  const { accounts, filled, wrong } = readInspection(papers, found);
  const faults = [
    ...unread.map(({ file, refusal }) => `${file}：${refusal.problem} → ${refusal.remedy}`),
    ...wrong,
  ];
  if (faults.length === 0 && filled === 0)
    faults.push(`${path} 里没有检查表 → 用 npx ledger inspect ${id} --sheet 写出的那份`);
  if (faults.length === 0 && JSON.stringify(accounts) === JSON.stringify(found.accounts))
    faults.push(`${path} 里没有新的结果 → 先填写检查表，再收`);
  if (faults.length > 0) throw new DataFaults(`${faults.join('\n')}\n没有写入：先改正上面的错误。`);
  const { id: _id, path: _path, ...record } = { ...found, accounts: [...accounts] };
  const left = judgedRows(desk.ledger, record).filter(
    ({ result }) => result === 'unchecked',
  ).length;
  const { lines, branch } = handIn(
    desk,
    {
      files: new Map([[found.path, canonical('inspection', record)]]),
      branch: `inspection/${id}-results`,
      message: `登记${found.name}的结果`,
      as: reviewerPosts,
      isNamed: false,
    },
    options,
  );
  if (options.json) printJson({ path: found.path, branch: branch ?? null, filled, left });
  else
    process.stdout.write(
      `收到检查表 ${String(filled)} 行，还有 ${String(left)} 个没有结果。\n${lines.join('\n')}\n`,
    );
}
