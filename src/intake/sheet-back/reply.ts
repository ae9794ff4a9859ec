/** 回复: what is sent back to a unit that gave back a sheet — for each row what became of it, or why not and what to do. */
import { type PaperPlace, placeInWords } from '../../paper/sheet.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { UnitReception } from './unit-reception.ts';
import { rowName } from '../../text/row-name.ts';

/** How people call an issue: 序号5 甲街道发布（2026-special-05）; by its id alone where the ledger has it no more. */
export type IssueName = (issue: string) => string;

export function issueNames({ issues, accounts, units }: Ledger): IssueName {
  return (id) => {
    const issue = issues.get(id);
    if (issue === undefined) return id;
    const { account, unit } = issue;
    const name =
      account === undefined
        ? (issue.place ?? units.get(unit ?? '')?.name)
        : accounts.get(account)?.name;
    return `${rowName(issue.row)}${name === undefined ? '' : ` ${name}`}（${id}）`;
  };
}

/** The reply to a unit. */
export function replyText(reception: UnitReception, nameOf: IssueName = (id) => id): string {
  const { unitName, files, updates, already, passed, faults, notes, empty } = reception;
  const counts = [
    updates.length > 0 ? `已收 ${updates.length} 条` : '',
    already.length > 0 ? `以前收过 ${already.length} 条` : '',
    passed.length > 0 ? `没有登记 ${passed.length} 条` : '',
    faults.length > 0 ? `有 ${faults.length} 处请改正后重发（已收的不必改动）` : '',
  ].filter((part) => part !== '');
  const lines = [
    `${unitName}：`,
    `收到${files.join('、')}。`,
    counts.length === 0 ? '表里没有填写新的情况。' : `${counts.join('，')}。`,
  ];
  lines.push(...rowLines(reception, nameOf));
  const others = faults.filter(({ issue }) => issue === undefined);
  if (others.length > 0) lines.push('其他要改正的：', ...others.map(faultLine));
  if (empty.length > 0)
    lines.push(`没有填写的 ${empty.length} 条：${empty.map(nameOf).join('、')}。`);
  for (const note of new Set(notes)) lines.push(`提示：${note}。`);
  return `${lines.join('\n')}\n`;
}

/** A line for each row that the unit filled in, in the order of the sheets, and below it what is to be mended. */
function rowLines(
  { files, updates, already, passed, faults }: UnitReception,
  nameOf: IssueName,
): string[] {
  const wrong = Map.groupBy(
    faults.filter(({ issue }) => issue !== undefined),
    ({ issue, place }) => `${issue ?? ''} ${place.file} ${place.sheet}`,
  );
  const lines = [
    ...updates.map(({ issue, report, place }) => ({
      place,
      line: `${nameOf(issue)} ${report}：已收到，等审核。`,
    })),
    ...already.map(({ issue, isWaiting, returned, place }) => ({
      place,
      line:
        returned === undefined
          ? `${nameOf(issue)}：以前收过，${isWaiting ? '待审核' : '已经登记'}，不必再报。`
          : `${nameOf(issue)}：以前收过，${returned}；照着改好，写明这次补了什么再报。`,
    })),
    ...passed.map(({ issue, place, message }) => ({
      place,
      line: `${nameOf(issue)}：没有登记。${placeInWords(place)}：${message}。`,
    })),
    ...[...wrong.values()].flatMap((own) => {
      const [first] = own;
      const line = `${nameOf(first?.issue ?? '')}：没有收，请改正：\n${own.map(faultLine).join('\n')}`;
      return first === undefined ? [] : [{ place: first.place, line }];
    }),
  ];
  const order = ({ file, row }: PaperPlace): number => files.indexOf(file) * 1e6 + row;
  return lines.toSorted((a, b) => order(a.place) - order(b.place)).map(({ line }) => line);
}

function faultLine(
  { place, message, remedy }: UnitReception['faults'][number],
  index: number,
): string {
  return `${index + 1}. ${placeInWords(place)}：${message}。${remedy}。`;
}
