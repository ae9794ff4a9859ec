/**
 * 推送检查: what a bare server lets in. Clerks push branches, each checked as a proposal; only reviewers and maintainers
 * move the main branch, forward, and every merge on the way is checked with whom the server saw push its branch.
 */
import { type Day, inWords } from '../day/calendar.ts';
import { isSameAccount, type Posts, postsOf } from '../domain/membership.ts';
import { dayOfSeconds } from '../history/place.ts';
import { isNothing, pushersOf, pushLogOf } from '../history/push-log.ts';
import {
  branchesWith,
  isAncestor,
  isCommit,
  mainDays,
  mainLine,
  pushesOf,
  refsLike,
  standsAt,
} from '../history/git/refs.ts';
import { pendingUpdates } from '../history/proposal/vanished.ts';
import { readLedger } from '../ledger/read.ts';
import { rolesOf } from './people/rights.ts';
import type { Person } from './proposal/case.ts';
import { type ReviewResult, reviewResult } from './comment/review-result.ts';
import { type BranchSurroundings, branchTrouble } from './ref-name.ts';
import { review } from './review.ts';
import { Blobs, contentOf, ledgerTree } from './proposal/tree.ts';

export interface PushInput {
  readonly repository: string;
  readonly prefix: string;
  /** Whom the server has authenticated. */
  readonly user: string;
  /** The name of the main branch. */
  readonly main: string;
  readonly today: Day;
  /** Seconds since 1970 by the server's clock. */
  readonly now: number;
}

/** One line of what Git hands to the hook. */
export interface RefUpdate {
  readonly old: string;
  readonly new: string;
  readonly ref: string;
}

export interface PushVerdict {
  readonly ref: string;
  readonly ok: boolean;
  /** Why the ref itself may not be moved so, in Chinese; undefined where it may. */
  readonly refusal: string | undefined;
  readonly reports: readonly ReviewResult[];
  /** Pending updates that the branch held and would hold no longer; for the server's log. */
  readonly lost?: readonly string[];
}

/** How far the day that a merge carries may lie from the server's, in seconds: into the past, into the future. */
const STALE = 24 * 3600;
const AHEAD = 600;

/** Reads the lines of standard input. Throws RangeError on a line that Git does not write. */
export function refUpdates(input: string): RefUpdate[] {
  return input
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [old, next, ref] = line.split(' ');
      if (old === undefined || next === undefined || ref === undefined)
        throw new RangeError(`not a ref update: ${line}`);
      return { old, new: next, ref };
    });
}

/** Judges every ref of a push. One that is refused refuses the whole push. */
export function judgePush(input: PushInput, updates: readonly RefUpdate[]): PushVerdict[] {
  const mainRef = `refs/heads/${input.main}`;
  const tip = refsLike(input.repository, [mainRef]).find(({ name }) => name === mainRef)?.commit;
  return updates.map((update): PushVerdict => {
    const { ref } = update;
    const no = (refusal: string) => ({ ref, ok: false, refusal, reports: [] });
    if (input.user === '') return no('服务器没有给出推送人：用带登录的地址推送');
    if (tip === undefined) return no('仓库里还没有主分支：请管理员先在服务器上建立，再装检查');
    const isBranch = ref.startsWith('refs/heads/');
    // Git looks at what the pusher took for the old one only after the hook, when it is on record already.
    if (ref !== mainRef && standsAt(input.repository, ref) !== update.old)
      return no('这个分支在服务器上不是推送的人以为的那样：先 git fetch，看过再推');
    if (isBranch && !isNothing(update.new) && !isCommit(input.repository, update.new))
      return no('分支只能指向提交');
    if (ref === mainRef) return judgeMain(input, update, tip);
    if (isBranch) return judgeBranch(input, update, tip, updates);
    if (ref.startsWith('refs/tags/') && person(input, tip).posts.maintainer)
      return { ref, ok: true, refusal: undefined, reports: [] };
    return no('只能推送分支；标签由管理员推送');
  });
}

function judgeMain(input: PushInput, update: RefUpdate, tip: string): PushVerdict {
  const { repository, user } = input;
  const { ref } = update;
  const no = (refusal: string) => ({ ref, ok: false, refusal, reports: [] });
  const { posts } = person(input, tip);
  if (!posts.reviewer && !posts.maintainer)
    return no('填报员不能直接推主分支：推到 report/ 开头的分支，由审核员合并');
  if (isNothing(update.new)) return no('主分支不能删除');
  if (update.old !== tip || !isAncestor(repository, tip, update.new))
    return no('主分支只能往前走，不能改写历史');
  const reports: ReviewResult[] = [];
  for (const { commit, seconds } of mainDays(repository, tip, update.new)) {
    if (seconds >= input.now - STALE && seconds <= input.now + AHEAD) continue;
    return no(
      `提交 ${commit.slice(0, 10)} 写的日期是${inWords(dayOfSeconds(seconds))}，服务器上是${inWords(dayOfSeconds(input.now))}：收件日以收到之日为准，核对电脑的日期，从最新的主分支重新合并再推`,
    );
  }
  for (const { commit, parents } of mainLine(repository, tip, update.new)) {
    const [base = tip, ...merged] = parents;
    const handed = merged.length === 0 ? pusherOf(input, [commit]) : undefined;
    if (handed !== undefined && handed !== user)
      return no(`提交 ${commit.slice(0, 10)} 是 ${handed} 报送的：用 git merge --no-ff 合并`);
    const author = merged.length === 0 ? user : pusherOf(input, merged);
    if (author === undefined)
      return no(`合并的提交 ${merged[0]?.slice(0, 10) ?? ''} 没有推送过：先推分支，检查通过再合并`);
    reports.push(
      reviewResult(
        review({ ...input, base, head: commit, author, actor: user, merging: merged.length > 0 }),
      ),
    );
  }
  return { ref, ok: reports.every(({ ok }) => ok), refusal: undefined, reports };
}

/** Who first pushed the branch that a merge brings in, by the server's own record; undefined where nobody did. */
function pusherOf(input: PushInput, merged: readonly string[]): string | undefined {
  const { repository, main, user } = input;
  const [tip, ...others] = merged;
  if (tip === undefined || others.length > 0) return undefined;
  const branches = branchesWith(repository, tip);
  // The main branch may be merged into a branch, never the other way round: it vouches for nobody.
  if (branches.includes(`refs/heads/${main}`)) return user;
  const pushes = pushLogOf(repository);
  const made = branches
    .flatMap((branch) => pushersOf(pushes, branch, { tip: standsAt(repository, branch) })[0] ?? [])
    .toSorted((a, b) => a.at - b.at);
  return made[0]?.by ?? branches.map((branch) => ownerOf(repository, branch)).find(Boolean);
}

/** Who made a branch: by the server's log, else by the log of the ref; undefined where neither says. */
export function ownerOf(repository: string, ref: string): string | undefined {
  const [made] = pushersOf(pushLogOf(repository), ref, { tip: standsAt(repository, ref) });
  return made?.by ?? pushesOf(repository, ref)[0]?.by;
}

/**
 * A branch belongs to whoever made it. A reviewer may add to it, as when it is brought up to date; what still waits in
 * it nobody else takes away, but a maintainer, whom the log names.
 */
function judgeBranch(
  input: PushInput,
  update: RefUpdate,
  tip: string,
  all: readonly RefUpdate[],
): PushVerdict {
  const { repository, user } = input;
  const { ref, old } = update;
  const no = (refusal: string) => ({ ref, ok: false, refusal, reports: [] });
  const isNew = isNothing(old);
  const { posts, units } = person(input, tip);
  const others = all.filter((one) => one.ref !== ref && !isNothing(one.new));
  const strange = isNew ? branchTrouble(ref, surroundings(input, others, posts, units)) : undefined;
  if (strange !== undefined) return no(strange);
  const owner = isNew ? user : ownerOf(repository, ref);
  const isOwn = owner === undefined ? mayReplace(input, old, tip) : isSameAccount(owner, user);
  if (!isNew && !isOwn && !posts.reviewer && !posts.maintainer)
    return no('这个分支是别的单位的报送，不能改动或删除：换一个分支名');
  const isKept = isNew || (!isNothing(update.new) && isAncestor(repository, old, update.new));
  const lost = isKept ? [] : pendingUpdates(input, tip, old);
  if (!isOwn && !posts.maintainer && lost.length > 0)
    return no('这个分支里有别人还没有合并的报送，不能删除或改写；不接受的，合并以后登记“退回”');
  const kept = lost.length > 0 ? { lost } : {};
  if (isNothing(update.new)) return { ref, ok: true, refusal: undefined, reports: [], ...kept };
  const author = isKept ? (owner ?? user) : user;
  const report = reviewResult(
    review({ ...input, base: tip, head: update.new, author, actor: user }),
  );
  return { ref, ok: report.ok, refusal: undefined, reports: [report], ...kept };
}

/** What a new branch would stand beside, with the others that come in one push with it. */
function surroundings(
  { repository, main }: PushInput,
  others: readonly RefUpdate[],
  posts: Posts,
  units: ReadonlySet<string>,
): BranchSurroundings {
  const refs = [
    ...refsLike(repository, ['refs/heads/**']).map(({ name }) => name),
    ...others.map(({ ref }) => ref),
  ];
  return {
    main,
    taken: refs.map((ref) => ref.replace(/^refs\/heads\//u, '')),
    units,
    isClerk: rolesOf(posts).every((post) => post === 'clerk') && posts.units.size > 0,
  };
}

/** True when what a branch holds is merged already, or the pusher may speak for all of it. */
function mayReplace(input: PushInput, old: string, tip: string): boolean {
  const { repository, user } = input;
  if (isAncestor(repository, old, tip)) return true;
  const { faults } = review({ ...input, base: tip, head: old, author: user, actor: user });
  return !faults.some(({ rule }) =>
    ['not-member', 'unknown-account', 'not-allowed', 'on-behalf', 'history'].includes(rule),
  );
}

/** The pusher with the posts that the main branch gives, and the units that it knows. */
function person(
  { repository, prefix, user, today }: PushInput,
  tip: string,
): Person & { readonly units: ReadonlySet<string> } {
  const tree = ledgerTree(repository, tip, prefix);
  const paths = [...tree.keys()].filter(
    (path) => path === 'site.yaml' || /^(?:vocabulary|units)\//u.test(path),
  );
  const { ledger } = readLedger(contentOf(tree, new Blobs(repository), paths));
  const members =
    ledger === undefined
      ? { site: { reviewers: [], maintainers: [], robots: [] }, units: [] }
      : { site: ledger.site, units: [...ledger.units.values()] };
  const units = new Set(members.units.map(({ id }) => id));
  return { who: '推送人', posts: postsOf(user, members, today), units };
}
