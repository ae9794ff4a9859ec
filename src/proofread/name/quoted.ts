/** 引号里的名字: names of accounts in quotation marks, told apart from columns, articles and words that are quoted too. */

export interface QuotedName {
  readonly name: string;
  /** 微信公众号, where it stands behind the name or behind the last of its row. */
  readonly platform: string;
  readonly at: number;
  readonly end: number;
}

const QUOTED = /“(?<name>[^“”]{2,30})”/gu;
const PLATFORM =
  /^(?:（?(?:政务)?(?<platform>微信公众号|公众号|订阅号|服务号|微信|(?:新浪|腾讯)?微博|抖音号?|快手号?|(?:今日)?头条号?|视频号|小程序|客户端|政务新媒体|新媒体|账号|网站|网))/u;
/** What is quoted beside these is no name of an account. */
const NO_NAMES =
  /栏目|专栏|板块|频道|页面|菜单|一文|文章|稿件|标题|表述|错别字|写[成为作]|误|应为|称|(?<!按)要求|原则|机制|按照|平台接入|功能|单项否决|超过[^，。；]{0,4}表现/u;

/** The names that a stretch of text quotes; undefined where it quotes other things, or nothing. */
export function quotedIn(text: string): QuotedName[] | undefined {
  const all = [...text.matchAll(QUOTED)];
  const outside = text.replace(QUOTED, '“”');
  // What stands long before the first of them is said of something else.
  const near = outside.slice(Math.max(0, outside.indexOf('“') - 6));
  if (all.length === 0 || NO_NAMES.test(near)) return undefined;
  // 微信公众号和抖音号 behind one name: each may be meant.
  if (
    /(?:号|微信|微博|抖音|头条)(?:[、和及与]|以及)(?:微信|微博|抖音|视频号|头条|快手)/u.test(
      outside,
    )
  )
    return undefined;
  const read = all.map((match) => {
    const end = match.index + match[0].length;
    const platform = PLATFORM.exec(text.slice(end))?.groups?.['platform'] ?? '';
    return { name: match.groups?.['name'] ?? '', platform, at: match.index, end };
  });
  // “甲”“乙”微信公众号: what stands behind the last is of both.
  return read.map((one, index) => {
    if (one.platform !== '') return one;
    const next = read.slice(index).findIndex(({ platform }) => platform !== '');
    const run = read.slice(index, index + next + 1);
    const isRun = run.every((here, step) => {
      const behind = run[step + 1];
      return behind === undefined || /^[、和及与，]?$/u.test(text.slice(here.end, behind.at));
    });
    return next > 0 && isRun ? { ...one, platform: run.at(-1)?.platform ?? '' } : one;
  });
}

/** Whether two names may be of one account: the same words, and no two platforms. */
export function mayBeSameAccount(a: QuotedName, b: QuotedName): boolean {
  const bare = ({ platform }: QuotedName): string =>
    platform
      .replace(/^(?:政务|新浪|腾讯|今日)/u, '')
      .slice(0, 2)
      .replace(/^公众$/u, '微信');
  const [one, two] = [bare(a), bare(b)];
  const isOpen = [one, two].some((words) => /^(?:|账号|政务|新媒)$/u.test(words));
  return a.name === b.name && (isOpen || one === two);
}
