/** 差一点的合计: parts behind which a sum stands that says another verb. */
import { readWords } from './scope.ts';
import { isAlike, type SaidNumber, type Statement } from './statement.ts';

/** 甲县12家，乙县15家，丙县5家，共检查33家: so near that nothing else is meant. */
export function isNearTotal(
  parts: readonly SaidNumber[],
  { value }: SaidNumber,
  verb: string | undefined,
): boolean {
  const gap = Math.abs(parts.reduce((sum, part) => sum + part.value, 0) - value);
  const isBare = parts.every(({ noun, stance }) => noun === '' && stance === undefined);
  const isCheck = /检查|抽查|监测|评估|考核|测评/u.test(verb ?? '');
  return isCheck && isBare && parts.length >= 3 && gap <= Math.max(2, value * 0.05);
}

/** 三类合计, 以上两项共. */
export const COUNTED =
  /^(?:[前以上述]*)([两二三四五六七八九十])[大]?[类项者种个部]\S{0,2}?(?:共计|合计|总计|共)$/u;

/** 优秀8家、良好19家、合格11家、不合格2家，参评单位共40家; 12家县级网站、34家部门网站共46家. */
export const END_OF_ROW =
  /(?:单位|网站|账号|部门|乡镇|问题|栏目|人数|[众音订阅手条]号|微博)(?:共|合计|总计|共计|总数|总量)(?:有|为)?$/u;

/** So near that nothing else is meant, or the sum itself. */
export function isSlight(parts: readonly SaidNumber[], { value }: SaidNumber): boolean {
  const gap = Math.abs(parts.reduce((sum, part) => sum + part.value, 0) - value);
  return parts.length >= 2 && gap <= Math.max(2, value * 0.05);
}

/** 一月份办理留言41件，二月份办理33件，三月份52件，一季度共办理留言126件. */
export function isByMonths(parts: readonly SaidNumber[], verb: string | undefined): boolean {
  const word = (verb ?? '').slice(0, 2);
  return (
    word.length === 2 &&
    parts.length >= 3 &&
    parts.every(
      ({ label }) =>
        label.includes(word) || /^[一二三四五六七八九十]*月份?$|^第?[一二三四]季度$/u.test(label),
    )
  );
}

/** 共收到3059条，部门收到1904条，县区收到1155条. */
export function sameVerb(whole: SaidNumber, parts: readonly SaidNumber[]): boolean {
  const verb = parts[0]?.label.slice(-2) ?? '';
  return (
    /^[\u4e00-\u9fff]{2}$/u.test(verb) &&
    whole.label.includes(`共${verb}`) &&
    parts.every(({ label }) => label.endsWith(verb))
  );
}

/** 望泽县抽查20个，不合格1个；芦源县抽查16个: behind the semicolon another one has a whole of its own. */
export function ownPieces(text: string, { label }: SaidNumber): string {
  // 有效留言118条，无效留言8条；有效留言已办结116条.
  const name = label.replace(/^其中/u, '');
  const verb = /(?:检查|抽查|抽检|监测|复查|收到|发现|受理|共有|现有)$/u.exec(label)?.[0];
  const pieces = text.split('；');
  const stop = pieces.findIndex(
    (piece, at) =>
      at > 0 &&
      ((verb !== undefined && piece.includes(verb)) ||
        (name.length >= 3 && piece.startsWith(name))),
  );
  return stop < 0 ? text : pieces.slice(0, stop).join('；');
}

/** As many numbers in a row before 分别 as behind it, none of them smaller. */
export function isRowOfWholes(
  earlier: readonly SaidNumber[],
  after: readonly SaidNumber[],
  statement: Statement,
): boolean {
  const wholes = earlier.slice(-after.length);
  return (
    after.length >= 2 &&
    wholes.length === after.length &&
    wholes.every((one, at) => {
      const [part, next] = [after[at], wholes[at + 1]];
      const isBefore = part !== undefined && isAlike(one, part) && one.value >= part.value;
      return (
        isBefore &&
        (next === undefined ||
          /^[^，。；：\d]*[、，和及与]/u.test(readWords(statement, one.end, next.at)))
      );
    })
  );
}
