/** 口语: what people type for what the ledger calls otherwise. */

/** For figures of the registry, by their id. */
export const everydayFigures: Readonly<Record<string, readonly string[]>> = {
  overdue: ['超期', '超时', '过期', '过期没改', '拖延', '到期没改', '到期未改', '没按时'],
  unfinished: [
    '没完成',
    '没整改',
    '没改完',
    '没整改完',
    '没办完',
    '未办结',
    '未销号',
    '未整改',
    '没销号',
    '剩余问题',
    '没解决',
  ],
  closed: ['销号', '已整改', '整改完成', '已完成', '已解决', '改完的', '销号了'],
  submitted: ['申请验收', '待销号'],
  'to-verify': ['已整改', '待验收', '等验收', '等审核', '未审核', '没审核', '未验收', '没验收'],
  returned: ['被退回', '打回', '退回来', '没通过', '未通过', '驳回'],
  sustained: ['长期整改', '转长期'],
  'closed-rate': ['办结率', '整改率', '完成率', '整改完成率', '销号比例'],
  'in-time-rate': ['按时率', '按期完成率'],
  'due-soon': ['快到期', '即将到期', '马上到期', '快要到期', '近期到期'],
  extended: ['延期', '展期', '延长时限', '宽限'],
  open: ['没开始', '未开始', '没动', '未启动'],
  rectifying: ['正在整改', '在整改'],
  void: ['作废', '撤回'],
  deferred: ['缓办', '暂不能完成'],
  held: ['已验收'],
  'held-publicity': ['公示', '公示期', '公示中', '在公示', '正在公示'],
  'held-above': ['上级核销', '等上级', '核销'],
  reopened: ['反弹', '重新出现', '死灰复燃', '重启'],
  'review-due': ['复查', '待复查', '要复查'],
  total: ['问题总数', '全部问题'],
};

/** For kinds of problems, by their id in the vocabulary. */
export const everydayProblems: Readonly<Record<string, readonly string[]>> = {
  'content-stale': [
    '很久没更新',
    '好久没更新',
    '长期不更新',
    '没人更新',
    '没更新',
    '不发文章',
    '停更',
    '断更',
    '空更',
    '长期空更',
    '长期未更新',
    '长时间不更新',
    '停止更新',
    '长草',
    '荒废',
    '更新慢',
    '更新太慢',
    '没动静',
  ],
  'stopped-not-deregistered': [
    '僵尸号',
    '死号',
    '废弃',
    '没人用',
    '停用',
    '没注销',
    '没关停',
    '停办',
  ],
  'no-interaction': [
    '没人回复',
    '无人回复',
    '没有人回复',
    '不回复',
    '没人理',
    '没回复',
    '不能留言',
    '没有互动',
  ],
  'interaction-weak': ['回复慢', '互动少'],
  'not-filed': ['没备案', '没有备案', '没登记', '没报备', '备案没做'],
  'function-broken': ['打不开', '点不开', '用不了', '不能用', '失效'],
  'content-thin': ['内容少', '内容太少', '没内容'],
  'no-training': ['没培训', '没有培训'],
};

/** For platforms, by their id in the vocabulary. */
export const everydayPlatforms: Readonly<Record<string, readonly string[]>> = {
  'wechat-official': ['weixin', 'wechat', 'wx'],
  'wechat-channels': ['channels'],
  weibo: ['weibo', '围脖'],
  toutiao: ['toutiao'],
  douyin: ['douyin', 'tiktok'],
  kuaishou: ['kuaishou', 'kwai'],
  app: ['手机软件', '软件'],
};

/** For the parts of the site, by their name in the menu; what explains stands at the end. */
export const everydayParts: Readonly<Record<string, readonly string[]>> = {
  问题: ['问题清单', '问题列表', '清单', '台账'],
  截止日: [
    '日历',
    '期限',
    '时限',
    '到期日',
    '什么时候到期',
    '什么时候整改完',
    '整改期限',
    '整改时限',
  ],
  填报: ['怎么填报', '怎么报', '上报', '申请延期', '怎么申请延期', '怎么延期'],
  预警: ['预警信息', '提醒'],
  单位: [
    '单位名单',
    '所有单位',
    '全部单位',
    '各单位',
    '责任单位',
    '逾期单位',
    '逾期最多的单位',
    '哪个单位逾期最多',
  ],
  账号: [
    '备案编号',
    '备案号',
    '账号名单',
    '所有账号',
    '全部账号',
    '新媒体账号',
    '政务新媒体',
    '帐号',
    '名录',
  ],
  专项: ['专项整治', '全部专项'],
  检查: [
    '单项否决',
    '否决',
    '检查指标',
    '抽查',
    '抽取',
    '抽样',
    '季度检查',
    '检查结果',
    '合格率',
    '合格',
  ],
  通报: ['检查通报', '通报批评'],
  登记: ['备案编号', '备案号', '登记册', '备案登记', '备案册'],
  自查: ['自查表', '自查情况'],
  趋势: ['走势', '图表', '统计图', '变化趋势'],
  变化: ['最近变化', '最新进展', '动态', '最新'],
  说明: [
    '单项否决',
    '检查指标',
    '口径',
    '指标口径',
    '指标口径和数据说明',
    '数据说明',
    '主办单位',
    '承办单位',
    '关于',
    '帮助',
    '怎么用',
  ],
};

/** 投诉, 找错: what somebody writes who wants to say that something is wrong. */
const toReport = [
  ...['纠错', '找错', '反映', '反映问题'],
  ...['投诉', '举报'].flatMap((act) => [
    act,
    `我要${act}`,
    `怎么${act}`,
    `怎样${act}`,
    `向谁${act}`,
    `找谁${act}`,
    `${act}电话`,
  ]),
];

/**
 * Where the site says to whom one turns: of its page 说明 where a telephone is named, of what stands there on 纠错和反映, of
 * 找错 where that is.
 */
export const everydayVoice = {
  phone: ['联系电话', '联系方式', '联系我们', '电话'],
  complaint: toReport,
  corrections: ['我为政府网站找错', '政府网站找错', ...toReport],
} as const;

/** For pages that no menu leads to, by their address. */
export const everydayPages: Readonly<Record<string, readonly string[]>> = {
  '/problems.html': ['按问题类别', '问题类别', '问题分类', '问题类型'],
  '/platforms.html': ['按平台', '平台'],
  '/dictionary.html': ['数据字典', '字段', '开放数据'],
};
