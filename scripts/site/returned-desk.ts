/**
 * 收件 at the desk: returned files, dragged in, are read as `ledger receive` reads a folder. First only what would be
 * taken is said; with the sum of what was shown, each unit's branch is written, reviewed and pushed by itself. Until then
 * nothing is written anywhere: the files are the browser's.
 */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ledgerOn } from '../../src/domain/ledger-on.ts';
import { postsOf } from '../../src/domain/membership.ts';
import { writeCommit } from '../../src/history/branch.ts';
import { git, GitRefused } from '../../src/history/git.ts';
import type { ReceivedFile } from '../../src/intake/sheet-back/report/attachment.ts';
import { receive, type Reception } from '../../src/intake/sheet-back/reception.ts';
import { replyText } from '../../src/intake/sheet-back/reply.ts';
import {
  type UnitReception,
  type WaitingWork,
  waitingIn,
} from '../../src/intake/sheet-back/unit-reception.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { review } from '../../src/review/review.ts';
import { plain } from '../../src/text/plain.ts';
import { NOISE } from '../enter/folder-back.ts';
import { ledgerAt } from '../enter/handing-in.ts';
import { countsLine, receptionData } from '../enter/reception-text.ts';
import { CHANNEL, proposalOf, RECEIVED, receiveSettings, unpushed } from '../enter/receiving.ts';
import { base64, type EndpointRefusal, isPlainPath, no } from './endpoint.ts';
import { push, signedNow } from './push-as.ts';
import { ON_THE_WAY, type ReportDesk, type ReportPlace } from './report-in.ts';
import type { WaitingDesk } from './waiting-desk.ts';

/** What the page sends; with `seen`, the sum of the preview, it is to be written. */
export const returned = z.strictObject({
  receivedBy: z
    .string()
    .max(40)
    .regex(/^\P{C}*$/u)
    .transform((words) => words.trim()),
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(300), base64 }))
    .min(1)
    .max(500),
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
});
type Returned = z.infer<typeof returned>;

/** What is shown before anything is written. */
interface Preview {
  readonly status: 200;
  readonly words: string;
  readonly units: readonly { readonly name: string; readonly reply: string }[];
  readonly unknown: Reception['unknown'];
  /** How many branches there are to push. */
  readonly branches: number;
  readonly seen: string;
}

/** What became of each unit's branch. */
interface Sent {
  readonly status: 201;
  readonly sent: readonly { readonly ok: boolean; readonly words: string }[];
}

export class ReturnedDesk {
  readonly #at: ReportPlace;
  readonly #reports: ReportDesk;
  readonly #waiting: WaitingDesk;

  constructor(at: ReportPlace, reports: ReportDesk, waiting: WaitingDesk) {
    this.#at = at;
    this.#reports = reports;
    this.#waiting = waiting;
  }

  /** Shows what would be taken, or takes what was shown. */
  take(given: Returned, account: string): Promise<Preview | Sent | EndpointRefusal> {
    return this.#reports.inTurn(() => this.#take(given, account));
  }

  async #take(given: Returned, account: string): Promise<Preview | Sent | EndpointRefusal> {
    if (!(await this.#waiting.fetch()))
      return no(503, 'offline', '连不上台账的仓库，没有写入：过一会儿再收。');
    const { place, today } = this.#at;
    const base = this.#reports.newest();
    const content = base === undefined ? undefined : ledgerAt(place, base);
    const recorded = content && readLedger(content).ledger;
    if (base === undefined || content === undefined || recorded === undefined)
      return no(503, 'offline', '主分支的台账读不出来，没有写入：请管理员检查。');
    const { site, units } = recorded;
    const as = postsOf(account, { site, units: units.values() }, today());
    if (!as.reviewer) return no(403, 'forbidden', `${account} 不是审核员，不能代单位收件。`);
    const { receivedBy } = given;
    const settings = receiveSettings({
      today: today(),
      receivedBy: receivedBy === '' ? '（未写）' : receivedBy,
      channel: CHANNEL,
      as,
      content,
      recorded,
    });
    const waiting = waitingIn(place, RECEIVED);
    const { files, strange } = filesOf(given);
    const reception = await receive(files, ledgerOn(recorded, today()), settings, waiting);
    reception.unknown.push(...strange);
    const preview = this.#preview(reception, waiting, receivedBy);
    if (given.seen === undefined) return preview;
    if (receivedBy === '') return no(422, 'refused', '没有写收件人：写职务，如政务公开股。');
    if (given.seen !== preview.seen)
      return no(409, 'refused', '文件或主分支变了，与预览的不一样，没有写入：再预览一遍。');
    const sent: Sent['sent'][number][] = [];
    for (const unit of reception.units)
      sent.push(...(await this.#send(unit, { waiting, base, account })));
    return { status: 201, sent };
  }

  #preview(reception: Reception, waiting: WaitingWork, receivedBy: string): Preview {
    const { units, unknown } = reception;
    // The stamp alone moves with the clock.
    const shown = receptionData(reception).units.map((unit) => ({
      ...unit,
      updates: unit.updates.map((one) => ({ ...one, update: undefined })),
    }));
    const sum = createHash('sha256').update(JSON.stringify([shown, unknown, receivedBy]));
    const branches = units.flatMap((unit) => this.#branchesOf(unit, waiting));
    return {
      status: 200,
      words: countsLine(units),
      units: units.map((unit) => ({ name: unit.unitName, reply: replyText(unit) })),
      unknown,
      branches: branches.length,
      seen: sum.digest('hex'),
    };
  }

  /** The new branch of a unit, and those of the command that were never pushed. */
  #branchesOf(unit: UnitReception, waiting: WaitingWork): string[] {
    const left = this.#at.remote === undefined ? [] : unpushed(unit, waiting);
    return [...new Set([proposalOf(unit)?.branch ?? [], left].flat())];
  }

  async #send(
    unit: UnitReception,
    on: { waiting: WaitingWork; base: string; account: string },
  ): Promise<Sent['sent'][number][]> {
    const { place } = this.#at;
    const { waiting, base, account } = on;
    const proposal = proposalOf(unit);
    const sent: Sent['sent'][number][] = [];
    for (const branch of this.#branchesOf(unit, waiting)) {
      const mine = `${ON_THE_WAY}${randomUUID()}`;
      try {
        const commit =
          branch === proposal?.branch
            ? writeCommit(place, { ...proposal, ref: mine, by: signedNow(account), base })
            : `refs/heads/${branch}`;
        const trouble =
          this.#wrongWith(commit, base, account) ?? (await this.#push(commit, branch, account));
        const words = trouble ?? `已推送，待审核（${branch}）`;
        sent.push({ ok: trouble === undefined, words: `${unit.unitName}：${words}` });
      } catch (error) {
        if (!(error instanceof GitRefused)) throw error;
        sent.push({ ok: false, words: `${unit.unitName}：没有写成：${plain(error.message)}` });
      } finally {
        git(place.repository, ['update-ref', '-d', mine]);
      }
    }
    return sent;
  }

  /** The review's own sentences: a folder without a server has no hook that would say them. */
  #wrongWith(head: string, base: string, account: string): string | undefined {
    const { place, today } = this.#at;
    const by = { author: account, actor: account };
    const { faults } = review({ ...place, ...by, base, head, today: today() });
    const told = faults
      .filter(({ severity }) => severity === 'fault')
      .map(({ message, remedy }) => plain(`${message} → ${remedy}`));
    return told.length === 0 ? undefined : `没有收：${told.join('\n')}`;
  }

  async #push(commit: string, branch: string, account: string): Promise<string | undefined> {
    const { place, remote } = this.#at;
    const pushed = await push(place.repository, {
      to: remote ?? place.repository,
      commit,
      ref: `refs/heads/${branch}`,
      account,
    });
    if (pushed.ok) return undefined;
    if (pushed.said.length > 0) return `服务器没有收：${pushed.said.join('\n')}`;
    return pushed.verdict === undefined
      ? '连不上台账的仓库，没有推送：过一会儿再收。'
      : '台账的仓库没有收：刷新本页再收，还不行请联系管理员。';
  }
}

/** The files as a folder would hold them; whose name could be no file's is not read. */
function filesOf({ files: given }: Returned): {
  files: ReceivedFile[];
  strange: Reception['unknown'];
} {
  const files = new Map<string, ReceivedFile>();
  const strange: Reception['unknown'] = [];
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
  const sorted = [...files.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { files: sorted, strange };
}
