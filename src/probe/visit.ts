/**
 * 访问: one polite visit to the home page of a website: robots.txt first, redirects only within the same site, all of it
 * within fifteen seconds (what 国办秘函〔2019〕19号 W2 counts as 打不开) and two megabytes.
 */
import robotsParser from 'robots-parser';
import type { Visit } from '../schema/probe.ts';
import { type Answer, fetchOnce, type Limits, USER_AGENT } from './fetch.ts';
import { newestItem } from './newest.ts';

export const visitLimits = { timeout: 15_000, size: 2_000_000 } as const;
const ROBOTS_SIZE = 500_000;
const REDIRECTS = 5;

type Result = Omit<Visit, 'account'>;

/** Visits `address`; `today` is the day of the visit in China. */
export async function visit(address: string, today: string, set: Limits): Promise<Result> {
  const start = performance.now();
  const signal = AbortSignal.timeout(set.timeout);
  const refused = new Map<string, Result | undefined>();
  let url = new URL(address);
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    if (!refused.has(url.origin)) refused.set(url.origin, await robotsRefusal(url, set, signal));
    const refusal = refused.get(url.origin);
    if (refusal !== undefined) return refusal;
    const answer = await fetchOnce(url, set, signal);
    if (answer.kind !== 'answered') return resultOf(answer);
    const next = redirectOf(answer, url);
    if (next === undefined) return read(answer, url, today, performance.now() - start);
    if (!isSameSite(url, next))
      return skipped(`首页转到别的网站 ${next.host}，没有跟过去；网址变了的，改账号的 address`);
    url = next;
  }
  return { outcome: 'failed', why: `首页转来转去超过${String(REDIRECTS)}次` };
}

function skipped(why: string): Result {
  return { outcome: 'skipped', why };
}

function resultOf(answer: Exclude<Answer, { kind: 'answered' }>): Result {
  return { outcome: answer.kind === 'failed' ? 'failed' : 'skipped', why: answer.why };
}

/** Why robots.txt keeps us out, if it does. None (4xx) allows all; a server that cannot give it is not asked for more. */
async function robotsRefusal(
  url: URL,
  set: Limits,
  signal: AbortSignal,
): Promise<Result | undefined> {
  const place = new URL('/robots.txt', url);
  const answer = await fetchOnce(place, { ...set, size: ROBOTS_SIZE }, signal);
  if (answer.kind !== 'answered') return resultOf(answer);
  if (answer.status >= 500)
    return { outcome: 'failed', why: `robots.txt 返回 ${String(answer.status)}` };
  if (answer.status !== 200) return undefined;
  const robots = robotsParser(place.href, answer.body.toString('utf8'));
  return robots.isAllowed(url.href, USER_AGENT) === false
    ? skipped('网站的 robots.txt 不让程序访问首页')
    : undefined;
}

function redirectOf({ status, location }: Answer & { kind: 'answered' }, from: URL) {
  if (status < 300 || status >= 400 || location === undefined) return undefined;
  return URL.parse(location, from) ?? undefined;
}

/** The same host, with www. or without, over http or https. */
function isSameSite(from: URL, to: URL): boolean {
  const bare = ({ hostname }: URL): string => hostname.replace(/^www\./u, '');
  const web = to.protocol === 'http:' || to.protocol === 'https:';
  return web && bare(from) === bare(to) && (to.port === '' || to.port === from.port);
}

function read(
  { status, type, body }: Answer & { kind: 'answered' },
  url: URL,
  today: string,
  elapsed: number,
): Result {
  if (status !== 200) return { outcome: 'failed', why: `服务器返回 ${String(status)}` };
  const newest = newestItem(body, type, url, today);
  return {
    outcome: 'opened',
    milliseconds: Math.round(elapsed),
    ...(newest === undefined ? {} : { newestOn: newest.on, newestItem: newest.words }),
  };
}
