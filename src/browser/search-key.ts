/** `/` puts the cursor into the search field, unless something is being typed. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))
  )
    return;
  const field =
    document.querySelector<HTMLInputElement>('#question') ??
    document.querySelector<HTMLInputElement>('#search-box');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
