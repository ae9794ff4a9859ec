/**
 * 登记的几种: what a reviewer puts on record at the desk without a paper that came in — reminders that went out, circulars
 * and summaries that were issued, a check that is drawn, what a check leads to, the end of a campaign, what becomes of a unit. Each is made by the code of its command.
 */
import { inWords } from '../../src/day/calendar.ts';
import { lineOf } from '../../src/documents/letter/letter.ts';
import { ledgerOn } from '../../src/domain/ledger-on.ts';
import { dayOff } from '../../src/domain/reminding.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { reminderLevels } from '../../src/schema/reminder.ts';
import { faceOf } from '../../src/views/face.ts';
import { WrongUse } from '../command.ts';
import { circularOf } from '../letters/circular.ts';
import { blanksIn, type Wording } from '../letters/completed.ts';
import { frozenBulletin, type SoundPaper } from '../letters/freeze.ts';
import { reminderProposal, remindersOf } from '../letters/remind/reminders.ts';
import { soundSummary } from '../letters/summary.ts';
import { inspectionDrawn, findingsOpened } from './inspection-recordings.ts';
import { concludedAt, handedOver } from './setting-recordings.ts';
import type { AgainstMain } from './desk/proposing.ts';
import { type Of, type Recorded, type Recording, saidWords } from './recording.ts';

/** What would be put on record; of a check beside the draw of it that waits. Throws WrongUse and DataFaults, as the commands do. */
export function toRecord(
  given: Recording,
  on: AgainstMain,
  today: string,
  earlier?: Inspection,
): Promise<Recorded> {
  const ledger = ledgerOn(on.recorded, today);
  switch (given.kind) {
    case 'reminders':
      return Promise.resolve(reminders(given, { ...on, ledger }, today));
    case 'circular':
      return issue(given, on, today, (onDay, how) => circularOf(onDay, given.of, how));
    case 'summary':
      return issue(given, on, today, (onDay, how) => soundSummary(onDay, given.of, how));
    case 'check':
      return Promise.resolve(inspectionDrawn(given, ledger, today, earlier));
    case 'findings':
      return Promise.resolve(findingsOpened(given, ledger, today));
    case 'conclusion':
      return Promise.resolve(concludedAt(given, on, today));
    case 'hand-over':
      return Promise.resolve(handedOver(given, on, today));
    default:
      return given satisfies never;
  }
}

type OnDay = AgainstMain & { readonly ledger: Ledger };

function reminders(
  { channel, to }: Of<'reminders'>,
  { ledger, content }: OnDay,
  today: string,
): Recorded {
  const off = dayOff(today);
  if (off !== undefined)
    throw new WrongUse(
      `${inWords(off.on)}不上班，不催办，也不登记`,
      `下一个工作日是${inWords(off.next)}`,
    );
  const due = remindersOf(faceOf(ledger, today, 'internal'), undefined);
  if (due.length === 0) throw new WrongUse('今天没有要催办的', '不用登记');
  const proposal = reminderProposal({ ledger, content }, due, today, {
    channel: saidWords(channel),
    to: saidWords(to),
  });
  return {
    proposal,
    words: [
      `登记${inWords(today)}发出的催办：${String(due.length)} 份。真的发出去了再登记，一天一回`,
    ],
    rows: due.map(
      ({ unit, level, due: issues }) =>
        `${ledger.units.get(unit)?.name ?? unit} ${reminderLevels[level]}：${String(issues.length)} 个问题`,
    ),
  };
}

function wording(
  { corrects, say = [] }: Of<'circular' | 'summary'>,
  on: AgainstMain,
  day: string,
): Wording {
  const words = say.flatMap(({ blank = '', words = '' }) =>
    words === '' ? [] : [[blank, words] as const],
  );
  return { content: on.content, on: day, corrects, say: new Map(words) };
}

/**
 * A paper is kept under the name of what it is of, a correction under the next that is free; of the day on which it was
 * issued, which may lie before the day on which somebody gets to keep it.
 */
async function issue(
  given: Of<'circular' | 'summary'>,
  on: AgainstMain,
  today: string,
  make: (ledger: Ledger, how: Wording) => Promise<SoundPaper>,
): Promise<Recorded> {
  const { of, number, corrects, issuedOn = today } = given;
  if (issuedOn > today)
    throw new WrongUse(`印发日期 ${inWords(issuedOn)}还没有到`, '写文件上的日期，印发了再存档');
  const ledger = ledgerOn(on.recorded, issuedOn);
  const { published } = await make(ledger, wording(given, on, issuedOn));
  const { bulletins } = on.recorded;
  if (bulletins.has(of) && corrects === undefined)
    throw new WrongUse(`${of} 已经印发，不能改`, '数字有误的另印一份：选“更正哪一份”');
  let under = of;
  for (let n = 2; bulletins.has(under); n += 1) under = `${of}-${String(n)}`;
  const blanks = blanksIn(published.blocks);
  if (blanks.length > 0)
    return {
      ...{ proposal: { files: new Map(), branch: '', message: '' }, blanks },
      words: [
        `正文里还有 ${String(blanks.length)} 处待填：印发的那份写的什么，照样填在下面，再预览`,
      ],
      rows: published.blocks.map(lineOf),
    };
  const how = { number: saidWords(number), corrects, commit: () => on.base };
  const { proposal, sha256 } = frozenBulletin(ledger, under, published, how);
  const no = how.number === undefined ? '没有写文号' : `文号 ${how.number}`;
  return {
    proposal,
    words: [
      `按印发那天（${inWords(issuedOn)}）的台账存档：${no}，${String(published.figures.length)} 个数，正文 ${String(published.blocks.length)} 段，存了以后不能改`,
      `校验值 ${sha256}`,
    ],
    rows: published.blocks.map(lineOf),
  };
}
