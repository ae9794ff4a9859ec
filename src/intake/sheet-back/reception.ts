/** 收件: a folder of sheets that came back and evidence → updates by unit, what has been received before, and what is wrong. */
import type { Ledger } from '../../schema/ledger.ts';
import type { Refusal } from '../../paper/sheet.ts';
import { attachmentFor, type ReceivedFile, sha256Of } from './report/attachment.ts';
import { wordsIn } from './report/evidence-words.ts';
import type { ReceiveSettings } from './report/new-update.ts';
import { type FileBack, readFileBack } from './read/file-back.ts';
import type { SheetBack } from './read/sheet-back.ts';
import { type ReportCandidate, chooseReports, receiveSheet } from './sheet-reception.ts';
import {
  checkUnits,
  emptyReception,
  type UnitReception,
  sheetUnit,
  type WaitingWork,
} from './unit-reception.ts';

export interface Reception {
  units: UnitReception[];
  /** Files that are no sheet of ours and no evidence that a sheet names. */
  unknown: { file: string; message: string; remedy: string }[];
}

const UNNAMED: Refusal = {
  problem: '没有报送单提到这个文件，没有收',
  remedy: '是佐证的，在报送单“佐证”栏写上文件名；是表格的，用原来发出的报送单填写',
};

/** Reads everything that came, and keeps what the review will let in. */
export async function receive(
  files: readonly ReceivedFile[],
  ledger: Ledger,
  settings: ReceiveSettings,
  waiting: WaitingWork,
): Promise<Reception> {
  const reception: Reception = { units: [], unknown: [] };
  const sheets: SheetBack[] = [];
  const others: { file: ReceivedFile; trouble: Refusal }[] = [];
  for (const file of files) {
    const reading = await readSafely(file);
    if (reading.kind === 'sheets') sheets.push(...reading.sheets);
    // A file that cannot be read as a sheet may still be evidence.
    else others.push({ file, trouble: reading.kind === 'unreadable' ? reading : UNNAMED });
  }
  const evidence = others.map(({ file }) => file);
  const candidates: ReportCandidate[] = [];
  for (const sheet of sheets) {
    const unit = sheetUnit(sheet, ledger, settings.today);
    if (unit === undefined) {
      reception.unknown.push({
        file: sheet.file,
        message: `认不出是哪个单位的报送单${sheet.unitName === '' ? '' : `（表上写“${sheet.unitName}”）`}`,
        remedy: '问清楚是谁交的；用原来发出的报送单填写，不要另做一张',
      });
      continue;
    }
    const own = receptionOf(unit, ledger, reception);
    if (!own.files.includes(sheet.file)) own.files.push(sheet.file);
    candidates.push(...receiveSheet(sheet, own, { ledger, settings, waiting, evidence }));
  }
  chooseReports(candidates);
  checkUnits(reception.units, ledger, settings);
  for (const unit of reception.units)
    unit.empty = unit.empty.filter((issue) => !rowsOf(unit).includes(issue));
  for (const { file, trouble } of others)
    if (!isUsed(file, reception.units) && !isNamed(file, sheets)) {
      const { problem: message, remedy } = trouble;
      reception.unknown.push({ file: file.name, message, remedy });
      ownerOf(file, reception.units)?.notes.push(`${file.name}：${message}；${remedy}`);
    }
  return reception;
}

/** One odd file never stops the folder, whatever a library makes of it. */
async function readSafely(file: ReceivedFile): Promise<FileBack> {
  try {
    return await readFileBack(file);
  } catch {
    return {
      kind: 'unreadable',
      problem: '这个文件读到一半出了错，没有收',
      remedy: '用 WPS 或 Excel 打开后另存为 xlsx 再交，并把原文件交给管理员查',
    };
  }
}

/** The issues that something is said of. */
function rowsOf({ updates, already, passed, faults }: UnitReception): (string | undefined)[] {
  return [...updates, ...already, ...passed, ...faults].map(({ issue }) => issue);
}

function isUsed({ bytes }: ReceivedFile, units: readonly UnitReception[]): boolean {
  const hash = sha256Of(bytes);
  return units.some(({ updates }) =>
    updates.some(({ attachments }) =>
      [...attachments.values()].some((one) => (one.original ?? sha256Of(one.bytes)) === hash),
    ),
  );
}

/** True where a sheet names the file, though the row was not received. */
function isNamed(file: ReceivedFile, sheets: readonly SheetBack[]): boolean {
  const names = (words: string) =>
    words.trim() !== '' && 'file' in attachmentFor(words, file.name, [file]);
  return sheets.some(({ rows }) =>
    rows.some(({ filled: { evidence } }) =>
      wordsIn(evidence?.text ?? '').some(
        (word) => word.kind === 'words' && [word.text, ...word.text.split(/[、，,]/u)].some(names),
      ),
    ),
  );
}

/** The unit beside whose sheets a file lies, where they are of one unit. */
function ownerOf({ name }: ReceivedFile, units: readonly UnitReception[]) {
  const folder = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
  const beside = units.filter(({ files }) => files.some((one) => folder(one) === folder(name)));
  return beside.length === 1 ? beside[0] : undefined;
}

/** What the unit has given back so far in this reception. */
function receptionOf(unit: string, ledger: Ledger, reception: Reception): UnitReception {
  const known = reception.units.find((one) => one.unit === unit);
  if (known) return known;
  const fresh = emptyReception(unit, ledger);
  reception.units.push(fresh);
  return fresh;
}
