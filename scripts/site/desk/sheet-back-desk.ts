/**
 * 收件 at the desk: files that came back, dragged in, are read as `ledger receive` reads a folder. First only what would be
 * taken is said; with the sum of what was shown, each unit's branch is written, reviewed and pushed by itself. Until then
 * nothing is written anywhere: the files are the browser's.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ledgerOn } from '../../../src/domain/ledger-on.ts';
import { receive, type Reception } from '../../../src/intake/sheet-back/reception.ts';
import { type IssueName, issueNames, replyText } from '../../../src/intake/sheet-back/reply.ts';
import {
  type UnitReception,
  type WaitingWork,
  waitingIn,
} from '../../../src/intake/sheet-back/unit-reception.ts';
import { countsLine, receptionData } from '../../enter/receive/reception-text.ts';
import {
  CHANNEL,
  unitProposal,
  RECEIVED,
  receiveSettings,
  unpushedBranches,
} from '../../enter/receive/receiving.ts';
import { type EndpointRefusal, endpointRefusal } from '../serving/endpoint.ts';
import {
  type AgainstMain,
  filesSent,
  type Proposed,
  type ProposingDesk,
  sentFiles,
  previewSum,
} from './proposing.ts';

/** What the page sends; with `seen`, the sum of the preview, it is to be written. */
export const sheetsBackRequest = z.strictObject({
  receivedBy: z
    .string()
    .max(40)
    .regex(/^\P{C}*$/u)
    .transform((words) => words.trim()),
  files: sentFiles.min(1),
  seen: previewSum.optional(),
});
type SheetsBack = z.infer<typeof sheetsBackRequest>;

/** What is shown before anything is written. */
interface Preview {
  readonly status: 200;
  readonly words: string;
  /** `toAmend`: how many things the unit has to put right. */
  readonly units: readonly {
    readonly name: string;
    readonly reply: string;
    readonly toAmend: number;
  }[];
  readonly unknown: Reception['unknown'];
  /** How many branches there are to push. */
  readonly branches: number;
  readonly seen: string;
}

/** What became of each unit's branch. */
interface Sent {
  readonly status: 201;
  readonly sent: readonly Proposed[];
}

export class SheetBackDesk {
  readonly #proposing: ProposingDesk;

  constructor(proposing: ProposingDesk) {
    this.#proposing = proposing;
  }

  /** Shows what would be taken, or takes what was shown. */
  take(given: SheetsBack, account: string): Promise<Preview | Sent | EndpointRefusal> {
    return this.#proposing.asReviewer(account, (on) => this.#take(given, on));
  }

  async #take(given: SheetsBack, on: AgainstMain): Promise<Preview | Sent | EndpointRefusal> {
    const { place, today } = this.#proposing.at;
    const { as, content, recorded } = on;
    const { receivedBy } = given;
    const settings = receiveSettings({
      today: today(),
      receivedBy: receivedBy === '' ? '（未写）' : receivedBy,
      channel: CHANNEL,
      as,
      content,
      recorded,
    });
    const waiting = waitingIn(place, RECEIVED);
    const ledger = ledgerOn(recorded, today());
    const { files, strange } = filesSent(given.files);
    const reception = await receive(files, ledger, settings, waiting);
    reception.unknown.push(...strange);
    const preview = this.#preview(reception, waiting, receivedBy, issueNames(ledger));
    if (given.seen === undefined) return preview;
    if (receivedBy === '')
      return endpointRefusal(422, 'refused', '没有写收件人：写职务，如政务公开股。');
    if (given.seen !== preview.seen)
      return endpointRefusal(
        409,
        'refused',
        '文件或主分支变了，与预览的不一样，没有写入：再预览一遍。',
      );
    const sent: Proposed[] = [];
    for (const unit of reception.units) {
      const proposal = unitProposal(unit);
      for (const branch of this.#branchesOf(unit, waiting)) {
        const what = branch === proposal?.branch ? proposal : { branch };
        const { ok, words } = await this.#proposing.propose(what, on);
        sent.push({ ok, words: `${unit.unitName}：${words}` });
      }
    }
    return { status: 201, sent };
  }

  #preview(
    reception: Reception,
    waiting: WaitingWork,
    receivedBy: string,
    nameOf: IssueName,
  ): Preview {
    const { units, unknown } = reception;
    // The stamp alone moves with the clock.
    const shown = receptionData(reception, nameOf).units.map((unit) => ({
      ...unit,
      updates: unit.updates.map((one) => ({ ...one, update: undefined })),
    }));
    const seen = createHash('sha256').update(JSON.stringify([shown, unknown, receivedBy]));
    const branches = units.flatMap((unit) => this.#branchesOf(unit, waiting));
    return {
      status: 200,
      words: countsLine(units),
      units: units.map((unit) => ({
        name: unit.unitName,
        reply: replyText(unit, nameOf),
        toAmend: unit.faults.length,
      })),
      unknown,
      branches: branches.length,
      seen: seen.digest('hex'),
    };
  }

  /** The new branch of a unit, and those of the command that were never pushed. */
  #branchesOf(unit: UnitReception, waiting: WaitingWork): string[] {
    const left = this.#proposing.at.remote === undefined ? [] : unpushedBranches(unit, waiting);
    return [...new Set([unitProposal(unit)?.branch ?? [], left].flat())];
  }
}
