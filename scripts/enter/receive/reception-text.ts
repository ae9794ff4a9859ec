/** What `ledger receive` prints of a reception: lines for people, an object for programs. */
import { sha256Of } from '../../../src/intake/sheet-back/report/attachment.ts';
import type { Reception } from '../../../src/intake/sheet-back/reception.ts';
import { type IssueName, replyText } from '../../../src/intake/sheet-back/reply.ts';
import { placeInWords } from '../../../src/paper/sheet.ts';
import type { UnitReception } from '../../../src/intake/sheet-back/unit-reception.ts';

/** `done`: what was entered, by unit; by the empty name what was entered for all. */
export function receptionLines(
  { units, unknown }: Reception,
  done: ReadonlyMap<string, readonly string[]>,
  isWriting: boolean,
  nameOf: IssueName,
): string[] {
  const lines = [countsLine(units)];
  for (const unit of units) {
    lines.push('', replyText(unit, nameOf).trimEnd());
    const entered = done.get(unit.unit);
    if (entered !== undefined) lines.push(...entered);
  }
  if (unknown.length > 0) {
    lines.push('', `没有收 ${String(unknown.length)} 个文件：`);
    for (const { file, message, remedy } of unknown) lines.push(`${file}：${message} → ${remedy}`);
  }
  const all = done.get('');
  if (all !== undefined) lines.push('', ...all);
  if (!isWriting)
    lines.push(
      '',
      '只是预览，什么都没有写入；要写入，加 --branch（每单位一个分支，--push 一并推送）或 --write。',
    );
  return lines;
}

/** How much of everything came. */
export function countsLine(units: readonly UnitReception[]): string {
  const count = (of: (unit: UnitReception) => number): string =>
    String(units.reduce((sum, unit) => sum + of(unit), 0));
  return `收到 ${String(units.length)} 个单位：新报送 ${count(({ updates }) => updates.length)} 条，已收过 ${count(({ already }) => already.length)} 条，不用再登记 ${count(({ passed }) => passed.length)} 条，要改正 ${count(({ faults }) => faults.length)} 处。`;
}

/** The same as an object. */
export function receptionData({ units, unknown }: Reception, nameOf: IssueName) {
  return {
    units: units.map((unit) => ({
      unit: unit.unit,
      unitName: unit.unitName,
      files: unit.files,
      updates: unit.updates.map(({ issue, report, stamp, record, attachments, place }) => ({
        issue,
        report,
        update: `${issue}/${stamp}`,
        record,
        evidence: [...attachments].map(([name, { bytes, place: at }]) => ({
          name,
          sha256: sha256Of(bytes),
          size: bytes.length,
          cell: at.cell,
        })),
        place,
      })),
      already: unit.already,
      passed: unit.passed.map((one) => ({ ...one, where: placeInWords(one.place) })),
      faults: unit.faults.map((fault) => ({ ...fault, where: placeInWords(fault.place) })),
      notes: unit.notes,
      reply: replyText(unit, nameOf),
    })),
    unknown,
  };
}
