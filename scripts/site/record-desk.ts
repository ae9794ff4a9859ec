/**
 * 登记 at the desk: reminders, issued papers and checks are put on record as their commands do it. First only what would be
 * written is shown; with the sum of what was shown it becomes one branch, in the reviewer's own name, or nothing does.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DataFaults, WrongUse } from '../command.ts';
import { type EndpointRefusal, endpointRefusal } from './serving/endpoint.ts';
import type { ListSent } from './desk/list-desk.ts';
import { withoutCommands } from './desk/paper-desk.ts';
import { type AgainstMain, type ProposingDesk, sum } from './desk/proposing.ts';
import { recording } from './recording.ts';
import { recorded } from './recordings.ts';

/** What the page sends; with `seen`, the sum of the preview, it is to be written. */
export const asked = z.strictObject({ what: recording, seen: sum.optional() });
type Asked = z.infer<typeof asked>;

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
        return await this.#take(given, on);
      } catch (error) {
        if (error instanceof WrongUse) return refused(`${error.message} → ${error.remedy}`);
        if (error instanceof DataFaults) return refused(error.message);
        throw error;
      }
    });
  }

  async #take(
    { what, seen }: Asked,
    on: AgainstMain,
  ): Promise<Preview | ListSent | EndpointRefusal> {
    const today = this.#proposing.at.today();
    const { proposal, words, rows, lasting, blanks = [] } = await recorded(what, on, today);
    if (blanks.length > 0) return { status: 200, words, rows, blanks, seen: '' };
    if (this.#proposing.waits(proposal.branch, on))
      return endpointRefusal(
        409,
        'refused',
        '同样的一份已经推送，在待办里等着：在那里收进台账，不用再登记。',
      );
    const shown = createHash('sha256').update(
      JSON.stringify([what, lasting ?? [...proposal.files], words]),
    );
    const preview: Preview = { status: 200, words, rows, blanks, seen: shown.digest('hex') };
    if (seen === undefined) return preview;
    if (seen !== preview.seen)
      return endpointRefusal(
        409,
        'refused',
        '填的或主分支变了，与预览的不一样，没有写入：再预览一遍。',
      );
    const told = await this.#proposing.propose(proposal, on);
    return { ...told, status: told.ok ? 201 : 422, sentence: told.words };
  }
}

function refused(words: string): EndpointRefusal {
  return endpointRefusal(422, 'refused', withoutCommands(words) || '没有写入。');
}
