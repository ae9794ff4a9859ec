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

type Answered = Answer & { kind: 'answered' };
/** Where asking led: to an answer, or to why there is none. */
export type Followed =
  | { readonly outcome: 'answered'; readonly answer: Answered; readonly url: URL }
  | { readonly outcome: 'failed' | 'skipped'; readonly why: string };

/** Visits `address`; `today` is the day of the visit in China. */
export async function visitAddress(address: string, today: string, set: Limits): Promise<Result> {
  const start = performance.now();
  const followed = await followRedirects(address, set, '首页');
  return followed.outcome === 'answered'
    ? read(followed.answer, followed.url, today, performance.now() - start)
    : followed;
}

/** By origin: what its robots.txt allows. */
export type AskedRobots = Map<string, Robots>;
/** Why the site keeps us out as a whole, or whether it lets us see an address. */
type Robots = Refusal | ((href: string) => boolean);

/**
 * Asks for `address` as a polite visitor does; `what` is what lies there, for the sentences. `asked` is shared by the
 * requests of one visit, so that robots.txt is read once.
 */
export async function followRedirects(
  address: string,
  set: Limits,
  what: string,
  asked: AskedRobots = new Map(),
): Promise<Followed> {
  const signal = AbortSignal.timeout(set.timeout);
  let url = new URL(address);
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const robots = asked.get(url.origin) ?? (await robotsOf(url, set, signal));
    asked.set(url.origin, robots);
    if (typeof robots !== 'function') return robots;
    if (!robots(url.href)) return skipped(`网站的 robots.txt 不让程序访问${what}`);
    const answer = await fetchOnce(url, set, signal);
    if (answer.kind !== 'answered') return resultOf(answer);
    const next = redirectOf(answer, url);
    if (next === undefined) return { outcome: 'answered', answer, url };
    if (!isSameSite(url, next))
      return skipped(`${what}转到别的网站 ${next.host}，没有跟过去；网址变了的，改登记的 address`);
    url = next;
  }
  return { outcome: 'failed', why: `${what}转来转去超过${String(REDIRECTS)}次` };
}

type Refusal = Followed & { outcome: 'failed' | 'skipped' };

function skipped(why: string): Refusal {
  return { outcome: 'skipped', why };
}

function resultOf(answer: Exclude<Answer, { kind: 'answered' }>): Refusal {
  return { outcome: answer.kind === 'failed' ? 'failed' : 'skipped', why: answer.why };
}

/** What robots.txt allows. None (4xx) allows all; a server that cannot give it is not asked for more. */
async function robotsOf(url: URL, set: Limits, signal: AbortSignal): Promise<Robots> {
  const place = new URL('/robots.txt', url);
  const answer = await fetchOnce(place, { ...set, size: ROBOTS_SIZE }, signal);
  if (answer.kind !== 'answered') return resultOf(answer);
  if (answer.status >= 500)
    return { outcome: 'failed', why: `robots.txt 返回 ${String(answer.status)}` };
  if (answer.status !== 200) return () => true;
  const robots = robotsParser(place.href, answer.body.toString('utf8'));
  return (href) => robots.isAllowed(href, USER_AGENT) !== false;
}

function redirectOf({ status, location }: Answered, from: URL) {
  if (status < 300 || status >= 400 || location === undefined) return undefined;
  return URL.parse(location, from) ?? undefined;
}

/** The same host, with www. or without, over http or https. */
function isSameSite(from: URL, to: URL): boolean {
  const bare = ({ hostname }: URL): string => hostname.replace(/^www\./u, '');
  const web = to.protocol === 'http:' || to.protocol === 'https:';
  return web && bare(from) === bare(to) && (to.port === '' || to.port === from.port);
}

function read({ status, type, body }: Answered, url: URL, today: string, elapsed: number): Result {
  if (status !== 200) return { outcome: 'failed', why: `服务器返回 ${String(status)}` };
  const newest = newestItem(body, type, url, today);
  return {
    outcome: 'opened',
    milliseconds: Math.round(elapsed),
    ...(newest === undefined ? {} : { newestOn: newest.on, newestItem: newest.words }),
  };
}
