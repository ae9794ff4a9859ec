/**
 * 台账仓库: a ledger that grows in a real repository, day by day. Records wait until their day and are then committed by
 * one hand and merged by another; commands run as they are typed, and what they propose is merged on their day. Every
 * commit carries the day's date, whatever the clock of the machine says.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from '../../../scripts/main.ts';
import { readFolder } from '../../../src/ledger/content.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';

/** Who signs: names of nobody. */
export const hands = {
  clerk: '填报员（示例）',
  reviewer: '审核员甲（示例）',
  other: '审核员乙（示例）',
  maintainer: '管理员（示例）',
} as const;
export type Hand = keyof typeof hands;

export interface Planned {
  readonly day: string;
  /** Below content/. */
  readonly path: string;
  readonly data: string | Uint8Array;
  readonly by: Hand;
  /** Taken out of the plan when something else happens to it. */
  readonly issue?: string;
}

export class YearsRepository {
  readonly dir: string;
  readonly content: string;
  #planned: Planned[] = [];
  #day: string;
  #minutes = 0;
  /** The tip of main; undefined before the first commit. */
  #head: string | undefined;
  #read: { at: string | undefined; ledger: Ledger } | undefined;

  constructor(dir: string, day: string) {
    this.dir = dir;
    this.content = join(dir, 'content');
    this.#day = day;
    mkdirSync(this.content, { recursive: true });
    this.#git(['init', '-q', '-b', 'main']);
    this.#git(['config', 'user.name', hands.reviewer]);
    this.#git(['config', 'user.email', 'reviewer@shili.example']);
    this.#git(['config', 'gc.auto', '0']);
  }

  get day(): string {
    return this.#day;
  }

  /** The ledger as the folder holds it. Throws when it does not read. */
  ledger(): Ledger {
    if (this.#read && this.#read.at === this.#head) return this.#read.ledger;
    const { ledger } = readLedger(readFolder(this.content));
    if (ledger === undefined) throw new Error('the ledger does not read');
    this.#read = { at: this.#head, ledger };
    return ledger;
  }

  text(path: string): string {
    return readFileSync(join(this.content, path), 'utf8');
  }

  plan(...planned: readonly Planned[]): void {
    this.#planned.push(...planned);
  }

  /** Forgets what was planned for an issue after today. */
  forget(issue: string): void {
    this.#planned = this.#planned.filter((one) => one.issue !== issue);
  }

  /** Writes what is planned anew. */
  replan(change: (planned: Planned) => Planned): void {
    this.#planned = this.#planned.map(change);
  }

  /** Goes on to a day: what was planned up to then is committed, the reports first, then the decisions. */
  advance(day: string): void {
    if (day < this.#day) throw new RangeError(`${day} lies before ${this.#day}`);
    const due = this.#planned.filter((one) => one.day <= day);
    this.#planned = this.#planned.filter((one) => one.day > day);
    this.#day = day;
    this.#minutes = 0;
    for (const hand of ['maintainer', 'clerk', 'reviewer'] as const) {
      const files = due.filter(({ by }) => by === hand);
      if (files.length > 0)
        this.commit(hand, new Map(files.map(({ path, data }) => [path, data])), '报送和决定');
    }
  }

  /** Commits files as one hand, merged by another. */
  commit(by: Hand, files: ReadonlyMap<string, string | Uint8Array>, message: string): void {
    const parts: (string | Uint8Array)[] = [];
    const entries = [...files].map(([path, data]) => {
      const target = join(this.content, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, data);
      return [`M 100644 inline content/${path}\n`, ...dataOf(data)];
    });
    const signed = (hand: Hand, mark: number, words: string) => {
      const when = `${hands[hand]} <${hand}@shili.example> ${this.#seconds()} +0800`;
      return [
        `commit refs/heads/main\nmark :${String(mark)}\nauthor ${when}\ncommitter ${when}\n`,
        ...dataOf(words),
      ];
    };
    const head = this.#head;
    parts.push(...signed(by, 1, message), head === undefined ? '' : `from ${head}\n`);
    parts.push(...entries.flat());
    if (head !== undefined) {
      const merger: Hand = by === 'reviewer' ? 'other' : 'reviewer';
      parts.push(...signed(merger, 2, `收件 ${message}`), `from ${head}\nmerge :1\n`);
      parts.push(...entries.flat());
    }
    parts.push(`get-mark :${head === undefined ? '1' : '2'}\ndone\n`);
    const input = Buffer.concat(parts.map((part) => Buffer.from(part)));
    this.#head = this.#git(['fast-import', '--quiet', '--done'], input);
  }

  /** Runs a command on the day, in this process, and returns what it says. Throws where it does not end with `expected`. */
  async ledgerCommand(args: readonly string[], expected = 0): Promise<string> {
    const said: string[] = [];
    const { stdout, stderr } = process;
    const writes = [stdout.write.bind(stdout), stderr.write.bind(stderr)] as const;
    const { exitCode } = process;
    const keep = (text: unknown): boolean => {
      said.push(String(text));
      return true;
    };
    stdout.write = keep;
    stderr.write = keep;
    let code: number;
    try {
      code = await main([...args, '--content', this.content, '--as-of', this.#day]);
    } finally {
      stdout.write = writes[0];
      stderr.write = writes[1];
      process.exitCode = exitCode;
    }
    const out = said.join('');
    if (code !== expected)
      throw new Error(`${this.#day} ledger ${args.join(' ')} → ${String(code)}\n${out}`);
    return out;
  }

  /** Runs a command that proposes a branch, and merges that. */
  async proposed(by: Hand, ...args: readonly string[]): Promise<string> {
    const said = await this.ledgerCommand(args);
    const branch = /已写成分支 (\S+?)（/u.exec(said)?.[1];
    if (branch === undefined) throw new Error(`${args.join(' ')} proposed nothing\n${said}`);
    // The same change once more with the day's date: a command signs with the clock of the machine.
    const ref = `refs/heads/${branch}`;
    const raw = this.#git([
      'log',
      '-1',
      '--format=%s',
      '--raw',
      '--no-renames',
      '-z',
      '--abbrev=40',
      ref,
    ]);
    const [message = '', ...rest] = raw.split('\0');
    const paths = rest.filter((_, at) => at % 2 === 1);
    const files = new Map(
      paths.map((path) => [
        path.slice('content/'.length),
        execFileSync('git', ['-C', this.dir, 'cat-file', 'blob', `${ref}:${path}`]),
      ]),
    );
    this.#git(['update-ref', '-d', ref]);
    this.commit(by, files, message);
    return said;
  }

  /** Puts the index where the branch is, so that the folder is a work tree like any other. */
  settle(): void {
    this.#git(['reset', '-q']);
  }

  /** A minute later, in seconds. */
  #seconds(): string {
    this.#minutes += 1;
    return String(Date.parse(`${this.#day}T09:00:00+08:00`) / 1000 + this.#minutes * 60);
  }

  #git(args: readonly string[], input: string | Uint8Array = ''): string {
    return execFileSync('git', ['-C', this.dir, ...args], {
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 2 ** 28,
    }).trim();
  }
}

/** A block of data as fast-import reads it. */
function dataOf(data: string | Uint8Array): (string | Uint8Array)[] {
  const bytes = Buffer.from(data as string);
  return [`data ${String(bytes.length)}\n`, bytes, '\n'];
}
