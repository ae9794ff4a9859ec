/** 引号里的名字: [单位] [平台] “名、名” [（主办单位）] [（平台）] [等N个] [平台]. */
import { COLUMN, isMark, type Item, NOT_ACCOUNT, takeBehind, WEBSITE_WORD } from './item.ts';
import { isName, isWhose, unitIn, withoutLead } from './names.ts';
import type { ProseToken } from '../tokens.ts';

/** True where the quotes that begin at a token name a column, a word, a slogan. */
export function isOther(tokens: readonly ProseToken[], from: number): boolean {
  let at = from;
  while (tokens[at]?.kind === 'quote' || tokens[at]?.kind === 'and' || isMark(tokens[at], '、'))
    at += 1;
  const behind = tokens[at];
  return behind?.kind === 'words' && NOT_ACCOUNT.test(behind.text) && !isOwnMenu(tokens, from, at);
}

/** 微信公众号“甲”|菜单“办事指南”: right behind a platform stands the account, and the menu is another's name. */
function isOwnMenu(tokens: readonly ProseToken[], from: number, at: number): boolean {
  const [before, behind] = [tokens[from - 1], tokens[at]];
  const isOne = at === from + 1 && before?.kind === 'platform' && tokens[at + 1]?.kind === 'quote';
  return (
    isOne &&
    /^(?:底部|自定义|[一二]级)?(?:菜单栏?|栏目|专栏|板块|功能)(?:中的?)?$/u.test(behind?.text ?? '')
  );
}

/** 存在“政务失声”的账号, 列为“关注类”: what follows is no name. */
const NO_NAME =
  /(?:存在|出现|(?:长期|一直|仍然?|均|始终|至今|(?<!结果|监测|检查|抽查|统计|数据|报告|系统|平台|巡查|排查|核查|通报))(?:显示|提示|弹出)|[列定评]为|认定为|属于|陷入|沦为|成为|落实|执行|坚持|杜绝|防止|避免)$/u;

const COUNTED = /^(?:有|共)?\d+[个家]$/u;

/** An item with its name in quotation marks. */
export function quotedAt(
  tokens: readonly ProseToken[],
  from: number,
  isFirst: boolean,
): Item | undefined {
  let at = from;
  const words = tokens[at]?.kind === 'words' ? tokens[at] : undefined;
  if (words !== undefined) {
    if (!isFirst && !isWhose(words.text)) return undefined;
    at += 1;
  }
  const said = words ?? tokens[from - 1];
  if (said?.kind === 'words' && NO_NAME.test(said.text)) return undefined;
  let prefix: string | undefined;
  let isAnnounced = false;
  // 县妇联（微信公众号“…”）
  let opened = words !== undefined && isMark(tokens[at], '（');
  if (opened) at += 1;
  const before = tokens[at];
  if (before?.kind === 'platform' || before?.kind === 'site' || before?.kind === 'generic') {
    prefix =
      before.kind === 'platform' ? before.text : before.kind === 'site' ? WEBSITE_WORD : undefined;
    at += 1;
    // 微信公众号2个（“甲”“乙”）
    if (COUNTED.test(tokens[at]?.text ?? '') && isMark(tokens[at + 1], '（')) at += 1;
    const opens = isMark(tokens[at], '（');
    opened ||= opens;
    isAnnounced = before.kind === 'generic' && isMark(tokens[at], '：');
    if (opens || isMark(tokens[at], '：')) at += 1;
  }
  const quote = tokens[at];
  // 有的账号“名不副实”: what they are like.
  const isOfSome =
    before?.kind === 'generic' && /(?:有的|个别|部分|一些|少数)$/u.test(said?.text ?? '');
  if (isOfSome && !isAnnounced) return undefined;
  if (quote?.kind !== 'quote' || /[，。！？；：]/u.test(quote.text)) return undefined;
  // 显示“网站建设中”: what a page says.
  if (/(?:建设|开发|维护|升级|改版|维修|加载)中$/u.test(quote.text)) return undefined;
  // What an account is called by those who blame it.
  if (/^(?:僵尸|空壳|睡眠|开天窗)$/u.test(quote.text)) return undefined;
  // A kind of accounts, a sheet of them.
  if (/^(?:政府|政务)?(?:网站|新媒体|账号|平台|公众号)(?:类|表)?$/u.test(quote.text))
    return undefined;
  // 县人民政府网“政策解读”栏目: the quotes name a part of what stands before them.
  if (prefix !== undefined && isOther(tokens, at)) return undefined;
  // 门户网站“县长信箱”3条留言未办结: by its name a part of it.
  if (prefix === WEBSITE_WORD && COLUMN.test(quote.text)) return undefined;
  const { lead } = withoutLead(words?.text ?? '');
  if (words !== undefined && prefix === WEBSITE_WORD && isName(`${words.text}网站`))
    return undefined;
  const item: Item = {
    at: words === undefined ? (before ?? quote).at : words.at + startOf(words.text, lead),
    end: quote.end,
    next: at + 1,
    names: quote.text
      .split('、')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    isQuoted: true,
    unit: words && unitIn(words.text),
    lead,
    prefix,
    isAccount: before?.kind === 'generic',
    isAnnounced,
    ...(quote.platforms === undefined ? {} : { tag: { ...quote, kind: 'tag' as const } }),
  };
  if (words !== undefined && item.unit === undefined && !isWhose(words.text.slice(lead.length))) {
    item.at = (before ?? quote).at;
    item.lead = words.text;
  }
  takeBracketEnd(item, tokens, opened);
  takeBehind(item, tokens);
  takeBracketEnd(item, tokens, opened);
  return item;
}

function takeBracketEnd(item: Item, tokens: readonly ProseToken[], opened: boolean): void {
  const token = tokens[item.next];
  if (!opened || token === undefined || !isMark(token, '）')) return;
  item.end = token.end;
  item.next += 1;
}

/** Where, in the words in front of a name, the unit begins, or what leads up to it ends. */
function startOf(words: string, lead: string): number {
  const unit = unitIn(words);
  return unit === undefined ? lead.length : words.indexOf(unit);
}
