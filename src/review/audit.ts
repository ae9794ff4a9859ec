/**
 * 审计: whether every report entered the main line by somebody else's hand, whether anything that was once received was
 * changed or buried, and whether every closing had what it owed. Who it was, the server's record says; else names are
 * those that Git records.
 */
import { createHash } from 'node:crypto';
import { approvalOfRecord, approversOn } from '../domain/issue/approval.ts';
import { isSameAccount } from '../domain/membership.ts';
import { contentAt } from '../history/content-at.ts';
import { blobsOf } from '../history/git/objects.ts';
import type { Place } from '../history/place.ts';
import { type Push, pushLogOf } from '../history/push-log.ts';
import { proposalRefs, waitingFor } from '../history/proposal/queue.ts';
import { type Receipt, receiptsOf } from '../history/receipts.ts';
import { rewritesOf } from '../history/rewrites.ts';
import { type Vanished, vanishedFrom } from '../history/proposal/vanished.ts';
import { checkLedger } from '../ledger/check.ts';
import type { Fault } from '../ledger/fault.ts';
import { committedContent } from '../ledger/migrations/migrate.ts';
import type { Approval } from '../schema/approval.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { Update } from '../schema/update.ts';
import { type AuditedBulletin, auditedBulletins } from './bulletin-audit.ts';
import { faultOf } from './proposal/case.ts';

/**
 * How an update was received: by another hand (`received`), which only accounts prove: names are typed by their bearers
 * (`unproven`); by one hand and said so (`alone-marked`, 单人代录); by one
 * hand without a word (`alone`); by the forge in a way that names nobody (`squashed`); with the first commit (`founding`).
 * A decision in two acts is `approved` where the server saw the drafter's account hand it in and the approver's receive
 * it. Where it saw the approver's alone, the drafter is a word that the approver typed (`approver-entered`); else it says
 * who signed, and the signature is on paper (`approved-entered`).
 */
export const receiptKinds = {
  received: '他人合并',
  unproven: '两边姓名不同，看不出是不是两个人',
  approved: '一人拟办、另一人审签录入',
  'approver-entered': '审签人本人录入',
  'approved-entered': '凭审签单录入',
  'alone-marked': '单人代录',
  alone: '单人录入，没有注明',
  squashed: '平台压缩合并，看不出合并人',
  founding: '建账时录入',
} as const;
export type ReceiptKind = keyof typeof receiptKinds;

export interface AuditedUpdate {
  readonly update: string;
  readonly kind: ReceiptKind;
  readonly receipt: Receipt;
}

export interface Audit {
  readonly ok: boolean;
  /** False in a shallow clone, where an audit is worth nothing. */
  readonly complete: boolean;
  readonly updates: readonly AuditedUpdate[];
  /** Reports that were taken back before anybody received them; whoever did it may have had the right. */
  readonly vanished: readonly Vanished[];
  /** Every bulletin, counted again at its commit. */
  readonly bulletins: readonly AuditedBulletin[];
  readonly faults: readonly Fault[];
}

/** Audits the ledger in `place` up to `revision` (a full hash). Throws GitRefused. */
export function auditOf(
  place: Place,
  revision: string,
  pushes: readonly Push[] = pushLogOf(place.repository),
): Audit {
  const { byPath, complete } = receiptsOf(place, revision, pushes);
  const pending = waitingFor(place, revision).flatMap(({ updates }) => updates);
  const vanished = vanishedFrom(place, revision, proposalRefs, new Set(pending), pushes);
  const { ledger, faults: found } = checkLedger(committedContent(contentAt(place, revision)));
  const updates = [...(ledger?.updates.values() ?? [])].flat().flatMap((update) => {
    const receipt = byPath.get(update.path);
    return receipt === undefined
      ? []
      : [{ update, kind: kindOf(update, receipt, approvalFor(update, ledger)), receipt }];
  });
  const bulletins = auditedBulletins(place, ledger);
  const faults = [
    ...updates
      .filter(({ kind }) => kind === 'alone')
      .map(({ update, receipt }) => aloneFault(update, receipt)),
    ...vanished.filter(({ how }) => how === 'buried').flatMap(buriedFaults),
    ...bulletins.flatMap((one) => one.faults),
    ...rewriteFaults(place, revision, ledger?.removed ?? []),
    // What was closed without proof or out of order; other faults are the check's own matter.
    ...found.filter(
      ({ rule, severity }) =>
        severity === 'fault' && (rule === 'evidence-owed' || rule === 'sequence'),
    ),
    ...(ledger === undefined
      ? [
          faultOf(
            'site.yaml',
            'audit-unreadable',
            '台账读不出来，无法审计',
            '先运行 npx ledger check',
          ),
        ]
      : []),
  ];
  return {
    ok: complete && faults.length === 0,
    complete,
    updates: updates.map(({ update, kind, receipt }) => ({ update: update.id, kind, receipt })),
    vanished: vanished.filter(({ how }) => how !== 'buried'),
    bulletins,
    faults,
  };
}

/** The approval that the campaign of an update wants of it. */
function approvalFor(update: Update, ledger: Ledger | undefined): Approval | undefined {
  return ledger && approvalOfRecord(ledger, update);
}

function kindOf(update: Update, receipt: Receipt, approval: Approval | undefined): ReceiptKind {
  if (receipt.founding) return 'founding';
  const { authorAccount, mergerAccount } = receipt;
  if (approval !== undefined && update.approver !== undefined) {
    const { approver, approvedOn, drafter } = update;
    const isOwn = approversOn(approval, approvedOn ?? update.reportedOn).some(
      ({ post, account }) => post === approver && isOne(account, mergerAccount),
    );
    if (!isOwn) return 'approved-entered';
    return isOne(drafter, authorAccount) ? 'approved' : 'approver-entered';
  }
  if (authorAccount !== undefined && mergerAccount !== undefined) {
    if (!isSameAccount(authorAccount, mergerAccount)) return 'received';
  } else if (!isOneName(receipt)) {
    const byForge = !receipt.merged && /^(?:GitHub|GitLab|Gitea|Gitee)$/iu.test(receipt.merger);
    return byForge ? 'squashed' : 'unproven';
  }
  const isMarked = update.onBehalfOf !== undefined || update.receivedBy !== undefined;
  return isMarked ? 'alone-marked' : 'alone';
}

function isOne(account: string | undefined, other: string | undefined): boolean {
  return account !== undefined && other !== undefined && isSameAccount(account, other);
}

/** Nobody gains by signing twice with one name; two names prove nothing. */
function isOneName({ author, authorEmail, merger, mergerEmail }: Receipt): boolean {
  return author === merger || authorEmail.toLowerCase() === mergerEmail.toLowerCase();
}

function buriedFaults({ where, updates }: Vanished): Fault[] {
  return updates.map((path) =>
    faultOf(
      path,
      'audit-buried',
      `这份报送在历史里（提交 ${where.slice(0, 10)}），主分支却从来没有收过：合并时被丢掉了`,
      `查明是谁合并的；用 git show ${where.slice(0, 10)} 取出这个文件，请单位重新报送`,
    ),
  );
}

function aloneFault(
  update: Entry<Update>,
  { author: name, authorAccount, on, merged }: Receipt,
): Fault {
  const author = authorAccount ?? name;
  return faultOf(
    update.path,
    'audit-alone',
    `${author} 自己录入、自己${merged ? '合并' : '直接提交'}（${on}）`,
    '以后由另一人合并；只有一人的，录入时写 onBehalfOf 或 receivedBy',
  );
}

/** Updates are never touched again; evidence goes only with an entry in evidence/removed.yaml that has its hash. */
function rewriteFaults(place: Place, revision: string, removed: Ledger['removed']): Fault[] {
  const rewrites = rewritesOf(place, revision, ['updates', 'evidence']).filter(
    ({ path }) => path !== 'evidence/removed.yaml',
  );
  const blobs = blobsOf(
    place.repository,
    rewrites.filter(({ path }) => path.startsWith('evidence/')).map(({ before }) => before),
  );
  return rewrites.flatMap(({ path, kind, by, on, commit, before }) => {
    const bytes = blobs.get(before);
    const hash = bytes && createHash('sha256').update(bytes).digest('hex');
    const isListed = removed.some(
      ({ file, sha256 }) => `evidence/${file}` === path && sha256 === hash,
    );
    if (kind === 'removed' && isListed) return [];
    return [
      faultOf(
        path,
        'audit-rewrite',
        `${by} 在 ${on}（提交 ${commit.slice(0, 10)}）${kind === 'removed' ? '删除' : '改动'}了收过的文件`,
        '查明原因；从那次提交之前的历史恢复原文件',
      ),
    ];
  });
}
