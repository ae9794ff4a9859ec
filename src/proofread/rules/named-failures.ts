/** 合格率与点名: 检查33家，合格率93.94%。不合格的网站有甲、乙: as many names as the rate leaves. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { entityOf } from '../meaning.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isRate } from '../number/quantity.ts';
import { namesIn } from '../roll.ts';
import { type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const NAMING =
  /^不合格的?(?:政府)?(?<kind>网站|政务新媒体|新媒体|账号)(?:分别)?(?:有|为|是)：?(?<row>[^。；：]+)[。；]?$/u;
/** Of another time, or of others. */
const OTHER = /上[季月年]|去年|同期|其中|分别|复查|整改/u;

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const before = statements[index - 1];
    return before === undefined || before.passage !== statement.passage
      ? []
      : wrong(statement, before);
  });
}

function wrong(statement: Statement, before: Statement): Contradiction[] {
  const { row = '', kind = '' } = NAMING.exec(statement.text)?.groups ?? {};
  const names = row === '' ? undefined : namesIn(row);
  const [rate, another] = before.percentages;
  if (names === undefined || names.open || rate === undefined) return [];
  const of = entityOf({ label: kind, noun: '' });
  const [whole] = before.numbers.filter(
    (one) => one.scope < 0 && !one.rough && !one.compared && entityOf(one) === of,
  );
  const isPassRate = /(?<!不)合格率(?:为|是|达到?)?$/u.test(
    before.passage.read.slice(before.at, rate.at),
  );
  if (
    whole === undefined ||
    !isPassRate ||
    another !== undefined ||
    OTHER.test(before.text.replace(/与上一?季度持平/gu, ''))
  )
    return [];
  if (before.numbers.some(({ stance }) => stance?.about === 'pass')) return [];
  const near = Math.round(whole.value * (1 - rate.value / 100));
  const fit = [near - 1, near, near + 1].filter(
    (count) => count >= 0 && isRate(rate, whole.value - count, whole.value),
  );
  const [failed, more] = fit;
  if (failed === undefined || more !== undefined) return [];
  if (failed >= names.least && failed <= names.most) return [];
  const { passage, at, text } = statement;
  return [
    {
      rule: namedFailuresRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, at, at + text.length),
      against: {
        place: before.passage.place,
        quote: quoteAround(before.passage.text, whole.at, rate.end),
      },
      message: `${String(whole.value)}${whole.unit}、合格率${String(rate.value)}%，不合格的应为${String(failed)}个，点到的是${String(names.least)}个`,
      expected: `点到${String(failed)}个，或改正合格率`,
    },
  ];
}

export const namedFailuresRule: ProofRule = { id: 'named-failures', name: '合格率与点名', check };
