/** 单位名: names of offices and places in a row, without quotation marks. */

const OFFICE = '(?:局|委|厅|镇|乡|街道|中心|公司|院|社|联|会|馆|处|办公室)';
/** 县发改局 does not end at 县; what is said of it (网站, 未, 被) is no part of its name. */
const GOES_ON = `(?!(?:(?!网站|账号|公众号|未|被|的|政务|因)\\p{Script=Han}){1,8}?${OFFICE})`;
const END = `(?:(?:局|委|办|厅|镇|乡|街道|县|区|市|旗|州|中心|公司|院|社|联|会|馆|部|(?<!网)站|行|队|所|校|学校|处|办公室)${GOES_ON})`;
const ROW = String.raw`(?<row>[\p{Script=Han}]{1,24}?${END}(?:网站)?(?:(?:[、和与]|(?<!涉)及|以及)[\p{Script=Han}]{1,16}?${END}(?:网站)?)*)`;
/** 和 inside the name of an office. */
const INSIDE =
  /(?<=工业|发展|文化|卫生|资源|住房|粮食|林业|经济|民族|水务|科学|改革|人力资源|健康|自然|规划|物资|城乡|广播|退役|医疗|行政|综合|农业)和/gu;
const KIND =
  /(?:的)?(?:政府|门户|部门)?(?:网站|政务新媒体|新媒体|微信公众号|公众号|账号|微博|抖音号)(?:账号)?$/u;

/** The names of a stretch that begins with them: 甲局、乙局未更新; undefined where it does not, or where there are others as well. */
export function namedUnits(words: string): string[] | undefined {
  const text = words
    .replace(/^(?:其中|因|仅|只有|有|的)+/u, '')
    .replace(
      /(?:未|没有|不合|尚|仍|因|得分|低于|存在|两周|超过|连续|正在|停更|已|暂|关停)[^、]*$/u,
      '',
    )
    .replace(KIND, '')
    .replace(INSIDE, '＆');
  const items = text
    .split(/[、和与]|(?<!涉)及|以及/u)
    .map((item) => item.replace(KIND, '').replaceAll('＆', '和'));
  const isName = (item: string): boolean =>
    item.length >= 2 &&
    item.length <= 16 &&
    new RegExp(`${END}$`, 'u').test(item) &&
    !/等|各|其他|全[市县区省]/u.test(item);
  return items.length > 0 && items.every(isName) ? items : undefined;
}

/** 单位有甲局: what leads to the first of the names. */
const LEAD = /^.*(?:有|为|是|的|对|如|请|约谈|包括)(?=\p{Script=Han}{3,}$)/u;

/** 教育和体育局: a piece that ends like no name belongs to the next one. */
function joined(pieces: readonly string[]): string[] {
  const names: string[] = [];
  let open = '';
  for (const piece of pieces) {
    const name = open + piece;
    open = new RegExp(`${END}(?:网站)?$`, 'u').test(piece) ? '' : `${name}和`;
    if (open === '') names.push(name);
  }
  return names;
}

interface RowOfUnits {
  readonly names: readonly string[];
  readonly at: number;
  readonly end: number;
}

/** All rows of names in a stretch. */
export function rowsOfUnits(text: string): RowOfUnits[] {
  return [...text.matchAll(new RegExp(`(?<![\\p{Script=Han}“])${ROW}`, 'gu'))].map((match) => ({
    names: joined(
      (match.groups?.['row'] ?? '').replace(INSIDE, '＆').split(/[、和与]|(?<!涉)及|以及/u),
    ).map((name) => name.replaceAll('＆', '和').replace(/网站$/u, '').replace(LEAD, '')),
    at: match.index,
    end: match.index + match[0].length,
  }));
}
