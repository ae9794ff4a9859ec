import { describe, expect, test } from 'vitest';
import { countsOf } from './counts.ts';
import {
  clicksTo,
  linkFaults,
  referencesOf,
  referencesOfAssets,
  repeatedIds,
  unreachedPages,
} from './links.ts';
import { brief, filesOf, pagesOf, sitesUnderTest } from './page.ts';
import { emptySections } from './sections.ts';
import { straySpaces } from './typeset.ts';
import { weightOf } from './weight.ts';

/** Bytes over the wire, gzipped. */
/** The pages of the forms bring the rules of the review along. */
/** The page of findings reads deadlines as they are written, and knows every kind of problem by its names. */
const heaviest = { page: 60 * 1024, form: 150 * 1024, finding: 170 * 1024 };

describe.each(sitesUnderTest())('$name', (site) => {
  test('每个链接、图片、样式、脚本和锚点都找得到', () => {
    const files = filesOf(site);
    const pages = pagesOf(site);
    const ours = files.filter((file) => !/^pagefind\//u.test(file));
    const references = [...pages.flatMap(referencesOf), ...referencesOfAssets(site.folder, ours)];
    expect(references.length).toBeGreaterThan(pages.length);
    expect(brief(linkFaults(pages, files, references))).toEqual([]);
  });

  test('每个页面从首页都走得到', () => {
    const pages = pagesOf(site);
    expect(brief(unreachedPages(pages, pages.flatMap(referencesOf)))).toEqual([]);
  });

  test('从首页起，单位一次点到，没有报的、最近变化一次点到，每件问题三次以内点到', () => {
    const clicks = clicksTo(pagesOf(site).flatMap(referencesOf));
    const far = [...clicks].filter(([file, distance]) => {
      if (/^(?:units\/[^/]+|changes|figures\/open|overdue)\.html$/u.test(file)) return distance > 1;
      return file.startsWith('issues/') && distance > 3;
    });
    expect(brief(far.map(([file, distance]) => `${file} 要点 ${String(distance)} 次`))).toEqual([]);
    expect(clicks.get('changes.html')).toBe(1);
  });

  test('点一个件数，那里正好有那么多行', () => {
    const counts = countsOf(pagesOf(site));
    expect(counts.length).toBeGreaterThan(40);
    console.log(`${site.name}：${String(counts.length)} 个件数链接`);
    const wrong = counts.filter(({ rows, found }) => rows !== found);
    expect(brief(wrong.map(({ where, found }) => `${where}，有 ${String(found)} 行`))).toEqual([]);
  });

  test('每页每张列单位的表和清单，都按单位页的序列', () => {
    const pages = pagesOf(site);
    const own = pages.find(({ file }) => file === 'units.html')!;
    const sequence = unitListsOf(own).flat();
    expect(sequence.length).toBeGreaterThan(20);
    const lists = pages.flatMap((page) =>
      unitListsOf(page).map((units) => [page.file, units] as const),
    );
    const wrong = lists.filter(([, units]) => {
      const places = units.map((unit) => sequence.indexOf(unit));
      return places.some((place, at) => at > 0 && place < places[at - 1]!);
    });
    expect(brief(wrong.map(([file, units]) => `${file}：${units.slice(0, 4).join('、')}`))).toEqual(
      [],
    );
  });

  test('印出来的问题页带二维码：内部站未办结的带到填报这个问题的地方，别的没有', () => {
    const pages = pagesOf(site).filter(({ file }) => file.startsWith('issues/'));
    const coded = pages.filter(({ html }) => html.includes('扫码填报这个问题的进展'));
    if (site.name !== '示例区内部站') {
      expect(coded).toEqual([]);
      return;
    }
    const open = pages.filter(({ html }) => /<a [^>]*data-report/u.test(html));
    expect(coded.map(({ file }) => file)).toEqual(open.map(({ file }) => file));
    expect(coded.length).toBeGreaterThan(20);
    for (const { html, file } of coded)
      expect(html).toMatch(
        new RegExp(
          `https://inside\\.ledger\\.example/report/[\\w-]+\\.html#issue-${file.slice('issues/'.length, -'.html'.length)}<`,
          'u',
        ),
      );
  });

  test('同一页面里没有重复的 id', () => {
    const faults = pagesOf(site).flatMap((page) =>
      repeatedIds(page).map((id) => `${page.file}：${id}`),
    );
    expect(brief(faults)).toEqual([]);
  });

  test('没有空的栏目、表格和列表', () => {
    const faults = pagesOf(site).flatMap((page) =>
      emptySections(page).map((fault) => `${page.file}：${fault}`),
    );
    expect(brief(faults)).toEqual([]);
  });

  test('汉字之间、标点之前没有多余的空格，句号不连着两个', () => {
    const faults = pagesOf(site).flatMap((page) =>
      straySpaces(page).map((fault) => `${page.file}：${fault}`),
    );
    expect(brief(faults)).toEqual([]);
  });

  test('每个页面打开时不超过 60 KB；填报页连同动手填以后才取的不超过 150 KB，新列问题的 170 KB（压缩后，含样式、脚本和图，不含检索库）', () => {
    const [sizes, all] = [new Map<string, number>(), pagesOf(site)];
    const weights = all.map((page) => ({
      file: page.file,
      bytes: weightOf(page, site.folder, sizes),
      later: weightOf(page, site.folder, sizes, true),
    }));
    const top = weights.reduce((one, other) => (other.bytes > one.bytes ? other : one));
    console.log(`${site.name}：${String(weights.length)} 页，最重 ${top.file} ${kb(top.bytes)}`);
    expect(weights.filter(({ bytes }) => bytes > heaviest.page)).toEqual([]);
    const most = (file: string): number =>
      file.startsWith('report/finding/') ? heaviest.finding : heaviest.form;
    expect(weights.filter(({ file, later }) => later > most(file))).toEqual([]);
  });
});

const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** The ids of the units of each table and list whose rows each begin with the link to another unit. */
function unitListsOf({ html }: { html: string }): string[][] {
  return [...html.matchAll(/<(?<tag>table|ul|ol)\b.*?<\/\k<tag>>/gsu)].flatMap(([list]) => {
    const units = [...list.matchAll(/<(?<tag>tr|li)\b.*?<\/\k<tag>>/gsu)].flatMap(
      ([row]) =>
        /^<(?:tr|li)[^>]*>\s*(?:<t[hd][^>]*>\s*)?<a href="[^"]*units\/(?<id>[\w-]+)\.html/u.exec(
          row,
        )?.groups?.['id'] ?? [],
    );
    return new Set(units).size === units.length && units.length > 0 ? [units] : [];
  });
}
