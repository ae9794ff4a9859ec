/**
 * 提成合并请求: what was assigned to a child, as the records that its own `receive` would make of it, proposed where its
 * ledger lives. Its newest main branch is read; what is there already is not proposed again; its own people merge.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ledgerOn } from '../../src/domain/ledger-on.ts';
import { forgeSettings } from '../../src/form/page-data/settings.ts';
import { Hindered } from '../../src/form/send/call.ts';
import { propose } from '../../src/form/send/proposal.ts';
import { forgeWith } from '../../src/form/send/sender.ts';
import type { SendingResult } from '../../src/form/submission.ts';
import { boundedGit, shallowClone } from '../../src/gather/bounded.ts';
import { fetchLimits } from '../../src/gather/fetched.ts';
import { commitOf } from '../../src/history/place.ts';
import {
  type AssignedContents,
  type AssignedReception,
  isFor,
  receiveAssigned,
} from '../../src/intake/assigned.ts';
import type { AssignedRecord } from '../../src/intake/assigned-check.ts';
import type { Content } from '../../src/ledger/content.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { checkNewFiles } from '../../src/review/new-files.ts';
import type { Child, ChildProposals } from '../../src/schema/child.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { contentWith } from '../enter/entry.ts';
import { ledgerAt } from '../enter/handing-in.ts';
import { reviewerPosts } from '../enter/new/new-record.ts';
import { filesOfAssigned } from '../enter/receive/from-above.ts';
import { firstStamp } from '../enter/stamp.ts';
import { forgeAddress } from '../../src/text/forge-address.ts';

interface Proposing {
  readonly child: Child;
  readonly contents: AssignedContents;
  /** The child's campaign that findings go into. */
  readonly campaign: string | undefined;
  readonly today: string;
  readonly token: string | undefined;
  /** Whether what was closed without being merged is proposed once more. */
  readonly again: boolean;
  /** The folder that relative paths are relative to. */
  readonly content: string;
}

export interface ProposedBelow {
  /** False where nothing was proposed that should be: then the file is the way. */
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const instead = (why: string): ProposedBelow => ({
  ok: false,
  lines: [`没有提成合并请求：${why}；改用交办单（--out），随函送去。`],
});

export async function proposeBelow(asked: Proposing): Promise<ProposedBelow> {
  const { child, contents, campaign, today, token, again, content } = asked;
  const { proposals } = child;
  if (proposals === undefined) return instead('children 里没有写 proposals（下级的平台和仓库）');
  const settings = forgeSettings({ ...proposals });
  if (settings === undefined) return instead('proposals 没有写平台地址（address）');
  if (token === undefined || token === '')
    return instead('环境变量 LEDGER_PROPOSE_TOKEN 里没有令牌');
  const read = await ledgerBelow(proposals, content);
  if (typeof read === 'string') return instead(read);
  const ledger = ledgerOn(read.ledger, today);
  if (!isFor(child, ledger.site))
    return instead(`${proposals.repository} 里是“${ledger.site.name}”的台账，不是这个下级的`);
  const { records, lines, faults } = receiveAssigned(contents, ledger, campaign, today);
  if (faults.length > 0) return instead(faults.join('；'));
  if (records.length === 0)
    return { ok: true, lines: ['下级的台账里都有了，没有要提的。', ...lines.map(indented)] };
  const files = filesOfAssigned(records, ledger, campaign ?? '', today, firstStamp);
  const { faults: wrong } = checkNewFiles({
    base: read.ledger,
    merged: contentWith(read.content, files),
    files,
    as: reviewerPosts,
    isNamed: false,
    today,
  });
  const refused = wrong.filter(({ severity }) => severity === 'fault');
  if (refused.length > 0) return instead(`下级会退回：${refused.map(faultLine).join('；')}`);
  const submission = {
    unit: 'above',
    stamp: today.replaceAll('-', ''),
    branch: branchFor(contents, records, campaign),
    again,
    title: `收上级交办单，${String(records.length)} 条`,
    words: wordsFor(contents, { records, lines }, ledger),
    // Those of a day come last: a branch that was begun on another day is known by its first.
    files: [...files]
      .toSorted(([a], [b]) => Number(isUpdate(a)) - Number(isUpdate(b)))
      .map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
  };
  try {
    const sent = await propose(await forgeWith(settings, token, { fetch }), submission, settings);
    if (sent.kind === 'failed') return instead(sent.sentence);
    if (sent.over !== undefined) return decided(proposals.repository, sent);
    const where = sent.address === undefined ? '' : `：${sent.address}`;
    return {
      ok: true,
      lines: [
        `已向 ${proposals.repository} 提合并请求 ${sent.number}${where}，由下级审核合并。`,
        ...lines.map(indented),
      ],
    };
  } catch (error) {
    if (!(error instanceof Hindered)) throw error;
    return instead(error.message.replace(/。$/u, ''));
  }
}

/** Nothing was sent: a request of the same content is over, and the ledger below has not got what it holds. */
function decided(
  repository: string,
  { number, address = '', over }: Extract<SendingResult, { kind: 'sent' }>,
): ProposedBelow {
  const what =
    over === 'merged' ? '合并过，下级的台账里却没有，也许后来撤掉了' : '没有合并就关了，下级没有收';
  return {
    ok: false,
    lines: [
      `没有再提：向 ${repository} 提过的合并请求 ${number}（${address}）${what}。先问明缘由；仍要提的，加 --again 再运行一次，或改用交办单（--out），随函送去。`,
    ],
  };
}

const isUpdate = (path: string): boolean => path.startsWith('updates/');

/**
 * The branch is named by what was assigned, never by the day or by what the child's ledger makes of it: on whatever day it is
 * proposed again, the request that waits is found. A 核销文号 is left out, since a name can be tried out.
 */
function branchFor(
  { findings, checks }: AssignedContents,
  records: readonly AssignedRecord[],
  campaign: string | undefined,
): string {
  const assigned = new Map(findings.map(({ confirmed, ...one }) => [one.id, { confirmed, one }]));
  const looked = new Map(checks.map((one) => [one.id, one]));
  const what = records.map(({ kind, of }) => {
    if (kind === 'update') return [kind, of, assigned.get(of)?.confirmed?.on];
    return [kind, kind === 'issue' ? assigned.get(of)?.one : looked.get(of)];
  });
  const sum = createHash('sha256')
    .update(JSON.stringify([campaign, what]))
    .digest('hex');
  return `report/above/${sum.slice(0, 16)}`;
}

/** What the request and its commit say; in a public repository no numbers of letters, as in its records. */
function wordsFor(
  { findings, checks }: AssignedContents,
  { records, lines }: Pick<AssignedReception, 'records' | 'lines'>,
  { site }: Ledger,
): string {
  if (site.repository === 'public') return `编号：${records.map(({ of }) => of).join('、')}`;
  const numbers = new Set([...findings, ...checks].map(({ number }) => number));
  return [`${[...numbers].join('、')}：`, ...lines].join('\n');
}

const indented = (line: string): string => `  ${line}。`;

/** The ledger on the child's main branch, or why it cannot be read. Nothing of it is run. */
async function ledgerBelow(
  proposals: ChildProposals,
  content: string,
): Promise<{ ledger: Ledger; content: Content } | string> {
  const { repository, branch, folder = 'content' } = proposals;
  const remote = proposals.git ?? `${forgeAddress(proposals) ?? ''}/${repository}.git`;
  const dir = mkdtempSync(join(tmpdir(), 'propose-'));
  try {
    const clone = [...shallowClone, ...[`--branch=${branch}`, '--', remote, dir]];
    const ran = await boundedGit(clone, resolve(content), {
      until: performance.now() + fetchLimits.timeout,
      folder: dir,
      size: fetchLimits.git,
      output: 1024 * 1024,
    });
    if (ran.outcome !== 'ended' || ran.status !== 0)
      return `读不到下级仓库的分支 ${branch}（一分钟、512 MB 为限）`;
    const place = { repository: dir, prefix: folder === '.' ? '' : `${folder}/` };
    const tip = commitOf(place, 'HEAD');
    if (tip === undefined) return `下级仓库的分支 ${branch} 上没有提交`;
    const there = ledgerAt(place, tip.id);
    const { ledger } = readLedger(there);
    return ledger === undefined ? '下级的台账读不出来' : { ledger, content: there };
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}
