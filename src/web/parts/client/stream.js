// Long work as it goes: lines come by Server-Sent Events. When the stream breaks, the browser comes back by itself and
// says which line it had last; when the work is not known any more, the page is asked for again.
for (const box of document.querySelectorAll('[data-stream]')) {
  if (box instanceof HTMLElement) follow(box);
}

/** @param {HTMLElement} box */
function follow(box) {
  const source = new EventSource(`${box.dataset['stream']}`);
  const say = box.querySelector('[data-doing]');
  const bar = box.querySelector('progress');
  source.addEventListener('progress', (event) => {
    const { doing, percent, line } = JSON.parse(event.data);
    if (say) say.textContent = line === undefined ? doing : `${doing}: ${line}`;
    if (!(bar instanceof HTMLProgressElement)) return;
    if (percent === undefined) bar.removeAttribute('value');
    else bar.value = percent;
  });
  source.addEventListener('ended', (event) => {
    source.close();
    const { at } = JSON.parse(event.data);
    // replace, so that "back" does not lead to the waiting
    if (at === undefined || box.dataset['stay'] !== undefined) location.reload();
    else location.replace(at);
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) location.reload();
    else if (say) say.textContent = 'The connection broke; trying again …';
  });
}
