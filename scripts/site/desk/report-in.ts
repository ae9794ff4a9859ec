/**
 * 收报送: what a form of the office's own site hands in becomes one commit in the office's repository, is reviewed as
 * any proposal, and is pushed as a branch to where the ledger lives, so that the hook there has its say as well. Only Git
 * objects and one ref of our own are written: no branch, no index, no work tree, whenever the power fails.
 */
import { randomUUID } from 'node:crypto';
import { postsOf } from '../../../src/domain/membership.ts';
import type { SentReport } from '../../../src/form/send/endpoint.ts';
import { branchOf, CHANGED } from '../../../src/form/send/proposal.ts';
import type { Hindrance } from '../../../src/form/submission.ts';
import { writeCommit } from '../../../src/history/git/branch.ts';
import { contentAt } from '../../../src/history/content-at.ts';
import { git, GitRefused } from '../../../src/history/git/git.ts';
import { commitOf, type Place } from '../../../src/history/place.ts';
import { refsLike } from '../../../src/history/git/refs.ts';
import { isIgnored } from '../../../src/ledger/ignored.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { rolesOf } from '../../../src/review/people/rights.ts';
import { review } from '../../../src/review/review.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { plain } from '../../../src/text/plain.ts';
import { pushAs, gitAs, signedNow } from './push-as.ts';

/** Where commits wait while they are on their way; what a killed desk left there is swept away by the next. */
export const ON_THE_WAY = 'refs/ledger/sending/';

/** Faults that are told at once; the rest as a number. */
const TOLD = 12;

export interface ReportPlace {
  readonly place: Place;
  /** The name of a remote; undefined where the repository itself is where the ledger lives. */
  readonly remote: string | undefined;
  /** The main branch. */
  readonly main: string;
  /** The day in China; the clock unless a test says otherwise. */
  readonly today: () => string;
}

export type Taken =
  | { readonly kind: 'taken'; readonly number: string }
  | { readonly kind: 'refused'; readonly why: Hindrance; readonly sentence: string };

/** Takes reports one after another, in the order in which they came. */
export class ReportDesk {
  readonly #at: ReportPlace;
  #last: Promise<unknown> = Promise.resolve();
  #known: { commit: string; ledger: Ledger } | undefined;

  constructor(at: ReportPlace) {
    this.#at = at;
    const { repository } = at.place;
    for (const { name } of refsLike(repository, [ON_THE_WAY]))
      git(repository, ['update-ref', '-d', name]);
  }

  /** Whether an account holds a post today, by the ledger as it was last seen. */
  knows(account: string): boolean {
    const newest = this.#newest();
    return newest !== undefined && this.#postOf(newest.ledger, account);
  }

  /** The newest main branch that is here. */
  newest(): string | undefined {
    return this.#newest()?.commit;
  }

  /** The ledger on it. */
  ledger(): Ledger | undefined {
    return this.#newest()?.ledger;
  }

  /** The newest main branch that is here, after asking the remote. Rejects with GitRefused where it does not answer. */
  async refresh(): Promise<string | undefined> {
    const { place, remote, main } = this.#at;
    if (remote !== undefined) {
      const ref = `+refs/heads/${main}:refs/remotes/${remote}/${main}`;
      const { ok, errors } = await gitAs(place.repository, [
        'fetch',
        '--quiet',
        '--no-tags',
        remote,
        ref,
      ]);
      if (!ok) throw new GitRefused(errors);
    }
    return this.#newest()?.commit;
  }

  take(report: SentReport, account: string): Promise<Taken> {
    return this.inTurn(() => this.#take(report, account));
  }

  /** Whatever writes is done one after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #take(report: SentReport, account: string): Promise<Taken> {
    try {
      await this.refresh();
    } catch (error) {
      if (!(error instanceof GitRefused)) throw error;
      return no('offline', '服务器连不上台账的仓库：过一会儿再送。');
    }
    const newest = this.#newest();
    if (newest === undefined)
      return no('refused', '主分支的台账读不出来，现在不能报送：请联系办公室。');
    const { ledger, commit: base } = newest;
    if (!this.#postOf(ledger, account))
      return no('forbidden', `${account} 不在本台账登记的在任人员中：请办公室登记。`);
    if (!ledger.units.has(report.unit))
      return no('refused', `台账里没有单位 ${plain(report.unit)}：刷新本页再填。`);
    return this.#hand(report, account, base);
  }

  async #hand(report: SentReport, account: string, base: string): Promise<Taken> {
    const { place, remote } = this.#at;
    const files = new Map(
      report.files.map(({ path, base64 }) => [path, Buffer.from(base64, 'base64')]),
    );
    const branch = branchOf({
      ...report,
      files: [...files].map(([path, bytes]) => ({ path, bytes })),
    });
    const target = remote ?? place.repository;
    const ref = `refs/heads/${branch}`;
    const there = await gitAs(place.repository, ['ls-remote', target, ref]);
    if (!there.ok) return no('offline', '服务器连不上台账的仓库：过一会儿再送。');
    // Sent before, and only the answer was lost.
    if (there.output !== '') return { kind: 'taken', number: branch };
    const stale = report.files.some(
      ({ path, replaces }) => replaces !== undefined && blobAt(place, base, path) !== replaces,
    );
    if (stale) return no('refused', CHANGED);
    const mine = `${ON_THE_WAY}${randomUUID()}`;
    try {
      const commit = writeCommit(place, {
        ref: mine,
        by: signedNow(account),
        base,
        message: `${report.title}\n\n${report.words}`.trim(),
        files,
      });
      return (
        this.#wrongWith(commit, base, account) ?? (await this.#push(commit, ref, account, branch))
      );
    } catch (error) {
      if (!(error instanceof GitRefused)) throw error;
      return no('refused', `服务器没有写成：${plain(error.message)}`);
    } finally {
      git(place.repository, ['update-ref', '-d', mine]);
    }
  }

  /** The review's own sentences. */
  #wrongWith(head: string, base: string, account: string): Taken | undefined {
    const { place, today } = this.#at;
    const { faults } = review({
      ...place,
      base,
      head,
      author: account,
      actor: account,
      today: today(),
    });
    const wrong = faults.filter(({ severity }) => severity === 'fault');
    if (wrong.length === 0) return undefined;
    const told = wrong.slice(0, TOLD).map(({ message, remedy }) => plain(`${message} → ${remedy}`));
    const more = wrong.length > TOLD ? [`还有 ${String(wrong.length - TOLD)} 处。`] : [];
    return no('refused', [...told, ...more].join('\n'));
  }

  async #push(commit: string, ref: string, account: string, branch: string): Promise<Taken> {
    const { place, remote } = this.#at;
    const pushed = await pushAs(place.repository, {
      to: remote ?? place.repository,
      commit,
      ref,
      account,
    });
    if (pushed.ok) return { kind: 'taken', number: branch };
    const { said, verdict } = pushed;
    if (said.length > 0) return no('refused', said.join('\n'));
    if (verdict === 'rejected')
      return no('refused', '同一时刻有另一份报送占了这个位置：再送一次。');
    if (verdict !== undefined) return no('refused', '台账的仓库没有收：请联系办公室。');
    return no('offline', '服务器连不上台账的仓库，或没有推送的权限：过一会儿再送。');
  }

  #newest(): { commit: string; ledger: Ledger } | undefined {
    const { place, remote, main } = this.#at;
    const revision = remote === undefined ? `refs/heads/${main}` : `refs/remotes/${remote}/${main}`;
    const commit = commitOf(place, revision)?.id;
    if (commit === undefined) return undefined;
    if (this.#known?.commit !== commit) {
      const { texts, evidence } = contentAt(place, commit);
      const kept = new Map([...texts].filter(([path]) => !isIgnored(path)));
      const { ledger } = readLedger({ texts: kept, evidence });
      this.#known = ledger && { commit, ledger };
    }
    return this.#known;
  }

  #postOf({ site, units }: Ledger, account: string): boolean {
    const people = { site, units: units.values() };
    return rolesOf(postsOf(account, people, this.#at.today())).length > 0;
  }
}

/** Git's name of a file of the ledger in a commit; undefined where it is not there. */
function blobAt({ repository, prefix }: Place, commit: string, path: string): string | undefined {
  try {
    const spec = `${commit}:${prefix}${path}`;
    return git(repository, ['rev-parse', '--verify', '--quiet', spec]).toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitRefused) return undefined;
    throw error;
  }
}

function no(why: Hindrance, sentence: string): Taken {
  return { kind: 'refused', why, sentence };
}
