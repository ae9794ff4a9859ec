/** 换了地址: goes on to where a page has moved. */

const link = document.querySelector<HTMLAnchorElement>('a[data-moved]');
if (link !== null) location.replace(link.href);
