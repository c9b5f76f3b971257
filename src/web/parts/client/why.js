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
 * @property {HTMLElement | null | undefined} waits What sent the form while words were being kept: a button, or a key.
 */

/** @param {HTMLFormElement} form */
function begin(form) {
  const box = form.querySelector('[data-why]');
  const base = form.querySelector('[data-base]');
  if (!(box instanceof HTMLTextAreaElement && base instanceof HTMLInputElement)) return;
  /** @type {Writing} */
  const writing = { form, box, base, last: box.value, busy: false, stopped: false, timer: undefined, waits: undefined };
  box.addEventListener('input', () => {
    say(writing, '…');
    later(writing);
  });
  box.addEventListener('blur', () => void keep(writing));
  // Going back, a browser puts words here that it remembers, and says nothing.
  window.addEventListener('pageshow', () => box.value !== writing.last && later(writing));
  window.addEventListener('beforeunload', (event) => {
    if (box.value !== writing.last && !writing.stopped) event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(writing.timer);
    if (!writing.busy) writing.last = box.value;
    else {
      // What is being kept has a newer revision for us: sent now, these words would look like another window's.
      event.preventDefault();
      writing.waits = event.submitter;
      say(writing, '…');
    }
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
    const isOurs = answer.headers.get('content-type')?.startsWith('application/json');
    take(writing, sent, isOurs ? await answer.json() : {}, answer.status);
  } catch {
    say(writing, 'Not kept: the program does not answer. Your words are still here; start it again and go on.');
    writing.waits = undefined;
    writing.timer = setTimeout(() => void keep(writing), 5000);
  }
  writing.busy = false;
  const { waits } = writing;
  writing.waits = undefined;
  if (waits !== undefined && !writing.stopped) form.requestSubmit(waits);
  else if (!writing.stopped && box.value !== sent) later(writing);
}

/**
 * @param {Writing} writing @param {string} sent
 * @param {{ revision?: number, questions?: string, refused?: string, theirs?: { words: string, revision: number } }} answer
 * @param {number} status
 */
function take(writing, sent, { revision, questions, refused, theirs }, status) {
  const coach = writing.form.querySelector('[data-coach]');
  if (coach && questions !== undefined) coach.innerHTML = questions; // ours, escaped by the server
  if (theirs) return showBoth(writing, theirs);
  if (revision === undefined) {
    const stranger = 'this browser is not known any more. Open the address that the program printed.';
    const because = refused ?? (status === 401 ? stranger : 'the program did not take it.');
    return say(writing, `Not kept: ${because} Your words are still here.`);
  }
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
