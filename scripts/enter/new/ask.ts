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
  /** What is wrong with an answer, as one sentence; it is asked for again. */
  check?: (answer: string) => string | undefined;
}

/** The choice that somebody means, in whatever case it was typed. */
export function choiceOf(choices: Prompt['choices'], answer: string): string | undefined {
  return Object.keys(choices ?? {}).find((one) => one.toLowerCase() === answer.toLowerCase());
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
    const { title, flag, choices, otherwise, optional = false, check } = question;
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
      const answer = choices === undefined ? line : choiceOf(choices, line);
      const wrong = wrongWith(line, answer, check);
      if (answer !== undefined && wrong === undefined) return answer;
      this.#output.write(`${wrong ?? ''}。\n`);
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

function wrongWith(
  line: string,
  answer: string | undefined,
  check: Prompt['check'],
): string | undefined {
  if (answer === undefined) return '请写上面左边的一项';
  return line === '' ? '不能为空' : check?.(answer);
}

function choicesIn(choices: Prompt['choices']): string {
  return choices === undefined ? '' : `，可选：${Object.keys(choices).join('、')}`;
}
