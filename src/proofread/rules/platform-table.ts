/** 分平台的表: 对275个政务新媒体进行了检查, and a table below whose platforms come to another number and that has no total. */
import { exactSum } from '../number/quantity.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type DocumentTable, paragraphsOf, type ReadDocument } from '../document/paper.ts';
import { cellNumber, headerOf, totalKind } from '../document/table.ts';
import type { ProofRule } from '../rule.ts';

const KINDS = /^(?:平台|账号|新媒体)?(?:平台)?(?:类型|类别|种类|名称)$|^平台$/u;
const CHECKED = /^(?:检查|抽查|监测|巡查|在运行|开设)?(?:数量?|总数|账号数|个数)(?:（[个家]）)?$/u;
const PLATFORM = /微信|公众号|微博|抖音|快手|头条|客户端|小程序|视频号|其他|其它/u;
const WHOLE =
  /(?<!\d)(?<n>\d{2,5})个(?:在运行的?)?(?:政务新媒体|新媒体)(?:账号)?(?:进行|开展)?[^，。；]{0,8}(?:检查|抽查|监测|巡查)/gu;

function check(paper: ReadDocument): Contradiction[] {
  return paper.blocks.flatMap((block, index): Contradiction[] => {
    if (block.kind !== 'table') return [];
    const sum = sumOf(block);
    const passage = paragraphsOf(paper).findLast(
      (one) => one.block < index && one.block >= index - 3,
    );
    if (sum === undefined || passage === undefined) return [];
    const told = [...passage.read.matchAll(WHOLE)];
    const [whole, more] = told;
    if (whole === undefined || more !== undefined) return [];
    const value = Number(whole.groups?.['n']);
    // Some platforms of all come to less.
    if (value === sum.value || sum.parts.includes(value) || (sum.value < value && !sum.isAll))
      return [];
    return [
      {
        rule: platformTableRule.id,
        place: { kind: 'cell', table: block.number, row: sum.row, column: sum.column },
        quote: sum.quote,
        against: {
          place: passage.place,
          quote: quoteAround(passage.text, whole.index, whole.index + whole[0].length),
        },
        message: `表里各平台的${sum.title}合计${String(sum.value)}个，文中写的是${String(value)}个`,
        expected: `合计${String(value)}个`,
      },
    ];
  });
}

interface ColumnSum {
  readonly value: number;
  readonly parts: readonly number[];
  /** The last row is of all others. */
  readonly isAll: boolean;
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly quote: string;
}

/** The sum of the first column that counts what was looked at; undefined in a table of anything but platforms, or with totals. */
function sumOf(table: DocumentTable): ColumnSum | undefined {
  const head = headerOf(table);
  if (head === undefined || !head.titles.some((title) => KINDS.test(title))) return undefined;
  const at = head.titles.findIndex((title) => CHECKED.test(title));
  const rows = table.rows.slice(head.row + 1);
  const kind = head.titles.findIndex((title) => KINDS.test(title));
  const areKinds = rows.every((row) => PLATFORM.test(row[kind]?.text ?? ''));
  if (at < 0 || rows.length < 3 || !areKinds || rows.some((row) => totalKind(row) !== undefined))
    return undefined;
  const cells = rows.map((row) => cellNumber(row[at]));
  const last = cells.at(-1);
  if (last === undefined || cells.some((cell) => cell === undefined)) return undefined;
  const parts = cells.flatMap((cell) => cell?.value ?? []);
  return {
    value: exactSum(parts),
    parts,
    isAll: /其[他它]/u.test(rows.at(-1)?.[kind]?.text ?? ''),
    title: head.titles[at] ?? '',
    row: last.cell.row,
    column: last.cell.column,
    quote: (rows.at(-1) ?? [])
      .map(({ text }) => text)
      .join(' | ')
      .slice(0, 60),
  };
}

export const platformTableRule: ProofRule = {
  id: 'platform-table',
  name: '分平台的表与总数',
  check,
};
