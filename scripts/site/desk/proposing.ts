/**
 * 写成待审: what the desk's pages of papers that came in do alike — files that were sent, the newest main they are read
 * against, and a branch that is reviewed here and then pushed in the name of whoever sent it.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Posts, postsOf } from '../../../src/domain/membership.ts';
import { writeCommit } from '../../../src/history/git/branch.ts';
import { blobName } from '../../../src/history/git/blob-name.ts';
import { git, GitRefused } from '../../../src/history/git/git.ts';
import { isAncestor } from '../../../src/history/git/refs.ts';
import { changesBetween } from '../../../src/history/proposal/proposal.ts';
import type { Content } from '../../../src/ledger/content.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { review } from '../../../src/review/review.ts';
import { NOISE } from '../../../src/paper/folder.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { plain } from '../../../src/text/plain.ts';
import type { FilesToEnter } from '../../enter/entry.ts';
import { ledgerAt } from '../../enter/handing-in.ts';
import { base64, type EndpointRefusal, isPlainPath, endpointRefusal } from '../serving/endpoint.ts';
import { pushAs, signedNow } from './push-as.ts';
import { ON_THE_WAY, type ReportDesk, type ReportPlace } from './report-in.ts';
import { samplesIn } from './samples.ts';
import type { WaitingDesk } from './waiting-desk.ts';

/** Files as a page sends them. */
export const sentFiles = z
  .array(z.strictObject({ name: z.string().min(1).max(300), base64 }))
  .max(500);
/** The sum of the preview that was seen; with it what was shown is written. */
export const previewSum = z.string().regex(/^[0-9a-f]{64}$/u);

/** What the page of what waits asks to be taken back. */
export const takenBack = z.strictObject({ commit: z.string().regex(/^[0-9a-f]{40}$/u) });

/** A file that was sent and is not read, and why. */
export interface StrangeFile {
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}

/** What became of a branch. */
export interface Proposed {
  readonly ok: boolean;
  readonly words: string;
}

/** A proposal that has arrived and is not taken yet. */
export interface WaitingProposal {
  readonly commit: string;
  readonly author: string;
  readonly title: string;
  /** True where whoever asks may write over it or take it back. */
  readonly isOwn: boolean;
  /** True where it writes just these texts, whatever the files are called: some names hold the time. */
  readonly writes: (files: FilesToEnter) => boolean;
}

/** The main branch as a page's papers are read against it, and who sends them. */
export interface AgainstMain {
  readonly base: string;
  readonly content: Content;
  /** As it was read, of no day. */
  readonly recorded: Ledger;
  readonly as: Posts;
  readonly account: string;
}

/** The files as a folder would hold them, sorted; whose name could be no file's is not read. */
export function filesSent(given: z.infer<typeof sentFiles>): {
  files: { name: string; bytes: Buffer }[];
  strange: StrangeFile[];
} {
  const files = new Map<string, { name: string; bytes: Buffer }>();
  const strange: StrangeFile[] = [];
  for (const { name: said, base64: text } of given) {
    const name = said.normalize('NFC');
    if (NOISE.test(name.split('/').at(-1) ?? '')) continue;
    const isTwice = files.has(name);
    if (isPlainPath(name) && !isTwice)
      files.set(name, { name, bytes: Buffer.from(text, 'base64') });
    else
      strange.push({
        file: plain(name),
        message: isTwice ? '有两个文件同名，只读了第一个' : '文件名不能用，没有读',
        remedy: '改个名字，只用字母、数字、汉字，再选一次',
      });
  }
  return { files: [...files.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)), strange };
}

export class ProposingDesk {
  readonly at: ReportPlace;
  readonly #reports: ReportDesk;
  readonly #waiting: WaitingDesk;

  constructor(at: ReportPlace, reports: ReportDesk, waiting: WaitingDesk) {
    this.at = at;
    this.#reports = reports;
    this.#waiting = waiting;
  }

  /** Does what a reviewer asks for, against the newest main, one after the other. */
  asReviewer<T>(
    account: string,
    work: (on: AgainstMain) => Promise<T>,
  ): Promise<T | EndpointRefusal> {
    return this.#reports.inTurn(async () => {
      if (!(await this.#waiting.fetch()))
        return endpointRefusal(503, 'offline', '连不上台账的仓库，没有写入：过一会儿再来。');
      const { place, today } = this.at;
      const base = this.#reports.newest();
      const content = base === undefined ? undefined : ledgerAt(place, base);
      const recorded = content && readLedger(content).ledger;
      if (base === undefined || content === undefined || recorded === undefined)
        return endpointRefusal(503, 'offline', '主分支的台账读不出来，没有写入：请管理员检查。');
      const { site, units } = recorded;
      const as = postsOf(account, { site, units: units.values() }, today());
      if (!as.reviewer)
        return endpointRefusal(403, 'forbidden', `${account} 不是审核员，不能在这里写入。`);
      return work({ base, content, recorded, as, account });
    });
  }

  /** The branch of that name that has arrived and is not taken yet. */
  waiting(branch: string, { base, account }: AgainstMain): WaitingProposal | undefined {
    const { repository } = this.at.place;
    const commit = this.#waiting.tipOf(branch);
    if (commit === undefined || isAncestor(repository, commit, base)) return undefined;
    const item = this.#waiting.look(account).get(commit)?.item;
    return {
      commit,
      author: item?.author ?? '别人',
      title: item?.title ?? branch,
      isOwn: item !== undefined && this.#waiting.mayWithdraw(item, account),
      writes: (files) => {
        const changes = changesBetween(repository, base, commit);
        if (typeof changes === 'string') return false;
        const there = changes.map(({ after }) => after?.object ?? '').toSorted();
        const here = [...files.values()].map((one) => blobName(Buffer.from(one))).toSorted();
        return JSON.stringify(there) === JSON.stringify(here);
      },
    };
  }

  /** Takes back what the office itself put on record and nobody has taken yet: only whoever pushed it does. */
  withdraw({ commit }: z.infer<typeof takenBack>, account: string) {
    return this.asReviewer(account, async ({ base }) => {
      const item = this.#waiting.look(account).get(commit)?.item;
      if (item === undefined)
        return endpointRefusal(409, 'refused', '这一份已经有人收了，或撤回了：刷新再看。');
      if (!this.#waiting.mayWithdraw(item, account))
        return endpointRefusal(
          403,
          'forbidden',
          '只能撤回自己登记、还没有收进台账的；单位的报送，不接受的收下以后退回。',
        );
      // Who could take a draw back could draw until the list pleases.
      if (samplesIn(this.at.place, base, commit).length > 0)
        return endpointRefusal(
          403,
          'forbidden',
          '抽查抽了就定了，不能撤回重抽：名称、日期写错的，照原来的编号再登记一次，换掉它，名单仍按原来的抽取号。',
        );
      const trouble = await this.#push(undefined, { ...item, account, over: commit });
      return trouble === undefined
        ? ({ status: 200, words: `已撤回：${item.title}` } as const)
        : endpointRefusal(422, 'refused', trouble);
    });
  }

  /** Writes a branch, or takes one that is here, and pushes it after its review: all of it or nothing. */
  async propose(
    {
      branch,
      over,
      ...what
    }: { branch: string; over?: string | undefined } & (
      { message: string; files: FilesToEnter } | object
    ),
    { base, account }: AgainstMain,
  ): Promise<Proposed> {
    const { place } = this.at;
    const mine = `${ON_THE_WAY}${randomUUID()}`;
    try {
      const commit =
        'files' in what
          ? writeCommit(place, { ...what, ref: mine, by: signedNow(account), base })
          : `refs/heads/${branch}`;
      const trouble =
        this.#wrongWith(commit, base, account) ??
        (await this.#push(commit, { branch, account, over }));
      return { ok: trouble === undefined, words: trouble ?? `已推送，待审核（${branch}）` };
    } catch (error) {
      if (!(error instanceof GitRefused)) throw error;
      return { ok: false, words: `没有写成：${plain(error.message)}` };
    } finally {
      git(place.repository, ['update-ref', '-d', mine]);
    }
  }

  /** The review's own sentences: a folder without a server has no hook that would say them. */
  #wrongWith(head: string, base: string, account: string): string | undefined {
    const { place, today } = this.at;
    const by = { author: account, actor: account };
    const { faults } = review({ ...place, ...by, base, head, today: today() });
    const told = faults
      .filter(({ severity }) => severity === 'fault')
      .map(({ message, remedy }) => plain(`${message} → ${remedy}`));
    return told.length === 0 ? undefined : `没有收：${told.join('\n')}`;
  }

  async #push(
    commit: string | undefined,
    { branch, account, over }: { branch: string; account: string; over?: string | undefined },
  ): Promise<string | undefined> {
    const { place, remote } = this.at;
    const pushed = await pushAs(place.repository, {
      to: remote ?? place.repository,
      commit,
      ref: `refs/heads/${branch}`,
      account,
      ...(over === undefined ? {} : { over }),
    });
    if (pushed.ok) return undefined;
    if (pushed.said.length > 0) return `服务器没有收：${pushed.said.join('\n')}`;
    return pushed.verdict === undefined
      ? '连不上台账的仓库，没有推送：过一会儿再来。'
      : '台账的仓库没有收：刷新本页再来，还不行请联系管理员。';
  }
}
