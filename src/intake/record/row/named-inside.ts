/** 问题里写着的账号: findings of a list without a column for accounts that name one themselves. Never taken unasked. */
import { type Inquiry, valuesInWords } from '../../inquiry/question.ts';
import type { ListRow } from '../../list/entry.ts';
import { namedInCircular } from '../../prose/circular.ts';
import { NOT_ACCOUNT } from '../../prose/mention/item.ts';
import { plainOf } from '../../prose/passage.ts';
import { listedName } from '../../prose/reading/proposed-row.ts';
import { mendedText } from '../../words/wording.ts';
import type { Known } from '../known.ts';

const BY_ACCOUNT = '按账号';
const BY_UNIT = '记在单位';

/** The rows, those whose finding names an account registered under it where somebody says so. */
export function withAccounts(
  rows: readonly ListRow[],
  known: Known,
  inquiry: Inquiry,
): readonly ListRow[] {
  return rows.map((row) => {
    const { finding } = row.cells;
    if (row.isOfUnit !== true || row.unsettled !== undefined || finding === undefined) return row;
    const text = mendedText(finding.text);
    const listed = accountIn(text, row, known);
    if (listed === undefined) return row;
    const candidates = [
      { answer: BY_ACCOUNT, label: '登记在问题里写着的账号名下' },
      { answer: BY_UNIT, label: '不涉及账号，只记在单位名下' },
    ];
    const answer = inquiry.ask(
      {
        ask: 'accounts',
        text,
        message: `“${text}”里写着账号“${listed}”：登记在它名下吗？`,
        candidates,
        bulk: {
          text: `${finding.place.file} 问题里的账号`,
          above: 1,
          message: (values) =>
            `表里没有账号栏，有 ${values.length} 条问题里写着账号：${valuesInWords(values)}；登记在账号名下吗？`,
          candidates,
        },
      },
      finding.place,
      ([word]) => (word === BY_ACCOUNT || word === BY_UNIT ? word : undefined),
    );
    if (answer !== BY_ACCOUNT) return row;
    const cells = { ...row.cells, listed: { ...finding, text: listed } };
    return { ...row, cells, isOfUnit: false };
  });
}

/** The one account that a finding names: by its platform, or in quotes at its head. */
function accountIn(text: string, { place }: ListRow, known: Known): string | undefined {
  const { named } = namedInCircular([{ kind: 'line', text, place }], known);
  const [one] = named;
  if (one !== undefined) return named.length === 1 ? listedName(one.mention) : undefined;
  const { name, rest = '' } =
    /^“(?<name>[^“”]{2,20})”(?<rest>.+)$/u.exec(plainOf(text))?.groups ?? {};
  return NOT_ACCOUNT.test(rest) ? undefined : name;
}
