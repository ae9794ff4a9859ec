/** What a sender is told of the place of a ledger; made by `form/settings.ts`, written into the page. */
import { Hindered, textAt } from './call.ts';
import type { Request } from './proposal.ts';
import type { OAuthSettings } from './sign-in.ts';

export interface ForgeSettings {
  kind: 'gitea' | 'gitlab' | 'github' | 'gitee';
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

/** Number and address of a request as most forges write them. Throws Hindered. */
export function requestIn(data: unknown): Request {
  return { number: textAt(data, 'number'), address: textAt(data, 'html_url') };
}

/** Asks again for half a minute. Throws Hindered. */
export async function patiently(isDone: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    if (await isDone()) return;
    await new Promise((settle) => setTimeout(settle, 1000));
  }
  throw new Hindered('offline', `平台还没有做好${what}：过几分钟再送。`);
}
