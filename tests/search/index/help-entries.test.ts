/** 菜单上没有的事：催办、移交、异议、下载，搜索直接到写着怎样办的那一处。(示例区内部站和公开站) */
import { describe, expect, test } from 'vitest';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { soundTable } from '../../../src/search/index/characters.ts';
import { issueRecords } from '../../../src/search/index/records.ts';
import { searchWords } from '../../../src/search/index/search-files.ts';
import type { IssueReader } from '../../../src/search/question/issues.ts';
import { answer } from '../../../src/search/question/question.ts';
import { soundsOf } from '../../../src/search/words.ts';
import { notOursView } from '../../../src/views/about/not-ours-view.ts';
import { face } from '../../documents/face.ts';

const menu = [
  { name: '首页', href: '/index.html' },
  { name: '待办', href: '/desk/index.html' },
  { name: '预警', href: '/warnings/index.html' },
  { name: '单位', href: '/units.html' },
  { name: '说明', href: '/about.html' },
];

function asking(audience: 'internal' | 'public') {
  const shili = face('shili', audience);
  const records = issueRecords(shili);
  const shown = audience === 'internal' ? menu : menu.filter(({ name }) => name !== '待办');
  const words = searchWords(searchEntries(shili, shown, []), records, shili.today);
  const reader: IssueReader = {
    // Every issue has the word 不 somewhere.
    ask: (query) => Promise.resolve(query.includes('不') ? records.map((_, place) => place) : []),
    having: () => Promise.resolve([]),
    words: () => Promise.resolve(words),
    sounds: () => Promise.resolve(soundsOf(soundTable())),
  };
  return async (question: string) => {
    const hits = await answer(question, reader);
    return {
      first: hits[0]?.kind === 'page' ? hits[0].entry.address : undefined,
      pages: hits.filter(({ kind }) => kind === 'page').length,
      issues: hits.filter(({ kind }) => kind === 'issue').length,
    };
  };
}
const inside = asking('internal');
const outside = asking('public');

describe('内部站', () => {
  test.each([
    ['催办', 'desk/papers.html#paper-group'],
    ['催办函', 'desk/papers.html#paper-group'],
    ['怎么催办', 'desk/papers.html#paper-group'],
    ['已到催办时间', 'lists/reminding.html'],
    ['移交', 'about.html#not-ours'],
    ['申诉', 'about.html#not-ours'],
    ['异议', 'about.html#not-ours'],
    ['导出', 'lists/all.html'],
    ['下载', 'lists/all.html'],
    ['数据下载', 'about.html#data'],
    ['导出来', 'lists/all.html'],
    ['导出excel', 'lists/all.html'],
    ['打印', 'issues.html'],
    ['怎么打印', 'issues.html'],
    ['各单位办结率', 'units.html'],
    ['导出办结率', 'units.html'],
    ['屡改屡犯', 'lists/again.html'],
    ['怎样注销', 'guide.html#deregistration'],
    ['账号注销', 'guide.html#deregistration'],
    ['关停流程', 'guide.html#deregistration'],
    ['谁认定', 'guide.html#settled'],
    ['怎样算办结', 'guide.html#settled'],
    ['改联系人', 'guide.html#correcting'],
    ['新开账号', 'guide.html#opening'],
    ['空号', 'guide.html#correcting'],
    ['电话打不通', 'guide.html#correcting'],
    ['联系不上', 'guide.html#correcting'],
    ['投诉', 'about.html#corrections'],
    ['向谁举报', 'about.html#corrections'],
    ['整改到位', 'guide.html#settled'],
  ])('%s', async (question, address) => {
    expect((await inside(question)).first).toBe(address);
  });

  test.each([
    '不是我们单位的',
    '这个问题不是我们局的',
    '不归我们管',
    '这不属于本单位',
    '不是我单位的账号',
  ])('%s：不是一堆写到“不”字的问题', async (question) => {
    expect(await inside(question)).toEqual({ first: 'about.html#not-ours', pages: 1, issues: 0 });
  });

  test.each(['导出呀', '导出来', '打印呀', '下载了'])(
    '%s：只有说这件事的页面，没有看着像的类别和问题',
    async (question) => {
      const hits = await inside(question);
      expect(hits.first).toMatch(/^(?:lists\/all|issues)\.html$/u);
      expect(hits.issues).toBe(0);
      expect(hits.pages).toBeLessThanOrEqual(2);
    },
  );

  test('本季度全区各单位办结率的表，导出到 Excel：先是那张表', async () => {
    const { first, issues } = await inside('本季度全区各单位办结率的表，导出到 Excel');
    expect({ first, issues }).toEqual({ first: 'units.html', issues: 0 });
  });

  test('办结率就是销号率', async () => {
    expect((await inside('办结率')).first).toBe('about.html#figures');
  });

  test('说明里写着报什么、谁移交、移交前后怎样算', () => {
    const said = notOursView(face('shili', 'internal'))!.join('');
    for (const part of ['报“进展”', '“移交”', '“撤销”', '截止日']) expect(said).toContain(part);
  });
});

describe('公开站', () => {
  test('没有内部页的地址，说明里没有内部的办法', async () => {
    expect(notOursView(face('shili', 'public'))).toBeUndefined();
    const { address } = searchEntries(face('shili', 'public'), [], []).find(({ names }) =>
      names.includes('异议'),
    )!;
    expect(address).toBe('about.html#corrections');
    expect((await outside('不是我们单位的')).first).toBe('about.html#corrections');
    expect((await outside('导出')).first).toBe('lists/all.html');
    expect((await outside('注销手续')).first).toBe('guide.html#deregistration');
    expect((await outside('谁认定办结')).first).toBe('guide.html#settled');
    expect((await outside('改联系人')).first).not.toBe('guide.html#correcting');
    expect((await outside('与实际不符')).first).toBe('about.html#corrections');
    expect((await outside('空号')).first).toBe('about.html#corrections');
    // 我为政府网站找错 before it.
    expect(await outside('投诉电话')).toMatchObject({
      first: 'https://corrections.example/',
      pages: 2,
    });
    for (const cite of ['怎样引用', '转载', '授权'])
      expect((await outside(cite)).first).toBe('about.html#cite');
    expect((await outside('屡改屡犯')).first).not.toBe('lists/again.html');
    expect((await outside('催办')).first).toBeUndefined();
  });

  test('来源没有电话的台账，纠错也找得到', () => {
    const found = searchEntries(face('yuyang', 'public'), [], []).filter(({ names }) =>
      names.includes('纠错'),
    );
    expect(found.map(({ address }) => address)).toEqual(['about.html#corrections']);
  });

  test.each(['外星人', '呼啦圈', '催眠曲', 'qwzx'])('%s还是没有', async (question) => {
    expect(await outside(question)).toEqual({ first: undefined, pages: 0, issues: 0 });
    expect((await inside(question)).first).toBeUndefined();
  });
});
