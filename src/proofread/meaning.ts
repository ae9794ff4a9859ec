/** 词义: what the words around a number say it counts (网站, 问题, 单位) and how it stands (合格, 未整改, 正在办理). */

/** Where a word tells what is counted. Two numbers with different ones are no whole and part. */
const ENTITIES: readonly (readonly [entity: string, words: RegExp])[] = [
  ['site', /网站|门户/gu],
  [
    'account',
    /账号|新媒体|公众号|微博|微信|抖音|快手|头条|视频号|订阅号|服务号|小程序|客户端|百家号|小红书/gu,
  ],
  ['unit', /单位|部门|企业|公司|学校|机构|乡镇|镇街|街道|村|社区|县区|区县|市州|省份|地级以上市/gu],
  ['problem', /问题|隐患|错误|错别字|错敏词|错链|死链|暗链|漏洞|缺陷|不足|风险/gu],
  [
    'case',
    /案件|信访|举报|投诉|诉求|工单|来电|来信|留言|信件|申请|建议|提案|议案|咨询|求助|线索/gu,
  ],
  ['measure', /措施|制度|办法|(?<!政策|规范性|公开|行政)文件|方案|机制|通知/gu],
  ['person', /人员|干部|责任人|党员|职工|专家|同志|人口/gu],
  ['article', /信息|稿件|文章|报道|动态|公告|推文|简报/gu],
  ['meeting', /会议|培训|讲座|活动|宣传/gu],
  ['money', /资金|投资(?!区|促进|服务)|金额|经费|罚款/gu],
];

/** Words that mean one another's matter: 信息, 申请, 问题. */
const MATTERS = ['problem', 'case', 'article'];

/** What a number counts: the first word behind it that tells, else the last one before it. */
export function entityOf({ label, noun }: { label: string; noun: string }): string | undefined {
  return (
    placed(named(noun), 'first')?.entity ??
    placed(
      label.replace(
        /(?:参加|开展|组织).{2,4}$|(?:存在|出现|有)[^，]{0,6}问题的(?:共?有|为)?$/u,
        '',
      ),
      'last',
    )?.entity
  );
}

/** The words behind a number without what they only say of it: 存在问题, 已转有关部门办理. */
function named(noun: string): string {
  return noun.replace(
    /^(?:已)?(?:开通|开设|注册|建立|设立|设置|提供|使用)(?:了|有).*|存在.{0,6}(?:问题|错误|情况|现象)|均?被.*问题|(?:已|均|由|被|经|未|仍|全部|正在).*$/gu,
    '',
  );
}

function placed(
  words: string,
  which: 'first' | 'last',
): { entity: string; at: number } | undefined {
  const all = ENTITIES.flatMap(([entity, shape]) =>
    [...words.matchAll(shape)].map((match) => ({ entity, at: match.index })),
  ).toSorted((a, b) => a.at - b.at);
  return which === 'first' ? all[0] : all.at(-1);
}

/** Whether the words tell that `part` counts other things than `whole`: 问题40个 and 责任单位3个. */
export function countsOther(
  whole: { label: string; noun: string },
  part: { label: string; noun: string },
): boolean {
  const [of, own] = [entityOf(whole), entityOf(part)];
  if (of === undefined || own === undefined || of === own) return false;
  // 政府网站和政务新媒体共20个 holds both.
  const words = whole.label + whole.noun;
  if (ENTITIES.some(([entity, shape]) => entity === own && words.match(shape) !== null)) {
    return false;
  }
  // Before a number a unit, a site or an account may tell where: 市级部门20家, 网站25个问题.
  const behind = placed(named(part.noun), 'first') !== undefined;
  if (behind) return true;
  if (own === 'unit' || [own, of].every((one) => MATTERS.includes(one))) return false;
  return !(['site', 'account'].includes(own) && MATTERS.includes(of));
}

/** How a number stands: on the good side, on the other, or between. */
export interface Stance {
  readonly sign: 'yes' | 'no' | 'under way';
  /** What it is about: two numbers divide a whole only when this is the same. */
  readonly about: string;
}

const ABOUT: readonly (readonly [about: string, words: string])[] = [
  [
    'mend',
    '整改|修改|更正|纠正|审结|审执结|结案|执结|改正|改好|修复|办结|办复|完成(?!投资|抽检|检查|普查|监测|采购|产值|税收|收入|任务)|解决|落实|销号|到位|整治|验收|启动|销案|核销|化解(?!读)|完结|见效',
  ],
  ['pass', '合格|达标|通过(?=$|验收|审核|考核|复核)|符合|正常|优良'],
  ['satisfied', '满意'],
  ['accept', '受理'],
  ['registered', '备案|登记|认证|注册'],
  ['update', '更新(?=及时|正常)'],
  ['open', '公开(?!目录|指南|专栏|栏目|平台|内容|类|事项)'],
  ['adopt', '采纳|采用|录用'],
  ['attend', '参加|参训|到会|出席|报到'],
  ['true', '属实|成立'],
  ['report', '提交|上报|报送|反馈|回收'],
];
/** Doing words that are no result by themselves: 自行处理, 登记办理. */
const DOING = '改|处理|处置|办理|治理|清理|答复|回复';
const NOT =
  '(?:尚未|没有|无法|未能|不予|不能|未|不|没|非|待)(?:曾|经|按期|按时|按要求|及时|完全|全部|有效|再|彻底|予|予以|能|得到)*';
const HOW = ABOUT.map(([about, words]) => {
  const doing = about === 'mend' ? DOING : '没有';
  const done = `${words}|(?:已|均|全部)[^，]{0,4}(?:${doing})|(?:${doing})(?:完毕|到位|完成)`;
  return {
    about,
    partly: new RegExp(`(?:部分|基本|比较|较|大部)(?:${words})`, 'u'),
    no: new RegExp(`${NOT}(?:${about === 'update' ? '更新' : words}|${doing})`, 'u'),
    yes: new RegExp(
      `(?:${done})(?!不|率|类|提示|通知|建议|清单|台账|中的|情况|工作|要求|时限|方案|期限|机关|对象|单位|人员)`,
      'u',
    ),
  };
});

/** How a clause of a few words stands; `no` and `under way` of anything that is 仍, 其余. */
function stanceIn(words: string): Stance | undefined {
  // 其他信息5条 is a kind like those before it.
  if (/^(?:其余|剩余|余下|(?:其他|其它)(?:的|均|都|全部)?(?=$|[未不仍正尚已]))/u.test(words))
    return { sign: 'no', about: 'any' };
  if (/逾期|超时|超期|(?:未|不)(?:按期|按时|及时)/u.test(words))
    return { sign: 'no', about: 'time' };
  if (/仍(?:不|未|存在|有|然|处)|依然|屡改屡犯|反弹/u.test(words))
    return { sign: 'no', about: 'any' };
  // 需办理66件 counts what there is.
  if (
    /(?:总共|共)?(?:需|应|须)(?:要)?[^，]{0,2}(?:办理|整改|处理|完成|受理|备案|注销|关停)/u.test(
      words,
    )
  )
    return undefined;
  if (/(?:限期|责令|逐步|分期)[^，]{0,2}(?:整改|改正)/u.test(words))
    return { sign: 'under way', about: 'mend' };
  if (/办理时限内|办结时限内|列入.*计划|待(?:整改|验收|办|处理|销号|核)/u.test(words))
    return { sign: 'under way', about: 'mend' };
  // One of these is enough to fail (单项否决).
  if (/(?:超过)?[两2二]周[^，]{0,4}[未不]更新|长期(?:不|未)更新/u.test(words))
    return { sign: 'no', about: 'pass' };
  for (const { about, no } of HOW) if (no.test(words)) return { sign: 'no', about };
  if (/未达到?位?标|存在(?:突出|严重|较大)?问题/u.test(words)) return { sign: 'no', about: 'pass' };
  if (/正在|在办|(?:整改|办理|推进|处理|进行|解决|化解)中|推进|持续|阶段性/u.test(words))
    return { sign: 'under way', about: 'mend' };
  for (const { about, partly } of HOW) if (partly.test(words)) return { sign: 'under way', about };
  if (/按期|按时|如期/u.test(words)) return { sign: 'yes', about: 'time' };
  for (const { about, yes } of HOW) if (yes.test(words)) return { sign: 'yes', about };
  // 各部门处理答复3055条, but 自行处理, 转交办理 and 登记办理 tell who does it.
  if (new RegExp(`(?<!自行|登记|交由.*|转.*|派.*)(?:${DOING})$`, 'u').test(words))
    return { sign: 'yes', about: 'mend' };
  return undefined;
}

/** How a number stands, by the words before it, else by those behind it, else by the rest of its clause. */
export function stanceOf({
  label,
  noun,
  tail,
}: {
  label: string;
  noun: string;
  tail: string;
}): Stance | undefined {
  const before = stanceIn(
    label.replace(/^.*(?:其中|中(?=.)|发现|查出|检查|抽查|收到|接到|反馈|交办)/u, ''),
  );
  // 对反馈的60个 and 整改的60个 name a whole.
  return (/的$/u.test(label) ? undefined : before) ?? stanceIn(noun) ?? stanceIn(tail);
}

const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/有效/u, /无效/u],
  [/实名/u, /匿名/u],
  [/初次|初信|初访|首次/u, /重复|重信|重访/u],
  [/规模以上|规上/u, /规模以下|规下/u],
  [/主动公开/u, /依申请公开/u],
  [/公办/u, /民办/u],
  [/原创/u, /转载/u],
  [/一般(?:事故)?隐患/u, /重大(?:事故)?隐患/u],
  [/当场|立行立改|立即/u, /限期/u],
  [/第一产业/u, /第三产业/u],
  [/网站/u, /新媒体|公众号|账号/u],
  [/停更|停用|闲置|僵尸/u, /正常/u],
  [/保留/u, /注销|关停|关闭|撤销/u],
  [/实到|到会|出席/u, /请假|缺席|缺勤|未到/u],
  [/门户网站/u, /部门(?:政府)?网站/u],
  [/来电|电话/u, /来信|非电话|来访|网络/u],
  [/男/u, /女/u],
  [/城镇|城市/u, /乡村|农村/u],
  [/线上|网上/u, /线下|网下/u],
  [
    /直办|自办|自行|直接办结|即时办结|在线(?:办结|解答|答复)|当场/u,
    /转办|转派|交办|派单|转送|派发/u,
  ],
  [/新增/u, /存量|原有/u],
  [/新开工|新建|新开/u, /续建/u],
  [/市直|市本级|市级|县直/u, /县级|县区|区县|县（|乡镇|镇街/u],
];

/** Whether two of the numbers stand for everything: 合格 and 不合格, 来电 and 来信, or 其余. */
export function isComplete(
  parts: readonly { label: string; noun: string; stance: Stance | undefined }[],
): boolean {
  return parts.some((one) => {
    if (/^(?:其余|其他|剩余|余下|其它)/u.test(one.label + one.noun)) return true;
    return parts.some(
      (other) =>
        other !== one &&
        (OPPOSITES.some(
          ([a, b]) => a.test(one.label || one.noun) && b.test(other.label || other.noun),
        ) ||
          (one.stance?.sign === 'yes' &&
            other.stance?.sign === 'no' &&
            [one.stance.about, 'any'].includes(other.stance.about))),
    );
  });
}

/** How many pairs of characters of `name` stand in the words. */
export function sharedPairs(name: string, words: string): number {
  return [...name].filter((_, at) => at > 0 && words.includes(name.slice(at - 1, at + 1))).length;
}
