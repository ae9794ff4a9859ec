/**
 * 样例县: the papers of an office that begins — a list of units, a register exported from another system, an untidy list of
 * problems in Word. Everything in them is fictional; they are made anew for every test and never committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxOf, xlsxOf } from '../intake/papers.ts';

export const COUNTY_OFFICE = '样例县数据局';

/** 全称 and 简称; the owner of the ledger first. */
const departments: readonly (readonly [full: string, short: string])[] = [
  [COUNTY_OFFICE, '县数据局'],
  ['样例县人民政府办公室', '县政府办'],
  ['样例县发展和改革局', '县发改局'],
  ['样例县教育体育局', '县教体局'],
  ['样例县公安局', '县公安局'],
  ['样例县民政局', '县民政局'],
  ['样例县司法局', '县司法局'],
  ['样例县财政局', '县财政局'],
  ['样例县人力资源和社会保障局', '县人社局'],
  ['样例县自然资源和规划局', '县自规局'],
  ['样例县住房和城乡建设局', '县住建局'],
  ['样例县交通运输局', '县交通局'],
  ['样例县水利局', '县水利局'],
  ['样例县农业农村局', '县农业农村局'],
  ['样例县文化和旅游局', '县文旅局'],
  ['样例县卫生健康局', '县卫健局'],
  ['样例县退役军人事务局', '县退役军人局'],
  ['样例县应急管理局', '县应急局'],
  ['样例县审计局', '县审计局'],
  ['样例县市场监督管理局', '县市场监管局'],
  ['样例县统计局', '县统计局'],
  ['样例县医疗保障局', '县医保局'],
  ['样例县林业局', '县林业局'],
  ['样例县行政审批服务局', '县审批局'],
  ['样例县融媒体中心', '县融媒'],
];
const towns = ['东河', '西岭', '南坪', '北原', '石桥', '柳湾', '槐树', '青杨', '白水', '龙泉'];
const townships = ['云台', '松坡', '沙沟'];
const streets = ['城关', '新城'];

/** All forty, in the order of the list. */
export const countyUnits: readonly (readonly [full: string, short: string])[] = [
  ...departments,
  ...towns.map((name) => [`样例县${name}镇人民政府`, `${name}镇`] as const),
  ...townships.map((name) => [`样例县${name}乡人民政府`, `${name}乡`] as const),
  ...streets.map((name) => [`样例县${name}街道办事处`, `${name}街道`] as const),
];

/** How the exporting system calls the eleven platforms; the first three are one. */
const platforms = [
  '微信公众平台',
  '微信订阅号',
  '微信服务号',
  '微信视频号',
  '新浪微博',
  '抖音号',
  '快手',
  '今日头条',
  '微信小程序',
  '移动客户端',
  '百度百家号',
  '人民号',
  '小红书',
] as const;

interface Listed {
  unit: number;
  name: string;
  platform: string;
}

/** One website, since bureaus of a county open none of their own; one account of each unit, and 45 more by turns: 86. */
function countyAccounts(): Listed[] {
  const short = (unit: number): string =>
    (countyUnits[unit]?.[1] ?? '').replace(/^县/u, '样例').replace(/局$|办$/u, '');
  const portal = { unit: 1, name: '样例县人民政府门户网站', platform: '政府网站' };
  const first = countyUnits.map((_, unit) => ({
    unit,
    name: `${short(unit)}发布`,
    platform: platforms[unit % 3] ?? '',
  }));
  const more = Array.from({ length: 45 }, (_, at) => {
    const unit = (at * 7) % countyUnits.length;
    // The second time round a unit has another platform.
    const platform = platforms[3 + ((at + Math.trunc(at / countyUnits.length)) % 10)] ?? '';
    return { unit, name: at % 4 === 0 ? `${short(unit)}发布` : `看${short(unit)}`, platform };
  });
  return [portal, ...first, ...more].toSorted((a, b) => a.unit - b.unit);
}

const findings = [
  ['超过两周未更新', '立即更新，落实专人负责', '立行立改'],
  ['长期停更，最近一次更新为2024年', '申请注销', '2026年4月底前'],
  ['账号名称与认证主体不一致', '按规定变更名称', '4月15日前'],
  ['发布内容有错别字', '更正并建立三审三校制度', '2026年3月31日'],
  ['栏目为空', '充实内容或撤下栏目', '2026年4月30日前'],
  ['开通后没有走备案流程', '补办备案手续', '3月底前'],
  ['转载内容未注明来源', '逐条核对补注', '2026年3月20日'],
  ['互动留言未回复', '5个工作日内回复', '2026年3月25日前'],
] as const;
const campaigns = ['2026年第一季度政务新媒体专项检查', '政务新媒体僵尸账号集中整治'] as const;
const origins = ['市级交办', '省级交办', '自查', '县级检查'] as const;

/** Writes 单位名单.xlsx, 名册.xlsx and 问题清单.docx and says where they are. */
export async function writeCountyPapers(
  folder: string,
): Promise<{ units: string; register: string; list: string }> {
  mkdirSync(folder, { recursive: true });
  const files = {
    units: join(folder, '单位名单.xlsx'),
    register: join(folder, '名册.xlsx'),
    list: join(folder, '问题清单.docx'),
  };
  writeFileSync(
    files.units,
    await xlsxOf({
      above: ['样例县直各部门、各乡镇（街道）名单'],
      rows: [
        ['序号', '单位名称', '简 称', '值班电话'],
        ...countyUnits.map(([full, short], at) => [
          String(at + 1),
          full,
          short,
          `0000-12345${String(at).padStart(2, '0')}`,
        ]),
      ],
      below: ['注：共40个。'],
    }),
  );
  const accounts = countyAccounts();
  const head = ['序号', '新媒体名称', '平台类型', '主办单位名称', '账号链接', '开通时间', '粉丝数'];
  const runs = [...Map.groupBy(accounts.keys(), (at) => accounts[at]?.unit ?? -1).values()];
  writeFileSync(
    files.register,
    await xlsxOf({
      above: ['样例县政务新媒体名录导出', '导出时间：2026-02-27 09:15'],
      rows: [
        head,
        ...accounts.map(({ unit, name, platform }, at) => [
          String(at + 1),
          // A cell as a system exports it: spaces and a break of line that nobody sees.
          at % 17 === 0 ? ` ${name} ` : name,
          platform,
          countyUnits[unit]?.[at % 5 === 0 ? 1 : 0] ?? '',
          at % 3 === 0 ? `https://media.example/${String(at + 1)}` : '',
          `20${String(15 + (at % 9))}-0${String(1 + (at % 9))}-1${String(at % 10)}`,
          String((at * 137) % 5000),
        ]),
      ],
      merged: runs.flatMap((run) => {
        const [from = 0, to = from] = [run[0], run.at(-1)];
        return to > from ? [{ column: 3, from: from + 1, to: to + 1 }] : [];
      }),
    }),
  );
  // Forty accounts spread over the register, each with one finding.
  const found = Array.from({ length: 40 }, (_, at) => accounts[(at * 13) % accounts.length]);
  writeFileSync(
    files.list,
    await docxOf({
      above: [
        '样例县政府网站和政务新媒体问题整改清单',
        `填报单位：${COUNTY_OFFICE}　　填表日期：2026年3月2日`,
      ],
      rows: [
        [
          '序号',
          '网站/新媒体名称',
          '平台',
          '责任单位',
          '存在的主要问题',
          '整改措施',
          '整改时限',
          '问题来源',
          '专项名称',
        ],
        ...found.map((account, at) => {
          const [finding, measures, deadline] = findings[at % findings.length] ?? ['', '', ''];
          const { name = '', platform = '', unit = 0 } = account ?? {};
          return [
            String(at + 1),
            name,
            at % 6 === 0 ? platform.replace('微信', '') : platform,
            countyUnits[unit]?.[at % 2] ?? '',
            finding,
            measures,
            deadline,
            origins[at < 30 ? at % 2 : 2 + (at % 2)] ?? '',
            campaigns[at % 2] ?? '',
          ];
        }),
      ],
    }),
  );
  return files;
}
