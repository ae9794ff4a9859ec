/** 报送 as it leaves a form of the site: what becomes one branch, one commit and one request where the ledger lives. */

/** A file of the ledger: a new one, or a record that is written anew; a form never removes one. */
export interface SubmittedFile {
  /** Below the root of the ledger, as `updates/2020-special/…`; the sender puts the repository's folder before it. */
  path: string;
  bytes: Uint8Array;
  /** Git's name of what it takes the place of, as the page knew it: what has changed since is never overwritten. */
  replaces?: string;
}

export interface Submission {
  /** The unit that reports, or the office's own id when a reviewer acts; with the stamp it names the branch. */
  unit: string;
  /** China's time at sending, `YYYYMMDD-HHMMSS`. */
  stamp: string;
  /** The whole name of the branch, where the time of sending is no part of it: the request it has already is then the one. */
  branch?: string;
  /** Once more on purpose, where all requests of that name are over. */
  again?: boolean;
  /** One line of Chinese: the title of the request and of the commit. */
  title: string;
  /** What the reviewer reads first: plain lines of Chinese, no markup that a forge would act on. */
  words: string;
  files: readonly SubmittedFile[];
}

/** Why something did not arrive. Nothing is lost by any of them: the draft stays and is sent again. */
export const hindrances = [
  /** No answer: offline, or the server is down. */
  'offline',
  /** Nobody is signed in, or the token is not valid (any more). */
  'sign-in',
  /** Signed in, but without the right to hand in here. */
  'forbidden',
  /** The server looked at it and will not have it: the sentence says why. */
  'refused',
] as const;
export type Hindrance = (typeof hindrances)[number];

/** How a request ended: what it holds was taken in, or it was closed without. */
export type RequestOver = 'merged' | 'closed';

export type SendingResult =
  /** `number` as the place that took it counts (a request's number, else the branch's name); `address` where to look. */
  | {
      kind: 'sent';
      number: string;
      address?: string;
      /** Where nothing was sent, since a request of the same content was decided already. */
      over?: RequestOver;
    }
  | { kind: 'failed'; why: Hindrance; sentence: string };

/** Who is signed in, as the place of the ledger knows them. */
export interface SignedIn {
  account: string;
}

/** A way to the place where the ledger lives. Never throws: what goes wrong is a `SendingResult`. */
export interface Sender {
  /** How somebody signs in: by leaving the page for the forge (PKCE), by a token typed once, or the server knows. */
  signIn: 'redirect' | 'token' | 'server';
  /** Undefined when nobody is signed in. */
  whoAmI: () => Promise<SignedIn | undefined>;
  /** Why the last sign-in came to nothing, once, also on the page after; undefined where nothing went wrong. */
  trouble: () => string | undefined;
  /** For `redirect` leaves the page and comes back to `here`; for `token` keeps what was typed for this browser. */
  start: (given: { here: string; token?: string }) => Promise<SendingResult | undefined>;
  /** Forgets the sign-in of this browser. */
  end: () => void;
  send: (submission: Submission) => Promise<SendingResult>;
}
