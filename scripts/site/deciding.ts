/**
 * 待办: the reports that wait at the office's desk, and deciding on them. A decision is the merge of the proposal and the
 * record of what was decided, both made by Git objects alone, judged here as the server's hook will judge them, and sent
 * in one push in the reviewer's own name: both arrive or neither. Whoever was faster is seen by the push; then everything
 * is looked at anew, and it is sent again only if it still is what the reviewer saw.
 */
import { randomUUID } from 'node:crypto';
import type { QueueItem } from '../../src/form/waiting-report.ts';
import { writeCommit, writeMerge } from '../../src/history/branch.ts';
import { git, GitRefused } from '../../src/history/git.ts';
import { changesBetween } from '../../src/history/proposal.ts';
import { refsLike } from '../../src/history/refs.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { type Review, review } from '../../src/review/review.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { plain } from '../../src/text/plain.ts';
import { updatePath } from '../../src/text/update-path.ts';
import { newStamp } from '../enter/stamp.ts';
import type { Decisions } from './decision-sent.ts';
import { push, signedNow } from './push-as.ts';
import { ON_THE_WAY, type ReportDesk, type ReportPlace } from './report-in.ts';
import type { Looked, WaitingDesk } from './waiting-desk.ts';

/** How often a lost race is run again. */
const TRIES = 3;

type Item = Decisions['items'][number];

export type Decided =
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'not'; readonly status: 403 | 409 | 422 | 503; readonly sentence: string };

export class DecidingDesk {
  readonly #at: ReportPlace;
  readonly #reports: ReportDesk;
  readonly #waiting: WaitingDesk;

  constructor(at: ReportPlace, reports: ReportDesk, waiting: WaitingDesk) {
    this.#at = at;
    this.#reports = reports;
    this.#waiting = waiting;
  }

  decide(given: Decisions, account: string): Promise<Decided> {
    return this.#reports.inTurn(async () => {
      for (let tried = 1; ; tried += 1) {
        if (!(await this.#waiting.fetch()))
          return not(503, '连不上台账的仓库，没有写入：过一会儿再办。');
        const done = await this.#try(given, account, tried);
        if (done !== 'raced') return done;
        if (tried === TRIES) return not(503, '一直有别人在往主分支写，没有写入：过一会儿再办。');
      }
    });
  }

  async #try({ items }: Decisions, account: string, tried: number): Promise<Decided | 'raced'> {
    const [main, ledger] = [this.#reports.newest(), this.#reports.ledger()];
    if (main === undefined || ledger === undefined)
      return not(503, '主分支的台账读不出来，没有写入：请管理员检查。');
    if (!this.#waiting.isReviewer(account)) return not(403, `${account} 不是审核员，不能办理。`);
    const looked = this.#waiting.look(account);
    const { repository } = this.#at.place;
    const mine = `${ON_THE_WAY}${randomUUID()}`;
    try {
      let tip = main;
      for (const given of items) {
        const found = looked.get(given.commit);
        const refusal = refusalOf(given, found, items.length > 1);
        if (found === undefined || refusal !== undefined)
          return refusal ?? not(409, '这份报送不在了。');
        const made = this.#write(given, found, { tip, ref: mine, account, ledger });
        if ('kind' in made) return made;
        ({ tip } = made);
      }
      return await this.#send(items, looked, { tip, account, tried });
    } catch (error) {
      if (!(error instanceof GitRefused)) throw error;
      return not(503, `没有写成：${plain(error.message)}`);
    } finally {
      for (const { name } of refsLike(repository, [mine, `${mine}-*`]))
        git(repository, ['update-ref', '-d', name]);
    }
  }

  /** The merge and the decision on top of it, each judged as the hook judges it. */
  #write(
    { commit, decided }: Item,
    { item, author }: Looked,
    at: { tip: string; ref: string; account: string; ledger: Ledger },
  ): { tip: string } | Decided {
    const { place } = this.#at;
    const { tip, ref, account, ledger } = at;
    const by = signedNow(account);
    const changes = changesBetween(place.repository, tip, commit);
    if (typeof changes === 'string')
      return not(422, '这个分支不能与主分支合并：请单位从最新的主分支重新报送。');
    const merged = writeMerge(place, {
      ref: `${ref}-${randomUUID()}`,
      by,
      base: tip,
      head: commit,
      message: `收件：${item.steps.map(({ issue, actionName }) => `${issue} ${actionName}`).join('、') || item.title}`,
      changes,
    });
    const judged = this.#review({ base: tip, head: merged, author, actor: account, merging: true });
    if (!judged.ok) return not(422, sentencesOf(judged));
    if (decided.length === 0) return { tip: merged };
    const files = new Map<string, string>();
    for (const { issue, action, fields } of decided) {
      const acts = item.issues.find((one) => one.issue === issue)?.acts;
      const act = acts?.find((one) => one.action === action);
      const campaign = ledger.issues.get(issue)?.campaign;
      if (act === undefined || campaign === undefined)
        return not(422, `${plain(issue)} 现在不能这样办：刷新再看。`);
      const record: Record<string, unknown> = {
        issue,
        action,
        reportedOn: this.#at.today(),
        // One hand decides and puts it on record, which the audit must be told: 单人代录.
        receivedBy: '审核员',
      };
      for (const { path, kind, preset } of act.fields) {
        const value = Object.hasOwn(fields, path) ? (fields[path] ?? '').trim() : '';
        if (value === '' || kind === 'evidence' || preset !== undefined) continue;
        record[path] = kind === 'yes-no' || path === 'held' ? value === 'true' : value;
      }
      const last = [...(judged.ledger?.updates.get(issue) ?? [])].at(-1)?.id.split('/').at(-1);
      const file = updatePath({ campaign, id: issue }, newStamp(this.#at.today(), last));
      files.set(file, canonical('update', record));
    }
    const decision = writeCommit(place, {
      ref: `${ref}-${randomUUID()}`,
      by,
      base: merged,
      message: wordsOf(decided, item),
      files,
    });
    const last = this.#review({ base: merged, head: decision, author: account, actor: account });
    return last.ok ? { tip: decision } : not(422, sentencesOf(last));
  }

  async #send(
    items: readonly Item[],
    looked: ReadonlyMap<string, Looked>,
    { tip, account, tried }: { tip: string; account: string; tried: number },
  ): Promise<Decided | 'raced'> {
    const { place, remote, main } = this.#at;
    const to = remote ?? place.repository;
    const pushed = await push(place.repository, {
      to,
      commit: tip,
      ref: `refs/heads/${main}`,
      account,
    });
    if (pushed.ok) {
      const told = items.map(({ commit, decided }) => {
        const item = looked.get(commit)?.item;
        return item === undefined ? '' : wordsOf(decided, item);
      });
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

  #review(
    said: Pick<Review, 'base' | 'head'> & { author: string; actor: string; merging?: boolean },
  ): Review {
    return review({ ...this.#at.place, ...said, today: this.#at.today() });
  }
}

/** Why what the page asks for cannot be done, before anything is written. */
function refusalOf(given: Item, found: Looked | undefined, isMany: boolean): Decided | undefined {
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

function wordsOf(decided: Item['decided'], item: Omit<QueueItem, 'opened' | 'days'>): string {
  if (decided.length === 0)
    return `收件：${item.issues.map(({ issue }) => issue).join('、') || item.title}`;
  return decided
    .map(({ issue, action }) => {
      const acts = item.issues.find((one) => one.issue === issue)?.acts;
      return `${issue} ${acts?.find((one) => one.action === action)?.title ?? ''}`;
    })
    .join('、');
}

function sentencesOf({ faults }: Review): string {
  return faults
    .filter(({ severity }) => severity === 'fault')
    .map(({ message, remedy }) => plain(`${message} → ${remedy}`))
    .join('\n');
}

function not(status: 403 | 409 | 422 | 503, sentence: string): Decided {
  return { kind: 'not', status, sentence };
}
