import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { SignInParts } from './auth.ts';
import type { OnceOnly } from './onceOnly.ts';
import { type Assertion, challengeOf, readAssertion, readAttestation } from './passkeyAnswers.ts';
import { type KnownPasskey, openPasskeyRows, type PasskeyRows } from './passkeyRows.ts';

export interface PasskeyOwner {
  readonly person: string;
  readonly address: string;
  readonly name: string;
}

/** Passkeys. A challenge is answered once, within ten minutes, by the browser that asked for it. */
export interface Passkeys extends Omit<PasskeyRows, 'add' | 'find' | 'used'> {
  /** What a browser makes a passkey from: JSON for `PublicKeyCredential.parseCreationOptionsFromJSON`. */
  creationOptions(owner: PasskeyOwner, half: string): Promise<unknown>;
  /** Keeps the passkey that a browser made, under a name; undefined where the answer is not good. Its id. */
  addPasskey(person: string, half: string, answer: string, name: string): Promise<string | undefined>;
  /** What a browser shows a passkey for: anybody's, also without a name. */
  requestOptions(half: string): Promise<unknown>;
  /** Whose passkey answered. */
  checkPasskey(half: string, answer: string): Promise<KnownPasskey | undefined>;
}

export const openPasskeys = (parts: SignInParts, once: OnceOnly): Passkeys => {
  const rows = openPasskeyRows(parts);
  const { hostname: rpID, origin } = new URL(parts.address);
  const expected = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true };
  const registered = { ...expected, supportedAlgorithmIDs: ALGORITHMS };
  return {
    listPasskeys: rows.listPasskeys,
    renamePasskey: rows.renamePasskey,
    removePasskey: rows.removePasskey,
    creationOptions: async ({ person, address, name }, half) => {
      const options = await generateRegistrationOptions({
        rpName: 'Patchling',
        supportedAlgorithmIDs: ALGORITHMS,
        rpID,
        userName: address,
        userDisplayName: name === '' ? address : name,
        userID: Uint8Array.from(Buffer.from(person)),
        excludeCredentials: (await rows.listPasskeys(person)).map(({ credential: id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await once.keep('passkey', options.challenge + half, { for: person });
      return options;
    },
    addPasskey: async (person, half, answer, name) => {
      const response = readAttestation(answer);
      const challenge = response && challengeOf(response.response.clientDataJSON);
      if (!response || challenge === undefined) return undefined;
      if ((await once.take('passkey', challenge + half))?.['for'] !== person) return undefined;
      const checked = await judged(() =>
        verifyRegistrationResponse({ response, expectedChallenge: challenge, ...registered }),
      );
      return checked?.registrationInfo && rows.add(person, name, checked.registrationInfo.credential);
    },
    requestOptions: async (half) => {
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
      await once.keep('passkey', options.challenge + half, { for: 'anybody' });
      return options;
    },
    checkPasskey: async (half, answer) => {
      const response = readAssertion(answer);
      const challenge = response && challengeOf(response.response.clientDataJSON);
      if (!response || challenge === undefined) return undefined;
      if ((await once.take('passkey', challenge + half))?.['for'] !== 'anybody') return undefined;
      const known = await rows.find(response.id);
      if (!known || !isOwners(response, known.person)) return undefined;
      const checked = await judged(() =>
        verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          ...expected,
          credential: known.credential,
        }),
      );
      // The counter is looked at twice: by the library, and with its writing, for two answers at the same time.
      if (!checked?.verified || !(await rows.used(known.id, checked.authenticationInfo.newCounter))) return undefined;
      return known;
    },
  };
};

/** EdDSA, ES256 and RS256: what passkeys have. Newer ones are an experiment of Node still, and it says so aloud. */
const ALGORITHMS = [-8, -7, -257];

/** The library throws where an answer is not good: another origin, another challenge, a counter that went back. */
const judged = async <Checked>(check: () => Promise<Checked>): Promise<Checked | undefined> => {
  try {
    return await check();
  } catch {
    return undefined;
  }
};

const isOwners = ({ response: { userHandle } }: Assertion, person: string): boolean =>
  userHandle === undefined || userHandle === '' || userHandle === Buffer.from(person).toString('base64url');
