/**
 * 评论办理: what a reviewer types under a proposal to decide on it, on forges where the office lets a workflow make the
 * record. The line names the commit that the reviewer saw; whatever is pushed after it is another one.
 */
import { approvalOn, approvalOwed } from '../../domain/issue/approval.ts';
import { policyOn } from '../../domain/issue/round/closing.ts';
import { transition } from '../../domain/issue/transition.ts';
import { day } from '../../schema/field.ts';
import { actions } from '../../text/terms.ts';
import type { Review } from '../review.ts';

/** What may be typed; the rest is decided at the desk or on the page of the unit. */
const typedActs = ['accepted', 'returned', 'sustained'] as const;
export type TypedAct = (typeof typedActs)[number];

/** What each asks for behind the commit. */
const ASKED: Readonly<Record<TypedAct, string>> = {
  accepted: '',
  returned: ' 理由',
  sustained: ' 下次复查日期',
};

/** So many letters of a commit are typed. */
const SHORT = 12;

export interface TypedComment {
  readonly action: TypedAct;
  /** How the commit begins. */
  readonly commit: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads a comment: what is decided, the sentence that says what is wrong with it, or undefined for any other comment.
 * `publicOnly`: a public repository holds no internal field, so that the reason is the public note.
 */
export function typedIn(comment: string, publicOnly: boolean): TypedComment | string | undefined {
  const text = comment.trim().replace(/^／/u, '/');
  const action = typedActs.find((act) => text === `/${actions[act]}` || startsWith(text, act));
  if (action === undefined) return undefined;
  const [, commit = '', said = ''] = /^\S+\s+(\S+)\s*([^]*)$/u.exec(text) ?? [];
  if (!new RegExp(`^[0-9a-f]{${String(SHORT)},40}$`, 'u').test(commit))
    return `没有写办的是哪个提交：从审核摘要里复制整行“/${actions[action]} …”`;
  const words = said.replace(/\s+/gu, ' ').trim();
  if (action === 'returned') {
    if (words === '' || words === '理由') return '退回要写理由：写在提交号后面';
    return { action, commit, fields: { [publicOnly ? 'publicNote' : 'reason']: words } };
  }
  if (action === 'sustained') {
    if (!day.safeParse(words).success)
      return '转长期坚持要写下次复查日期，写成 2026-12-31 这样：写在提交号后面';
    return { action, commit, fields: { reviewOn: words } };
  }
  return words === ''
    ? { action, commit, fields: {} }
    : '验收后面不用写别的；要写说明的，在办理台办';
}

function startsWith(text: string, act: TypedAct): boolean {
  return new RegExp(`^/${actions[act]}\\s`, 'u').test(text);
}

/** The lines that a reviewer may copy; none where something is wrong or a campaign wants two acts. */
export function typedLines({ ok, ledger, stories, today, head }: Review): string[] {
  if (!ok || ledger === undefined || stories.length === 0) return [];
  return typedActs
    .filter((action) =>
      stories.every(({ issue: id, after }) => {
        const issue = ledger.issues.get(id);
        const campaign = issue && ledger.campaigns.get(issue.campaign);
        if (issue === undefined || campaign === undefined) return false;
        const policy = policyOn(issue, campaign, today);
        return (
          'to' in transition(action, 'reviewer', policy, after.phase) &&
          approvalOwed(campaign, { action, reportedOn: today }) === undefined
        );
      }),
    )
    .map((action) => `/${actions[action]} ${head.slice(0, SHORT)}${ASKED[action]}`);
}

/** True where somebody hands in for an acceptance that its campaign wants in two acts. */
export function isForDraft({
  ledger,
  stories,
  today,
}: Pick<Review, 'ledger' | 'stories' | 'today'>): boolean {
  return stories.some(({ issue, updates }) => {
    const campaign = ledger?.campaigns.get(ledger.issues.get(issue)?.campaign ?? '');
    return (
      campaign !== undefined &&
      updates.some(({ action }) => action === 'submitted') &&
      approvalOn(campaign, today) !== undefined
    );
  });
}

/** Marks the comment on a commit that the review let pass; only the runner's own comment counts. */
export function passedMark(head: string): string {
  return `<!-- zhenggai-taizhang-passed ${head} -->`;
}
