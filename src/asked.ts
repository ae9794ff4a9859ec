/**
 * 依据: what a page asked the site while it was rendered. A page is rendered from nothing but these answers, so one whose
 * questions would be answered as before need not be rendered again (scripts/site/rendering/kept-pages.ts).
 *
 * The site's modules are bundled apart from those of the commands, so both meet at one place of the process.
 */
import { hash } from 'node:crypto';

/** A question by its name and what it is asked about, as JSON: `["issue","2025-03"]`. */
export type PageQuestion = string;

interface Asked {
  readonly answers: Map<string, (...about: never[]) => unknown>;
  /** What the page that is being rendered has asked, with the answers; undefined where nobody listens. */
  heard: Map<PageQuestion, unknown> | undefined;
}

const PLACE = Symbol.for('rectification-ledger.asked');

function asked(): Asked {
  const here = globalThis as { [PLACE]?: Asked };
  return (here[PLACE] ??= { answers: new Map(), heard: undefined });
}

/** `answer` as pages ask it: heard by name, so that it can be asked again. `about` must be plain data. */
export function heard<About extends unknown[], Answer>(
  name: string,
  answer: (...about: About) => Answer,
): (...about: About) => Answer {
  asked().answers.set(name, answer);
  return (...about) => {
    const place = asked();
    const page = place.heard;
    if (page === undefined) return answer(...about);
    // What an answer asks for itself is in the answer.
    place.heard = undefined;
    try {
      const given = answer(...about);
      page.set(JSON.stringify([name, ...about]), given);
      return given;
    } finally {
      place.heard = page;
    }
  };
}

/**
 * Stands on a page that is being rendered where the sentence of the day to which the site counts belongs (截至…), so that a new
 * day need not render the page again. Records cannot hold such characters (src/text).
 */
export const AS_OF_MARK = '\u{E000}as-of\u{E000}';

/** The mark while a page is rendered, `sentence` for everybody else. */
export function asOfMarked(sentence: string): string {
  return asked().heard === undefined ? sentence : AS_OF_MARK;
}

/** Runs `render` and returns, beside its result, everything that was asked meanwhile, with the answers. */
export async function listening<T>(
  render: () => Promise<T>,
): Promise<{ result: T; questions: ReadonlyMap<PageQuestion, unknown> }> {
  const place = asked();
  const questions = new Map<PageQuestion, unknown>();
  place.heard = questions;
  try {
    return { result: await render(), questions };
  } finally {
    place.heard = undefined;
  }
}

/** Today's answer. Throws where nobody answers such a question any more, or not about this. */
export function answerTo(question: PageQuestion): unknown {
  const [name, ...about] = JSON.parse(question) as [string, ...never[]];
  const answer = asked().answers.get(name);
  if (answer === undefined) throw new RangeError(`nobody answers ${name}`);
  return answer(...about);
}

const digests = new WeakMap<object, string>();

/** A short hash of plain data; the same object is looked at once. Throws TypeError on what is no plain data. */
export function answerDigest(value: unknown): string {
  if (typeof value !== 'object' || value === null) return shortHash(JSON.stringify([value], plain));
  const known = digests.get(value);
  if (known !== undefined) return known;
  const digest = shortHash(isPlain(value) ? JSON.stringify(value) : JSON.stringify(value, plain));
  digests.set(value, digest);
  return digest;
}

/** Whether JSON tells it whole; asking that first is much quicker than a word with every value. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return typeof value !== 'function' && typeof value !== 'symbol';
  if (Array.isArray(value)) return value.every(isPlain);
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain)
  );
}

function plain(key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError(`${key} is no plain data`);
  return value;
}

export function shortHash(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'base64url').slice(0, 22);
}

/** What a page is told by its route, with the key that tells Astro's callers whether it is still the same. */
export function givenProps<Props extends Record<string, unknown>>(props: Props) {
  const parts = Object.entries(props).map(([name, value]) => `${name}:${answerDigest(value)}`);
  return { props, cacheKey: parts.join(' ') };
}
