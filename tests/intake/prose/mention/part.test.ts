/** 网站的栏目: whose a column is — the website's that is named, or, where none is, the unit's that answers for it. (虚构) */
import { expect, it } from 'vitest';
import { namedInCircular } from '../../../../src/intake/prose/circular.ts';
import { known } from '../known.ts';

function sites(...lines: string[]) {
  const place = (at: number) => ({ file: '', sheet: '', row: at + 1, cell: '' });
  const { named } = namedInCircular(
    lines.map((text, at) => ({ kind: 'line' as const, text, place: place(at) })),
    known,
  );
  return named
    .filter(({ findings }) => findings.length > 0)
    .map(({ mention, site }) => `${mention.name}·${site ?? ''}`);
}

const COLUMN = '县民政局“社会救助”栏目超过六个月未更新。';

it.each([
  ['句首', [`县政府网站方面：${COLUMN}`]],
  ['紧挨着', ['县政府网站“部门动态”栏目，县民政局超过两个月未更新信息。']],
  ['标题', ['（一）县政府网站方面', COLUMN]],
  ['只写网站名的标题', ['一、县政府网站', COLUMN]],
  ['题目说的是网站栏目', ['关于8月县政府网站栏目巡查情况的通报', '一、网站栏目', COLUMN]],
])('%s写明是哪个网站的，栏目是那个网站的', (_, lines) => {
  expect(sites(...lines)).toEqual(['县民政局·县政府网站']);
});

it.each([
  ['没有写网站', [COLUMN]],
  ['说的是网站和新媒体', ['一、政府网站和政务新媒体方面', COLUMN]],
  ['最近的标题说的是新媒体', ['一、政府网站', '（二）政务新媒体方面', COLUMN]],
  ['说的不是栏目', ['（一）县政府网站方面', '县民政局报送的信息存在错别字。']],
])('%s，还是单位自己的问题', (_, lines) => {
  expect(sites(...lines)).toEqual(['县民政局·']);
});

it.each([
  ['说的是许多网站', ['关于全市政府网站检查情况的通报', '一、网站方面', COLUMN]],
  ['发布的', ['（一）政府网站', '县民政局发布的公告未附起草说明。']],
  ['答复', ['（一）政府网站互动交流', '县民政局办理网民留言答非所问。']],
  ['句子里说在网上', ['县民政局在政府网上发布的文章存在表述错误。']],
])('没有写是哪个网站、说的是网上的事（%s），记在“政府网站”', (_, lines) => {
  expect(sites(...lines)).toEqual(['县民政局·政府网站']);
});

it('同一段写了网站名的，用那个名称', () => {
  const lines = [
    '一、网站运维情况',
    '9月，县人民政府网站共发布信息349条，发布量为零的单位：县民政局。',
  ];
  expect(sites(...lines)).toEqual(['县民政局·县人民政府网站']);
});

it('此类问题涉及的，是同一句里说的问题', () => {
  const lines = [
    '（一）更新不及时。不按栏目属性更新。甲县政府网“政策解读”栏目逾期，此类问题涉及县民政局。',
  ];
  const { named } = namedInCircular(
    lines.map((text, at) => ({
      kind: 'line' as const,
      text,
      place: { file: '', sheet: '', row: at, cell: '' },
    })),
    known,
  );
  expect(named.find(({ mention }) => mention.name === '县民政局')?.findings[0]).toContain(
    '栏目逾期',
  );
});
