/** 朗读本页, with voices put in place of the device's own: a browser without a head has none. */
import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sitesUnderTest } from '../site/page.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';

interface Voice {
  name: string;
  lang: string;
  localService: boolean;
}
const OWN: Voice = { name: '本机中文', lang: 'zh-CN', localService: true };
const FAR: Voice = { name: '网络中文', lang: 'zh-CN', localService: false };

let browser: Browser;
let server: Server;
const [site] = sitesUnderTest().filter(({ folder }) => folder.includes('demo-internal'));
beforeAll(async () => {
  browser = await launchChromium();
  if (site === undefined || !existsSync(site.folder)) throw new Error('先生成示例区内部站');
  server = await serve(site.folder);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A page in 关怀版 on a device with these voices; `said` collects what is spoken, each piece read at once. */
async function pageWith(voices: Voice[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  await page.addInitScript((own) => {
    localStorage.setItem('care', '1');
    const said: { text: string; voice: string | undefined }[] = [];
    class Utterance {
      voice: Voice | undefined;
      lang = '';
      rate = 1;
      onend: (() => void) | undefined;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.assign(window, { said, SpeechSynthesisUtterance: Utterance });
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => own,
      cancel: () => undefined,
      speak: ({ text, voice, onend }: Utterance) => {
        said.push({ text, voice: voice?.name });
        setTimeout(() => onend?.());
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
  }, voices);
  await page.goto(server.url('index.html'));
  return page;
}

const saidOn = (page: Page): Promise<{ text: string; voice: string | undefined }[]> =>
  page.evaluate(() => (window as unknown as { said: [] }).said);

describe('朗读本页', () => {
  test('用本机的中文读完一页：标题、句子、表格，读完按钮复原', async () => {
    const page = await pageWith([FAR, OWN]);
    const button = page.locator('[data-voice]');
    await button.click();
    await page.waitForFunction(
      () => document.querySelector('[data-voice]')?.textContent === '朗读本页',
    );
    const said = await saidOn(page);
    const heading = await page.locator('main h1').first().innerText();
    expect(said[0]?.text.replace(/，/gu, '')).toContain(heading.split('\n')[0]?.slice(0, 6));
    expect(new Set(said.map(({ voice }) => voice))).toEqual(new Set(['本机中文']));
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter(({ text }) => text.length > 161)).toEqual([]);
    expect(await page.locator('.reading-aloud').count()).toBe(0);
    await page.close();
  });

  test('只有经网络的声音、没有中文的，没有按钮', async () => {
    for (const voices of [[FAR], [{ ...OWN, lang: 'en-US' }], []]) {
      const page = await pageWith(voices);
      await page.waitForLoadState('networkidle');
      expect(await page.locator('[data-voice]').isVisible()).toBe(false);
      await page.close();
    }
  });

  test('标准版里没有按钮', async () => {
    const page = await pageWith([OWN]);
    await page.locator('[data-voice]').waitFor();
    await page.locator('[data-care="off"]').click();
    expect(await page.locator('[data-voice]').isVisible()).toBe(false);
    await page.close();
  });
});
