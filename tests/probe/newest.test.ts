import { expect, test } from 'vitest';
import { newestItem } from '../../src/probe/newest.ts';

const newest = (html: string) =>
  newestItem(Buffer.from(html), 'text/html', new URL('http://www.shili.example/'), '2026-06-15');
const item = (words: string, href = '/x.html') => `<li><a href="${href}">信息</a> ${words}</li>`;

test.each([
  ['年月日齐全', item('2026-06-12'), '2026-06-12'],
  ['中文日期', item('2026年6月2日'), '2026-06-02'],
  ['点和斜线', item('2026.6.3') + item('2026/05/30'), '2026-06-03'],
  ['没有年的，取不晚于今天的最近一次', item('06-12') + item('12-30'), '2026-06-12'],
  ['没有年的，跨年时算去年', item('[12-30]'), '2025-12-30'],
  ['链接地址里的日期', item('', '/xw/202606/t20260611_1234.html'), '2026-06-11'],
  ['按日分的文件夹', item('', '/2026/06/10/1.html'), '2026-06-10'],
  ['以后的日期不算', item('2026-07-01') + item('2026-06-01'), '2026-06-01'],
  ['日历上没有的不算', item('2026-02-30') + item('2026-02-27'), '2026-02-27'],
  ['表格的一行', '<tr><td><a href="/x">信息</a></td><td>2026-06-09</td></tr>', '2026-06-09'],
])('%s', (_name, html, on) => {
  const found = newest(html.startsWith('<tr') ? `<table>${html}</table>` : `<ul>${html}</ul>`);
  expect(found?.on).toBe(on);
});

test.each([
  ['页面上今天的日期', '<p>今天是2026年6月15日 星期一</p>'],
  ['脚本里的日期', '<script>var a = "2026-06-12"</script>'],
  ['版权和备案', '<p>版权所有 2012-2026</p>'],
  ['别的网站的链接地址', item('', 'https://other.example/20260612/1.html')],
  ['电话和编号', item('0912-3520123 编号20260699')],
  ['很长的一段不是一条信息', `<p><a href="/x">信息</a>${'长'.repeat(300)}2026-06-12</p>`],
])('%s不算', (_name, html) => {
  expect(newest(html)).toBeUndefined();
});

test('说出是哪一条，至多六十个字', () => {
  const long = '题'.repeat(80);
  expect(newest(`<li><a href="/x">${long}</a>2026-06-12</li>`)?.words).toBe('题'.repeat(60));
});
