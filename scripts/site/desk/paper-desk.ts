/**
 * 发文 at the desk: each paper is made by its own command, in a process of its own, out of the very files that the site
 * is drawn from; what the command says is what the page says. Nothing of it is written into the ledger. What was made
 * lies in the desk's own folder until others take its place or the desk is closed.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { zipSync, type ZippableFile } from 'fflate';
import { z } from 'zod';
import { readPaper } from '../../../src/paper/paper.ts';
import { type PaperId, paperIds } from '../../../src/views/papers-view.ts';
import { ENTRY, PROGRAM } from '../../program.ts';
import { type EndpointRefusal, endpointRefusal } from '../serving/endpoint.ts';
import { filesBelow } from '../../files.ts';

/** What the page sends: which paper, and of what. */
export const paperRequest = z.strictObject({
  paper: z.enum(paperIds),
  of: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,99}$/u)
    .optional(),
});
type Asked = z.infer<typeof paperRequest>;

interface Made {
  readonly status: 200;
  /** What the command said. */
  readonly words: string;
  /** The text of the letter; empty where there are several files, or a picture beside the words. */
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly id: string;
}

/** What one paper asks of the commands: with `out`, a folder of its own, they leave files there. */
const commands: Record<PaperId, (of: string, out: string) => string[][]> = {
  sheets: (of, out) => [['collect', '--campaign', of, '--form', 'both', '--out', out]],
  list: (of, out) =>
    ['docx', 'xlsx'].map((format) => [
      ...['export', '--campaign', of, '--format', format],
      ...['--out', join(out, `问题清单-${of}.${format}`)],
    ]),
  ledger: (of, out) => [
    ['export', '--campaign', of, '--form', 'ledger', '--out', join(out, `工作台账-${of}.xlsx`)],
  ],
  group: (of, out) => [
    [
      ...['remind', '--format', 'group', '--audience', of || 'internal'],
      ...['--picture', join(out, '整改催办.svg')],
    ],
  ],
  reminders: () => [['remind']],
  urge: (of, out) => [['urge', of, '--out', join(out, `督办函-${of}.docx`)]],
  brief: (_, out) => [['brief', '--out', join(out, '周报.docx')]],
  circular: (of, out) => [['circular', of, '--out', join(out, `通报-${of}.docx`)]],
  summary: (of, out) => [['summary', of, '--out', join(out, `小结-${of}.docx`)]],
  report: (of, out) => [['report', of, '--out', join(out, `${of}-报告.docx`)]],
  area: (of, out) => [
    ['area', of, '--out', join(out, `本级和下级-${of}.${of === 'list' ? 'xlsx' : 'docx'}`)],
  ],
  package: (of, out) => [['package', of, '--out', join(out, `上报-${of}`)]],
  archive: (of, out) => [['archive', of, '--out', join(out, `归档${of}`)]],
};
/** They are words to be copied, with a picture or without. */
const SPOKEN: ReadonlySet<PaperId> = new Set(['group', 'reminders']);

/** So many papers are kept; a reviewer downloads the one that was just made. */
const KEPT = 12;
/** The longest that a paper may take, as each waits for the one before it. Milliseconds. */
const PATIENCE = 600_000;

export interface PaperMaking {
  /** The ledger's folder. */
  readonly content: string;
  /** Where papers lie until they are downloaded. */
  readonly folder: string;
  readonly today: () => string;
}

export class PaperDesk {
  readonly #at: PaperMaking;
  #last: Promise<unknown> = Promise.resolve();
  #made: string[] = [];

  constructor(at: PaperMaking) {
    this.#at = at;
  }

  /** Settles when nothing reads the ledger's folder. */
  async idle(): Promise<void> {
    for (let seen: unknown; seen !== this.#last;) {
      seen = this.#last;
      await this.#last;
    }
  }

  /** Makes a paper, or says why there is none. */
  make({ paper: id, of }: Asked): Promise<Made | EndpointRefusal> {
    const done = this.#last.then(() => this.#make(id, of ?? ''));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** One file of a paper by its number, or all of them as one archive; undefined where it is not kept any more. */
  open(id: string, which: number | 'all'): { name: string; bytes: Uint8Array } | undefined {
    const dir = join(this.#at.folder, id);
    if (!this.#made.includes(id)) return undefined;
    const files = namedFiles(dir);
    if (which === 'all') {
      const entries = files.map(({ name, path }) => [name, readFileSync(path)] as const);
      const [first = ''] = files.map(({ name }) => name.split('/')[0]);
      const name = files.every((one) => one.name.startsWith(`${first}/`)) ? first : '发文';
      return { name: `${name}.zip`, bytes: zipSync(Object.fromEntries(entries.map(packed))) };
    }
    const file = files[which];
    return file && { name: basename(file.name), bytes: readFileSync(file.path) };
  }

  async #make(paper: PaperId, of: string): Promise<Made | EndpointRefusal> {
    const id = randomUUID();
    const out = join(this.#at.folder, id);
    mkdirSync(out, { recursive: true });
    this.#keep(id);
    const said: string[] = [];
    for (const args of commands[paper](of, out)) {
      const { code, output, errors } = await this.#run(args);
      if (code !== 0)
        return endpointRefusal(422, 'refused', clean(errors || output, out) || '没有做成。');
      said.push(SPOKEN.has(paper) ? output.trim() : clean(output, out));
    }
    const files = namedFiles(out);
    const [only, ...more] = files;
    const letter = more.length === 0 && !SPOKEN.has(paper) ? only : undefined;
    return {
      status: 200,
      words: said.join('\n'),
      text: letter === undefined ? '' : await textOf(letter),
      files: files.map(({ name, path }) => ({ name, size: statSync(path).size })),
      id,
    };
  }

  #keep(id: string): void {
    const { folder } = this.#at;
    this.#made.push(id);
    for (const old of this.#made.slice(0, -KEPT))
      rmSync(join(folder, old), { recursive: true, force: true });
    this.#made = this.#made.slice(-KEPT);
  }

  #run(args: readonly string[]): Promise<{ code: number; output: string; errors: string }> {
    const { content, today } = this.#at;
    return new Promise((settle) => {
      const child = spawn(
        process.execPath,
        [ENTRY, ...args, '--content', content, '--as-of', today()],
        { cwd: PROGRAM, stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE },
      );
      let [output, errors] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece));
      child.stderr.setEncoding('utf8').on('data', (piece: string) => (errors += piece));
      child.on('error', ({ message }) => {
        settle({ code: 3, output, errors: message });
      });
      child.on('close', (code) => {
        settle({
          code: code ?? 3,
          output,
          errors: code === null ? '十分钟没有做完，停了。' : errors,
        });
      });
    });
  }
}

/** What somebody at the desk cannot type. */
const COMMANDS = /npx ledger|运行 ledger|--[a-z]/u;

/** What a command says without the place where it wrote, and without what to type next. */
function clean(words: string, out: string): string {
  return withoutCommands(
    words.replaceAll(`${out}${sep}`, '').replaceAll(`，在 ${out}`, '').replaceAll(out, ''),
  );
}

/** What a command says without what to type next. */
export function withoutCommands(words: string): string {
  return words
    .split('\n')
    .flatMap((line) => (COMMANDS.test(line) ? line.split(' → ').slice(0, -1).join(' → ') : line))
    .filter((line) => line !== '')
    .join('\n')
    .trim();
}

/** What is packed already is not packed again, so that others are not kept waiting. */
function packed([name, bytes]: readonly [string, Uint8Array]): [string, ZippableFile] {
  const isPacked = /\.(?:docx|xlsx|ofd|pdf|png|jpe?g|webp|zip)$/iu.test(name);
  return [name, [bytes, { level: isPacked ? 0 : 6 }]];
}

/** All files below a folder, names with slashes, sorted. */
function namedFiles(dir: string): { name: string; path: string }[] {
  if (!existsSync(dir)) return [];
  return filesBelow(dir)
    .toSorted()
    .map((name) => ({ name, path: join(dir, name) }));
}

/** What a reader of a letter sees of it: its lines, and of a table how many rows it has. */
async function textOf({ name, path }: { name: string; path: string }): Promise<string> {
  const reading = await readPaper(name, readFileSync(path), () => false);
  if (!('paper' in reading)) return '';
  return reading.paper.blocks
    .map((block) =>
      block.kind === 'line' ? block.text : `（表：${String(block.rows.length)} 行）`,
    )
    .filter((line) => line.trim() !== '')
    .join('\n');
}
