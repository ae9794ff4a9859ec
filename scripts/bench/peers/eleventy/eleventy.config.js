/** Eleventy draws the same records from one data file: one page each, lists of 200 rows. */
import { readFileSync } from 'node:fs';

const frame = (title, main) => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)} - 整改台账</title>
    <link rel="stylesheet" href="/site.css" />
  </head>
  <body>
    <header class="header">
      <a href="/index.html">整改台账</a>
      <nav>
        <a href="/issues.html">问题</a> <a href="/units.html">单位</a>
        <a href="/accounts.html">账号</a> <a href="/campaigns.html">专项</a>
      </nav>
    </header>
    <main id="main" class="frame" data-pagefind-body>${main}</main>
    <footer class="footer"><p>本页由台账自动生成。</p></footer>
  </body>
</html>
`;

const escaped = (text) =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

export default function (config) {
  const records = JSON.parse(readFileSync('records.json', 'utf8'));
  const lists = Object.entries(Object.groupBy(records, ({ kind }) => kind)).flatMap(([kind, all]) =>
    Array.from({ length: Math.ceil(all.length / 200) }, (_, at) => ({
      kind,
      number: at + 1,
      rows: all.slice(at * 200, at * 200 + 200),
    })),
  );
  config.addTemplate('records.11ty.js', ({ record }) => frame(record.title, page(record)), {
    pagination: { data: 'records', size: 1, alias: 'record' },
    records,
    permalink: ({ record }) => `/${record.kind}/${record.id}.html`,
  });
  config.addTemplate('lists.11ty.js', ({ list }) => frame(list.kind, table(list)), {
    pagination: { data: 'lists', size: 1, alias: 'list' },
    lists,
    permalink: ({ list }) =>
      list.number === 1 ? `/${list.kind}.html` : `/${list.kind}/page/${String(list.number)}.html`,
  });
  return { dir: { input: '.', output: 'out' } };
}

const page = ({ title, facts, updates, rows }) => `
<h1>${escaped(title)}</h1>
<dl class="facts">
  ${facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('\n  ')}
</dl>
${updates.length === 0 ? '' : `<ol class="story">${updates.map(({ on, action, note }) => `<li><b>${on}</b> ${action} ${escaped(note)}</li>`).join('\n')}</ol>`}
${rows.length === 0 ? '' : `<table class="table"><tbody>${rows.map(({ id, name, finding, deadline }) => `<tr><td><a href="/issues/${id}.html">${escaped(name)}</a></td><td>${escaped(finding)}</td><td>${escaped(deadline)}</td></tr>`).join('\n')}</tbody></table>`}`;

const table = ({ kind, rows }) => `
<h1>${kind}</h1>
<table class="table"><tbody>${rows.map(({ id, title }) => `<tr><td><a href="/${kind}/${id}.html">${escaped(title)}</a></td></tr>`).join('\n')}</tbody></table>`;
