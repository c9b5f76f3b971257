// Keys: one for each room, / to search, j and k through the rows of a list, ? for all of them.
const isWriting = (/** @type {EventTarget | null} */ target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const rows = () => [...document.querySelectorAll('[data-row]')].filter((row) => row instanceof HTMLElement);

const move = (/** @type {number} */ by) => {
  const all = rows();
  const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = all[at === -1 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

/** @param {string} selector */
const focusOn = (selector) => {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) return false;
  found.focus();
  found.scrollIntoView({ block: 'nearest' });
  return true;
};

const showKeys = () => {
  const dialog = document.querySelector('#keys');
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
};

/** @type {Record<string, () => void>} */
const deeds = {
  j: () => move(1),
  k: () => move(-1),
  '?': showKeys,
  w: () => focusOn('[data-why]'),
  '/': () => {
    if (!focusOn('[data-search]') && document.querySelector('.rail a[href="/find"]')) location.assign('/find?search=1');
  },
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isWriting(event.target)) {
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
    return;
  }
  const deed = deeds[event.key];
  const link = deed ? null : document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
  if (!deed && !link) return;
  event.preventDefault();
  if (deed) deed();
  else if (link instanceof HTMLAnchorElement) link.click();
});

// On a phone the rooms are a strip: the one that one is in shall be in sight.
document.querySelector('.rail a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

// Where / led here from another page.
if (new URLSearchParams(location.search).has('search')) focusOn('[data-search]');
