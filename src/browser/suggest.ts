/** Fetches what suggests answers under the search field in the head, when somebody first goes there. */
const field = document.querySelector<HTMLInputElement>('#search-box');
field?.addEventListener(
  'focus',
  () => {
    void import('./suggestions.ts').then(({ suggest }) => {
      suggest(field);
    });
  },
  { once: true },
);
