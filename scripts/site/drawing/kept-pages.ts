/**
 * 留用: what of the last site would come out just so again, so that after one report only what it touches is drawn.
 *
 * Beside the cache lies a memory of each site: by which program it was drawn, what each page asked for (src/asked.ts),
 * short hashes of the answers, and of the file. A page is kept when every answer is the same today and the file in the
 * last site is still the one that was written; its bytes come from there. A memory that is missing, of another program,
 * or broken is no memory, and everything is drawn.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { answerTo, answerDigest, hashed, type PageQuestion } from '../../../src/asked.ts';
import { cacheFolder } from '../../program.ts';
import { programDigest } from '../program-digest.ts';

/** A file of the last site: what its route told it, its hash, and the places of what it asked for in the memory's list. */
type KeptFile = readonly [given: string, bytes: string, asked: readonly number[]];

interface Memory {
  readonly program: string;
  /** What is on every page. */
  readonly frame: string;
  readonly questions: readonly PageQuestion[];
  readonly answers: readonly string[];
  readonly files: Readonly<Record<string, KeptFile>>;
  readonly parts: Readonly<Record<string, Part>>;
}

/** Files that are made together from `key`. */
interface Part {
  readonly key: string;
  readonly files: readonly (readonly [path: string, bytes: string])[];
}

const NONE: Memory = {
  program: '',
  frame: '',
  questions: [],
  answers: [],
  files: {},
  parts: {},
};
const FRAME = '["frame"]';

export class KeptPages {
  readonly #out: string;
  readonly #program: string;
  readonly #was: Memory;
  readonly #today = new Map<PageQuestion, string>();
  readonly #places = new Map<PageQuestion, number>();
  readonly #files = new Map<string, KeptFile>();
  readonly #parts = new Map<string, Part>();
  #count = 0;

  /** `out`: where the last site lies, if there is one. `besides`: what else decides how pages are drawn. */
  constructor(out: string, besides: string) {
    this.#out = out;
    this.#program = hashed(`${programDigest()} ${besides}`);
    const was = memoryOf(out);
    this.#was = was.program === this.#program ? was : NONE;
  }

  /** How many pages and files were kept. */
  get count(): number {
    return this.#count;
  }

  /** The bytes of the last site's file, where drawing it again would give the same. */
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
    const bytes = this.#lastBytes(file, was[1]);
    if (bytes === undefined) return undefined;
    this.#files.set(file, [given, was[1], asked.map((one) => this.#place(one))]);
    this.#count += 1;
    return bytes;
  }

  /** Remembers a file that was drawn, with what it asked for. */
  note(
    file: string,
    given: string,
    questions: ReadonlyMap<PageQuestion, unknown>,
    bytes: Uint8Array,
  ): void {
    const asked = [...questions].map(([question, answer]) => {
      this.#today.set(question, answerDigest(answer));
      return this.#place(question);
    });
    this.#files.set(file, [given, hashed(bytes), asked]);
  }

  /**
   * Files that are made together: taken from the last site where they were made from the same `key`, else by `make`, which
   * writes them into the folder that it is given. Either way they come to `staging`.
   */
  async part(
    name: string,
    key: string,
    staging: string,
    make: (folder: string) => Promise<void>,
  ): Promise<void> {
    const was = Object.hasOwn(this.#was.parts, name) ? this.#was.parts[name] : undefined;
    const kept =
      was?.key === key
        ? was.files.map(([path, bytes]) => [path, this.#lastBytes(path, bytes)] as const)
        : undefined;
    const isWhole = kept?.every(([, bytes]) => bytes !== undefined) === true;
    if (isWhole && was !== undefined) {
      for (const [path, bytes] of kept) put(staging, path, bytes ?? new Uint8Array());
      this.#parts.set(name, was);
      return;
    }
    const folder = `${staging}.${name}`;
    mkdirSync(folder, { recursive: true });
    await make(folder);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .toSorted();
    this.#parts.set(name, {
      key,
      files: files.map((path) => {
        const bytes = readFileSync(join(folder, path));
        put(staging, path, bytes);
        return [path, hashed(bytes)] as const;
      }),
    });
  }

  /** Writes the memory of the site that now stands in its place. A memory that cannot be written is none. */
  remember(): void {
    const place = memoryFile(this.#out);
    if (place === undefined) return;
    const questions = [...this.#places.keys()];
    const memory: Memory = {
      program: this.#program,
      frame: this.#answer(FRAME),
      questions,
      answers: questions.map((one) => this.#answer(one)),
      files: Object.fromEntries(this.#files),
      parts: Object.fromEntries(this.#parts),
    };
    try {
      mkdirSync(dirname(place), { recursive: true });
      const part = `${place}.${String(process.pid)}`;
      // Internal names are in it.
      writeFileSync(part, JSON.stringify(memory), { mode: 0o600 });
      renameSync(part, place);
    } catch {
      // The next build draws everything.
    }
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
      return hashed(bytes) === wanted ? bytes : undefined;
    } catch {
      return undefined;
    }
  }
}

function put(staging: string, path: string, bytes: Uint8Array): void {
  const target = join(staging, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}

function memoryFile(out: string): string | undefined {
  const cache = cacheFolder();
  return cache === undefined ? undefined : join(cache, 'drawn', `${hashed(out)}.json`);
}

function memoryOf(out: string): Memory {
  try {
    const memory = JSON.parse(readFileSync(memoryFile(out) ?? '', 'utf8')) as Partial<Memory>;
    return { ...NONE, ...memory };
  } catch {
    return NONE;
  }
}
