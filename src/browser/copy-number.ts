/** 复制编号: beside the number of an issue, where the browser lets a page write to its clipboard; one click selects it anyway. */

const place = document.querySelector('[data-number-of]');
const number = place?.querySelector('code')?.textContent ?? '';
// Not promised where a page was not sent over HTTPS.
const clipboard = navigator.clipboard as Clipboard | undefined;
if (place && number !== '' && clipboard !== undefined) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-number screen-only';
  button.textContent = '复制编号';
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    void clipboard.writeText(number).then(
      () => {
        told.textContent = '已复制';
      },
      () => {
        told.textContent = '没有复制成，点编号选中以后按 Ctrl+C';
      },
    );
  });
  place.append(' ', button, ' ', told);
}
