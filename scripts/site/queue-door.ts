/**
 * 待办的门: `api/queue`, `api/evidence/…` and whatever is posted to the desk of the office's own site, asked as the
 * endpoint of the forms is, and by reviewers only; `api/waiting` tells every member which issues have a report that
 * waits. Evidence is asked for by its number in a report, never by a name; what a browser could run is handed over as a
 * file to save.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { confirmed, type ConfirmDesk } from './confirm-desk.ts';
import type { Decided, DecidingDesk } from './deciding.ts';
import { decisions } from './decision-sent.ts';
import { jsonIn, no, tell, type Who, wrongWith } from './endpoint.ts';
import type { Besides } from './static.ts';
import { list, type ListDesk } from './list-desk.ts';
import { paper, type PaperDesk } from './paper-desk.ts';
import { type ReturnedDesk, returned } from './returned-desk.ts';
import type { WaitingDesk } from './waiting-desk.ts';

export interface QueueDoor {
  readonly hosts: ReadonlySet<string>;
  readonly who: (request: IncomingMessage) => Who;
  readonly waiting: WaitingDesk;
  readonly desk: DecidingDesk;
  readonly back: ReturnedDesk;
  readonly lists: ListDesk;
  readonly confirms: ConfirmDesk;
  readonly papers: PaperDesk;
}

const NOT_YOURS = no(403, 'forbidden', '不在本台账登记的在任人员中：请办公室登记。');

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
    const posted = POSTED.get(url);
    if (!isQueue && !isStates && !posted && !evidence && !made) return false;
    const asking = wrongWith(request, hosts) ?? who(request);
    if (!('account' in asking)) {
      tell(response, asking.status, asking);
      return true;
    }
    const { account } = asking;
    if (isStates) {
      const may = method === 'GET' && waiting.knows(account);
      tell(response, may ? 200 : 403, may ? { waiting: waiting.states() } : NOT_YOURS);
      return true;
    }
    if (!waiting.isReviewer(account)) {
      tell(response, 403, no(403, 'forbidden', `${account} 不是审核员，看不到待办。`));
      return true;
    }
    if (method !== (posted ? 'POST' : 'GET')) {
      tell(response, 405, no(405, 'refused', '这里不这样用。'));
      return true;
    }
    const done = isQueue
      ? waiting.queue(account).then((queue) => {
          tell(response, 200, { account, ...queue });
        })
      : posted !== undefined
        ? posted(request, response, account, desks)
        : Promise.resolve().then(() => {
            if (made !== undefined) {
              const { id = '', which = '' } = made;
              give(response, desks.papers.open(id, which === 'all' ? which : Number(which)));
              return;
            }
            show(
              response,
              waiting.open(account, evidence?.['commit'] ?? '', Number(evidence?.['at'])),
            );
          });
    done.catch((error: unknown) => {
      process.stderr.write(`办理时出错：${String(error)}\n`);
      tell(response, 500, no(500, 'offline', '程序出错，不知道写入没有：刷新再看，不会重复。'));
    });
    return true;
  };
}

type Desks = Pick<QueueDoor, 'desk' | 'back' | 'lists' | 'confirms' | 'papers'>;
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
      tell(response, 400, no(400, 'refused', '内容不是本页填的、选的：刷新本页再来。'));
      return;
    }
    const { status, data } = await work(read.data, account, desks);
    tell(response, status, data);
  };
}

const POSTED: ReadonlyMap<string, Posted> = new Map([
  [
    '/api/decisions',
    posted(decisions, async (given, account, { desk }) => {
      const data: Decided = await desk.decide(given, account);
      return { status: data.kind === 'done' ? 201 : data.status, data };
    }),
  ],
  [
    '/api/returned',
    posted(returned, async (given, account, { back }) => {
      const data = await back.take(given, account);
      return { status: data.status, data };
    }),
  ],
  [
    '/api/list',
    posted(list, async (given, account, { lists }) => {
      const data = await lists.take(given, account);
      return { status: data.status, data };
    }),
  ],
  [
    '/api/confirmed',
    posted(confirmed, async (given, account, { confirms }) => {
      const data = await confirms.take(given, account);
      return { status: data.status, data };
    }),
  ],
  [
    '/api/papers',
    posted(paper, async (given, _account, { papers }) => {
      const data = await papers.make(given);
      return { status: data.status, data };
    }),
  ],
]);

/** By their first bytes, whatever the name says: only what no browser can run is shown. */
const shown: readonly (readonly [type: string, begin: string])[] = [
  ['image/png', '89504e47'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '47494638'],
  ['application/pdf', '255044462d'],
];

function show(response: ServerResponse, found: ReturnType<WaitingDesk['open']>): void {
  if (found === undefined) {
    tell(response, 404, no(404, 'refused', '没有这件佐证，或报送已经办了。'));
    return;
  }
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if ('link' in found) {
    response.writeHead(303, { Location: new URL(found.link).href }).end();
    return;
  }
  const begin = found.bytes.subarray(0, 8).toString('hex');
  const isWebp = /^52494646.{8}57454250/u.test(found.bytes.subarray(0, 12).toString('hex'));
  const type = isWebp ? 'image/webp' : shown.find(([, sign]) => begin.startsWith(sign))?.[0];
  response.writeHead(200, {
    'Content-Type': type ?? 'application/octet-stream',
    'Content-Length': found.bytes.length,
    ...(type === undefined ? { 'Content-Disposition': 'attachment' } : {}),
    ...(type === 'application/pdf'
      ? {}
      : { 'Content-Security-Policy': "default-src 'none'; sandbox" }),
  });
  response.end(found.bytes);
}

/** A paper as a file to save. */
function give(response: ServerResponse, found: ReturnType<PaperDesk['open']>): void {
  if (found === undefined) {
    tell(response, 404, no(404, 'refused', '这份文稿不在了：再做一次。'));
    return;
  }
  const { name, bytes } = found;
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': bytes.length,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
  });
  response.end(bytes);
}
