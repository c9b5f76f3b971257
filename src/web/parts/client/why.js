// The why: kept and asked about as one types. Two windows never overwrite each other: the second is shown both texts.
const form = document.querySelector('[data-why-form]');
if (form instanceof HTMLFormElement) begin(form);

/**
 * @typedef {object} Writing
 * @property {HTMLFormElement} form
 * @property {HTMLTextAreaElement} box
 * @property {HTMLInputElement} base The revision that the words are written upon.
 * @property {string} last What was kept last.
 * @property {boolean} busy
 * @property {boolean} stopped Another window wrote: the person decides.
 * @property {ReturnType<typeof setTimeout> | undefined} timer
 */

/** @param {HTMLFormElement} form */
function begin(form) {
  const box = form.querySelector('[data-why]');
  const base = form.querySelector('[data-base]');
  if (!(box instanceof HTMLTextAreaElement && base instanceof HTMLInputElement)) return;
  /** @type {Writing} */
  const writing = { form, box, base, last: box.value, busy: false, stopped: false, timer: undefined };
  box.addEventListener('input', () => {
    say(writing, '…');
    later(writing);
  });
  box.addEventListener('blur', () => void keep(writing));
  window.addEventListener('beforeunload', (event) => {
    if (box.value !== writing.last && !writing.stopped) event.preventDefault();
  });
  form.addEventListener('submit', () => {
    writing.last = box.value;
  });
  // Ctrl-Enter writes the patch, as it sends a mail elsewhere.
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

/** @param {Writing} writing @param {string} words */
function say({ form }, words) {
  const kept = form.querySelector('[data-kept]');
  if (kept) kept.textContent = words;
}

/** @param {Writing} writing */
function later(writing) {
  clearTimeout(writing.timer);
  writing.timer = setTimeout(() => void keep(writing), 700);
}

/** @param {Writing} writing */
async function keep(writing) {
  const { form, box } = writing;
  if (writing.busy || writing.stopped || box.value === writing.last) return;
  writing.busy = true;
  const sent = box.value;
  const body = new FormData(form);
  body.delete('signoff');
  try {
    const answer = await fetch('/site/words', { method: 'POST', body });
    take(writing, sent, await answer.json(), answer.ok);
  } catch {
    say(writing, 'Not kept: the program does not answer. Your words are still here; start it again and go on.');
  }
  writing.busy = false;
  if (!writing.stopped && box.value !== sent) later(writing);
}

/**
 * @param {Writing} writing @param {string} sent
 * @param {{ revision?: number, questions?: string, theirs?: { words: string, revision: number } }} answer
 * @param {boolean} isKept
 */
function take(writing, sent, { revision, questions, theirs }, isKept) {
  const coach = writing.form.querySelector('[data-coach]');
  if (coach && questions !== undefined) coach.innerHTML = questions; // ours, escaped by the server
  if (theirs) return showBoth(writing, theirs);
  if (!isKept) return say(writing, 'Not kept: the program did not take it. Your words are still here.');
  writing.base.value = String(revision);
  writing.last = sent;
  say(writing, 'Kept.');
}

/** @param {Writing} writing @param {{ words: string, revision: number }} theirs */
function showBoth(writing, theirs) {
  writing.stopped = true;
  say(writing, 'Another window kept other words meanwhile. Nothing is lost: both stand here.');
  const conflict = writing.form.querySelector('[data-conflict]');
  if (!(conflict instanceof HTMLElement)) return;
  const text = document.createElement('pre');
  text.className = 'card pad said';
  text.textContent = theirs.words;
  const go = document.createElement('button');
  go.type = 'button';
  go.textContent = 'I have made one text of both above: go on with it';
  go.addEventListener('click', () => {
    writing.base.value = String(theirs.revision);
    writing.stopped = false;
    conflict.hidden = true;
    void keep(writing);
  });
  conflict.replaceChildren(text, go);
  conflict.hidden = false;
}
