/** 平均每个: 12个乡镇共上报问题240个，平均每个乡镇30个. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const EACH =
  /(?:平均每|均|平均)(?:个|家|所|名|位|人|户|处|件)?([\u4e00-\u9fff]{0,6}?)(?:约|达|为|上报|发布|办理|受理|培训|走访|检查)?(\d+(?:\.\d+)?) ?([万亿]?[\u4e00-\u9fff])/gu;

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap((statement) => [...wrong(statement), ...ofThings(statement)]);
}

const OF_THINGS =
  /平均每([家个所户人名条件])(?:共)?(?:检查|巡查|办理|受理|发布|培训|走访|报送|更新)?(\d+(?:\.\d+)?) ?([\u4e00-\u9fff])/gu;

/** 67家网站开展检查共计134次，平均每家检查3次. */
function ofThings(statement: Statement): Contradiction[] {
  return [...statement.text.matchAll(OF_THINGS)].flatMap((match) => {
    const [, of = '', said = '', unit = ''] = match;
    const before = numbersBefore(statement, match);
    const counts = before.filter((one) => one.unit === of);
    const totals = before.filter((one) => one.unit === unit && one.unit !== of);
    return meanOf(statement, match, { said, counts, totals, of });
  });
}

function wrong(statement: Statement): Contradiction[] {
  return [...statement.text.matchAll(EACH)].flatMap((match) => {
    const [whole, whose = '', said = '', unit = ''] = match;
    if (
      !whole.includes('每') ||
      /约|近|超|天|月|日|年|周/u.test(whole) ||
      !/^(?:[镇县村区市校]|.{2,})$/u.test(whose)
    )
      return [];
    const before = numbersBefore(statement, match);
    const counts = before.filter(({ noun }) => noun.startsWith(whose));
    const totals = before.filter(
      (one) => !counts.includes(one) && unit.startsWith(one.unit) && isSum(one),
    );
    return meanOf(statement, match, {
      said,
      counts,
      totals,
      of: `${counts[0]?.unit ?? ''}${whose}`,
    });
  });
}

/** The exact numbers of a sentence that stand before a place in it, outside of brackets. */
function numbersBefore({ at, numbers }: Statement, match: RegExpExecArray): SaidNumber[] {
  return numbers.filter(
    (one) => one.end <= at + match.index && !one.rough && !one.compared && one.scope < 0,
  );
}

/** What is wrong with a mean, where one total and one count alone can have made it. */
function meanOf(
  { passage, at }: Statement,
  match: RegExpExecArray,
  {
    said,
    counts,
    totals,
    of,
  }: { said: string; counts: readonly SaidNumber[]; totals: readonly SaidNumber[]; of: string },
): Contradiction[] {
  const [count, total] = [counts[0], totals[0]];
  if (!count || !total || counts.length > 1 || totals.length > 1 || count.value === 0) return [];
  const decimals = said.split('.')[1]?.length ?? 0;
  const right = total.value / count.value;
  if (Math.abs(right - Number(said)) < 10 ** -decimals) return [];
  const place = at + match.index;
  return [
    {
      rule: eachRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, Math.min(count.at, total.at), place + match[0].length),
      message: `平均写的是${said}，与总数${String(total.value)}、${String(count.value)}${of}不符`,
      expected: `${String(total.value)}÷${String(count.value)}为${right.toFixed(decimals)}`,
    },
  ];
}

function isSum({ label }: SaidNumber): boolean {
  return /共|合计|总|累计/u.test(label);
}

export const eachRule: ProofRule = { id: 'each', name: '平均每个与总数', check };
