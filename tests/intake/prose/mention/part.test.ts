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
  ['说的是许多网站', ['关于全市政府网站检查情况的通报', '一、网站方面', COLUMN]],
  ['说的不是栏目', ['（一）县政府网站方面', '县民政局报送的信息存在错别字。']],
])('%s，还是单位自己的问题', (_, lines) => {
  expect(sites(...lines)).toEqual(['县民政局·']);
});
