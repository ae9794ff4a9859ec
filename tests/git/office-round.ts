/** The round of an office without a forge: sheets go out, are filled in by hand, come back under any name, are received. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { convertedFile } from '../../src/paper/office.ts';
import type { Files } from '../generator/memory.ts';
import { writeFiles } from '../generator/write.ts';

const program = resolve(import.meta.dirname, '../../scripts/ledger.ts');

/** A repository with a fictional ledger, and the commands that were run in it. */
export class Office {
  readonly dir = mkdtempSync(join(tmpdir(), 'ledger-office-round-'));
  /** What somebody of the office typed. */
  readonly commands: string[] = [];
  readonly #seconds = new Map<string, number>();

  constructor(files: Files) {
    writeFiles(join(this.dir, 'content'), files);
    this.git('init', '-q', '-b', 'main');
    this.git('config', 'user.name', '示例审核员');
    this.git('config', 'user.email', 'reviewer@ledger.example');
    this.commit('起始台账');
  }

  close(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.dir, ...args], { encoding: 'utf8' }).trim();
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  commit(message: string): void {
    this.git('add', 'content');
    this.git('commit', '-q', '-m', message);
  }

  path(...parts: string[]): string {
    return join(this.dir, ...parts);
  }

  /** Seconds that somebody waited for these commands. */
  secondsOf(...names: string[]): number {
    return names.reduce((sum, name) => sum + (this.#seconds.get(name) ?? 0), 0);
  }

  /** Runs `ledger …` as an office does, and counts it; the exit code and what it says. */
  ledger(...args: string[]): { code: number; out: string } {
    this.commands.push(args.join(' '));
    const started = performance.now();
    const found = this.look(...args);
    const [name = ''] = args;
    const taken = (performance.now() - started) / 1000;
    this.#seconds.set(name, (this.#seconds.get(name) ?? 0) + taken);
    return found;
  }

  /** The same for the test's own eyes, not counted. */
  look(...args: string[]): { code: number; out: string } {
    const run = spawnSync(process.execPath, [program, ...args], {
      cwd: this.dir,
      encoding: 'utf8',
    });
    return { code: run.status ?? -1, out: `${run.stdout}${run.stderr}` };
  }
}

/** What a clerk types into a sheet; empty cells stay empty. */
export interface Filling {
  reporter?: string;
  approver?: string;
  reportedOn?: string | Date;
  /** By issue id: the cells of its row, by the title of their column. */
  rows: Record<string, Record<string, string | Date>>;
}

export interface Sheet {
  /** Ids of the issues of the sheet, in its order. */
  issues: string[];
  bytes: Uint8Array;
}

/** Opens a sheet, fills it in as a person would, cell by cell, and saves it. */
export async function fillSheet(
  bytes: Uint8Array,
  fill: (issues: string[]) => Filling,
  tamper: (page: ExcelJS.Worksheet) => void = () => undefined,
): Promise<Sheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const page = book.getWorksheet('整改报送单');
  if (page === undefined) throw new Error('没有整改报送单');
  const titles = new Map<string, number>();
  page.getRow(5).eachCell((cell, column) => titles.set(cell.text, column));
  const issues: string[] = [];
  for (let row = 6; row <= page.rowCount; row += 1)
    issues.push(page.getRow(row).getCell(titles.get('问题编号') ?? 0).text);
  const filling = fill(issues);
  if (filling.reporter !== undefined) page.getCell('D4').value = filling.reporter;
  if (filling.approver !== undefined) page.getCell('F4').value = filling.approver;
  if (filling.reportedOn !== undefined) page.getCell('J4').value = filling.reportedOn;
  for (const [issue, cells] of Object.entries(filling.rows)) {
    const row = page.getRow(6 + issues.indexOf(issue));
    for (const [title, value] of Object.entries(cells))
      row.getCell(titles.get(title) ?? 0).value = value;
  }
  tamper(page);
  return { issues, bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

/** Types into the cells right of the labels of a page of the form, as a person does in Word. */
export function fillForm(bytes: Uint8Array, values: Record<string, string>, page = 1): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'word/document.xml';
  const cells = strFromU8(parts[name] ?? new Uint8Array()).split('<w:tc>');
  const plain = (xml: string): string => xml.split('</w:tc>')[0]?.replace(/<[^>]+>/gu, '') ?? '';
  for (const [label, value] of Object.entries(values)) {
    const labels = cells.flatMap((cell, index) => (plain(cell) === label ? [index] : []));
    const at = (labels[page - 1] ?? -1) + 1;
    const cell = cells[at] ?? '';
    const end = cell.lastIndexOf('</w:p>', cell.indexOf('</w:tc>'));
    cells[at] = `${cell.slice(0, end)}<w:r><w:t>${value}</w:t></w:r>${cell.slice(end)}`;
  }
  return zipSync({ ...parts, [name]: strToU8(cells.join('<w:tc>')) });
}

/** The same workbook as another program saves it; without LibreOffice as it is. */
export function savedAs(bytes: Uint8Array, ending: 'xlsx' | 'xls'): Uint8Array {
  return convertedFile(bytes, 'xlsx', ending) ?? bytes;
}

/** The files of a folder. */
export function filesOf(dir: string): { name: string; bytes: Uint8Array }[] {
  return readdirSync(dir)
    .toSorted()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(dir, name))) }));
}

export function put(dir: string, name: string, bytes: Uint8Array | string): void {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
