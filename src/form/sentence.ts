/** 说法: a sentence of the check, with the names of fields as the page shows them in place of those in a file, and no file. */
import type { FormFault } from './new-record.ts';

/** `names`: field in the file → label on the page. */
export function sentenceOf(
  { message, remedy }: Pick<FormFault, 'message' | 'remedy'>,
  names: ReadonlyMap<string, string>,
): string {
  const said = [message, remedy].map((text) => onForm(inLabels(text, names))).join('：');
  return asOnForm(said);
}

/** A schema's sentence without what only whoever writes files needs: a form leaves out by itself what is not to be filled in. */
export function onForm(words: string): string {
  return words.replaceAll(/[；，]公开仓库里[^；。]*/gu, '');
}

/** What a file lacks or how it writes a day (ledger/message.ts, schema/field.ts), as somebody hears it who fills in a form. */
function asOnForm(said: string): string {
  const empty = EMPTY.exec(said)?.groups?.['label'];
  if (empty !== undefined) return `${empty}没有填`;
  const missing = /^缺少必填栏目“(?<label>[^”]+)”：补上 ?(?:“[^”]+”|[A-Za-z]+)：(?<why>.*)$/u.exec(
    said,
  )?.groups;
  if (missing === undefined) return said.replaceAll(WRITTEN_DAY, '请选日期');
  const { label = '', why = '' } = missing;
  return why === WRITTEN_DAY
    ? `请选${label}`
    : WANTED_TYPE.test(why)
      ? `请填${label}`
      : `请填${label}。${why}`;
}

/** What a file should hold there says nothing to somebody who left a field empty. */
const EMPTY = /^“(?<label>[^”]+)”没有填：/u;
const WRITTEN_DAY = '应为日期，写成 2020-05-31 这样';
/** What the check says of a bare type: of a field that is empty it says nothing. */
const WANTED_TYPE = /^应为(?:文字|数字|整数)$|^对照同类文件/u;

function inLabels(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replaceAll(/（[a-z]+\/[^（）]*\.yaml[^（）]*）/gu, '')
    .replaceAll(/“[A-Za-z]+”（(?<title>[^）]+)）/gu, '“$<title>”')
    .replaceAll(/ ?\b(?<name>[a-z][A-Za-z]+)\b ?/gu, (all, name: string) => {
      const label = names.get(name);
      return label === undefined ? all : `“${label}”`;
    });
}
