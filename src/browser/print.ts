/** 打印这一页: what Ctrl+P does, for those who do not know it; and what is folded on the screen is open on paper. */
for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', () => {
    window.print();
  });
}
window.addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details.fold:not([open])')) {
    fold.open = true;
    fold.dataset['printed'] = 'yes';
  }
});
window.addEventListener('afterprint', () => {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-printed]')) {
    fold.open = false;
    delete fold.dataset['printed'];
  }
});
