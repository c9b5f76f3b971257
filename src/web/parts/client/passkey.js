// A form whose button asks the device for a passkey first: what the device says goes with the form, as JSON.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (form instanceof HTMLFormElement) form.addEventListener('submit', (event) => void asked(form, event));
}

/** @param {HTMLFormElement} form @param {SubmitEvent} event */
async function asked(form, event) {
  const field = form.elements.namedItem('answer');
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  say(form, 'Waiting for your device …');
  try {
    field.value = JSON.stringify(await answerOf(form));
  } catch (error) {
    say(form, wordsOf(error));
    return;
  }
  say(form, '');
  form.submit();
}

/** @param {HTMLFormElement} form */
async function answerOf(form) {
  if (!('PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential)) {
    throw new Error('This browser is too old for passkeys here; a newer one of the same kind knows them.');
  }
  const answer = await fetch(`${form.dataset['options']}`, { method: 'POST' });
  if (answer.status === 429) throw new Error('That was tried too often. Please wait for a quarter of an hour.');
  if (!answer.ok) throw new Error('This page has stood open for too long. Load it again.');
  const options = await answer.json();
  const credential =
    form.dataset['passkey'] === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('The device gave no passkey.');
  return credential.toJSON();
}

/** What a browser's errors mean for the one who sits before it. @param {unknown} error */
function wordsOf(error) {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'NotAllowedError') return 'Nothing was chosen on the device, or it took too long. Try once more.';
  if (name === 'InvalidStateError') return 'This device has a passkey for you already.';
  if (name === 'SecurityError') return 'Passkeys work only at the address that the programme is known by.';
  if (name === 'TypeError') return 'The programme does not answer. Try once more.';
  return message;
}

/** @param {HTMLFormElement} form @param {string} words */
function say(form, words) {
  const said = form.querySelector('[data-said]');
  if (said) said.textContent = words;
}
