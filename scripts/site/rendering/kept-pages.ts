/**
 * 留用: what of the last site would come out just so again, so that after one report only what it touches is rendered.
 *
 * Beside the cache lies a memory of each site: by which program it was rendered, what each page asked for (src/asked.ts),
 * short hashes of the answers, and of the file. A page is kept when every answer is the same today and the file in the
 * last site is still the one that was written; its bytes come from there. A memory that is missing, of another program,
 * or broken is no memory, and everything is rendered.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  answerDigest,
  answerTo,
  AS_OF_MARK,
  shortHash,
  type PageQuestion,
} from '../../../src/asked.ts';
import { programDigest } from '../program-digest.ts';
import {
  type KeptFile,
  type KeptPart,
  memoryOf,
  NO_MEMORY,
  type SiteMemory,
  writeMemory,
} from './site-memory.ts';
import { filesBelow } from '../../files.ts';

const FRAME = '["frame"]';
const AS_OF = '["asOfSentence"]';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class KeptPages {
  readonly #out: string;
  readonly #program: string;
  readonly #was: SiteMemory;
  readonly #today = new Map<PageQuestion, string>();
  readonly #places = new Map<PageQuestion, number>();
  readonly #files = new Map<string, KeptFile>();
  readonly #parts = new Map<string, KeptPart>();
  readonly #escape: (text: string) => string;
  #count = 0;
  #sentence: string | undefined;

  /** `out`: where the last site lies, if there is one. `besides`: what else decides how pages are rendered. `escape`: as its rendering writes text. */
  constructor(out: string, besides: string, escape: (text: string) => string) {
    this.#out = out;
    this.#escape = escape;
    this.#program = shortHash(`${programDigest()} ${besides}`);
    const was = memoryOf(out);
    this.#was = was.program === this.#program ? was : NO_MEMORY;
  }

  /** How many pages and files were kept. */
  get count(): number {
    return this.#count;
  }

  /** The bytes of the last site's file, where rendering it again would give the same. */
  take(file: string, given: string): Uint8Array | undefined {
    const { files, frame, questions, answers } = this.#was;
    const was = Object.hasOwn(files, file) ? files[file] : undefined;
    if (was?.[0] !== given || frame === '' || frame !== this.#answer(FRAME)) return undefined;
    const asked = was[2].map((at) => questions[at] ?? '');
    const isAsBefore = (one: PageQuestion, at: number): boolean => {
      const answer = this.#answer(one);
      return answer !== '' && answer === answers[was[2][at] ?? -1];
    };
    if (!asked.every(isAsBefore)) return undefined;
    const last = this.#lastBytes(file, was[1]);
    const bytes = last && this.#withToday(last, was[3]);
    if (bytes === undefined) return undefined;
    const places = asked.map((one) => this.#place(one));
    this.#files.set(file, [given, bytes === last ? was[1] : shortHash(bytes), places, was[3]]);
    this.#count += 1;
    return bytes;
  }

  /** The file of the last site that holds just the bytes that were taken; undefined where today's date was written in. */
  lastFileOf(file: string): string | undefined {
    const was = Object.hasOwn(this.#was.files, file) ? this.#was.files[file] : undefined;
    return was !== undefined && this.#files.get(file)?.[1] === was[1]
      ? join(this.#out, file)
      : undefined;
  }

  /** The last bytes with today's sentence; undefined where a record says the same words, so that nobody can tell them apart. */
  #withToday(last: Uint8Array, sentences: number): Uint8Array | undefined {
    const { asOf } = this.#was;
    if (sentences === 0 || asOf === this.#asOf()) return last;
    const parts = decoder.decode(last).split(asOf);
    return parts.length === sentences + 1 ? encoder.encode(parts.join(this.#asOf())) : undefined;
  }

  /** 截至…, as it is written into text and attributes of a page. */
  #asOf(): string {
    return (this.#sentence ??= this.#escape(String(answerTo(AS_OF))));
  }

  /** Remembers a page that was rendered, and returns it with the day written in. */
  notePage(
    file: string,
    given: string,
    questions: ReadonlyMap<PageQuestion, unknown>,
    html: string,
  ): Uint8Array {
    const parts = html.split(AS_OF_MARK);
    const bytes = encoder.encode(parts.join(this.#asOf()));
    return this.note(file, given, questions, bytes, parts.length - 1);
  }

  /** Remembers a file that was rendered, with what it asked for, and returns it. */
  note(
    file: string,
    given: string,
    questions: ReadonlyMap<PageQuestion, unknown>,
    bytes: Uint8Array,
    sentences = 0,
  ): Uint8Array {
    const asked = [...questions].map(([question, answer]) => {
      this.#today.set(question, answerDigest(answer));
      return this.#place(question);
    });
    this.#files.set(file, [given, shortHash(bytes), asked, sentences]);
    return bytes;
  }

  /** Remembers a page that another process rendered of the same ledger, as that remembers it. */
  adopt(file: string, { files, questions, answers }: SiteMemory): void {
    const theirs = Object.hasOwn(files, file) ? files[file] : undefined;
    if (theirs === undefined) return;
    const [given, bytes, asked, sentences] = theirs;
    const places = asked.map((at) => {
      const question = questions[at] ?? '';
      this.#today.set(question, answers[at] ?? '');
      return this.#place(question);
    });
    this.#files.set(file, [given, bytes, places, sentences]);
  }

  /**
   * Files that are made together: taken from the last site where they were made from the same `key`, else by `make`, which
   * writes them into the folder that it is given, and may go on with it beside what is done next. What comes back waits
   * until it is done; then they are in `staging`.
   */
  async part(
    name: string,
    key: string,
    staging: string,
    make: (folder: string) => Promise<() => Promise<void>>,
  ): Promise<() => Promise<void>> {
    const was = Object.hasOwn(this.#was.parts, name) ? this.#was.parts[name] : undefined;
    const kept =
      was?.key === key
        ? was.files.map(([path, bytes]) => [path, this.#lastBytes(path, bytes)] as const)
        : undefined;
    const isWhole = kept?.every(([, bytes]) => bytes !== undefined) === true;
    if (isWhole && was !== undefined) {
      for (const [path, bytes] of kept) put(staging, path, bytes ?? new Uint8Array());
      this.#parts.set(name, was);
      return () => Promise.resolve();
    }
    const folder = `${staging}.${name}`;
    mkdirSync(folder, { recursive: true });
    const finish = await make(folder);
    return async () => {
      await finish();
      this.#parts.set(name, { key, files: moved(folder, staging) });
    };
  }

  /** Writes the memory of the site that now stands in its place. */
  remember(): void {
    writeMemory(this.#out, this.memory());
  }

  /** What is to be remembered of what was taken, rendered and adopted up to now. */
  memory(): SiteMemory {
    const questions = [...this.#places.keys()];
    return {
      program: this.#program,
      frame: this.#answer(FRAME),
      asOf: this.#asOf(),
      questions,
      answers: questions.map((one) => this.#answer(one)),
      files: Object.fromEntries(this.#files),
      parts: Object.fromEntries(this.#parts),
    };
  }

  #answer(question: PageQuestion): string {
    const known = this.#today.get(question);
    if (known !== undefined) return known;
    let digest: string;
    try {
      digest = answerDigest(answerTo(question));
    } catch {
      // What was asked about is not there any more.
      digest = '';
    }
    this.#today.set(question, digest);
    return digest;
  }

  #place(question: PageQuestion): number {
    const place = this.#places.get(question) ?? this.#places.size;
    this.#places.set(question, place);
    return place;
  }

  #lastBytes(path: string, wanted: string): Uint8Array | undefined {
    try {
      const bytes = readFileSync(join(this.#out, path));
      return shortHash(bytes) === wanted ? bytes : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Puts the files of `folder` into `staging`; their paths and hashes. */
function moved(folder: string, staging: string): KeptPart['files'] {
  return filesBelow(folder)
    .toSorted()
    .map((path) => {
      const bytes = readFileSync(join(folder, path));
      put(staging, path, bytes);
      return [path, shortHash(bytes)] as const;
    });
}

function put(staging: string, path: string, bytes: Uint8Array): void {
  const target = join(staging, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
