/** 纠错和反映: the way that the settings name, and where they name none, that. (示例区，虚构；榆阳) */
import { expect, test } from 'vitest';
import { correctionsView } from '../../../src/views/about/corrections-view.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { face } from '../../documents/face.ts';

test('设置里有电话的写电话，有找错入口的写入口', () => {
  const view = correctionsView(face('shili', 'public'));
  expect(view.way).toBe('请向示例区人民政府办公室反映，电话0000-1000000');
  expect(view.platform).toBe('https://corrections.example/');
  expect(view.then.join('')).not.toContain('首页底部');
});

test('来源没有电话的，照实说没有，写向谁反映，不编一个', () => {
  const view = correctionsView(face('yuyang', 'public'));
  expect(view.way).toBe('本台账没有登记联系电话，请向责任单位或榆林市榆阳区人民政府办公室反映');
  expect(view.way + view.then.join('')).not.toMatch(/\d{5,}/u);
  expect(view.platform).toBeUndefined();
  expect(view.then.join('')).toContain('“我为政府网站找错”入口');
});

test('公开站的问题页上就写着；内部站的说明里写，没有找错入口', () => {
  const [open] = face('yuyang', 'public').standing.issues;
  expect(issueView(face('yuyang', 'public'), open!).corrections).toContain('反映');
  const [inside] = face('shili', 'internal').standing.issues;
  expect(issueView(face('shili', 'internal'), inside!).corrections).toBeUndefined();
  expect(correctionsView(face('shili', 'internal')).platform).toBeUndefined();
});

test('账号本身有差错：打谁的电话照台账登记的写，说什么、要不要留姓名、台账没有规定的也写明', () => {
  const known = correctionsView(face('shili', 'public')).ofAccounts.join('');
  for (const words of ['主办单位的办公电话', '0000-1000000', '姓名不是必须留的', '本台账没有规定'])
    expect(known).toContain(words);
  const unknown = correctionsView(face('yuyang', 'public')).ofAccounts.join('');
  expect(unknown).toContain('本台账没有登记单位的办公电话');
  expect(unknown).not.toMatch(/\d{5,}/u);
});
