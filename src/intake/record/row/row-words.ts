/** 一行的原文: account, unit and finding of a row as the ledger keeps its source's words. */
import { noAccountName } from '../../../domain/issue/owner.ts';
import type { ColumnId } from '../../../schema/vocabulary.ts';
import type { ListRow, RowWords } from '../../list/entry.ts';
import { mendedText, mendFinding } from '../../words/wording.ts';
import type { Known } from '../known.ts';

/** Says that nothing was found. */
const NOTHING =
  /^(?:经自查)?(?:未发现|没有发现|不存在|未见)(?:任何)?(?:此类|该类|相关|上述)?(?:问题|情况|现象)?[。.]?$|^(?:无|否|没有|(?:账号|网站|目前|运行|运转|更新|维护|检查|各项|情况|总体|均|状态)*(?:正常|良好|合格|达标|符合要求)|\/|—+|-+|×|(?:未建|未开设|没有|已注销)(?:账号|网站|新媒体)，无问题|(?:本季度|本月|本次|本期|本轮|暂)?无问题|无此情况|无此类问题|不涉及)[。.]?$/u;
/** Says that no account is concerned. */
const NO_ACCOUNT_WORDS = new RegExp(
  `^(?:[/／]|[—-]+|(?:暂|尚)?(?:无|没有|未(?:开设|开通|建立?|注册))(?:账号|帐号|新媒体|公众号)?|不涉及(?:账号)?|${noAccountName})$`,
  'u',
);

const LINK_WORDS = /^(?:点击(?:查看|进入|打开)?|查看|链接|网址|详见.*|见附件|https?:\S+)$/u;

/** True for the cell of a checklist that says that nothing was found. */
export function saysNothing(text: string): boolean {
  const words = mendedText(text).replace(/ /gu, '');
  return NOTHING.test(words) || NOTHING.test(words.replace(/^[—–-]*[（(](.+)[）)]$/u, '$1'));
}

/** True for a row whose problem is a unit's own: its table has no column for accounts, or its cell says so. */
export function hasNoAccount(row: ListRow): boolean {
  return row.isOfUnit === true || NO_ACCOUNT_WORDS.test(accountText(row));
}

/** The words that tell a row from others, mended. What has no account is told by its place, as listedWords does. */
export function rowWords(row: ListRow, known: Known, width: number): RowWords {
  const { cells } = row;
  const place = mendedText(cells.place?.text ?? '');
  return {
    listed: hasNoAccount(row) ? place || '/' : accountText(row),
    host: mendedText(cells.host?.text ?? ''),
    finding: mendFinding(
      cells.finding?.text ?? cells.result?.text ?? '',
      (words) => known.phrases.isFinding(words),
      width,
    ),
  };
}

/** Two columns for platform and name are written as one, as the lists with one column do. */
function accountText({ cells }: ListRow): string {
  const text = (id: ColumnId): string => mendedText(cells[id]?.text ?? '');
  const platform = text('platform');
  const name = text('listed') === '' ? text('name') : text('listed');
  // 点击查看 is the words of a link, no name.
  if (LINK_WORDS.test(name)) return '';
  // 政府网站 above ——: no account, whatever its platform would be.
  if (NO_ACCOUNT_WORDS.test(name)) return name;
  return platform === '' || name === '' || name.includes(platform) ? name : `${platform}：${name}`;
}
