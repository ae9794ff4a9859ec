/**
 * 待办: the reports that wait at the office's desk, and deciding on them. A decision is one push of the merge and the
 * record (`decision-writing.ts`) in the reviewer's own name: both arrive or neither. Whoever was faster is seen by the
 * push; then everything is looked at anew, and it is sent again only if it still is what the reviewer saw. Where the
 * campaign wants two acts, what a reviewer decides is kept as a draft, judged by then as it will be when it is approved.
 */
import { randomUUID } from 'node:crypto';
import { approvalOwed, signersOn } from '../../../src/domain/issue/approval.ts';
import { git, GitRefused } from '../../../src/history/git/git.ts';
import { refsLike } from '../../../src/history/git/refs.ts';
import type { Approval } from '../../../src/schema/approval.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { plain } from '../../../src/text/plain.ts';
import type { Decisions } from './decision-sent.ts';
import { type DecisionSignature, decisionTold, stepOf, writeDecision } from './decision-writing.ts';
import type { DraftStore } from './draft-store.ts';
import { pushAs } from '../desk/push-as.ts';
import { ON_THE_WAY, type ReportDesk, type ReportPlace } from '../desk/report-in.ts';
import type { Looked, WaitingDesk } from '../desk/waiting-desk.ts';

/** How often a lost race is run again. */
const TRIES = 3;

/** What is decided on a report; with a signature what was drafted before. */
export type SignedDecision = Decisions['items'][number] & {
  readonly signature?: DecisionSignature;
};

export type DecisionOutcome =
  | { readonly kind: 'done' | 'drafted'; readonly words: string }
  | { readonly kind: 'not'; readonly status: 403 | 409 | 422 | 503; readonly sentence: string };

export const GONE = '选中的拟办有的已经签发、改过或撤回了，没有写入：刷新再看。';

export class DecidingDesk {
  readonly #at: ReportPlace;
  readonly #reports: ReportDesk;
  readonly #waiting: WaitingDesk;
  readonly #drafts: DraftStore;

  constructor(at: ReportPlace, reports: ReportDesk, waiting: WaitingDesk, drafts: DraftStore) {
    this.#at = at;
    this.#reports = reports;
    this.#waiting = waiting;
    this.#drafts = drafts;
  }

  /** `isThere` is asked last of all before it is sent: whether the drafts are still what they were. */
  decide(
    { items }: { readonly items: readonly SignedDecision[] },
    account: string,
    isThere = () => true,
  ): Promise<DecisionOutcome> {
    return this.#reports.inTurn(async () => {
      for (let tried = 1; ; tried += 1) {
        if (!(await this.#waiting.fetch()))
          return not(503, '连不上台账的仓库，没有写入：过一会儿再办。');
        const done = await this.#try(items, account, { tried, isThere });
        if (done !== 'raced') return done;
        if (tried === TRIES) return not(503, '一直有别人在往主分支写，没有写入：过一会儿再办。');
      }
    });
  }

  async #try(
    items: readonly SignedDecision[],
    account: string,
    { tried, isThere }: { tried: number; isThere: () => boolean },
  ): Promise<DecisionOutcome | 'raced'> {
    const [main, ledger] = [this.#reports.newest(), this.#reports.ledger()];
    if (main === undefined || ledger === undefined)
      return not(503, '主分支的台账读不出来，没有写入：请管理员检查。');
    if (!this.#waiting.isReviewer(account)) return not(403, `${account} 不是审核员，不能办理。`);
    const { repository } = this.#at.place;
    const today = this.#at.today();
    const owed = items.map((one) => owedOf(one, ledger, today));
    const isDrafted = owed.some((one, at) => one !== undefined && !items[at]?.signature);
    if (isDrafted && owed.some((one) => one === undefined))
      return not(422, '选中的有的要审签、有的不用：分开办。');
    const mine = `${ON_THE_WAY}${randomUUID()}`;
    try {
      let tip = main;
      const told: { given: SignedDecision; words: string }[] = [];
      for (const [at, given] of items.entries()) {
        // What was drafted is looked at as its drafter saw it.
        const found = this.#waiting.look(given.signature?.drafter ?? account).get(given.commit);
        const refusal = refusalOf(given, found, items.length > 1 && !given.signature);
        if (found === undefined || refusal !== undefined)
          return refusal ?? not(409, '这份报送不在了。');
        const signature = given.signature ?? likely(owed[at], account, today);
        if (signature === 'nobody')
          return not(422, '专项里没有别人可以审签：拟办和审签要两个人，请管理员写上审签人。');
        const { item, author } = found;
        const { place } = this.#at;
        const made = writeDecision({
          ...{ place, item, author, signature, tip, ledger, account, today, ref: mine },
          ...{ commit: given.commit, decided: given.decided },
        });
        if ('sentence' in made) return not(422, made.sentence);
        ({ tip } = made);
        told.push({ given, words: decisionTold(given.decided, item, isDrafted) });
      }
      if (isDrafted) return this.#keep(told, account);
      if (!isThere()) return not(409, GONE);
      return await this.#send(
        told.map(({ words }) => words),
        { tip, account, tried },
      );
    } catch (error) {
      if (!(error instanceof GitRefused)) throw error;
      return not(503, `没有写成：${plain(error.message)}`);
    } finally {
      for (const { name } of refsLike(repository, [mine, `${mine}-*`]))
        git(repository, ['update-ref', '-d', name]);
    }
  }

  /** Keeps decisions as drafts; one on the same report takes the place of the one before. */
  #keep(
    told: readonly { given: SignedDecision; words: string }[],
    drafter: string,
  ): DecisionOutcome {
    const draftedOn = this.#at.today();
    const again = new Set(told.map(({ given }) => given.commit));
    this.#drafts.change((drafts) => [
      ...drafts.filter(({ commit }) => !again.has(commit)),
      ...told.map(({ given: { commit, seen, decided }, words }) => ({
        ...{ commit, seen, decided, words, drafter, draftedOn },
        id: randomUUID(),
      })),
    ]);
    return { kind: 'drafted', words: told.map(({ words }) => words).join('；') };
  }

  async #send(
    told: readonly string[],
    { tip, account, tried }: { tip: string; account: string; tried: number },
  ): Promise<DecisionOutcome | 'raced'> {
    const { place, remote, main } = this.#at;
    const to = remote ?? place.repository;
    const pushed = await pushAs(place.repository, {
      to,
      commit: tip,
      ref: `refs/heads/${main}`,
      account,
    });
    if (pushed.ok) {
      const again = tried > 1 ? '（刚才有别人先写了主分支，已重新核对再写入）' : '';
      return { kind: 'done', words: `${told.join('；')}${again}` };
    }
    const { said, verdict } = pushed;
    const isRaced =
      said.some((line) => line.includes('主分支只能往前走')) ||
      (said.length === 0 && verdict === 'rejected') ||
      // The hook may have let it in and said so before somebody else's push came first.
      said.some((line) => line.includes('cannot lock ref'));
    if (isRaced) return 'raced';
    if (said.length > 0) return not(422, `服务器没有收：${said.join('\n')}`);
    if (verdict !== undefined)
      return not(422, '台账的仓库没有收，没有写入：工作副本里有没提交的改动，或没有推送的权限。');
    return not(503, '连不上台账的仓库，没有写入：过一会儿再办。');
  }
}

/** The approval that anything decided on a report owes. */
function owedOf({ decided }: SignedDecision, ledger: Ledger, today: string): Approval | undefined {
  for (const { issue, action, fields } of decided) {
    const campaign = ledger.campaigns.get(ledger.issues.get(issue)?.campaign ?? '');
    const owed = campaign && approvalOwed(campaign, stepOf(action, fields, today));
    if (owed !== undefined) return owed;
  }
  return undefined;
}

/** With whose signature a draft is judged: somebody else's who may sign; nothing of it is kept. */
function likely(
  approval: Approval | undefined,
  drafter: string,
  today: string,
): DecisionSignature | undefined | 'nobody' {
  if (approval === undefined) return undefined;
  const [other] = signersOn(approval, today, drafter);
  if (other === undefined) return 'nobody';
  return { drafter, draftedOn: today, approver: other.post, approvedOn: today };
}

/** Why what the page asks for cannot be done, before anything is written. */
function refusalOf(
  given: SignedDecision,
  found: Looked | undefined,
  isMany: boolean,
): DecisionOutcome | undefined {
  if (found === undefined) return not(409, '这份报送已经有人办了，或撤回了，没有写入：刷新再看。');
  const { item, opens } = found;
  const names = item.issues.map(({ name }) => name).join('、') || item.title;
  if (item.seen !== given.seen)
    return not(409, `${names}：主分支有了新内容，这份报送的情况变了，没有写入：再看一遍再办。`);
  if (!item.ok) return not(422, `${names}：检查没有通过，不能收件。`);
  if (!isMany) return undefined;
  if (item.faults.length > 0) return not(422, `${names}：有提醒，要单独看过再办。`);
  if (opens.some((_, at) => !item.opened.includes(at)))
    return not(422, `${names}：佐证还没有逐件打开看过，不能成批办。`);
  return undefined;
}

function not(status: 403 | 409 | 422 | 503, sentence: string): DecisionOutcome {
  return { kind: 'not', status, sentence };
}
