/** 正文与附件的分组: 市直部门5个、县区7个 in the text, and 县区（8个） over the names in the annex. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { markerOf } from '../marker.ts';
import { entityOf } from '../meaning.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';
import { own } from '../../text/own.ts';

const GROUP = /^(?<name>[^\d（）：，。、]{2,12})（(?:共)?(?<count>\d+)(?<unit>[个家])）(?:$|：)/u;
/** What the title of an annex and the sentence must both say; without any of them nobody knows what is listed. */
const SAID = /不合格|未整改|未备案|未更新|关停|注销|问题|整改|检查|抽查|监测/u;
const THINGS: Readonly<Record<string, RegExp>> = {
  account: /账号|新媒体/u,
  site: /网站/u,
  unit: /单位|部门/u,
  problem: /问题(?!账号|网站|单位|新媒体)/u,
};

interface Group {
  readonly passage: PlacedText;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly at: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const starts = paragraphs.flatMap(({ read }, index) =>
    /^附件 ?\d*(?:$|：)/u.test(read.trim()) ? [index] : [],
  );
  // Several annexes may list what was looked at, what failed and what was mended.
  const [start, another] = starts;
  if (start === undefined || another !== undefined) return [];
  const annex = paragraphs.slice(start);
  const title = annex
    .slice(0, 2)
    .map(({ read }) => read.trim().replace(/^附件 ?\d*：?\s*/u, ''))
    .find((words) => words !== '');
  const said = SAID.exec(title ?? '')?.[0];
  const groups = annex.flatMap(groupIn);
  const block = annex[0]?.block ?? 0;
  if (said === undefined || title === undefined || groups.length < 2) return [];
  const rows = statementsOf(paper)
    .filter(({ passage }) => passage.block < block)
    .flatMap((statement) => rowOf(statement, groups, said, title));
  const [row, more] = rows;
  return row === undefined || more !== undefined ? [] : differing(row, groups);
}

function groupIn(passage: PlacedText): Group[] {
  const { read } = passage;
  const skipped = markerOf(read)?.length ?? /^\s*/u.exec(read)?.[0].length ?? 0;
  const match = GROUP.exec(read.slice(skipped).trimEnd());
  const { name = '', count = '', unit = '' } = match?.groups ?? {};
  if (match === null) return [];
  const end = skipped + match[0].replace(/：$/u, '').length;
  return [{ passage, name, value: Number(count), unit, at: skipped, end }];
}

/** The numbers of a sentence that are called as the groups are, one of each and no other behind them. */
function rowOf(
  { text, at, numbers }: Statement,
  groups: readonly Group[],
  said: string,
  title: string,
): SaidNumber[][] {
  const row = groups.flatMap(({ name, unit }) =>
    numbers.filter((one) => one.unit === unit && !one.rough && nameOf(one) === name),
  );
  const [first] = row;
  if (first === undefined || row.length !== groups.length) return [];
  const whole = numbers.findLast((one) => one.at < first.at);
  const entity = whole === undefined ? undefined : entityOf(whole);
  const shape = entity === undefined ? undefined : own(THINGS, entity);
  const lead = text.slice(0, first.at - at);
  const isPeriod = /季度[^。]*季度/u.test(text);
  return shape?.test(title) === true && lead.includes(said) && !isPeriod ? [row] : [];
}

const nameOf = ({ label }: SaidNumber): string =>
  label.replace(/^(?:其中|和|及)/u, '').replace(/[为有]$/u, '');

function differing(row: readonly SaidNumber[], groups: readonly Group[]): Contradiction[] {
  const off = groups.flatMap((group, index) => {
    const said = row[index];
    return said === undefined || said.value === group.value ? [] : [{ group, said }];
  });
  const [one, another] = off;
  // A list of something else differs in all of its groups.
  if (one === undefined || another !== undefined) return [];
  const { group, said } = one;
  return [
    disagreement(annexGroupsRule.id, [group], said, {
      message: `附件写的是${group.name}${String(group.value)}${group.unit}，正文写的是${String(said.value)}${said.unit}`,
      expected: `正文与附件同为${String(said.value)}${said.unit}或${String(group.value)}${group.unit}`,
    }),
  ];
}

export const annexGroupsRule: ProofRule = {
  id: 'annex-groups',
  name: '正文与附件各组的个数',
  check,
};
