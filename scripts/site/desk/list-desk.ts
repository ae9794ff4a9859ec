/**
 * 清单进来 at the desk: a list, dragged in or pasted, is read as `ledger import` reads it. What it would become and what
 * must be asked is shown; the answers come back with the same files, until nothing is open. Then, with the sum of what
 * was shown, all of it becomes one branch, or none of it does.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ledgerOn } from '../../../src/domain/ledger-on.ts';
import {
  type Ask,
  asks,
  questionKey,
  placesInWords,
  type Question,
} from '../../../src/intake/inquiry/question.ts';
import type { ImportPlan } from '../../../src/intake/record/plan.ts';
import { absentLines, headLines, rowLines, toldRows } from '../../../src/intake/record/preview.ts';
import { papersOf } from '../../../src/paper/folder.ts';
import { kindOfPath, layout } from '../../../src/schema/layout.ts';
import { id } from '../../../src/schema/field.ts';
import { DataFaults, WrongUse } from '../../command.ts';
import { isColumnOf, messageOf, importPlan, whyNotImported } from '../../enter/importing.ts';
import { type EndpointRefusal, endpointRefusal } from '../serving/endpoint.ts';
import {
  type AgainstMain,
  filesSent,
  type Proposed,
  type ProposingDesk,
  sentFiles,
  previewSum,
} from './proposing.ts';

/** How the branches of lists begin. */
const IMPORTED = 'import';

const words = z.string().max(5000);
/** What the page sends; with `seen`, the sum of the preview, it is to be written. */
export const listRequest = z.strictObject({
  files: sentFiles.min(1),
  campaign: z.string().max(80).optional(),
  listedOn: z.iso.date().optional(),
  answers: z
    .array(
      z.strictObject({
        ask: z.enum(Object.keys(asks) as [Ask, ...Ask[]]),
        text: words,
        answer: z.array(words.min(1)).min(1).max(200),
      }),
    )
    .max(5000),
  seen: previewSum.optional(),
});
type SentList = z.infer<typeof listRequest>;

/** A question as the page puts it. */
export interface PutQuestion {
  readonly ask: Ask;
  /** 单位, 整改时限 … */
  readonly name: string;
  readonly text: string;
  readonly message: string;
  readonly places: string;
  readonly candidates: Question['candidates'];
  /** Of a question about many values: each of them, which need not be answered by itself. */
  readonly each: readonly PutQuestion[];
}

/** What is shown before anything is written. */
export interface Preview {
  readonly status: 200;
  /** What was read of the whole and what was not. */
  readonly words: readonly string[];
  /** A row of the list: what it becomes, and below it what it says and what is noted. */
  readonly rows: readonly (readonly string[])[];
  readonly questions: readonly PutQuestion[];
  /** Why it cannot be written yet; empty where it can be. */
  readonly open: string;
  /** What would be written, in words by kind: 问题 3 个、账号 1 个. */
  readonly records: string;
  readonly seen: string;
}

export interface ListSent extends Proposed {
  readonly status: 201 | 422;
  readonly sentence: string;
}

export class ListDesk {
  readonly #proposing: ProposingDesk;

  constructor(proposing: ProposingDesk) {
    this.#proposing = proposing;
  }

  /** Shows what the list would become, or proposes what was shown. */
  take(given: SentList, account: string): Promise<Preview | ListSent | EndpointRefusal> {
    return this.#proposing.asReviewer(account, async (on) => {
      try {
        return await this.#take(given, on);
      } catch (error) {
        if (error instanceof WrongUse)
          return endpointRefusal(422, 'refused', `${error.message} → ${error.remedy}`);
        if (error instanceof DataFaults)
          return endpointRefusal(422, 'refused', atDesk(error.message));
        throw error;
      }
    });
  }

  async #take(given: SentList, on: AgainstMain): Promise<Preview | ListSent | EndpointRefusal> {
    if (given.campaign !== undefined && !id.safeParse(given.campaign).success)
      return endpointRefusal(
        422,
        'refused',
        '专项编号只用小写字母、数字和单个连字符，如 2026-jiancha。',
      );
    const ledger = ledgerOn(on.recorded, this.#proposing.at.today());
    const { files, strange } = filesSent(given.files);
    const read = await papersOf(files, isColumnOf(ledger));
    for (const { file, message, remedy } of strange)
      read.unread.push({ file, refusal: { problem: message, remedy } });
    const plan = importPlan(read, {
      ledger,
      content: on.content,
      said: given,
      given: new Map(
        given.answers.map(({ ask, text, answer }) => [questionKey(ask, text), answer]),
      ),
      name: files.map(({ name }) => name).join('、'),
    });
    const left = this.#leaveColumns(plan, on);
    const open = whyNotImported(plan, read.unread) ?? '';
    const preview = previewOf(plan, open, left);
    if (given.seen === undefined) return preview;
    if (open !== '') return endpointRefusal(422, 'refused', open);
    if (plan.files.size === 0)
      return endpointRefusal(422, 'refused', '没有新增或改动，什么都没有写入。');
    if (given.seen !== preview.seen)
      return endpointRefusal(
        409,
        'refused',
        '文件、答复或主分支变了，与预览的不一样，没有写入：再预览一遍。',
      );
    const branch = `${IMPORTED}/${plan.campaign ?? 'list'}-${preview.seen.slice(0, 8)}`;
    const told = await this.#proposing.propose(
      { branch, message: messageOf(plan), files: plan.files },
      on,
    );
    return { ...told, status: told.ok ? 201 : 422, sentence: told.words };
  }

  /** The dictionary of columns is the maintainer's: what was learned of it is not proposed by anybody else. */
  #leaveColumns({ files }: ImportPlan, { as }: AgainstMain): string[] {
    const learned = [...files.keys()].filter((path) => kindOfPath(path)?.kind === 'columns');
    if (as.maintainer || learned.length === 0) return [];
    for (const path of learned) files.delete(path);
    return ['提示：栏名的新叫法不写进栏名表（由管理员登记），下次还会问'];
  }
}

function previewOf(plan: ImportPlan, open: string, left: readonly string[]): Preview {
  const seen = createHash('sha256').update(JSON.stringify([...plan.files, plan.notes]));
  return {
    status: 200,
    words: [...headLines(plan), ...absentLines(plan), ...left].map(atDesk),
    rows: toldRows(plan).map(rowLines),
    questions: plan.questions.map(put),
    open,
    records: recordsIn(plan),
    seen: seen.digest('hex'),
  };
}

function put({ each = [], ...question }: Question): PutQuestion {
  const { ask, text, message, candidates } = question;
  return {
    ask,
    name: asks[ask],
    text,
    message: atDesk(message),
    places: placesInWords({ each, ...question }),
    candidates,
    each: each.map(put),
  };
}

function recordsIn({ files }: ImportPlan): string {
  const kinds = Map.groupBy(files.keys(), (path) => titleOf(path));
  return [...kinds].map(([title, paths]) => `${title} ${String(paths.length)} 个`).join('、');
}

function titleOf(path: string): string {
  const kind = kindOfPath(path)?.kind;
  return kind === undefined ? path : layout[kind].title;
}

/** What the sentences of the command call an option is a field of the page. */
function atDesk(text: string): string {
  return text
    .replaceAll('用 --campaign 指明', '写在上面“专项编号”一格')
    .replaceAll('用 --listed-on 指明', '写在上面“填表日期”一格')
    .replaceAll('按 --listed-on 取', '按“填表日期”一格取');
}
