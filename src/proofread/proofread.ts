/** 校对: all rules over one document. */
import type { Finding, Place } from './finding.ts';
import type { Paper } from './paper.ts';
import { amounts } from './rules/amounts.ts';
import { attachments } from './rules/attachments.ts';
import { averages } from './rules/averages.ts';
import { brackets } from './rules/brackets.ts';
import { calendar } from './rules/calendar.ts';
import { change } from './rules/change.ts';
import { columns } from './rules/columns.ts';
import { identity } from './rules/identity.ts';
import { lists } from './rules/lists.ts';
import { names } from './rules/names.ts';
import { numbering } from './rules/numbering.ts';
import { order } from './rules/order.ts';
import { larger } from './rules/larger.ts';
import { parts } from './rules/parts.ts';
import { portions } from './rules/portions.ts';
import { rates } from './rules/rates.ts';
import { repeated } from './rules/repeated.ts';
import { restated } from './rules/restated.ts';
import { rowcount } from './rules/rowcount.ts';
import { rows } from './rules/rows.ts';
import { shares } from './rules/shares.ts';
import { titles } from './rules/titles.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  parts,
  larger,
  rates,
  portions,
  shares,
  change,
  averages,
  names,
  lists,
  rowcount,
  restated,
  columns,
  identity,
  rows,
  repeated,
  calendar,
  order,
  numbering,
  attachments,
  titles,
  amounts,
  brackets,
];

/** Everything in which the document contradicts itself, in the order of the document. */
export function proofread(paper: Paper): Finding[] {
  const order = rules.map(({ id }) => id);
  return rules
    .flatMap((rule) => rule.check(paper))
    .map((finding, index) => ({ finding, index }))
    .toSorted(
      (a, b) =>
        positionOf(paper, a.finding.place) - positionOf(paper, b.finding.place) ||
        order.indexOf(a.finding.rule) - order.indexOf(b.finding.rule) ||
        a.index - b.index,
    )
    .map(({ finding }) => finding);
}

/** A number that grows from the first word of the document to the last. */
function positionOf({ blocks }: Paper, place: Place): number {
  const index = blocks.findIndex((block) =>
    place.kind === 'paragraph'
      ? block.kind === 'paragraph' && block.number === place.paragraph
      : block.kind === 'table' && block.number === place.table,
  );
  return place.kind === 'paragraph' ? index : index + (place.row * 100 + place.column) / 1e6;
}
