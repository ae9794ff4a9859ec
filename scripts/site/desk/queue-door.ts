/**
 * 待办的门: `api/queue`, `api/evidence/…` and whatever is posted to the desk of the office's own site, asked as the
 * endpoint of the forms is, and by reviewers only; `api/waiting` tells every member which issues have a report that
 * waits. Evidence is asked for by its number in a report, never by a name; what a browser could run is handed over as a
 * file to save.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { confirmRequest, type ConfirmDesk } from './confirm-desk.ts';
import type { DecisionOutcome, DecidingDesk } from '../decide/deciding.ts';
import { decisionsRequest } from '../decide/decision-sent.ts';
import {
  jsonIn,
  endpointRefusal,
  sendJson,
  type Who,
  wrongWithRequest,
} from '../serving/endpoint.ts';
import { type ApprovalDesk, approvalRequest, withdrawal } from './approval-desk.ts';
import { givePaper, showEvidence } from './handed-over.ts';
import type { Besides } from '../serving/static.ts';
import { listRequest, type ListDesk } from './list-desk.ts';
import { paperRequest, type PaperDesk } from './paper-desk.ts';
import { recordRequest, type RecordDesk } from '../record-desk.ts';
import { type ProposingDesk, takenBack } from './proposing.ts';
import { type SheetBackDesk, sheetsBackRequest } from './sheet-back-desk.ts';
import type { WaitingDesk } from './waiting-desk.ts';

export interface QueueDoor {
  readonly hosts: ReadonlySet<string>;
  readonly who: (request: IncomingMessage) => Who;
  readonly waiting: WaitingDesk;
  readonly desk: DecidingDesk;
  readonly back: SheetBackDesk;
  readonly lists: ListDesk;
  readonly confirms: ConfirmDesk;
  readonly papers: PaperDesk;
  readonly records: RecordDesk;
  readonly proposing: ProposingDesk;
  readonly approvals: ApprovalDesk;
}

const NOT_YOURS = endpointRefusal(403, 'forbidden', '不在本台账登记的在任人员中：请办公室登记。');

const MADE = /^\/api\/papers\/(?<id>[0-9a-f-]{36})\/(?<which>\d{1,4}|all)$/u;
const EVIDENCE = /^\/api\/evidence\/(?<commit>[0-9a-f]{40})\/(?<at>\d{1,3})$/u;

/** Answers the addresses of the queue; everything else is left to the site. */
export function queueDoor({ hosts, who, waiting, ...desks }: QueueDoor): Besides {
  return (request, response) => {
    const { url = '', method } = request;
    const evidence = EVIDENCE.exec(url)?.groups;
    const made = MADE.exec(url)?.groups;
    const isQueue = url === '/api/queue';
    const isStates = url === '/api/waiting';
    const isDrafts = url === '/api/drafts';
    const posted = POSTED.get(url);
    if (!isQueue && !isStates && !isDrafts && !posted && !evidence && !made) return false;
    const asking = wrongWithRequest(request, hosts) ?? who(request);
    if (!('account' in asking)) {
      sendJson(response, asking.status, asking);
      return true;
    }
    const { account } = asking;
    if (isStates) {
      const may = method === 'GET' && waiting.knows(account);
      sendJson(response, may ? 200 : 403, may ? { waiting: waiting.states() } : NOT_YOURS);
      return true;
    }
    if (!waiting.isReviewer(account)) {
      sendJson(
        response,
        403,
        endpointRefusal(403, 'forbidden', `${account} 不是审核员，看不到待办。`),
      );
      return true;
    }
    if (method !== (posted ? 'POST' : 'GET')) {
      sendJson(response, 405, endpointRefusal(405, 'refused', '这里不这样用。'));
      return true;
    }
    const done = isQueue
      ? waiting.queue(account).then((queue) => {
          sendJson(response, 200, { account, ...queue, drafted: desks.approvals.marks() });
        })
      : isDrafts
        ? desks.approvals.list(account).then((list) => {
            sendJson(response, 200, { account, ...list });
          })
        : posted !== undefined
          ? posted(request, response, account, desks)
          : Promise.resolve().then(() => {
              if (made !== undefined) {
                const { id = '', which = '' } = made;
                givePaper(response, desks.papers.open(id, which === 'all' ? which : Number(which)));
                return;
              }
              showEvidence(
                response,
                waiting.open(account, evidence?.['commit'] ?? '', Number(evidence?.['at'])),
              );
            });
    done.catch((error: unknown) => {
      process.stderr.write(`办理时出错：${String(error)}\n`);
      sendJson(
        response,
        500,
        endpointRefusal(500, 'offline', '程序出错，不知道写入没有：刷新再看，不会重复。'),
      );
    });
    return true;
  };
}

type Desks = Omit<QueueDoor, 'hosts' | 'who' | 'waiting'>;
type Posted = (
  request: IncomingMessage,
  response: ServerResponse,
  account: string,
  desks: Desks,
) => Promise<void>;

/** A door whose body has a shape; whatever has another was not sent by the page. */
function posted<T>(
  shape: z.ZodType<T>,
  work: (given: T, account: string, desks: Desks) => Promise<{ status: number; data: object }>,
): Posted {
  return async (request, response, account, desks) => {
    const read = shape.safeParse(await jsonIn(request));
    if (!read.success) {
      sendJson(
        response,
        400,
        endpointRefusal(400, 'refused', '内容不是本页填的、选的：刷新本页再来。'),
      );
      return;
    }
    const { status, data } = await work(read.data, account, desks);
    sendJson(response, status, data);
  };
}

function answered(data: DecisionOutcome): { status: number; data: DecisionOutcome } {
  return { status: data.kind === 'not' ? data.status : 201, data };
}

const POSTED: ReadonlyMap<string, Posted> = new Map([
  [
    '/api/decisions',
    posted(decisionsRequest, async (given, account, { desk }) => {
      return answered(await desk.decide(given, account));
    }),
  ],
  [
    '/api/approvals',
    posted(approvalRequest, async (given, account, { approvals }) => {
      return answered(await approvals.approve(given, account));
    }),
  ],
  [
    '/api/withdrawals',
    posted(withdrawal, async (given, account, { approvals }) => {
      return answered(await approvals.withdraw(given, account));
    }),
  ],
  [
    '/api/taken-back',
    posted(takenBack, async (given, account, { proposing }) => {
      const data = await proposing.withdraw(given, account);
      return { status: data.status, data };
    }),
  ],
  [
    '/api/returned',
    posted(sheetsBackRequest, async (given, account, { back }) => {
      const data = await back.take(given, account);
      return { status: data.status, data };
    }),
  ],
  [
    '/api/list',
    posted(listRequest, async (given, account, { lists }) => {
      const data = await lists.take(given, account);
      return { status: data.status, data };
    }),
  ],
  [
    '/api/confirmed',
    posted(confirmRequest, async (given, account, { confirms }) => {
      const data = await confirms.take(given, account);
      return { status: data.status, data };
    }),
  ],
  [
    '/api/records',
    posted(recordRequest, async (given, account, { records }) => {
      const data = await records.take(given, account);
      return { status: data.status, data };
    }),
  ],
  [
    '/api/papers',
    posted(paperRequest, async (given, _account, { papers }) => {
      const data = await papers.make(given);
      return { status: data.status, data };
    }),
  ],
]);
