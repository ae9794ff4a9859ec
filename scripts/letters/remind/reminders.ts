/** What a day's reminders are, in words and as records: shared by listing, recording and sending. */
import { inWords } from '../../../src/day/calendar.ts';
import { chatText, markdown } from '../../../src/documents/letter/plain-letter.ts';
import { remindValues } from '../../../src/documents/letter/remind.ts';
import { warningBlocks } from '../../../src/documents/letter/warnings.ts';
import { type DueReminder, dueReminders } from '../../../src/domain/reminding.ts';
import { type Standing, standing } from '../../../src/domain/issue/standing.ts';
import { unitsWarnedAnew } from '../../../src/domain/warning.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import type { Face } from '../../../src/views/face.ts';
import { DataFaults, WrongUse } from '../../command.ts';
import type { HandingPlace, HandedProposal } from '../../enter/handing-in.ts';
import { filledTemplate } from '../wording.ts';
import { ruleInForceOn } from '../../../src/domain/setting.ts';

/** The units whose warnings changed since the last reminder on record; `unit`: only that one. */
export function warnedUnits(
  { standing: now, ledger, today }: Face,
  unit: string | undefined,
): ReadonlySet<string> {
  const last = ledger.reminders.findLast(({ sentOn }) => sentOn <= today)?.sentOn;
  const then: Standing | undefined = last === undefined ? undefined : standing(ledger, last);
  const anew = unitsWarnedAnew(now, then);
  return unit === undefined ? anew : new Set([unit].filter((id) => anew.has(id)));
}

/** What is to be sent, by the office's rule. Throws DataFaults where the ledger has none. */
export function remindersOf(face: Face, unit: string | undefined): DueReminder[] {
  const rule = ruleInForceOn(face.ledger.vocabulary.reminding, face.today);
  if (rule === undefined) {
    throw new DataFaults(
      '台账缺少催办规则 vocabulary/reminding.yaml → 可参照程序自带台账的同名文件补上',
    );
  }
  return dueReminders(face.standing, rule, face.ledger.reminders).filter(
    (one) => unit === undefined || one.unit === unit,
  );
}

/** A letter a unit and level, then the warnings of `warned`; empty where there is neither. `content`: the ledger's folder. */
export function lettersFor(
  face: Face,
  due: readonly DueReminder[],
  warned: ReadonlySet<string>,
  content: string,
  format: 'text' | 'md',
): { reminders: string[]; warnings: string[] } {
  const written = format === 'md' ? markdown : chatText;
  return {
    reminders: due.map((one) =>
      written(filledTemplate(content, 'remind', remindValues(face, one)).blocks),
    ),
    warnings: warningBlocks(face, warned).map(written),
  };
}

/** How it was sent. */
export interface ReminderDelivery {
  readonly channel?: string | undefined;
  readonly to?: string | undefined;
  readonly answer?: string | undefined;
}

/** One record a unit and level. */
export function reminderFiles(
  due: readonly DueReminder[],
  today: string,
  how: ReminderDelivery,
): Map<string, string> {
  const { channel, to, answer } = how;
  return new Map(
    due.map(({ unit, level, due: issues }) => {
      const ids = issues.map(({ issue }) => issue.id);
      const record = { unit, level, sentOn: today, issues: ids, channel, to, answer };
      return [`reminders/${today}-${unit}-${level}.yaml`, canonical('reminder', record)];
    }),
  );
}

/** The records of a day as they are handed in; `unit`: of that one alone. Throws WrongUse where they cannot be. */
export function reminderProposal(
  on: Pick<HandingPlace, 'ledger' | 'content'>,
  due: readonly DueReminder[],
  today: string,
  { unit, ...how }: ReminderDelivery & { readonly unit?: string | undefined },
): HandedProposal {
  const files = reminderFiles(due, today, how);
  refuseRecords(on, files.keys());
  return {
    files,
    branch: `remind/${today}${unit === undefined ? '' : `-${unit}`}`,
    message: `登记${inWords(today)}的催办`,
  };
}

/** Refuses what cannot be recorded: in a public repository, or a second time. Throws WrongUse. */
export function refuseRecords(
  desk: Pick<HandingPlace, 'ledger' | 'content'>,
  paths: Iterable<string>,
): void {
  if (desk.ledger.site.repository === 'public') {
    throw new WrongUse(
      '台账在公开仓库里，不能登记催办',
      '催办记录只放在内部仓库；去掉 --record、--send',
    );
  }
  for (const path of paths)
    if (desk.content.texts.has(path))
      throw new WrongUse(`已经有 ${path}`, '今天已登记过，不再重复');
}
