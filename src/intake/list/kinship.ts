/** 续行还是另一条: what is asked of rows whose cells are blank where a merge may once have covered them. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import { placeInWords } from '../../paper/sheet.ts';
import type { Inquiry } from '../inquiry/question.ts';
import { isOrganisation } from '../words/unit-names.ts';
import { bareText, tidy } from '../words/wording.ts';
import type { ListRow } from './entry.ts';

/** True where a row has words of its own in a column. */
export function hasWords(row: ListRow, id: ColumnId): boolean {
  const cell = row.cells[id];
  return cell !== undefined && cell.merged !== 'down' && tidy(cell.text) !== '';
}

/** True where a row has no words in a column, its own or a merged cell's. */
export function lacksWords(row: ListRow, id: ColumnId): boolean {
  return tidy(row.cells[id]?.text ?? '') === '';
}

/** Another unit with a problem of its own: the account above is none of it. */
export function isOtherUnit(row: ListRow, last: ListRow): boolean {
  const host = bareText(row.cells.host?.text ?? '');
  const isOther = hasWords(row, 'host') && host !== bareText(last.cells.host?.text ?? '');
  return isOther && isOrganisation(host);
}

/** Whether a row without a number goes on with the one above, or is an entry that shares its blank cells with it. */
export function askKinship(
  row: ListRow,
  last: ListRow,
  own: readonly ColumnId[],
  inquiry: Inquiry,
): 'rest' | 'shares' {
  const { file, sheet } = row.place;
  const message = (which: string): string =>
    `${which}没有自己的序号：是上一行的续行，还是另一个问题（原来的合并格存成了空格）？`;
  const candidates = [
    { answer: '另一个问题', label: '单独一条，空着的格照上一行' },
    { answer: '续行', label: '接在上一条后面' },
  ];
  const answer = inquiry.ask(
    {
      ask: 'rest',
      text: own.map((id) => tidy(row.cells[id]?.text ?? '')).join(' '),
      message: `${message(placeInWords({ ...row.place, cell: '' }))}（上一条：第${last.numberText}条）`,
      candidates,
      bulk: {
        text: [file, sheet].filter((word) => word !== '').join(' '),
        above: 1,
        message: (many) => message(`有 ${many.length} 行`),
        candidates,
      },
    },
    row.place,
    ([word]) => (word === '续行' || word === '另一个问题' ? word : undefined),
  );
  return answer === '续行' ? 'rest' : 'shares';
}

/** Whether a numbered row without unit and account has those of the row above. */
export function askBlank(row: ListRow, inquiry: Inquiry): 'shares' | 'new' {
  const { file, sheet } = row.place;
  const candidates = [
    { answer: '照上一行', label: '原来的合并格存成了空格，单位和账号照上一行' },
    { answer: '空着', label: '来源就没有写，逐条另问' },
  ];
  const words = [row.numberText, tidy(row.cells.finding?.text ?? '')].join(' ');
  const answer = inquiry.ask(
    {
      ask: 'rest',
      text: words,
      message: `“${words}”没有写单位和账号：是照上一行吗？`,
      candidates,
      bulk: {
        text: `${[file, sheet].filter((word) => word !== '').join(' ')} 空格`,
        above: 1,
        message: (many) => `有 ${many.length} 行写了序号和问题，没有写单位和账号：是照上一行吗？`,
        candidates,
      },
    },
    row.place,
    ([word]) => (word === '照上一行' || word === '空着' ? word : undefined),
  );
  return answer === '空着' ? 'new' : 'shares';
}
