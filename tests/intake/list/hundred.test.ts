/** A list of 100 rows on 14 platforms, worded as clerks word it: what an office that begins is asked about it. */
import { expect, test } from 'vitest';
import { xlsxOf } from '../papers.ts';
import { answered, planBytes, rowsOf } from '../lists.ts';

const PLATFORMS = [
  '微信公众号',
  '新浪微博',
  '抖音',
  '微信视频号',
  '快手',
  '今日头条',
  '微信小程序',
  '移动客户端',
  '百家号',
  '澎湃号',
  '小红书',
  '哔哩哔哩',
  '学习强国',
  '人民号',
];

const UNITS = [
  '县教育体育局',
  '县公安局',
  '县民政局',
  '县司法局',
  '县财政局',
  '县人力资源和社会保障局',
  '县自然资源局',
  '县住房和城乡建设局',
  '县交通运输局',
  '县水利局',
  '县农业农村局',
  '县文化和旅游局',
  '县卫生健康局',
  '县退役军人事务局',
  '县应急管理局',
  '县市场监督管理局',
  '县医疗保障局',
  '县融媒体中心',
  '城关镇人民政府',
  '白石镇人民政府',
  '青石镇人民政府',
  '石桥镇人民政府',
  '柳林乡人民政府',
  '河东街道办事处',
  '河西街道办事处',
];
const STEMS = ['教育', '警方', '民政', '司法', '财政', '人社', '自然资源', '住建', '交通', '水利'];
STEMS.push('三农', '文旅', '健康', '老兵', '应急', '市场监管', '医保', '发布', '城关', '白石');
STEMS.push('青石', '石桥', '柳林', '河东', '河西');

const WORDS = [
  '超过14天未更新',
  '监测时间点前2周内无更新',
  '未提供有效互动功能',
  '存在错别字：“截止目前”应为“截至目前”',
  '转发内容未注明来源',
  '留言超过15个工作日未回复',
  '菜单栏“办事大厅”链接无法打开',
  '长期未更新，最近一次更新为2024年3月',
  '账号未在全国政务新媒体信息报送系统备案',
  '存在不规范表述',
];
const ASKED = ['9月30日前完成整改', '立即整改', '2024年10月15日前整改到位', '长期坚持'];

const at = <T>(all: readonly T[], index: number): T => all[index % all.length] as T;

/** 25 units with four accounts each, on every platform in turn. */
function rows(): string[][] {
  return Array.from({ length: 100 }, (_, index) => [
    String(index + 1),
    at(UNITS, index),
    `云溪${at(STEMS, index)}${index >= 75 ? '在线' : ''}`,
    at(PLATFORMS, index + Math.floor(index / 25)),
    at(WORDS, index * 3 + Math.floor(index / 10)),
    at(ASKED, index),
    '',
  ]);
}

const HEADERS: readonly (readonly string[])[] = [
  ['序号', '主管单位', '账号名称', '平台类型', '存在的主要问题', '整改要求', '备注'],
  ['序号', '责任单位', '新媒体名称', '所在平台', '问题描述', '整改时限', '备注'],
  ['编号', '开设主体', '政务新媒体账号', '账号类别', '不合格原因', '完成时限', '说明'],
];

/** Also where a title is new: the rows are asked about as they are if the guess of the column is right. */
test.each(HEADERS.map((titles) => ({ titles })))(
  '100 行、14 个平台、25 个单位，问题不超过 12 个，一轮问完：$titles',
  async ({ titles }) => {
    const bytes = await xlsxOf({
      above: ['2024年第三季度政务新媒体日常监测问题清单', '填报日期：2024年9月20日'],
      rows: [[...titles], ...rows()],
    });
    let questions = 0;
    const { plan, rounds } = await answered(async (given) => {
      const one = await planBytes('清单.xlsx', bytes, given);
      questions += one.questions.length;
      return one;
    });
    expect(questions).toBeLessThanOrEqual(12);
    expect(rounds).toBe(1);
    const read = rowsOf(plan);
    expect(read.map(({ finding }) => finding)).toEqual(rows().map(([, , , , finding]) => finding));
    expect(read.map(({ listed }) => listed)).toEqual(
      rows().map(([, , name, platform]) => `${platform ?? ''}：${name ?? ''}`),
    );
  },
);
