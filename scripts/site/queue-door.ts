/**
 * 待办的门: `api/queue`, `api/evidence/…`, `api/decisions` and `api/returned` of the office's own site, asked as the endpoint of the forms
 * is, and by reviewers only; `api/waiting` tells every member which issues have a report that waits. Evidence is asked for by its number in a report, never by a name; what a browser could run
 * is handed over as a file to save.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Decided, DecidingDesk } from './deciding.ts';
import { decisions } from './decision-sent.ts';
import { jsonIn, no, tell, type Who, wrongWith } from './endpoint.ts';
import type { Besides } from './static.ts';
import { type ReturnedDesk, returned } from './returned-desk.ts';
import type { WaitingDesk } from './waiting-desk.ts';

export interface QueueDoor {
  readonly hosts: ReadonlySet<string>;
  readonly who: (request: IncomingMessage) => Who;
  readonly waiting: WaitingDesk;
  readonly desk: DecidingDesk;
  readonly back: ReturnedDesk;
}

const NOT_YOURS = no(403, 'forbidden', '不在本台账登记的在任人员中：请办公室登记。');

const EVIDENCE = /^\/api\/evidence\/(?<commit>[0-9a-f]{40})\/(?<at>\d{1,3})$/u;

/** Answers the addresses of the queue; everything else is left to the site. */
export function queueDoor({ hosts, who, waiting, desk, back }: QueueDoor): Besides {
  return (request, response) => {
    const { url = '', method } = request;
    const evidence = EVIDENCE.exec(url)?.groups;
    const isQueue = url === '/api/queue';
    const isStates = url === '/api/waiting';
    const posted = POSTED.get(url);
    if (!isQueue && !isStates && posted === undefined && evidence === undefined) return false;
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
        ? posted(request, response, account, { desk, back })
        : Promise.resolve().then(() => {
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

type Posted = (
  request: IncomingMessage,
  response: ServerResponse,
  account: string,
  desks: Pick<QueueDoor, 'desk' | 'back'>,
) => Promise<void>;

const decide: Posted = async (request, response, account, { desk }) => {
  const read = decisions.safeParse(await jsonIn(request));
  if (!read.success) {
    tell(response, 400, no(400, 'refused', '内容不是本页填的：刷新本页再办。'));
    return;
  }
  const decided: Decided = await desk.decide(read.data, account);
  tell(response, decided.kind === 'done' ? 201 : decided.status, decided);
};

const takeBack: Posted = async (request, response, account, { back }) => {
  const read = returned.safeParse(await jsonIn(request));
  if (!read.success) {
    tell(response, 400, no(400, 'refused', '内容不是本页选的：刷新本页再选。'));
    return;
  }
  const answer = await back.take(read.data, account);
  tell(response, answer.status, answer);
};

const POSTED: ReadonlyMap<string, Posted> = new Map([
  ['/api/decisions', decide],
  ['/api/returned', takeBack],
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
