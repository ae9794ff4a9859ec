/**
 * 上级核销 at the desk: the paper of the level above, dragged in or pasted, is read as `ledger confirm` reads it. Which
 * issues it names is shown, and what it may mean is asked; with the sum of what was shown, all of them become one branch.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ledgerOn } from '../../../src/domain/ledger-on.ts';
import type { IssueStanding } from '../../../src/domain/issue/standing.ts';
import { issueNames } from '../../../src/intake/sheet-back/reply.ts';
import { papersOf } from '../../../src/paper/folder.ts';
import { placeInWords } from '../../../src/paper/sheet.ts';
import {
  assignedAbove,
  confirmationMessage,
  confirmationFiles,
  confirmedInPapers,
  sortedIssues,
} from '../../enter/confirming.ts';
import { refusals } from '../../../src/paper/folder.ts';
import { isColumnOf } from '../../enter/importing.ts';
import { type EndpointRefusal, endpointRefusal } from '../serving/endpoint.ts';
import type { Preview, PutQuestion, ListSent } from './list-desk.ts';
import {
  type AgainstMain,
  filesSent,
  type ProposingDesk,
  sentFiles,
  previewSum,
} from './proposing.ts';

/** What a row that is not in this ledger is answered with. */
const NONE = '无';

const line = z
  .string()
  .max(200)
  .regex(/^\P{C}*$/u);
/** What the page sends; with `seen`, the sum of the preview, it is to be written. */
export const confirmRequest = z.strictObject({
  files: sentFiles.min(1),
  document: line.optional(),
  confirmedOn: z.iso.date().optional(),
  answers: z
    .array(
      z.strictObject({
        ask: z.literal('same'),
        text: z.string().max(5000),
        answer: z.array(line).min(1).max(1),
      }),
    )
    .max(2000),
  seen: previewSum.optional(),
});
type SentConfirmation = z.infer<typeof confirmRequest>;

export class ConfirmDesk {
  readonly #proposing: ProposingDesk;

  constructor(proposing: ProposingDesk) {
    this.#proposing = proposing;
  }

  /** Shows which issues the paper confirms, or proposes what was shown. */
  take(given: SentConfirmation, account: string): Promise<Preview | ListSent | EndpointRefusal> {
    return this.#proposing.asReviewer(account, (on) => this.#take(given, on));
  }

  async #take(
    given: SentConfirmation,
    on: AgainstMain,
  ): Promise<Preview | ListSent | EndpointRefusal> {
    const today = this.#proposing.at.today();
    const ledger = ledgerOn(on.recorded, today);
    const above = assignedAbove(ledger, today);
    const { files, strange } = filesSent(given.files);
    const { papers, unread } = await papersOf(
      files,
      ledger.vocabulary.columns.length === 0 ? () => false : isColumnOf(ledger),
    );
    const rows = confirmedInPapers(papers, ledger, above);
    const answers = new Map(given.answers.map(({ text, answer: [one = ''] }) => [text, one]));
    const named = new Map<string, IssueStanding>();
    const nameOf = issueNames(ledger);
    const questions: PutQuestion[] = [];
    for (const { place, words, meant } of rows) {
      const text = `${placeInWords(place)} ${words}`;
      const answer = answers.get(text);
      const said = above.find(({ id }) => id === answer);
      const [only] = meant;
      const found = said ?? (answer === undefined && meant.length === 1 ? only : undefined);
      if (found !== undefined) named.set(found.id, found);
      else if (answer !== NONE)
        questions.push({
          ask: 'same',
          name: '对应的问题',
          text,
          message:
            answer === undefined
              ? meant.length === 0
                ? '认不出是哪个问题'
                : '可能是几个问题中的一个'
              : `“${answer}”不是上级交办的问题`,
          places: '',
          candidates: [
            ...(meant.length > 0
              ? meant
              : above.filter(({ history }) => history.phase === 'awaiting')
            ).map(({ id }) => ({ answer: id, label: nameOf(id) })),
            { answer: NONE, label: '不在台账里，略过' },
          ],
          each: [],
        });
    }
    const { left, done, wrong } = sortedIssues([...named.values()]);
    const isPublic = ledger.site.repository === 'public';
    const document = isPublic || given.document === '' ? undefined : given.document;
    const missing = [
      ...(!isPublic && document === undefined ? ['核销文号'] : []),
      ...(given.confirmedOn === undefined ? ['核销日期'] : []),
    ];
    const open = [
      ...(questions.length > 0 ? [`还有 ${String(questions.length)} 处要确认。`] : []),
      ...(wrong.length > 0 ? [`${wrong.join('；')}：先登记“验收”，或从名单里去掉。`] : []),
      ...(missing.length > 0 ? [`还没有写${missing.join('、')}。`] : []),
      ...(unread.length + strange.length > 0 ? ['有文件没有读，去掉它，或改好再来。'] : []),
    ];
    const seen = createHash('sha256').update(
      JSON.stringify([left.map(({ id }) => id), document, given.confirmedOn]),
    );
    const preview: Preview = {
      status: 200,
      words: [
        `名单里读出 ${String(rows.length)} 行，要核销 ${String(left.length)} 个问题`,
        ...(done.length > 0 ? [`已经登记过核销，略过：${done.map(nameOf).join('、')}`] : []),
        ...refusals(unread),
        ...strange.map(({ file, message, remedy }) => `${file}：${message} → ${remedy}`),
      ],
      rows: left.map(({ id, issue }) => [`核销 ${nameOf(id)}`, issue.finding]),
      questions,
      open: open.length === 0 ? '' : `${open.join('')}什么都没有写入。`,
      records: left.length === 0 ? '' : `核销 ${String(left.length)} 个`,
      seen: seen.digest('hex'),
    };
    if (given.seen === undefined) return preview;
    if (preview.open !== '') return endpointRefusal(422, 'refused', preview.open);
    if (left.length === 0) return endpointRefusal(422, 'refused', '没有要核销的，什么都没有写入。');
    if (given.seen !== preview.seen)
      return endpointRefusal(
        409,
        'refused',
        '名单或主分支变了，与预览的不一样，没有写入：再预览一遍。',
      );
    const told = await this.#proposing.propose(
      {
        branch: `confirm/${today}-${preview.seen.slice(0, 8)}`,
        message: confirmationMessage(left),
        files: confirmationFiles(left, ledger, {
          today,
          confirmedOn: given.confirmedOn ?? today,
          document,
          // One hand may write it and take it, which the audit must be told: 单人代录.
          receivedBy: '审核员',
        }),
      },
      on,
    );
    return { ...told, status: told.ok ? 201 : 422, sentence: told.words };
  }
}
