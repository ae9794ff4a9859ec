/**
 * 拟办的存处: drafts of decisions lie in the office's own repository behind one ref of its own, outside every branch.
 * A draft is no record: it is never pushed and hidden from whoever fetches, so nobody elsewhere can plant or read one; a desk that is killed, or a second desk on
 * the same repository, finds all of it; the backup takes it along; and of two who write at once the second starts anew.
 */
import { z } from 'zod';
import { git, GitRefused } from '../../../src/history/git/git.ts';
import { decisionsRequest } from './decision-sent.ts';

/** One object that holds all drafts. */
const DRAFTS = 'refs/ledger/drafts';
const HIDDEN = 'refs/ledger';
const TRIES = 5;

const draft = decisionsRequest.shape.items.element.extend({
  id: z.uuid(),
  drafter: z.string(),
  draftedOn: z.string(),
  /** What is decided, in words. */
  words: z.string(),
});
export type StoredDraft = z.infer<typeof draft>;

export class DraftStore {
  readonly #repository: string;

  constructor(repository: string) {
    this.#repository = repository;
  }

  all(): StoredDraft[] {
    return this.#read().drafts;
  }

  /** Writes what `change` makes of the drafts; it is asked again where somebody else wrote meanwhile. Throws GitRefused. */
  change(change: (drafts: readonly StoredDraft[]) => readonly StoredDraft[]): void {
    for (let tried = 1; ; tried += 1) {
      const { object, drafts } = this.#read();
      const next = change(drafts);
      try {
        this.#write(next, object);
        return;
      } catch (error) {
        if (!(error instanceof GitRefused) || tried === TRIES) throw error;
      }
    }
  }

  #read(): { object: string | undefined; drafts: StoredDraft[] } {
    const said = git(this.#repository, ['for-each-ref', '--format=%(objectname)', DRAFTS]);
    const object = said.toString('utf8').trim();
    if (object === '') return { object: undefined, drafts: [] };
    const text = git(this.#repository, ['cat-file', 'blob', object]).toString('utf8');
    return { object, drafts: z.array(draft).parse(JSON.parse(text)) };
  }

  #write(drafts: readonly StoredDraft[], before: string | undefined): void {
    const repository = this.#repository;
    // Units fetch from the same repository, and are told of no ref in here; what else is hidden stays so.
    const hidden = ['transfer.hideRefs', HIDDEN, `^${HIDDEN}$`];
    git(repository, ['config', '--replace-all', ...hidden]);
    if (drafts.length === 0) {
      if (before !== undefined) git(repository, ['update-ref', '-d', DRAFTS, before]);
      return;
    }
    const written = git(repository, ['hash-object', '-w', '--stdin'], JSON.stringify(drafts));
    const nothing = '0'.repeat(written.toString('utf8').trim().length);
    const after = written.toString('utf8').trim();
    git(repository, ['update-ref', DRAFTS, after, before ?? nothing]);
  }
}
