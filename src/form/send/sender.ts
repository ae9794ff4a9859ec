/** 送出: the way to the place where a ledger lives, by its settings. Plain browser code; each place is a file of its own. */
import type { Sender, SendingResult } from '../submission.ts';
import { askingForge, browserAround, Hindered, partMissing, type Surroundings } from './call.ts';
import { endpointSender } from './endpoint.ts';
import type { ForgeSender } from './proposal.ts';
import type { ForgeSettings, SenderSettings } from './settings.ts';
import { SignIn } from './sign-in.ts';

const fetchForges = async () => import('./forges.ts').catch(partMissing);

/**
 * The sender of a place. `whoAmI` is asked first on a page: where somebody comes back from signing in, it ends the sign-in
 * and puts the page's own address, with the chosen issue, back into the bar.
 */
export function senderFor(
  settings: SenderSettings,
  around: Surroundings = browserAround(),
): Sender {
  return settings.kind === 'endpoint'
    ? endpointSender(around, settings)
    : forgeSender(settings, around);
}

/** A forge as the account of `token` asks it. */
export async function forgeWith(
  settings: ForgeSettings,
  token: string,
  around: Pick<Surroundings, 'fetch'>,
): Promise<ForgeSender> {
  const { api, name, kind } = settings;
  const forges = await fetchForges();
  return forges[kind](askingForge(around, { api, name, token }), settings);
}

function forgeSender(settings: ForgeSettings, around: Surroundings): Sender {
  const { name, api, repository, oauth } = settings;
  const signIn = new SignIn(around, `${api} ${repository}`, oauth);
  const forge = async (token: string): Promise<ForgeSender> => forgeWith(settings, token, around);
  const keep = async (token: string, typed: boolean): Promise<{ account: string }> => {
    const place = await forge(token);
    const account = await place.account().catch((error: unknown) => {
      // Nothing was sent yet, so nothing is said of sending.
      throw error instanceof Hindered && error.why === 'offline'
        ? new Hindered(
            'offline',
            `连不上${name}，没有登录：检查网络，再登录一次；还不行请联系办公室。`,
          )
        : error;
    });
    signIn.keep({ token, account }, typed);
    return { account };
  };
  return {
    signIn: signIn.way,
    whoAmI: async () => {
      try {
        const brought = await signIn.cameBack(name);
        if (brought !== undefined) return await keep(brought, false);
        const { kept } = signIn;
        return kept && { account: await (await forge(kept.token)).account() };
      } catch (error) {
        // Offline the one who signed in is still the one; a token that is not valid any more is forgotten.
        if (!(error instanceof Hindered) || error.why !== 'offline') signIn.forget();
        const { kept } = signIn;
        if (kept === undefined && error instanceof Hindered) signIn.failed(error.message);
        return kept && { account: kept.account };
      }
    },
    trouble: () => signIn.trouble,
    start: async ({ here, token }) => {
      try {
        if (token === undefined) return await signIn.leave(here);
        await keep(token.trim(), true);
        return undefined;
      } catch (error) {
        return failureOf(error);
      }
    },
    end: () => {
      signIn.forget();
    },
    send: async (submission) => {
      const { kept } = signIn;
      if (kept === undefined)
        return { kind: 'failed', why: 'sign-in', sentence: `还没有登录${name}：登录以后再送。` };
      try {
        const { propose } = await fetchForges();
        return await propose(await forge(kept.token), submission, settings);
      } catch (error) {
        if (error instanceof Hindered && error.why === 'sign-in') signIn.forget();
        return failureOf(error);
      }
    },
  };
}

/** A sentence also for what nobody foresaw: a page has nobody to throw to. */
function failureOf(error: unknown): SendingResult {
  if (error instanceof Hindered) return { kind: 'failed', why: error.why, sentence: error.message };
  return {
    kind: 'failed',
    why: 'refused',
    sentence: '平台的回答看不懂，不知道送到没有：再送一次，不会重复；还不行请联系办公室。',
  };
}
