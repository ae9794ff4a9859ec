/**
 * Lists as offices send them (tests/fixtures/paper): the right value, or the right question. Read into a ledger that has
 * nothing yet but its vocabulary and its office.
 */
import { describe, expect, it } from 'vitest';
import { answered, asked, dueOf, offers, planOf, rowsOf } from './lists.ts';

const findings = async (name: string, given?: Record<string, string>) =>
  rowsOf(await planOf(name, given)).map(({ finding }) => finding);
const FIVE = [
  '内容更新不及时',
  '未提供有效互动功能',
  '存在商业广告',
  '超过两周未更新',
  '账号名称与备案不一致',
];

describe('合并单元格旁边的每一行是一个问题', () => {
  it.each([
    'c1-merged.xlsx',
    'c1-merged.docx',
    'c2-numbered.xlsx',
    'd1-mergedfinding.xlsx',
    'd1-mergedfinding.docx',
  ])('%s：五条', async (name) => {
    const plan = await planOf(name);
    expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(FIVE);
    expect(rowsOf(plan).map(({ listed }) => listed)).toEqual([
      ...Array<string>(3).fill('微信公众号：科技之窗'),
      ...Array<string>(2).fill('新浪微博：民政发布'),
    ]);
    expect(rowsOf(plan).map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
  });

  it('c1：每行的时限是它自己的', async () => {
    expect(dueOf(await planOf('c1-merged.xlsx'))).toEqual([
      '2024-09-30',
      '2024-10-15',
      'immediate',
      '2024-09-30',
      'relative',
    ]);
  });

  it('d1：合并的时限每行都有', async () => {
    const due = ['2024-09-30', '2024-09-30', '2024-09-30', '2024-09-30', '2024-09-30'];
    expect(dueOf(await planOf('d1-mergedfinding.xlsx'))).toEqual(due);
  });

  it('csv 里合并格成了空格：问一次，三行一起；续行接上，另一个问题各成一条', async () => {
    const plan = await planOf('c1-blank.csv');
    expect(asked(plan)).toContain('rest c1-blank.csv');
    expect(plan.questions.find(({ ask }) => ask === 'rest')?.each).toHaveLength(3);
    expect(await findings('c1-blank.csv', { 'rest c1-blank.csv': '另一个问题' })).toEqual(FIVE);
    expect(await findings('c1-blank.csv', { 'rest c1-blank.csv': '续行' })).toHaveLength(2);
  });

  it('答复文件里没有加引号的 3 是文字', async () => {
    const plan = await planOf('c1-blank.csv', 'c1.yaml');
    expect(asked(plan)).toEqual([]);
    expect(plan.files.size).toBeGreaterThan(5);
  });
});

describe('日期', () => {
  it('d2：写全的读出，没有年份或只剩数的问', async () => {
    const due = dueOf(await planOf('d2-dates.xlsx'));
    expect(due.filter((day) => day === '2024-06-30').length).toBeGreaterThanOrEqual(8);
    expect(
      due.every((day) => day === '' || !day.startsWith('2024-06-0') || day === '2024-06-01'),
    ).toBe(true);
  });

  it('d3：只显示年月的读作那个月，要问；6.3 和 12.1 要问，可答两天', async () => {
    const plan = await planOf('d3-months.xlsx');
    const rows = rowsOf(plan);
    expect(
      rows.every(
        ({ deadline }) =>
          deadline === undefined || !('dueOn' in deadline) || /日/u.test(deadline.text),
      ),
    ).toBe(true);
    const each = plan.questions.find(({ ask }) => ask === 'deadline')?.each ?? [];
    const of = (text: string) =>
      each.find((one) => one.text === text)?.candidates.map(({ answer }) => answer);
    expect(of('6.3')).toEqual(['2024年6月3日', '2024年6月30日', '存疑']);
    expect(of('12.1')).toEqual(['2024年12月1日', '2024年12月10日', '存疑']);
    expect(of('2024年6月')).toEqual(['2024年6月30日', '2024年5月31日', '存疑']);
  });

  it('d4：读不准的都问', async () => {
    const plan = await planOf('d4-asked.xlsx');
    const read = rowsOf(plan).filter(({ deadline }) => deadline !== undefined);
    expect(read.map(({ deadlineText }) => deadlineText)).toEqual([]);
  });

  it('h1：收到通报后10个工作日内，可答的是截止日；答起算日也算出截止日', async () => {
    const plan = await planOf('h1-afterreceipt.xlsx');
    expect(offers(plan, 'deadline')).toEqual(['2024年3月15日', '存疑']);
    const key = 'deadline 收到通报后10个工作日内';
    const due = async (answer: string) =>
      dueOf(await planOf('h1-afterreceipt.xlsx', { [key]: answer }))[0];
    expect(await due('2024年3月15日')).toBe('2024-03-15');
    expect(await due('自2024年3月4日起')).toBe('2024-03-18');
    expect(await due('2024年3月20日')).toBe('2024-03-20');
    // Too early to be the end, too late to be sure that it is the start: asked again.
    expect(await due('2024年3月8日')).toBe('');
    expect(dueOf(await planOf('h1-afterreceipt.xlsx', 'h1.yaml'))).toEqual(['2024-03-15']);
  });

  it('h2：单元格只显示月份，不当作一日', async () => {
    const plan = await planOf('h2-month.xlsx');
    expect(asked(plan)).toEqual(['deadline 2024年6月']);
  });
});

describe('表头', () => {
  it.each(
    Array.from({ length: 14 }, (_, index) => `f6-head${String(index + 1).padStart(2, '0')}.docx`),
  )('%s：每栏至多问一次就读得出', async (name) => {
    const { plan, rounds } = await answered((given) => planOf(name, given));
    expect(rounds).toBeLessThanOrEqual(2);
    expect(rowsOf(plan)).toMatchObject([
      {
        host: '宝鸡市信访局',
        listed: '微信公众号：宝鸡信访',
        finding: '更新不及时',
        problems: ['content-stale'],
        deadline: { dueOn: '2024-08-31' },
      },
    ]);
  });

  it('b16：打勾的表，一栏一个问题', async () => {
    const plan = await planOf('b16-matrix.xlsx');
    expect(rowsOf(plan).map(({ name, finding }) => `${name ?? ''} ${finding}`)).toEqual([
      '紫阳城建 更新不及时',
      '紫阳高滩 更新不及时',
      '紫阳高滩 未备案',
    ]);
    expect(plan.nothingFound).toBe(1);
  });

  it.each(['f1-headunit.xlsx'])('%s：表上方的单位不问不算账号的主办单位', async (name) => {
    const plan = await planOf(name);
    expect(asked(plan)).toContain(`owner ${name}`);
    const own = await planOf(name, { [`owner ${name}`]: '是' });
    expect(rowsOf(own).map(({ host }) => host)).toEqual(Array(2).fill('钦州市大数据发展局'));
    const other = await planOf(name, { [`owner ${name}`]: '不是' });
    expect(asked(other).filter((text) => text.startsWith('host'))).toHaveLength(2);
  });

  it('f1b：填报单位不是账号的主办单位', async () => {
    const plan = await planOf('f1b-headunit.xlsx');
    expect(asked(plan).filter((text) => text.startsWith('host'))).toHaveLength(2);
    expect(plan.head.reportedBy?.value).toBe('钦州市大数据发展局');
  });

  it('f2：标题旁边是日期', async () => {
    const plan = await planOf('f2-titledate.xlsx');
    expect(plan.head.title?.value).toBe('长沙市政府挂牌督办重大火灾隐患单位清单（2019年）');
    expect(plan.listedOn).toBe('2019-09-17');
  });
});

describe('几张表、已办结的行、几个专项', () => {
  it('f4：标题是第一张表的；说明那张表没有答复就不写；填了销号日期的要问', async () => {
    const plan = await planOf('f4-twosheets.xlsx');
    expect(plan.head.title?.value).toBe('政务新媒体整改台账');
    expect(asked(plan)).toContain('table 填表说明 1.本表由各单位填写');
    expect(asked(plan)).toContain('status 销号日期');
    expect(plan.files.size).toBe(0);
  });

  it('f5：已完成、已销号不当作待整改', async () => {
    const plan = await planOf('f5-status.xlsx');
    expect(asked(plan)).toContain('status f5-status.xlsx');
    expect(plan.rows.every(({ status }) => status === 'unread')).toBe(true);
    const left = await planOf('f5-status.xlsx', { 'status f5-status.xlsx': '不录入' });
    expect(left).toMatchObject({ rows: [], leftOut: 2 });
  });

  it('i1、i2：三张表都读出来，每一行都在', async () => {
    for (const name of ['i1-twotables.docx', 'i2-twosheets.xlsx']) {
      const plan = await planOf(name);
      expect(rowsOf(plan).map(({ finding }) => finding)).toEqual([
        '更新不及时',
        '更新不及时',
        '更新不及时',
        '多个栏目为空白',
        '首页面长时间未更新',
      ]);
      expect(rowsOf(plan).map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
      expect(plan.files.size).toBe(0);
    }
  });

  it('e2：专项一栏把清单分开，每个专项问一次', async () => {
    const plan = await planOf('e2-campaigns.xlsx');
    expect(asked(plan).filter((text) => text.startsWith('campaign'))).toEqual([
      'campaign 2024年第二季度检查',
      'campaign 指尖上的形式主义专项整治',
      'campaign 巡察整改',
    ]);
    const { plan: done } = await answered((given) => planOf('e2-campaigns.xlsx', given), {
      'status 是': '录入为待整改',
      'status 已整改': '录入为待整改',
      'status 已完成': '录入为待整改',
      'status e2-campaigns.xlsx': '录入为待整改',
    });
    expect(new Set(done.rows.map(({ record }) => record?.campaign)).size).toBe(3);
    expect(done.rows).toHaveLength(4);
  });
});

describe('账号、平台、单位', () => {
  it('b7x：十二个账号各认出平台和名称', async () => {
    const plan = await planOf('b7x-platform.xlsx');
    expect(
      rowsOf(plan)
        .slice(0, 11)
        .map(({ platform, name }) => `${platform ?? ''} ${name ?? ''}`),
    ).toEqual([
      'kuaishou 永康交警',
      'app e福州',
      'unstated 省建设厅',
      'website 偏关公安便民服务在线',
      'website 寿阳县环境保护局',
      'weibo 某县公安',
      'douyin 某县公安',
      'douyin 某县文旅',
      'wechat-channels 某县文旅',
      'wechat-official 某县教育',
      'wechat-official 某县教育',
    ]);
    expect(asked(plan)).toContain('accounts 某县教育（微信）、某县教育（微博）');
  });

  it('g1：一格几个账号、几个平台，问各是哪几个', async () => {
    const text = '微信公众号、新浪微博：商丘大数据、商丘市数字化城管中心、宁陵交警';
    expect(asked(await planOf('g1-multi.xlsx'))).toContain(`accounts ${text}`);
    const split = await planOf('g1-multi.xlsx', {
      [`accounts ${text}`]:
        '微信公众号：商丘大数据；微博：商丘市数字化城管中心；微信公众号：宁陵交警',
      'items g1-multi.xlsx': '分开',
    });
    expect(rowsOf(split).map(({ listed, finding }) => `${listed} ${finding}`)).toEqual([
      '微信公众号：商丘大数据 长期内容不更新',
      '微博：商丘市数字化城管中心 长期内容不更新',
      '微信公众号：宁陵交警 长期内容不更新',
      '微信公众号：人社发布 更新不及时',
      '微信公众号：健康宝鸡公众服务（微信服务号） 更新不及时',
      '微信公众号：健康宝鸡公众服务（微信服务号） 未提供有效互动',
      '微信公众号：健康宝鸡公众服务（微信服务号） 存在商业广告',
    ]);
    expect(dueOf(split).slice(4)).toEqual(['immediate', '2024-09-30', 'immediate']);
  });

  it.each([
    ['g2-num.xlsx', ['1-1', '1-2', '2-1']],
    ['g3-section.xlsx', ['1', '1', '2']],
  ])('%s：序号依次编，清单的写法留着', async (name, written) => {
    const plan = await planOf(name);
    expect(plan.rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(plan.rows.map(({ numberText }) => numberText)).toEqual(written);
  });

  it('g4：全国指标的三十种说法都有类别', async () => {
    const plan = await planOf('g4-words.xlsx');
    expect(asked(plan).filter((text) => text.startsWith('problems'))).toEqual([]);
    expect(rowsOf(plan).map(({ problems }) => problems?.[0])).toEqual([
      'content-stale',
      'app-unusable',
      'security-incident',
      'fake-figures',
      'serious-wording',
      'security-incident',
      'security-incident',
      'security-incident',
      'no-interaction',
      'site-unreachable',
      'homepage-stale',
      'columns-stale',
      'columns-empty',
      'no-interaction',
      'services-poor',
      'columns-stale',
      'typos',
      'dead-links',
      'services-poor',
      'not-relayed',
      'advertising',
      'no-error-report',
      'closed-improperly',
      'content-stale',
      'content-stale',
      'content-stale',
      'content-stale',
      'stopped-not-deregistered',
      'content-stale',
      'name-improper',
    ]);
  });

  it('h3：一个网站几个单位，问主办单位是谁', async () => {
    const plan = await planOf('h3-samesite.xlsx');
    expect(asked(plan)).toEqual(['account 武定县人民政府网站 县财政局']);
    const key = 'account 武定县人民政府网站 县财政局';
    const owned = await planOf('h3-samesite.xlsx', { [key]: '归各单位' });
    expect(owned.rows[1]?.record).toMatchObject({ place: '武定县人民政府网站' });
    expect(owned.rows[1]?.record?.account).toBeUndefined();
  });

  it('h4：几个单位，问一次谁牵头', async () => {
    const plan = await planOf('h4-twounits.xlsx');
    expect(asked(plan)).toEqual(['lead 县人社局、县编办']);
    const done = await planOf('h4-twounits.xlsx', { 'lead 县人社局、县编办': '县编办' });
    expect(done.rows[0]?.record).toMatchObject({ assisting: ['xianrenshe'] });
    expect(rowsOf(done)[0]?.unit).toBe('xianbian');
  });

  it.each([undefined, 'h5.yaml'])('h5：同名的两个平台是两个账号（%s）', async (given) => {
    const plan = await planOf('h5-qixia.xlsx', given);
    expect([...plan.files.keys()].filter((path) => path.startsWith('accounts/'))).toHaveLength(2);
  });

  it('e1：200 行、22 个平台词、30 个单位，一轮问完，200 个账号', async () => {
    const first = await planOf('e1-200rows.xlsx');
    expect(first.questions.length).toBeLessThanOrEqual(12);
    const plan = await planOf('e1-200rows.xlsx', 'e1.yaml');
    expect(asked(plan)).toEqual([]);
    const paths = [...plan.files.keys()];
    expect(paths.filter((path) => path.startsWith('accounts/'))).toHaveLength(200);
    expect(paths.filter((path) => path.startsWith('issues/'))).toHaveLength(200);
  });
});

describe('没有账号的清单：问题属于单位', () => {
  it.each([
    ['b6-hazards.csv', 3],
    ['b8-huanbao.docx', 5],
    ['b9-jiaoyu.xlsx', 5],
  ])('%s：%i 条都读，都属于单位', async (name, count) => {
    const { plan } = await answered((given) => planOf(name, given), {
      listedOn: '2024-06-30',
      'listedOn 陕西省督导评估学校幼儿园问题整改情况台账': '2017-06-30',
      campaign: '消防隐患问题清单',
      'status 已整改': '录入为待整改',
      [`status ${name}`]: '录入为待整改',
    });
    expect(plan.rows).toHaveLength(count);
    for (const { record } of plan.rows) {
      expect(record?.unit).toBeDefined();
      expect(record?.account).toBeUndefined();
    }
  });

  it('b6：所在县区是地点', async () => {
    const plan = await planOf('b6-hazards.csv', {
      listedOn: '2026-06-01',
      campaign: '消防隐患问题清单',
    });
    expect(rowsOf(plan)[0]).toMatchObject({ at: '甲县', host: '甲化工示例公司' });
  });

  it('b8：写明的配合单位不问', async () => {
    const plan = await planOf('b8-huanbao.docx');
    expect(rowsOf(plan)[2]).toMatchObject({ unit: 'xianzhujian', assisting: ['xianchengguan'] });
  });
});
