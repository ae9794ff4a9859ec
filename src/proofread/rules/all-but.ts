/** 全部与例外: 上季度通报的6个均已整改到位, and one of them 至今仍未恢复更新; 7项问题已全部整改完毕 and 剩余2项问题; 全部按期办结 and 2条超期; 未发现不合格网站 and a site that failed. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const N = '(?:\\d+|[一两二三四五六七八九十]+)';
const ALL = '(?:已?(?:均|都|全部|全)已?(?:按(?:期|时|要求|规定))?(?:全部)?)';
const PERIOD = String.raw`(?:\d{4}年)?(?:第?[一二三四]季度|上(?:一?个)?(?:季度|月|年|次)|[上下]半年)`;
/** A sentence that says all of something, and one that says some of it are not so. Both may name a time (`when`) and a kind (`kind`). */
interface Claim {
  readonly all: RegExp;
  readonly but: RegExp;
  readonly about: string;
  /** What is said of a time is set against what is said of the same time. */
  readonly dated?: true;
}

const KIND = '(?<kind>政府网站|网站|政务新媒体|新媒体|账号|问题)?';
const CLAIMS: readonly Claim[] = [
  {
    about: '整改',
    dated: true,
    all: new RegExp(
      String.raw`(?<when>${PERIOD})[^，。；]{0,6}(?:通报|检查|抽查|监测)(?:发现|反馈)?的?(?:${N}[个家条项])?(?:不合格|问题)?的?${KIND}[^。；除]{0,24}?${ALL}(?:完成|实现)?(?:整改|销号|恢复)`,
      'gu',
    ),
    but: new RegExp(
      String.raw`(?:(?<when>${PERIOD})[^，。；“]{0,8}(?:通报|检查|抽查|监测)[^，。；“”]{0,10}(?:“[^“”]+”[^。；“”]{0,16}?|[^。；]{0,16}?)|“[^“”]+”[^，。；“”]{0,10}(?<later>${PERIOD})被?[^，。；]{0,6}(?:通报|检查|抽查|监测)[^。；“”]{0,20}?)(?:至今|仍然?|一直|始终|迄今|尚)+(?:未|没有|不)(?:见)?(?:恢复|整改|更新|改正|处理|落实|完成|注销)`,
      'gu',
    ),
  },
  {
    about: '整改',
    all: new RegExp(
      String.raw`(?:(?:上述|以上|这)?${N}[个项条处](?:具体|突出)?问题|问题)[^。；，除]{0,8}(?:，(?:目前|现|截至目前，)?)?${ALL}(?:完成)?(?:整改|销号|解决)(?:到位|完毕|完成)?`,
      'gu',
    ),
    but: new RegExp(
      String.raw`(?:剩余|其余|余下|剩下|尚余|尚未整改|尚未完成整改|未整改|未完成整改|未销号)的?(?:${N})[个项条处](?:尚未整改的|未整改的)?问题|问题(?:仍|尚|还)?正在整改|问题中，?(?:尚|仍|还)有${N}[个项条处][^，。；]{0,6}(?:未|没有)(?:完成|整改|销号)|(?:尚|仍|还)有${N}[个项条处](?:问题)?(?:未|没有|尚未|正在)(?:完成|整改|销号)`,
      'gu',
    ),
  },
  {
    about: '备案',
    all: new RegExp(
      String.raw`(?<!确保|力争|要求|督促|实现)(?:所有|全部|全[市县区省州]|各)[^，。；除]{0,12}(?:账号|新媒体|公众号)[^，。；除]{0,4}(?:均已|都已|已全部|全部已|全部)(?:按(?:要求|规定))?(?:完成)?备案`,
      'gu',
    ),
    but: /“[^“”]+”[^。；“”]{0,16}(?:尚|仍|至今|目前|还)+(?:未|没有)(?:按(?:要求|规定))?(?:完成|进行)?备案/gu,
  },
  {
    about: '按期',
    all: new RegExp(
      String.raw`(?:留言|信件|工单|咨询|来信|诉求|问题|件|条)[^，。；除]{0,6}(?:均|都|全部)已?按[期时](?:办结|答复|回复)`,
      'gu',
    ),
    but: new RegExp(
      String.raw`(?<!无|没有|未发现|防止|杜绝|避免)(?:有|其中)?${N}[条件个](?:留言|信件|工单|诉求)?(?:超期|逾期|超时|延期)(?:办结|答复|回复|未办|$|，)`,
      'gu',
    ),
  },
  {
    about: '报送',
    all: /(?:所有|全部|各)(?:单位|部门|乡镇|县区)(?:均|都|全部)已?按[时期要求]+(?:报送|上报|提交)/gu,
    but: /[\p{Script=Han}、]{3,30}(?:局|委|办|镇|乡|街道|联|社|馆|院)(?:等\d*[个家]?单位)?(?:未|没有)(?:能)?按[时期要求]+(?:报送|上报|提交)/gu,
  },
  {
    about: '不合格网站',
    all: /(?:未发现(?:存在)?|没有|无)不合格的?(?:政府)?网站|(?<=^|[，。；：]|全[市县区省州])(?:在运行的?)?政府网站(?:\d+[家个])?[^。；\d除]{0,18}?(?:全部|均|都)合格/gu,
    but: /网站[^。；“”]{0,36}(?:判定|评定|认定|评|列)为不合格(?!账号|新媒体|政务)|不合格的?(?:政府)?网站(?:为|是|有)：?\p{Script=Han}{3}/gu,
  },
  {
    about: '不合格账号',
    all: /(?:未发现(?:存在)?|没有|无)不合格的?(?:账号|政务新媒体|新媒体)|(?<=^|[，。；：]|全[市县区省州])(?:政务新媒体|账号)(?:全部|均)合格/gu,
    but: /“[^“”]+”(?:账号|微信公众号|公众号|微博|抖音号|政务新媒体)[^。；“”]{0,40}(?:(?:判定|评定|认定|评|列)为不合格|被?单项否决)/gu,
  },
  {
    about: '安全事件',
    all: /(?:未|没有)发生(?:过)?(?:任何|一起|网络)*(?:信息)?安全(?:责任)?(?:事件|事故)/gu,
    but: new RegExp(
      String.raw`(?<!未|没有|未再|防止|避免)发生(?:网络)?(?:信息)?安全(?:责任)?(?:事件|事故)${N}[起次件]`,
      'gu',
    ),
  },
];
/** What is asked, hoped, partly so, or told of other times. */
const HEDGED =
  /报告称|报称|除|基本|大部分|多数|确保|力争|要求|应当?(?!用)|务必|须|督促|目标|反馈称|自称|报称|的，|如|凡/u;
const AGAIN =
  /整改(?:后|到位后)|恢复(?:更新)?后|反弹|回潮|再度|新(?:增|发现)|另外|不含|上年|去年|历史|如有|凡|一律|首次|初次|(?<!的)复查发现后/u;

/** 市直部门上季度通报的3个账号: of some. */
function isOfSome(lead: string, words: string): boolean {
  return (
    /(?:[省市县区州]直|部门|乡镇|街道|县区|[县市区镇乡局委]的?)$/u.test(lead) &&
    /^(?:上|第?[一二三四]季|\d{4}年)/u.test(words)
  );
}

interface Said {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly when: string;
  readonly kind: string;
}

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  return CLAIMS.flatMap(({ all, but, about, dated }) => {
    const claims = passages.flatMap((passage) => saidIn(passage, all, HEDGED));
    const [claim] = claims;
    if (claim === undefined) return [];
    return passages
      .flatMap((passage) => saidIn(passage, but, AGAIN))
      .flatMap((one) => {
        const other = claims.find((own) => isOf(own, one, dated === true));
        return other === undefined || isLater(other, one) ? [] : [found(about, other, one)];
      })
      .slice(0, 1);
  });
}

function saidIn(passage: PlacedText, shape: RegExp, other: RegExp): Said[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) =>
    [...text.matchAll(shape)].flatMap((match) => {
      const lead = /[^；]*$/u.exec(text.slice(0, match.index))?.[0] ?? '';
      if (isOfSome(lead, match[0])) return [];
      if (other.test(lead + match[0])) return [];
      const { when, later, kind = '' } = match.groups ?? {};
      const start = at + match.index;
      return [
        { passage, at: start, end: start + match[0].length, when: bare(when ?? later ?? ''), kind },
      ];
    }),
  );
}

/** Sites and accounts. */
function isOfOneKind(kind: string, words: string): boolean {
  const isSite = /网站(?!号)/u.test(words);
  const isAccount = /账号|微博|公众号|抖音|视频号|头条|新媒体/u.test(words);
  if (/网站/u.test(kind)) return !isAccount || isSite;
  return /账号|新媒体/u.test(kind) ? !isSite || isAccount : true;
}

function bare(when: string): string {
  return when.replace(/^\d{4}年|第|一?个/gu, '');
}

function isOf(claim: Said, one: Said, dated: boolean): boolean {
  if (claim.passage === one.passage && claim.at === one.at) return false;
  return (
    !dated ||
    (claim.when !== '' &&
      claim.when === one.when &&
      isOfOneKind(claim.kind, one.passage.read.slice(one.at, one.end)))
  );
}

/** 6月20日前尚有2个未整改，目前5个问题均已整改: what was open and is not any more. */
function isLater(claim: Said, one: Said): boolean {
  return claim.passage === one.passage && one.at < claim.at;
}

function found(about: string, claim: Said, one: Said): Contradiction {
  const quoteOf = ({ passage, at, end }: Said): string => quoteAround(passage.text, at, end);
  const names = /“[^“”]+”/u.exec(one.passage.text.slice(one.at, one.end))?.[0] ?? '';
  const said = (own: Said): string => own.passage.text.slice(own.at, own.end).slice(0, 40);
  return {
    rule: allButRule.id,
    place: one.passage.place,
    quote: quoteOf(one),
    against: { place: claim.passage.place, quote: quoteOf(claim) },
    message: `${about}：一处写“${said(claim)}”，这里${names}写的是例外`,
    expected: '前后两处说法一致，有例外的写明',
  };
}

export const allButRule: ProofRule = { id: 'all-but', name: '全部与例外', check };
