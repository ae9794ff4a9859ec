/**
 * 登记 at the desk: reminders, issued papers and checks are put on record as their commands do it. First only what would be
 * written is shown; with the sum of what was shown it becomes one branch, in the reviewer's own name, or nothing does.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Inspection } from '../../src/schema/inspection.ts';
import { DataFaults, WrongUse } from '../command.ts';
import { inspectionBranch } from '../inspections/draw.ts';
import { type EndpointRefusal, endpointRefusal } from './serving/endpoint.ts';
import type { ListSent } from './desk/list-desk.ts';
import { withoutCommands } from './desk/paper-desk.ts';
import type { HandedProposal } from '../enter/handing-in.ts';
import {
  type AgainstMain,
  type ProposingDesk,
  previewSum,
  type WaitingProposal,
} from './desk/proposing.ts';
import { samplesIn } from './desk/samples.ts';
import { type Recording, recordingOf } from './recording.ts';
import { toRecord } from './recordings.ts';

/** What the page sends; with `seen`, the sum of the preview, it is to be written. */
export const recordRequest = z.strictObject({
  what: z.looseObject({}),
  seen: previewSum.optional(),
});
type Asked = z.infer<typeof recordRequest>;

interface Preview {
  readonly status: 200;
  readonly words: readonly string[];
  readonly rows: readonly string[];
  /** What has to be said first. */
  readonly blanks: readonly string[];
  readonly seen: string;
}

export class RecordDesk {
  readonly #proposing: ProposingDesk;

  constructor(proposing: ProposingDesk) {
    this.#proposing = proposing;
  }

  /** Shows what would be put on record, or proposes what was shown. */
  take(given: Asked, account: string): Promise<Preview | ListSent | EndpointRefusal> {
    return this.#proposing.asReviewer(account, async (on) => {
      try {
        return await this.#take({ ...given, what: recordingOf(given.what) }, on);
      } catch (error) {
        if (error instanceof WrongUse) return refused(`${error.message} → ${error.remedy}`);
        if (error instanceof DataFaults) return refused(error.message);
        throw error;
      }
    });
  }

  async #take(
    { what, seen }: { what: Recording; seen?: string | undefined },
    on: AgainstMain,
  ): Promise<Preview | ListSent | EndpointRefusal> {
    const today = this.#proposing.at.today();
    const earlier = what.kind === 'check' ? this.#drawn(inspectionBranch(what.id), on) : undefined;
    const { proposal, rows, lasting, ...made } = await toRecord(what, on, today, earlier);
    const { blanks = [], words: said } = made;
    if (blanks.length > 0) return { status: 200, words: said, rows, blanks, seen: '' };
    const waiting = this.#proposing.waiting(proposal.branch, on);
    const stop = waiting && inTheWay(waiting, proposal.files);
    if (stop !== undefined) return endpointRefusal(409, 'refused', stop);
    const words = [
      ...(waiting === undefined
        ? []
        : [`待办里已有你登记的一份“${waiting.title}”，写的不一样：写入就换掉它`]),
      ...said,
    ];
    const over = waiting?.commit;
    const shown = createHash('sha256').update(
      JSON.stringify([what, lasting ?? [...proposal.files], words, over]),
    );
    const preview: Preview = { status: 200, words, rows, blanks, seen: shown.digest('hex') };
    if (seen === undefined) return preview;
    if (seen !== preview.seen)
      return endpointRefusal(
        409,
        'refused',
        '填的或主分支变了，与预览的不一样，没有写入：再预览一遍。',
      );
    const told = await this.#proposing.propose({ ...proposal, over }, on);
    return { ...told, status: told.ok ? 201 : 422, sentence: told.words };
  }

  /** The sample that waits on a branch. */
  #drawn(branch: string, on: AgainstMain): Inspection | undefined {
    const waiting = this.#proposing.waiting(branch, on);
    return waiting && samplesIn(this.#proposing.at.place, on.base, waiting.commit)[0];
  }
}

/** Why nothing is written beside what waits under the same name. */
function inTheWay(
  { author, title, isOwn, writes }: WaitingProposal,
  files: HandedProposal['files'],
): string | undefined {
  if (writes(files)) return '同样的一份已经推送，在待办里等着：在那里收进台账，不用再登记。';
  return isOwn
    ? undefined
    : `${author} 登记过一份“${title}”，与这一份写的不一样，在待办里等着：先收进台账，或请 ${author} 在待办里撤回。`;
}

function refused(words: string): EndpointRefusal {
  return endpointRefusal(422, 'refused', withoutCommands(words) || '没有写入。');
}
