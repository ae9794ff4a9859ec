/** 打印这一页: what Ctrl+P does, for those who do not know it. */
for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', () => {
    window.print();
  });
}
