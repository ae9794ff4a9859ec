/** Fetches what suggests answers under the search field in the head, when somebody first goes there. */
const field = document.querySelector<HTMLInputElement>('#search-box');
// An input method may have begun before what listens to it has come.
let isComposing = false;
field?.addEventListener('compositionstart', () => {
  isComposing = true;
});
field?.addEventListener('compositionend', () => {
  isComposing = false;
});
field?.addEventListener(
  'focus',
  () => {
    void import('./suggestions.ts').then(({ suggest }) => {
      suggest(field, isComposing);
    });
  },
  { once: true },
);
