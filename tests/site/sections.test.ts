import { expect, test } from 'vitest';
import { readPage } from './page.ts';
import { emptySections } from './sections.ts';

const faults = (body: string) => emptySections(readPage('x.html', `<body>${body}</body>`));

test.each([
  ['标题和段落', '<main><h1>单位</h1><p>二十二个</p></main>'],
  ['小标题之下有内容', '<h1>甲</h1><h2>乙</h2><p>丙</p>'],
  ['标题之下只有图', '<section><h2>图</h2><svg></svg></section>'],
  ['标题之后是裸文字', '<div><h2>题</h2>文字</div>'],
  ['header 里的标题，内容在 main', '<header><h1>题</h1></header><main><p>文</p></main>'],
  ['空状态写了一句话', '<section><h2>逾期</h2><p>没有逾期的问题。</p></section>'],
  ['隐藏的空列表不算', '<h1>找</h1><p>输入词语</p><ol hidden></ol>'],
  [
    '写全的表格',
    '<table><thead><tr><th>名</th></tr></thead><tbody><tr><td>甲</td></tr></tbody></table>',
  ],
])('%s：不报', (_name, body) => {
  expect(faults(body)).toEqual([]);
});

test.each([
  ['<main><h2>甲</h2><h2>乙</h2><p>文</p></main>', ['标题“甲”之下没有内容']],
  ['<main><h1>甲</h1><h2>乙</h2></main>', ['标题“甲”之下没有内容', '标题“乙”之下没有内容']],
  ['<main><section><h2>甲</h2></section><p>别处的文字</p></main>', ['标题“甲”之下没有内容']],
  ['<main><h2>甲</h2></main><footer><p>页脚</p></footer>', ['标题“甲”之下没有内容']],
  ['<h2>甲</h2><div hidden><p>看不见</p></div>', ['标题“甲”之下没有内容']],
  ['<h1></h1><p>文</p>', ['h1 标题是空的']],
  ['<table><thead><tr><th>名</th></tr></thead><tbody></tbody></table>', ['表体没有行']],
  ['<table><thead><tr><th>名</th></tr></thead></table>', ['表格没有表体']],
  ['<p>文</p><ul></ul>', ['列表 ul 没有条目']],
  ['<dl></dl>', ['列表 dl 没有条目']],
  ['<dl><dt>名</dt><dd></dd></dl>', ['dd 是空的']],
  ['<p> </p>', ['p 是空的']],
  ['<ul><li></li></ul>', ['li 是空的']],
])('%s：报出', (body, expected) => {
  expect(faults(body)).toEqual(expected);
});
