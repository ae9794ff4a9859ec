/** 关怀版 by its norm (移动互联网应用适老化通用设计规范): no word under 18 px, 60 px for what leads on. */
import type { Page } from 'playwright-core';

/** Half a pixel is lost in rounding. Pixels. */
const LEAST = { text: 17.9, target: 59.5 };
const TARGETS = [
  '.header-menu a, .header-find, .header-switch > summary, .care-off, .voice, summary',
  'button, .button, .buttonlike, .tabs a, .facets a, .pager a',
  'input:not([type=checkbox], [type=radio], [type=hidden], [type=file]), select, textarea',
  // Rows and tiles: what each leads to.
  '.table tbody th > a, .table .number > a, .issues .what > a, .issues .unit, .task h3 > a, .value',
  '.entry-name > a, .entries a, .section h2 > a, .search-results a, .campaign-bars > li > a, .changed > li > a',
  '.fortnight > li > a, .month-due > a, .month-list a, .squares a, .squares-key a, .squares-words a',
  '.table td > a, .listed th > a, .bar-rows li > a, .waiting p:first-child > a, .inline-figures a, .downloads a, .neighbours a',
].join(', ');

/** What is too small on a page that shows its 关怀版, one sentence each. */
export async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ least, targets }) => {
      const faults = new Set<string>();
      const tell = (element: Element, what: string): void => {
        const name = `${element.tagName.toLowerCase()}.${element.classList.value}`;
        faults.add(`关怀版：${name}${what}`);
      };
      /** How much larger or smaller than it says a picture is drawn. */
      const scaleOf = (element: Element): number => {
        const svg = element.closest('svg');
        const own = svg?.viewBox.baseVal.width ?? 0;
        return svg === null || own === 0 ? 1 : svg.getBoundingClientRect().width / own;
      };
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const element = words.currentNode.parentElement;
        if (element === null || (words.currentNode.textContent ?? '').trim() === '') continue;
        if (element.closest('script, style, option, noscript, .sr-only') !== null) continue;
        if (!element.checkVisibility()) continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);
        if (size < least.text) tell(element, `的字只有 ${size.toFixed(1)} 像素`);
      }
      for (const target of document.querySelectorAll(targets)) {
        const { height } = target.getBoundingClientRect();
        if (target.checkVisibility() && height > 1 && height < least.target)
          tell(target, `只有 ${height.toFixed(1)} 像素高`);
      }
      return [...faults];
    },
    { least: LEAST, targets: TARGETS },
  );
}
