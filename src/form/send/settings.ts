/** What a sender is told of the place of a ledger; made by `form/settings.ts`, written into the page. */
import { type AskServer, Hindered, textAt } from './call.ts';
import type { Request } from './proposal.ts';
import type { OAuthSettings } from './sign-in.ts';
import type { WebForge } from '../../text/terms.ts';

export interface ForgeSettings {
  kind: WebForge;
  /** As it stands in sentences. */
  name: string;
  /** The address of the interface, without a slash at the end. */
  api: string;
  /** `owner/name` */
  repository: string;
  /** The main branch. */
  branch: string;
  /** Where the ledger lies in its repository, with a slash at the end; empty at its top. */
  folder: string;
  /** Where a page may sign in by leaving for the forge. */
  oauth?: OAuthSettings;
  /** What a token that is typed must be able to do, and where it is made. */
  token: { words: string; address: string };
}

/** The office's own server. */
export interface EndpointSettings {
  kind: 'endpoint';
  /** `/api/report`, below the site's address. */
  address: string;
}

export type SenderSettings = ForgeSettings | EndpointSettings;

/** A path in an address. */
export function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The id of a file's content on a branch, as most forges answer; undefined where it is not there. Throws Hindered. */
export async function blobOf(
  ask: AskServer,
  { repository }: { repository: string },
  branch: string,
  path: string,
): Promise<string | undefined> {
  const ref = encodeURIComponent(branch);
  const { status, data } = await ask({
    path: `/repos/${repository}/contents/${encoded(path)}?ref=${ref}`,
    also: [404],
  });
  // A file that is not there is an empty list to some versions of Gitee.
  return status === 404 || (Array.isArray(data) && data.length === 0)
    ? undefined
    : textAt(data, 'sha');
}

/**
 * A request as forges write it; number and address as most of them call these. GitLab and Gitee have a state `merged`,
 * GitHub a day on which it was merged, Gitea says `merged` beside `closed`. Throws Hindered.
 */
export function requestIn(data: unknown, number = 'number', address = 'html_url'): Request {
  const { state, merged, merged_at: on } = (data ?? {}) as Record<string, unknown>;
  const isMerged = merged === true || state === 'merged' || typeof on === 'string';
  return {
    number: textAt(data, number),
    address: textAt(data, address),
    ...(isMerged ? { over: 'merged' } : state === 'closed' ? { over: 'closed' } : {}),
  };
}

/** Of the requests of one branch, the latest first: the one that waits, else the latest. */
export function standingOf(requests: readonly Request[]): Request | undefined {
  return requests.find(({ over }) => over === undefined) ?? requests[0];
}

/** Asks again for half a minute. Throws Hindered. */
export async function askPatiently(isDone: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    if (await isDone()) return;
    await new Promise((settle) => setTimeout(settle, 1000));
  }
  throw new Hindered('offline', `平台还没有做好${what}：过几分钟再送。`);
}
