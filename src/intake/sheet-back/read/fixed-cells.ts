/** 锁定格: the pre-filled cells of a sheet that came back — which issue they name, and whether they still say the same. */
import { distance } from 'fastest-levenshtein';
import { ownerOn } from '../../../domain/issue/owner.ts';
import type { Issue } from '../../../schema/issue.ts';
import type { Entry, Ledger } from '../../../schema/ledger.ts';
import { unitSheetColumns } from '../out/unit-sheet-columns.ts';
import { fixedWords, type FixedKey, fixedSum } from '../out/unit-sheet-rows.ts';
import { isFilledIn, type SheetBack, type SheetBackRow } from './sheet-back.ts';
import type { UnitReception } from '../unit-reception.ts';
import { tidy } from '../../words/wording.ts';

/** The issue that a row is about; a number that is not the unit's own is a fault. */
export function issueOf(
  row: SheetBackRow,
  sheet: SheetBack,
  own: UnitReception,
  ledger: Ledger,
  today: string,
): Entry<Issue> | undefined {
  const { fixed, place } = row;
  const id = tidy(fixed.issue?.text ?? '').normalize('NFKC');
  const issue = ledger.issues.get(id);
  const owner = issue && ownerOn(ledger, issue, today);
  if (issue && owner === own.unit) return issue;
  if (!isFilledIn(row)) return undefined;
  const ids = sheet.stamp?.rows.map((row) => row.issue) ?? [];
  const like = ids.toSorted((a, b) => distance(a, id) - distance(b, id))[0];
  own.faults.push({
    place: fixed.issue?.place ?? place,
    message:
      id === ''
        ? '这一行没有问题编号，不知道是哪一条'
        : issue
          ? `${id} 不是${own.unitName}的问题`
          : `台账里没有问题编号“${id}”`,
    remedy:
      id !== '' && like !== undefined
        ? `是不是 ${like}？问题编号请不要改动`
        : '用原来发出的报送单填写，不要增加行',
  });
  return undefined;
}

/**
 * Pre-filled cells that came back changed. False where the unit changed them, which is a fault; where the ledger has
 * changed since, that is only said.
 */
export function checkFixed(
  { fixed }: SheetBackRow,
  issue: Entry<Issue>,
  sheet: SheetBack,
  own: UnitReception,
): boolean {
  const words = fixedWords(issue);
  const changed = (Object.keys(fixed) as FixedKey[]).filter(
    // By its number the issue was found, whichever way that is written; 序号 is counted anew when rows are moved.
    (key) =>
      key !== 'issue' && key !== 'row' && plain(fixed[key]?.text ?? '') !== plain(words[key]),
  );
  if (changed.length === 0) return true;
  const sent = sheet.stamp?.rows.find((row) => row.issue === issue.id)?.sum;
  const shown = { ...words, row: fixed.row?.text ?? words.row };
  for (const key of changed) shown[key] = fixed[key]?.text ?? '';
  if (sent !== undefined && fixedSum(shown) === sent) {
    own.notes.push(`${issue.id} 的内容在发出报送单以后改过，表上是旧的`);
    return true;
  }
  for (const key of changed) {
    const cell = fixed[key];
    const title = unitSheetColumns.find((column) => column.key === key)?.title ?? key;
    if (cell === undefined) continue;
    own.faults.push({
      place: cell.place,
      issue: issue.id,
      message: `“${title}”被改动：原为“${words[key]}”，现为“${tidy(cell.text).slice(0, 60)}”`,
      remedy: '锁定的格不要改；对原文有意见的，写在“情况说明”里',
    });
  }
  return false;
}

function plain(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The ledger has moved on since the sheet went out. */
export function noteStale(
  issue: Entry<Issue>,
  sheet: SheetBack,
  own: UnitReception,
  ledger: Ledger,
): void {
  const sent = sheet.stamp?.rows.find((row) => row.issue === issue.id);
  if (sent === undefined) return;
  const updates = ledger.updates.get(issue.id) ?? [];
  const later = updates.length - 1 - updates.findIndex(({ id }) => id === sent.last);
  const count = sent.last === '' ? updates.length : later;
  if (updates.at(-1)?.id === sent.last || count === 0) return;
  own.notes.push(`${issue.id} 在发出报送单以后又有 ${count} 次报送或决定，按现在的状态判断`);
}
