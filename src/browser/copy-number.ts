/**
 * 复制编号: beside the number of an issue. Where the browser keeps its clipboard from a page (plain HTTP) there is no button:
 * one click selects the number anyway.
 */

const place = document.querySelector('[data-issue-number]');
const number = place?.querySelector('code');
// Not promised where a page was not sent over HTTPS.
const clipboard = navigator.clipboard as Clipboard | undefined;
if (place && number && clipboard !== undefined) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-number screen-only';
  button.textContent = '复制编号';
  const told = document.createElement('span');
  told.className = 'screen-only';
  told.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    // The same words again would not be read aloud.
    told.textContent = '';
    void clipboard.writeText(number.textContent).then(
      () => {
        told.textContent = '已复制';
      },
      () => {
        getSelection()?.selectAllChildren(number);
        told.textContent = '编号已选中，按 Ctrl+C 复制（手机上长按）';
      },
    );
  });
  place.append(' ', button, ' ', told);
}
