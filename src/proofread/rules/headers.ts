/** …中: 7个账号没有更新……8个未更新的账号中，街道5个，部门2个; 27条中，已完成24条，另有4条. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isNearTo } from '../figures/explained.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph) =>
    paragraph.figures
      .filter((one) => isHeader(one, paragraph))
      .flatMap((header) => wrong(paragraph, header)),
  );
}

/** 退回的6份中，: a sentence or a piece that begins with the number of those it tells of. */
function isHeader(one: ToldFigure, { passage }: FiguredParagraph): boolean {
  const start = /(?:^|[。；\n])[^，。；：\d]{0,16}$/u.test(passage.read.slice(0, one.at));
  const behind = /^[^，。；：\d]{0,14}中[，：]/u.test(passage.read.slice(one.end));
  return start && behind && one.scope < 0 && one.role !== 'rough';
}

function wrong({ figures, passage }: FiguredParagraph, header: ToldFigure): Contradiction[] {
  const stop = /[。；\n]/u.exec(passage.read.slice(header.end))?.index ?? passage.read.length;
  const end = header.end + stop;
  const parts = figures.filter(
    (one) => one.at > header.end && one.end <= end && one.kind === header.kind && one.scope < 0,
  );
  const words = passage.read.slice(header.end, end);
  const sum = exactSum(parts.map(({ value }) => value));
  if (parts.length < 2 || sum === header.value || !isNearTo(header.value, sum, 0.15)) return [];
  if (parts.some(({ compared, role }) => compared || role === 'rough' || role === 'mean'))
    return [];
  // Names without a number are some of them as well.
  if (
    words
      .split('，')
      .some((clause, at) => at > 0 && !/\d/u.test(clause) && /未|、|没有/u.test(clause))
  )
    return [];
  if (/其中|等(?=[，。；、\d])|分别|同时|较|比上/u.test(words)) return [];
  const before = figures.filter((one) => one.end <= header.at && one.kind === header.kind);
  const known = (value: number): boolean =>
    before.some(
      (one, at) => one.value === value || one.value + (before[at + 1]?.value ?? 0) === value,
    );
  const [a, b, c] = parts;
  const isRest =
    b !== undefined && c === undefined && /^(?:另有?|其余|剩余|尚有|还有|余下)的?$/u.test(b.label);
  // The parts make what was told before, and this number was not told; or two parts of which the second is the rest.
  const isTold = known(sum) && !known(header.value);
  if (!isTold && !(isRest && a?.role === 'count')) return [];
  return [
    disagreement(headersRule.id, parts, header, {
      message: `各部分相加，${sumInWords(parts.map(({ value }) => value))}，这里的总数写的是${String(header.value)}${header.unit}`,
      expected: `总数为${String(sum)}，或改正各部分`,
    }),
  ];
}

export const headersRule: ProofRule = { id: 'headers', name: '所述总数与其各部分', check };
