/** 分别: what is said of each name of a list by itself. */

/** 存在错别字分别为3处、5处. */
const FIGURES =
  /^[，\s]*(?<what>[^，。；“”]*(?:错|死链|断链|暗链|失效|未|不|空白|逾期|超期|缺|更新|发布)[^，。；“”]*?)，?分别(?:为|是|有|达|共|在)?(?<row>(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d+[处条个次篇项件天]+)(?:(?:[、和与及]|以及)(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d+[处条个次篇项件天]+))+)[，；。]?$/u;

/** 存在用语不规范问题，前者…，后者…: of two, what each of them has, behind what both have. */
export function turnsOf(words: string, count: number): string[] | undefined {
  const {
    both = '',
    first,
    second,
  } = /^(?<both>[^；。]*?)[，；]?前者(?<first>[^；。“”]*(?:“[^“”]*”[^；。“”]*)*)[，；]后者(?<second>[^；。]*)[。；]?$/u.exec(
    words,
  )?.groups ?? {};
  if (count !== 2 || first === undefined || second === undefined) return undefined;
  const lead = both.replace(/^[，\s]*(?:(?:这?两个|均|都|同时|分别)(?:账号|网站|平台)?)*/u, '');
  return [first, second].map((one) => (lead === '' ? one : `${lead}，${one}`));
}

/** 分别存在甲、乙问题: one for each name, in their order; undefined without 分别. */
export function distributed(words: string, count: number): string[] | undefined {
  const lead = /^(?:[^，。]{0,14}，)?[^，。]{0,12}?分别(?![于在自从])(?:存在|出现|有|因)?/u.exec(
    words,
  )?.[0];
  if (lead === undefined || count < 2) return undefined;
  // 存在错别字分别为3处、5处: what is wrong stands before, and only how often behind.
  const figures = FIGURES.exec(words)?.groups;
  if (figures !== undefined) {
    const each = (figures['row'] ?? '').split(/[、和与及]|以及/u).filter((one) => one !== '');
    const what = (figures['what'] ?? '').replace(/(?:数量?|个数|条数)$/u, '');
    return each.map((one) => `${what}${one}`);
  }
  const said = words
    .slice(lead.length)
    .replace(/[。；，]+$/u, '')
    .replace(/等?的?(?:问题|情况|现象)$/u, '');
  const readings = [/、/u, /、|以及|和/u, /、|以及|[和与]/u].map((mark) =>
    said.split(mark).map((part) => part.trim()),
  );
  const parts = readings.find(({ length }) => length === count) ?? readings[0] ?? [];
  // 16天、21天未更新: what follows the last figure is said of all.
  const figure = String.raw`^\d+(?:个?[天日周月年次条处]|[个篇项起件])`;
  const tail = new RegExp(`${figure}(?<tail>[^\\d].*)$`, 'u').exec(parts.at(-1) ?? '')?.groups?.[
    'tail'
  ];
  const isFigure = new RegExp(`${figure}$`, 'u');
  // 超过15天、20天没有更新: what precedes the first figure is said of all as well.
  const before =
    /^(?:已?超过?|已|近|约|连续|仅|只|共|发布|更新|推送|回复)+(?=\d)/u.exec(parts[0] ?? '')?.[0] ??
    '';
  const isRow = parts.every((part, at) => at === 0 || /^\d/u.test(part));
  return parts.map((part, at) => {
    const bare = part.slice(at === 0 && isRow ? before.length : 0);
    const whole = isFigure.test(bare) ? `${bare}${tail ?? ''}` : bare;
    return isRow ? `${before}${whole}` : whole;
  });
}
