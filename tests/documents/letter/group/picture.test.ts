import { expect, test } from 'vitest';
import { groupMessage, publicPart } from '../../../../src/documents/letter/group/message.ts';
import { groupPicture } from '../../../../src/documents/letter/group/picture.ts';
import { dueReminders } from '../../../../src/domain/reminding.ts';
import { ruleInForceOn } from '../../../../src/domain/setting.ts';
import { openLedger } from '../../../../src/ledger/open.ts';
import { faceOf } from '../../../../src/views/face.ts';
import { qrPath } from '../../../../src/text/qr-path.ts';
import { contentOf } from '../../face.ts';

const TODAY = '2026-06-15';
const ledger = openLedger(contentOf.shili);
const inner = faceOf(ledger, TODAY, 'internal');
const rule = ruleInForceOn(ledger.vocabulary.reminding, TODAY);
if (rule === undefined) throw new Error('no rule');
const due = dueReminders(inner.standing, rule, ledger.reminders);
const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>(?<text>.*?)<\/text>/gu)].map(({ groups }) =>
    (groups?.['text'] ?? '').replaceAll(/<[^>]+>/gu, ''),
  );

test('宽 1080；截至哪天、各几个、逾期单位和个数与那条消息相同，按本级序列排', () => {
  const svg = groupPicture(inner, due) ?? '';
  const message = groupMessage(inner, due) ?? '';
  expect(svg).toMatch(/^<svg [^>]*width="1080" height="\d{4}"/u);
  const texts = textsIn(svg);
  expect(texts).toEqual(
    expect.arrayContaining(['整改催办', '2026年6月15日', '按本级序列排列，不排名次']),
  );
  const [, total = '', list = ''] = /逾期(\d+)个：(\S+)/u.exec(message) ?? [];
  expect(texts).toContain(`${total}个`);
  const said = new Map(
    list.split('、').map((one) => [one.replace(/\d+$/u, ''), /\d+$/u.exec(one)?.[0] ?? '']),
  );
  const at = texts.indexOf('按本级序列排列，不排名次') + 1;
  const shown = texts.slice(at, at + 2 * said.size);
  const named = shown.filter((_, index) => index % 2 === 0);
  expect(
    new Map(named.map((name, index) => [name, shown[2 * index + 1]?.replace('个', '')])),
  ).toEqual(said);
  const official = [...ledger.units.values()].flatMap(({ name, aliases }) =>
    [name, ...aliases].filter((one) => said.has(one)),
  );
  expect(named).toEqual(official);
  // Somebody with more stands behind somebody with fewer: no ranking.
  const counts = named.map((name) => Number(said.get(name)));
  expect(counts).not.toEqual(counts.toSorted((a, b) => b - a));
  expect(texts.join('')).not.toContain('区政府办');
});

test('二维码和地址是同一处；内部的写明只发内部群', () => {
  const svg = groupPicture(inner, due) ?? '';
  const page = 'https://inside.ledger.example/overdue.html';
  expect(textsIn(svg)).toContain(page);
  expect(svg).toContain(`d="${qrPath(page).path}"`);
  expect(svg).toContain('只发内部工作群');
});

test('公开的群：只有公开站上有的，没有内部站的地址；名称里的符号不成标记', () => {
  const open = faceOf(ledger, TODAY, 'public');
  const part = publicPart(open, due);
  const svg = groupPicture(open, part) ?? '';
  expect(svg).not.toMatch(/inside\.ledger|内部|临期|未报进展|应报未报/u);
  expect(textsIn(svg)).toContain('https://ledger.example/zhenggai/overdue.html');
  const units = new Set(part.map(({ unit }) => unit));
  for (const { id, name, aliases } of ledger.units.values())
    if (!units.has(id))
      for (const one of [name, ...aliases]) expect(textsIn(svg)).not.toContain(one);

  const named = {
    ...ledger,
    site: { ...ledger.site, name: '<b>甲&乙</b>', internalAddress: undefined },
  };
  const plain = groupPicture({ ...inner, ledger: named }, due) ?? '';
  expect(plain).toContain('&lt;b&gt;甲&amp;乙&lt;/b&gt;');
  expect(plain).toContain('详见各单位催办单。');
  expect(plain).not.toContain('<path');
});

test('除本办公室没有要催的，没有图', () => {
  expect(groupPicture(inner, [])).toBeUndefined();
  expect(
    groupPicture(
      inner,
      due.filter(({ unit }) => unit === ledger.site.office),
    ),
  ).toBeUndefined();
});
