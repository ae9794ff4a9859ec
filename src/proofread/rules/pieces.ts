/** 成对的分项: 收到来信60件，办结52件。其中：甲镇20件，办结18件；乙镇25件，办结21件；…: of each column its sum. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { sumOfParts } from '../division.ts';
import type { ReadDocument } from '../document/paper.ts';
import { sumInWords } from '../number/quantity.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

/** Not all of them are told, or some are counted twice. */
const OTHER = /等(?=[。；]|$)|主要|例如|如下|突出|另|此外|重复|同时|排名|前[一二三四五\d]|最/u;

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const before = statements[index - 1];
    const lead = before?.passage === statement.passage ? before.numbers : [];
    return wrong(statement, lead);
  });
}

function wrong(statement: Statement, before: readonly SaidNumber[]): Contradiction[] {
  const { text, at, numbers } = statement;
  const cut = /其中[，：]{0,2}/u.exec(text);
  if (cut === null || OTHER.test(text)) return [];
  const start = at + cut.index + cut[0].length;
  const rows = rowsOf(statement, start);
  const own = numbers.filter((one) => one.at < start);
  const wholes = (own.length > 0 ? own : before).filter(({ scope }) => scope < 0);
  const [firsts, seconds] = [0, 1].map((column) => rows.flatMap((row) => row[column] ?? []));
  const [all, some] = wholes;
  if (wholes.length !== 2 || !all || !some || !firsts || !seconds || rows.length < 3) return [];
  const units = new Set([...rows.flat(), ...wholes].map(({ unit }) => unit));
  const kinds = new Set(seconds.map(kindOf));
  const [kind = ''] = kinds;
  const isOne = kinds.size === 1 && kind.length >= 2 && units.size === 1;
  const isCalled = (some.label + some.noun).includes(kind) && !all.label.endsWith(kind);
  const isRough = [...rows.flat(), ...wholes].some(({ rough, compared }) => rough || compared);
  if (!isOne || !isCalled || isRough) return [];
  const near = [
    [all, firsts],
    [some, seconds],
  ] as const;
  // What is far off is cut in another way.
  const isNear = near.every(
    ([whole, parts]) =>
      Math.abs(sumOfParts(parts) - whole.value) <= Math.max(2, whole.value * 0.15),
  );
  return !isNear
    ? []
    : near.flatMap(([whole, parts]) =>
        sumOfParts(parts) === whole.value ? [] : [finding(whole, parts)],
      );
}

/** The two numbers of each piece between semicolons; none where one has more or fewer. */
function rowsOf({ passage, end, numbers }: Statement, start: number): SaidNumber[][] {
  const pieces = [...passage.read.slice(start, end).matchAll(/[^；。]+/gu)];
  const rows = pieces.map(({ 0: piece, index }) =>
    numbers.filter((one) => one.at >= start + index && one.at < start + index + piece.length),
  );
  return rows.every((row) => row.length === 2) ? rows : [];
}

/** 办结18件: what the second number of a piece counts. */
const kindOf = ({ label }: SaidNumber): string => label.replace(/^[其共]|[为有共]$/gu, '');

function finding(whole: SaidNumber, parts: readonly SaidNumber[]): Contradiction {
  return disagreement(piecesRule.id, parts, whole, {
    message: `各分项相加，${sumInWords(parts.map(({ value }) => value))}，与总数${String(whole.value)}不符`,
    expected: `总数为${String(sumOfParts(parts))}，或改正分项`,
  });
}

export const piecesRule: ProofRule = { id: 'pieces', name: '成对分项之和', check };
