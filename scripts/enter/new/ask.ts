/** Questions on a terminal: what a flag did not say. Without a terminal the missing flag is wrong use. */
import { createInterface, type Interface } from 'node:readline/promises';
import { WrongUse } from '../../command.ts';

export interface Prompt {
  /** 进展说明 */
  title: string;
  /** --note */
  flag: string;
  /** Offered answers: what is typed → what is shown. */
  choices?: Readonly<Record<string, string>>;
  /** Taken when nothing is typed. */
  otherwise?: string;
  /** May stay empty. */
  optional?: boolean;
}

export class Asker {
  readonly #input: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly #output: NodeJS.WritableStream;
  #lines: Interface | undefined;
  #answers: AsyncIterator<string> | undefined;

  constructor(
    input: NodeJS.ReadableStream & { isTTY?: boolean } = process.stdin,
    output: NodeJS.WritableStream = process.stderr,
  ) {
    this.#input = input;
    this.#output = output;
  }

  /** The flag's value, or the answer of whoever sits at the terminal; undefined only where it is optional. Throws WrongUse. */
  async answer(given: string | undefined, question: Prompt): Promise<string | undefined> {
    const { title, flag, choices, otherwise, optional = false } = question;
    if (given !== undefined) return given;
    if (this.#input.isTTY !== true) {
      if (optional || otherwise !== undefined) return otherwise;
      throw new WrongUse(`没有写${title}`, `加上 ${flag}${choicesIn(choices)}`);
    }
    for (const [key, name] of Object.entries(choices ?? {}))
      this.#output.write(`  ${key}  ${name}\n`);
    const hint = otherwise ?? (optional ? '可不填' : '');
    for (;;) {
      this.#output.write(`${title}${hint === '' ? '' : `（${hint}）`}：`);
      const line = (await this.#read()).trim();
      if (line === '' && otherwise !== undefined) return otherwise;
      if (line === '' && optional) return undefined;
      if (line !== '' && (choices === undefined || Object.hasOwn(choices, line))) return line;
      this.#output.write(choices === undefined ? '不能为空。\n' : '请写上面左边的一项。\n');
    }
  }

  async #read(): Promise<string> {
    this.#lines ??= createInterface({ input: this.#input, terminal: false });
    this.#answers ??= this.#lines[Symbol.asyncIterator]();
    const line = await this.#answers.next();
    if (line.done === true) throw new WrongUse('没有答完就结束了', '重新运行，或用选项写明');
    return line.value;
  }

  close(): void {
    this.#lines?.close();
  }
}

function choicesIn(choices: Prompt['choices']): string {
  return choices === undefined ? '' : `，可选：${Object.keys(choices).join('、')}`;
}
