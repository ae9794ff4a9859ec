/** 交回的文件: whether a file is a sheet of ours, whatever its name; the stamp is read from its hidden page. */
import { magicOf } from '../../../paper/magic.ts';
import { readPaper } from '../../../paper/paper.ts';
import { type Grid, type Paper, placeInWords, type Refusal } from '../../../paper/sheet.ts';
import type { ReceivedFile } from '../report/attachment.ts';
import { formsIn } from './form-in.ts';
import type { SheetBack } from './sheet-back.ts';
import { sheetsIn } from './sheet-in.ts';
import { tidy } from '../../words/wording.ts';
import { codeIn, type Stamp, STAMP_SHEET, stampIn } from '../out/stamp.ts';

export type FileBack =
  { kind: 'sheets'; sheets: SheetBack[] } | ({ kind: 'unreadable' } & Refusal) | { kind: 'other' };

const OFFICE = /\.(?:xlsx?|xlsm|xlsb|et|ett|csv|docx?|docm|wps|wpt|rtf|ods|fods|odt|fodt|html?)$/iu;
const PACKED = /\.(?:zip|rar|7z|tar|t?gz)$/iu;
/** Names of files that only look like sheets inside: documents for reading. */
const NEVER = /\.(?:ofd|pdf|png|jpe?g|webp|gif|bmp|heic|mp4)$/iu;

/** Never throws on bad data. */
export async function readFileBack(file: ReceivedFile): Promise<FileBack> {
  if (PACKED.test(file.name))
    return {
      kind: 'unreadable',
      problem: '压缩包没有打开',
      remedy: '解压后把里面的文件放进文件夹，再收一次',
    };
  const isNamedSo = OFFICE.test(file.name);
  if (!isNamedSo && (NEVER.test(file.name) || !isContainer(file.bytes))) return { kind: 'other' };
  const reading = await readPaper(file.name, file.bytes, () => false);
  if ('refusal' in reading)
    return isNamedSo ? { kind: 'unreadable', ...reading.refusal } : { kind: 'other' };
  const stamp = stampOf(reading.paper);
  const sheetsBack = sheetsBackIn(reading.paper, stamp);
  if (sheetsBack.length > 0) return { kind: 'sheets', sheets: sheetsBack };
  return stamp === undefined
    ? { kind: 'other' }
    : {
        kind: 'unreadable',
        problem: '是发出的报送单，但“问题编号”“本次报送”这一行栏目名称不在了，读不出',
        remedy: '用原来发出的报送单重新填写，不要删去栏目名称',
      };
}

/** True for a new or an old Office file by its first bytes: a unit may have lost the ending of the name. */
function isContainer(bytes: Uint8Array): boolean {
  const magic = magicOf(bytes);
  return magic === 'zip' || magic === 'ole';
}

/** The stamp of a sheet, on a page that nobody sees unless another program showed it. */
function stampOf({ blocks, hidden = [] }: Paper): Stamp | undefined {
  for (const block of [...hidden, ...blocks]) {
    if (block.kind !== 'grid') continue;
    const stamp = stampIn(block.rows.slice(0, 5000).map((row) => row.map(({ text }) => text)));
    if (stamp) return stamp;
  }
  return undefined;
}

/** The sheets and forms in a paper; none where it is something else. */
function sheetsBackIn(paper: Paper, stamp: Stamp | undefined): SheetBack[] {
  const grids = paper.blocks.filter((block): block is Grid => block.kind === 'grid');
  const sheets = grids.flatMap(sheetsIn);
  const found = sheets.length > 0 ? sheets : formsIn(paper.blocks);
  const lines = paper.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
  const sheetsBack = found.map(({ above, ...rest }): SheetBack => {
    const own = [...above, ...lines];
    const code = own.map(codeIn).find((one) => one !== undefined);
    // A sheet that was copied into the workbook of another one is what it says itself.
    const isStamped =
      stamp !== undefined &&
      (code === undefined || (code.unit === stamp.unit && code.campaign === stamp.campaign));
    const known = isStamped ? stamp : code;
    return {
      ...rest,
      file: paper.file,
      kind: sheets.length > 0 ? 'sheet' : 'form',
      knownBy: isStamped ? 'stamp' : code ? 'code' : 'content',
      ...(isStamped && { stamp }),
      unit: known?.unit,
      campaign: known?.campaign,
      unitName: unitNameIn(own) ?? rest.unitName,
    };
  });
  sheetsBack[0]?.notes.push(...unreadIn(paper));
  return sheetsBack.map((one) => withSignature(one, sheetsBack));
}

/** A page that nobody signed has the signatures of another page of the file and unit that somebody did. */
function withSignature(sheet: SheetBack, all: readonly SheetBack[]): SheetBack {
  const isSigned = ({ signature }: SheetBack) =>
    Object.values(signature).some(({ text }) => tidy(text) !== '');
  if (isSigned(sheet)) return sheet;
  const other = all.find(
    (one) => isSigned(one) && (one.unit === sheet.unit || sheet.unit === undefined),
  );
  return other === undefined ? sheet : { ...sheet, signature: other.signature };
}

function unitNameIn(texts: readonly string[]): string | undefined {
  return texts.map((text) => /单位[：:]\s*(\S+)/u.exec(text)?.[1]).find((one) => one !== undefined);
}

/** What the paper holds beside its cells: text boxes, hidden sheets, pictures that nobody can open. */
function unreadIn({ unread = [] }: Paper): string[] {
  return unread
    .filter(({ place }) => place.sheet !== STAMP_SHEET)
    .map(({ place, what }) => `${placeInWords(place)}：${what}，没有收`);
}
