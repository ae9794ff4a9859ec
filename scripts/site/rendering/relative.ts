/** 相对地址: every address of a page made relative, so that the site works below any path and from a USB stick. */

/**
 * `html` with every address that begins with `/` made relative to `page` (its path below the root, without a leading
 * slash). The page for what is not found is shown at any address: it keeps whole paths, below `root`.
 */
export function withRelativeAddresses(html: string, page: string, root: string): string {
  const up = page === '404.html' ? root : '../'.repeat(page.split('/').length - 1);
  return html.replaceAll(
    /(?<=\s(?:href|src|action|data-root|data-slice)=")\/(?!\/)/gu,
    up === '' ? './' : up,
  );
}
