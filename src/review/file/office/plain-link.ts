/** 普通链接: where a file may lead whoever clicks: a page, a mail, a place in the file itself. */

/** True for links that open nothing but a page or a mail. */
export function isPlainLink(target: string): boolean {
  const link = target.trim();
  return (
    link === '' ||
    link.startsWith('#') ||
    /^(?:https?:\/\/[^\\]|mailto:|tel:)/iu.test(link) ||
    /^www\.[\w-]/iu.test(link)
  );
}
