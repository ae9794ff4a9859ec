/** Whether a page runs over: on the screens between a phone and a large desk, in large type too, and on paper. */
import type { Browser } from 'playwright-core';

/** Phone, tablet, small and large desk; pixels. */
const screens = [390, 768, 1024, 1440];
/** What A4 leaves between the margins of print.css: 180 mm. */
const PAPER = 680;

/** Every width at which a page is wider than that, as sentences. `urls`: pages of one site. */
export async function runsOver(browser: Browser, urls: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const isLarge of [false, true]) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    if (isLarge) await context.addInitScript("localStorage.setItem('care', '1')");
    const page = await context.newPage();
    const over = (): Promise<number> =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
    for (const url of urls) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(url, { waitUntil: 'load' });
      for (const [width, media] of [
        ...screens.map((one) => [one, 'screen'] as const),
        ...(isLarge ? [] : [[PAPER, 'print'] as const]),
      ]) {
        await page.emulateMedia({ media });
        await page.setViewportSize({ width, height: 900 });
        const wide = await over();
        const look = media === 'print' ? '打印' : isLarge ? '关怀版' : '普通版';
        if (wide > 0)
          faults.push(`${url}（${look}，${String(width)} 像素）宽出 ${String(wide)} 像素`);
      }
    }
    await context.close();
  }
  return faults;
}
