/**
 * 读过的记录: most files of a ledger are as they were when it was last read, and reading YAML strictly is most of what it
 * costs to open one. What a file says depends on its bytes and its kind alone, so it is remembered by their hash. It is a
 * cache and lies outside every ledger: one that is missing, broken, altered or of another program is none. Only what draws
 * sites reads with it; whatever judges a ledger or a proposal reads everything.
 */
import { hash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type ReadRecord, readRecord } from './record.ts';

export class RecordMemory {
  readonly #file: string;
  readonly #seal: string;
  /** Looked for when the first record is read: a ledger that was handed over needs none. */
  #was: ReadonlyMap<string, unknown> | undefined;
  /** What was asked for this time; files that are gone are forgotten. */
  readonly #now = new Map<string, unknown>();
  #isNew = false;

  /** `file`: where it is kept, of one ledger. `program`: tells this program from all that may read otherwise. */
  constructor(file: string, program: string) {
    this.#file = file;
    this.#seal = program;
  }

  /** As `readRecord`. */
  readonly read: ReadRecord = (file, kind, bytes) => {
    const key = `${kind} ${hash('sha256', bytes, 'base64url')}`;
    // No two records share what they hold.
    if (this.#now.has(key)) return { ok: true, value: structuredClone(this.#now.get(key)) };
    this.#was ??= this.#remembered();
    if (this.#was.has(key)) {
      const value = this.#was.get(key);
      this.#now.set(key, value);
      return { ok: true, value };
    }
    const reading = readRecord(file, kind, bytes);
    if (!reading.ok) return reading;
    this.#isNew = true;
    this.#now.set(key, reading.value);
    return reading;
  };

  /** Keeps what was read. What cannot be written is not remembered. */
  keep(): void {
    if (!this.#isNew && (this.#was === undefined || this.#now.size === this.#was.size)) return;
    const part = `${this.#file}.${String(process.pid)}`;
    try {
      const body = serialize(this.#now);
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      // Names and numbers that stand on no page are in it.
      writeFileSync(part, Buffer.concat([this.#sealOf(body), body]), { mode: 0o600 });
      renameSync(part, this.#file);
      this.#forgetOthers();
    } catch {
      // The next reading reads everything.
    }
  }

  /** Of ledgers that are not opened any more nothing is kept: a desk has its own copy, at a new place at each start. */
  #forgetOthers(): void {
    const folder = dirname(this.#file);
    const kept = readdirSync(folder)
      .map((name) => join(folder, name))
      .map((file) => ({ file, at: statSync(file).mtimeMs }))
      .toSorted((a, b) => b.at - a.at);
    for (const { file } of kept.slice(LEDGERS)) rmSync(file, { force: true });
  }

  #remembered(): ReadonlyMap<string, unknown> {
    try {
      const bytes = readFileSync(this.#file);
      const body = bytes.subarray(SEAL);
      if (!this.#sealOf(body).equals(bytes.subarray(0, SEAL))) return new Map();
      return deserialize(body) as Map<string, unknown>;
    } catch {
      return new Map();
    }
  }

  #sealOf(body: Uint8Array): Buffer {
    const own = `${this.#seal} ${hash('sha256', body, 'hex')}`;
    return hash('sha256', own, 'buffer');
  }
}

/** Of so many ledgers records are remembered, the last ones. */
const LEDGERS = 8;
/** Bytes of a seal. */
const SEAL = 32;
