/** 填写格: the words of a cell that a unit filled in, or why they cannot be taken for what was meant. */
import { type Cell, isInexact } from '../../../paper/sheet.ts';
import { tidy } from '../../words/wording.ts';

/** What is wrong with a cell and what the unit is asked to do, in Chinese. */
export interface CellTrouble {
  message: string;
  remedy: string;
}

/** `trouble`: the words are not what was typed. */
export interface Written {
  text: string;
  trouble?: CellTrouble;
}

const ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!)$/iu;
const LINK = /^\s*HYPERLINK\s*\(/iu;
const PICTURE = /DISPIMG\s*\(/iu;
const POWER = /^[+-]?\d(?:\.\d+)?E\+\d{2,3}$/iu;
/** More than fifteen digits of which all after the fifteenth are zeros: a table of text that was a workbook before. */
const ROUNDED = /^\d{15}0+$/u;

const LOST: CellTrouble = {
  message: '号码超过15位，表格只留住了前15位',
  remedy: '先把这一格的格式改成“文本”，再重写整个号码',
};

/** What a person wrote into a cell; a cell that only lies under the merged cell beside it is empty. */
export function writtenIn(cell: Cell | undefined): Written {
  if (cell === undefined || cell.merged === 'across') return { text: '' };
  const { raw, pictures = [] } = cell;
  const text = tidy(cell.text);
  const formula = raw?.formula ?? (/^[=＝]/u.test(text) ? text.slice(1) : undefined);
  if (formula !== undefined && PICTURE.test(formula)) {
    if (pictures.length > 0) return { text: '' };
    return {
      text,
      trouble: {
        message: '单元格里的图片没有随文件一起保存下来',
        remedy: '把图片另存成文件，和报送单一起交回，这一格写文件名',
      },
    };
  }
  if (ERROR.test(text))
    return {
      text,
      trouble: { message: `这一格是错误值“${text}”`, remedy: '重新写上文字、编号或日期' },
    };
  const isLink = cell.link !== undefined || (LINK.test(formula ?? '') && /^https?:/iu.test(text));
  if (formula !== undefined && !isLink)
    return {
      text,
      trouble: {
        message: `这一格是公式“=${formula.slice(0, 40)}”，结果会随别的格变`,
        remedy: '直接写上文字、编号或日期，不用公式',
      },
    };
  if (isInexact(cell) && cell.day === undefined) return { text, trouble: LOST };
  if (typeof raw?.value === 'number' && cell.day === undefined)
    return { text: numberIn(text, raw.value) };
  if (POWER.test(text) || (isLoose(cell) && ROUNDED.test(text))) return { text, trouble: LOST };
  return { text };
}

/** The number as it was typed; a format may show zeros before it. */
function numberIn(shown: string, value: number): string {
  const isShown = /^\d+$/u.test(shown) && Number(shown) === value;
  return isShown || !Number.isInteger(value) ? shown : String(value);
}

/** True for text that a workbook may have written out (CSV): there is nothing behind it. */
export function isLoose({ raw, place }: Pick<Cell, 'raw' | 'place'>): boolean {
  return raw === undefined && /\.(?:csv|txt)$/iu.test(place.file);
}
