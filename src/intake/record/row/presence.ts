/** 录不录: rows that may be no open problem — proposed out of prose, without a finding or an account, or done already. */
import type { Inquiry } from '../../inquiry/question.ts';
import type { ListRow } from '../../list/entry.ts';
import { mendedText } from '../../words/wording.ts';
import type { ReadRow } from './read-row.ts';
import { hasNoAccount } from './row-words.ts';

const LEAVE = '不录入';
const OPEN = '录入为待整改';
const OF_UNIT = '属于单位';
const BY_UNIT = { answer: OF_UNIT, label: '不涉及账号，是单位的问题' };

/** Done, by the words of a column 整改情况, 是否销号. */
const DONE =
  /已(?:经|全部|基本|按期|按时|[于在][^，；。]{1,12}?[日月前底初旬周天])*(?:完成|整改|销号|办结|注销|关停|解决|落实|到位|更新|恢复|改正|删除|修复|清除|下线|处置|撤稿|撤下|补齐|办理|备案|停用)|(?:整改|处理|验收)(?:完毕|完成|到位|合格|通过)|^(?:是|完成|销号|办结|已|[√✓✔]|合格|通过|100%)$/u;
const NOT_DONE = /未(?:完成|整改|销号|办结|到位|落实)|正在|尚未|部分|否|没有|推进中|整改中|进行中/u;

/** Whether a row is left out, cannot be read while its words are missing, or is read — also while it is asked about. */
export function isLeftOut(
  read: ReadRow,
  row: ListRow,
  inquiry: Inquiry,
): 'left-out' | 'incomplete' | 'read' {
  const { finding, listed } = read;
  if (finding === '' || (listed === '' && !hasNoAccount(row))) {
    const missing = finding === '' ? '存在问题' : '网站或账号名称';
    const answer = askMissing(read, missing, inquiry);
    if (answer === undefined || answer === LEAVE)
      return answer === LEAVE ? 'left-out' : 'incomplete';
    row.isOfUnit = answer === OF_UNIT;
    read.listed = answer === OF_UNIT ? read.at || '/' : answer;
  }
  if (read.isProposed && row.isSettled !== true && confirmed(read, inquiry) === LEAVE)
    return 'left-out';
  const status = statusOf(row);
  return status !== undefined && askStatus(status, row, inquiry) === LEAVE ? 'left-out' : 'read';
}

/** Whether a proposal out of prose is an issue; undefined while it is asked. */
function confirmed(read: ReadRow, inquiry: Inquiry): string | undefined {
  return inquiry.ask(
    {
      ask: 'confirm',
      text: `${read.host} ${read.listed} ${read.finding}`,
      message: `通报里写：“${read.raw['原句'] ?? ''}”；录入为一个问题吗？`,
      candidates: [
        { answer: '录入', label: `${read.host}，${read.listed}，${read.finding}` },
        { answer: LEAVE, label: '不是问题，或已另有记录' },
      ],
      bulk: {
        text: `${read.place.file} 通报`,
        above: 3,
        message: (values) => `通报里提出 ${values.length} 条，逐条看过都录入吗？`,
        candidates: [
          { answer: '录入', label: '下面列的都录入' },
          { answer: LEAVE, label: '下面列的都不录入' },
        ],
      },
    },
    read.place,
    ([word]) => (word === '录入' || word === LEAVE ? word : undefined),
  );
}

/** What somebody said of a row that lacks what an entry needs. */
function askMissing(read: ReadRow, missing: string, inquiry: Inquiry): string | undefined {
  const mayBeOfUnit = read.finding !== '' && read.host !== '';
  const candidates = [{ answer: LEAVE, label: '跳过' }, ...(mayBeOfUnit ? [BY_UNIT] : [])];
  read.notes.push(`没有写${missing}，这一行补全后才能导入`);
  return inquiry.ask(
    {
      ask: 'confirm',
      text: Object.values(read.raw).map(mendedText).join(' ').trim(),
      message: `这一行没有写${missing}；请在来源文件里补上，或答“${LEAVE}”${missing === '存在问题' ? '' : '，或写账号，如“微博：名称”'}`,
      candidates,
      bulk: {
        text: `${read.place.file} ${missing}`,
        above: 2,
        message: (values) => `有 ${values.length} 行没有写${missing}；请在来源文件里补上，或答：`,
        candidates: [...candidates.slice(0, 1), ...(missing === '存在问题' ? [] : [BY_UNIT])],
      },
    },
    read.place,
    ([word = '']) => {
      if (word === LEAVE) return word;
      if (word === OF_UNIT) return mayBeOfUnit ? word : undefined;
      // Whoever knows the account writes it: 微博：某某发布.
      return missing === '存在问题' || word.length < 2 ? undefined : word;
    },
  );
}

/** The words that say that a row is done; undefined where none do. */
function statusOf({ cells }: ListRow): { words: string; column: string } | undefined {
  const said = (cells.status?.text ?? '').split('\n').map(mendedText);
  const done = said.find((words) => DONE.test(words) && !NOT_DONE.test(words));
  if (done !== undefined) return { words: done, column: '整改状态' };
  const closedOn = mendedText(cells.closedOn?.text ?? '');
  const isBlank = /^(?:|[/／—-]+|无)$/u.test(closedOn) || NOT_DONE.test(closedOn);
  return isBlank || said.some((words) => NOT_DONE.test(words))
    ? undefined
    : { words: closedOn, column: '销号日期' };
}

function askStatus(
  { words, column }: { words: string; column: string },
  row: ListRow,
  inquiry: Inquiry,
): string | undefined {
  const candidates = [
    { answer: LEAVE, label: '已经办结，不进台账' },
    { answer: OPEN, label: '按待整改登记，由单位报送佐证后再销号' },
  ];
  // Days of closing differ from row to row and ask the same.
  const text = column === '销号日期' ? column : words;
  const about = `写“${text}”的行可能已经办结：怎样录入？台账里的销号要有佐证和审核，不能随清单录入`;
  return inquiry.ask(
    {
      ask: 'status',
      text,
      message:
        column === '销号日期'
          ? '填了销号日期的行可能已经办结：怎样录入？台账里的销号要有佐证和审核，不能随清单录入'
          : about,
      candidates,
      bulk: {
        text: row.place.file,
        above: 1,
        message: (values) =>
          `有 ${values.length} 种写法像是已经办结：${values.map((one) => `“${one.text}”`).join('')}；怎样录入？`,
        candidates,
      },
    },
    row.cells.status?.place ?? row.cells.closedOn?.place ?? row.place,
    ([word]) => (word === LEAVE || word === OPEN ? word : undefined),
  );
}
