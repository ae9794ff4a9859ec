/** Visits against a server on this machine; nothing outside is asked. */
import iconv from 'iconv-lite';
import { afterEach, describe, expect, test } from 'vitest';
import { visitAddress } from '../../src/probe/visit.ts';
import { html, redirect, type SmallSite, smallSite } from './server.ts';

const set = { timeout: 5000, size: 100_000, privateAddresses: true };
const page = '<ul><li><a href="/a.html">示例区召开会议</a><span>2026-06-12</span></li></ul>';
const open: SmallSite[] = [];
const serving = async (...args: Parameters<typeof smallSite>): Promise<SmallSite> => {
  const site = await smallSite(...args);
  open.push(site);
  return site;
};
const seen = (url: string, change: Partial<typeof set> = {}) =>
  visitAddress(url, '2026-06-15', { ...set, ...change });

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

describe('打得开', () => {
  test('先问 robots.txt，再看首页，记下用时和最新一条；只问这两处', async () => {
    const site = await serving({ '/': html(page) });
    const found = await seen(site.url);
    expect(found).toMatchObject({
      outcome: 'opened',
      newestOn: '2026-06-12',
      newestItem: '示例区召开会议',
    });
    expect(found.milliseconds).toBeLessThan(set.timeout);
    expect(site.asked).toEqual(['/robots.txt', '/']);
    expect([...site.agents]).toEqual(['rectification-ledger-probe']);
  });

  test('本站之内的转向跟过去', async () => {
    const site = await serving({ '/': redirect('/portal/'), '/portal/': html(page) });
    expect(await seen(site.url)).toMatchObject({ outcome: 'opened', newestOn: '2026-06-12' });
    expect(site.asked).toEqual(['/robots.txt', '/', '/portal/']);
  });

  test('GBK 的首页也读得出；太长的只读前面一段', async () => {
    const gbk = iconv.encode(`<meta charset="gb2312">${page}`, 'gbk');
    const site = await serving({ '/': html(gbk, 'text/html') });
    expect(await seen(site.url)).toMatchObject({ newestItem: '示例区召开会议' });
    const long = await serving({ '/': html(`${page}${'<p>长</p>'.repeat(200_000)}`) });
    expect(await seen(long.url)).toMatchObject({ outcome: 'opened', newestOn: '2026-06-12' });
  });

  test('首页没有带日期的信息，就不写最新信息日', async () => {
    const site = await serving({ '/': html('<p>今天是2026年6月15日</p>') });
    expect(Object.keys(await seen(site.url))).toEqual(['outcome', 'milliseconds']);
  });
});

describe('打不开', () => {
  test('返回错误、拒绝连接、超时，各说为什么', async () => {
    const site = await serving({
      '/': (response) => {
        response.writeHead(503).end();
      },
    });
    expect(await seen(site.url)).toEqual({ outcome: 'failed', why: '服务器返回 503' });
    const slow = await serving({
      '/robots.txt': html('', 'text/plain'),
      '/': (response) => {
        response.writeHead(200).write('<p>慢');
      },
    });
    expect(await seen(slow.url, { timeout: 400 })).toEqual({
      outcome: 'failed',
      why: '0.4秒内没有打开',
    });
    const gone = await smallSite({});
    await gone.close();
    expect(await seen(gone.url)).toEqual({ outcome: 'failed', why: '服务器拒绝连接' });
  });

  test('robots.txt 出错的，不再问首页', async () => {
    const site = await serving({
      '/robots.txt': (response) => {
        response.writeHead(500).end();
      },
    });
    expect(await seen(site.url)).toEqual({ outcome: 'failed', why: 'robots.txt 返回 500' });
    expect(site.asked).toEqual(['/robots.txt']);
  });

  test('转来转去没有尽头的，到第五次为止', async () => {
    const site = await serving({ '/': redirect('/') });
    expect(await seen(site.url)).toEqual({ outcome: 'failed', why: '首页转来转去超过5次' });
    expect(site.asked).toHaveLength(7);
  });
});

describe('不访问', () => {
  test('robots.txt 不让的不访问首页；只不让别的程序的照访问', async () => {
    const closed = await serving({
      '/robots.txt': html('User-agent: *\nDisallow: /', 'text/plain'),
      '/': html(page),
    });
    expect(await seen(closed.url)).toEqual({
      outcome: 'skipped',
      why: '网站的 robots.txt 不让程序访问首页',
    });
    expect(closed.asked).toEqual(['/robots.txt']);
    const others = await serving({
      '/robots.txt': html('User-agent: other\nDisallow: /', 'text/plain'),
      '/': html(page),
    });
    expect(await seen(others.url)).toMatchObject({ outcome: 'opened' });
  });

  test('转到别的网站的不跟过去，那一边什么也没有收到', async () => {
    const other = await serving({ '/': html(page) });
    const site = await serving({ '/': redirect(other.url) });
    expect(await seen(site.url)).toMatchObject({
      outcome: 'skipped',
      why: `首页转到别的网站 127.0.0.1:${String(other.port)}，没有跟过去；网址变了的，改登记的 address`,
    });
    const inside = await serving({ '/': redirect('http://169.254.169.254/latest/') });
    expect((await seen(inside.url)).outcome).toBe('skipped');
    const file = await serving({ '/': redirect('file:///etc/hosts') });
    expect((await seen(file.url)).outcome).toBe('skipped');
    expect(other.asked).toEqual([]);
  });

  test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433'])(
    '没有允许内网的，%s 连都不连',
    async (host) => {
      const site = await serving({ '/': html(page) });
      const found = await seen(`http://${host}:${String(site.port)}/`, { privateAddresses: false });
      expect(found).toEqual({ outcome: 'skipped', why: '地址在内网或本机，设置没有允许' });
      expect(site.asked).toEqual([]);
    },
  );
});
