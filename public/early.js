/* Before the first paint: 关怀版 if it was chosen, and a mark that scripts run (they do not from a USB stick). */
(function (root) {
  'use strict';
  if (location.protocol !== 'file:' && 'noModule' in document.createElement('script')) {
    root.classList.add('scripted');
  }
  try {
    if (localStorage.getItem('care') === '1') root.classList.add('care');
  } catch (error) {
    /* 关怀版 is then not remembered; the link still works on each page. */
  }
})(document.documentElement);
