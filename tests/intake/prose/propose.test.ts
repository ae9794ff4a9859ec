/** Circulars in prose propose issues that somebody must confirm; checklists without findings propose nothing. (示例区，虚构) */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ColumnNames } from '../../../src/intake/list/column-names.ts';
import { readPaper } from '../../../src/paper/paper.ts';
import { planImport, type ImportPlan } from '../../../src/intake/record/plan.ts';
import { questionKey } from '../../../src/intake/inquiry/question.ts';
import { docxOf } from '../papers.ts';
import { opened } from '../source.ts';

const ledger = opened(fileURLToPath(new URL('../../fixtures/shili/', import.meta.url)));
const said = { campaign: '2026-check', listedOn: '2026-06-01' };

async function planned(
  text: string,
  given: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<ImportPlan> {
  return read('通报.txt', new TextEncoder().encode(text), given);
}

async function read(
  name: string,
  bytes: Uint8Array,
  given: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<ImportPlan> {
  const names = new ColumnNames(ledger.vocabulary.columns);
  const reading = await readPaper(name, bytes, (one) => names.find(one) !== undefined);
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  return planImport([reading.paper], ledger, said, given);
}

const brief = (plan: ImportPlan) =>
  plan.rows.map(({ host, listed, finding }) => `${host}｜${listed}｜${finding}`);

describe('通报文字', () => {
  it('一行里不止一个账号：列一次没有读懂，不提出半句', async () => {
    const line = '市统计局，“甲统计”，微信公众号，“乙统计”，抖音号，超过2周未更新。';
    const plan = await planned(`关于检查情况的通报\n${line}\n`);
    expect(brief(plan)).toEqual([]);
    expect(plan.notes.filter((note) => note.includes(line))).toHaveLength(1);
  });

  it('引号里的账号、旁边的平台、前面的单位、后面的问题，逐条提出并要求确认', async () => {
    const plan = await planned(
      '关于检查情况的通报\n二、主要问题\n（一）内容更新不及时。示例区民政局“示例民政”微信公众号、示例区教育局微博“示例教育”长期未更新。\n（二）示例区水务局“示例水务”抖音号未提供有效互动功能。\n',
    );
    expect(brief(plan)).toEqual([
      '示例区民政局｜微信公众号：示例民政｜长期未更新',
      '示例区教育局｜微博：示例教育｜长期未更新',
      '示例区水务局｜抖音号：示例水务｜未提供有效互动功能',
    ]);
    expect(plan.questions.filter(({ ask }) => ask === 'confirm')).toHaveLength(3);
    expect(plan.rows.every(({ record }) => record === undefined)).toBe(true);
    expect([...plan.files]).toEqual([]);
  });

  it('写明是哪个网站的栏目，账号是网站，单位是负责的', async () => {
    const plan = await planned(
      '示例区政府网站方面：示例区民政局“社会救助”栏目超过六个月未更新，示例区教育局“社会救助”栏目超过六个月未更新。\n',
    );
    expect(brief(plan)).toEqual([
      '示例区民政局｜示例区政府网站｜“社会救助”栏目超过六个月未更新',
      '示例区教育局｜示例区政府网站｜“社会救助”栏目超过六个月未更新',
    ]);
  });

  it('句子自己没有说是什么问题，用前面的标题', async () => {
    const plan = await planned('一是内容更新不及时。涉及示例区民政局“示例民政”微信公众号等。\n');
    expect(brief(plan)).toEqual(['示例区民政局｜微信公众号：示例民政｜内容更新不及时']);
  });

  it('答“不录入”的不再出现', async () => {
    const text = '示例区民政局“示例民政”微信公众号未进行备案。\n';
    const [question] = (await planned(text)).questions.filter(({ ask }) => ask === 'confirm');
    const plan = await planned(
      text,
      new Map([[questionKey('confirm', question?.text ?? ''), ['不录入']]]),
    );
    expect(plan.rows).toEqual([]);
  });

  it('引号里不是账号的话（如“三审三校”）不提出', async () => {
    const plan = await planned('示例区民政局要落实“三审三校”制度，管理制度不完善的抓紧整改。\n');
    expect(plan.rows).toEqual([]);
  });

  it('通报没有序号：不与台账已有的序号对照，接在后面编；全部答复后才是记录', async () => {
    const text = '示例区民政局“示例民政”微信公众号未进行备案。\n';
    const highest = Math.max(
      ...[...ledger.issues.values()]
        .filter(({ campaign }) => campaign === said.campaign)
        .map(({ row }) => row),
    );
    const open = await planned(text);
    expect(open.questions.map(({ ask }) => ask)).not.toContain('same');
    expect(open.rows.map(({ row }) => row)).toEqual([highest + 1]);
    const answers: Partial<Record<string, string>> = {
      origin: '本级检查',
      confirm: '录入',
      account: '新增',
      measures: '按要求备案',
      deadline: '2026年6月30日前',
    };
    const given = new Map(
      open.questions.map(({ ask, text: about }) => [questionKey(ask, about), [answers[ask] ?? '']]),
    );
    const closed = await planned(text, given);
    expect(closed.questions).toEqual([]);
    expect(closed.rows.map(({ record }) => record)).toMatchObject([
      {
        row: highest + 1,
        listed: '微信公众号：示例民政',
        problems: ['not-filed'],
        origin: 'district',
        measures: '按要求备案',
        deadline: { kind: 'fixed', dueOn: '2026-06-30' },
      },
    ]);
  });

  it('点到而没有提出的写明是哪些、为什么；没有点全的写明差几个', async () => {
    const plan = await planned(
      '“示例民政”微信公众号更新及时。“示例教育”微博的错别字已整改到位。“示例水务”等12个抖音号长期未更新。示例区财政局开设微信视频号未按流程报备。\n',
    );
    expect(plan.notes.filter((note) => note.startsWith('正文'))).toEqual([
      '正文第1行说有 12 个，只点到 1 个名字，其余没有提出：““示例水务”等12个抖音号长期未更新。”',
      '正文第1行说到问题，没有认出是哪个网站或账号，没有提出：“示例区财政局开设微信视频号未按流程报备。”',
      '正文里另点到 1 个网站或账号，写明已经整改，没有提出：微博：示例教育',
      '正文里另点到 1 个网站或账号，没有说有问题，没有提出：微信公众号：示例民政',
    ]);
  });

  it('看不准的问一次；写出问题就提出，不再问是否录入，答“不录入”就没有', async () => {
    const text = '（一）互动回应差。示例区民政局“示例民政”微信公众号设有留言区。\n';
    const open = await planned(text);
    expect(open.rows).toEqual([]);
    const [question] = open.questions.filter(({ ask }) => ask === 'confirm');
    expect(question?.candidates.map(({ answer }) => answer)).toEqual(['互动回应差', '不录入']);
    const answered = async (answer: string): Promise<ImportPlan> =>
      planned(text, new Map([[questionKey('confirm', question?.text ?? ''), [answer]]]));
    const plan = await answered('互动回应差');
    expect(brief(plan)).toEqual(['示例区民政局｜微信公众号：示例民政｜互动回应差']);
    expect(plan.questions.map(({ ask }) => ask)).not.toContain('confirm');
    expect((await answered('不录入')).rows).toEqual([]);
  });

  it('有表的以表为准，表里没有的由正文提出，逐条确认', async () => {
    const rows = [
      ['序号', '政府网站/政务新媒体', '主办单位', '存在问题', '整改措施', '整改时限'],
      ['1', '微信公众号：示例民政', '示例区民政局', '更新不及时', '恢复更新', '立行立改'],
    ];
    const text = '“示例民政”“示例水务”微信公众号更新不及时。';
    const plan = await read('通报.docx', await docxOf({ above: [text], rows }));
    expect(plan.rows.map(({ listed, isProposed }) => [listed, isProposed])).toEqual([
      ['微信公众号：示例民政', false],
      ['微信公众号：示例水务', true],
    ]);
    expect(plan.questions.map(({ ask }) => ask)).toContain('confirm');
  });

  it.each([
    '“示例发布”转载的文章未标注来源，“示例应急”链接打不开。',
    '微信公众号中，示例司法、示例教育超过两周未更新。',
    '存在以下问题：“领导信箱”栏目有3封来信超过20日未答复。',
    '示例县水利局：网站首页“通知公告”栏目超过半年未更新；“示例水利”微信公众号菜单链接失效。',
    '账号名称\n平台\n存在问题\n示例微讯\n未备案',
  ])('说到问题而没有读懂的，连位置列出来：%s', async (text) => {
    const { notes } = await planned(`${text}\n`);
    expect(notes.filter((note) => note.includes('没有认出是哪个网站或账号'))).toHaveLength(1);
  });

  it('提出的多了，一个问题确认全部，也可以逐条答', async () => {
    const names = ['甲', '乙', '丙', '丁'];
    const text = names.map((name) => `“示例${name}”微信公众号未备案。`).join('');
    const [question, ...others] = (await planned(text)).questions.filter(
      ({ ask }) => ask === 'confirm',
    );
    expect(others).toEqual([]);
    expect(question?.each).toHaveLength(4);
    const given = new Map([[questionKey('confirm', question?.text ?? ''), ['不录入']]]);
    expect(await planned(text, given)).toMatchObject({ rows: [], leftOut: 4 });
  });

  it('“不合格”后面另写了问题的，只提出问题；同一账号的单位从前文来', async () => {
    const plan = await planned(
      '不合格的账号为示例区民政局“示例民政”微信公众号。“示例民政”微信公众号超过两周未更新。\n',
    );
    expect(brief(plan)).toEqual(['示例区民政局｜微信公众号：示例民政｜超过两周未更新']);
    expect(plan.rows.map(({ raw }) => raw['原句'])).toEqual([
      '“示例民政”微信公众号超过两周未更新。',
    ]);
  });

  it('没有问题的通报没有一条', async () => {
    const plan = await planned('示例区民政局“示例民政”微信公众号更新及时、互动良好，值得肯定。\n');
    expect(plan).toMatchObject({ rows: [] });
  });
});

describe('自查清单', () => {
  const columns = ['序号', '重点内容', '自查情况'];
  const items = ['账号是否备案', '内容是否按时更新', '互动是否有效', '停用是否注销'];

  it('全是“未发现”，得到零条', async () => {
    const rows = items.map((item, index) => [
      String(index + 1),
      item,
      ['未发现', '未发现问题', '无', '未发现此类情况。'][index] ?? '',
    ]);
    const plan = await read(
      '自查.docx',
      await docxOf({ above: ['自查清单', '单位：示例区民政局'], rows: [columns, ...rows] }),
    );
    expect(plan).toMatchObject({ rows: [], questions: [], nothingFound: 4 });
  });

  it('有一项不是“未发现”，提出来问，缺的措施和时限同一轮问', async () => {
    const rows = items.map((item, index) => [
      String(index + 1),
      item,
      index === 1 ? '内容更新不及时' : '未发现',
    ]);
    const plan = await read(
      '自查.docx',
      await docxOf({ above: ['自查清单', '单位：示例区民政局'], rows: [columns, ...rows] }),
    );
    expect(plan.nothingFound).toBe(3);
    expect(plan.rows).toHaveLength(1);
    expect(plan.rows[0]?.questions.map(({ ask }) => ask)).toEqual([
      'confirm',
      'measures',
      'deadline',
    ]);
  });
});
