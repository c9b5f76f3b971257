import { z } from 'zod';

// What a browser says is checked before it is handed on; larger than any passkey of today, yet bounded.
const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);
const transports = z.array(z.string().max(30)).max(10).exactOptional();
const credential = { id: bytes.min(1), rawId: bytes.min(1), type: z.literal('public-key') };

const attestation = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports }),
});

const assertion = z.object({
  ...credential,
  response: z
    .object({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes,
      // Safari says null where there is none.
      userHandle: bytes.nullish(),
    })
    .transform(({ userHandle, ...others }) => ({ ...others, ...(userHandle && { userHandle }) })),
});

const clientData = z.object({ challenge: bytes.min(1) });

type Credential<Checked> = Checked & { clientExtensionResults: Record<string, never> };
export type Assertion = Credential<z.infer<typeof assertion>>;

/** A passkey that a browser made: `PublicKeyCredential.toJSON()`. Undefined where it is none. */
export const readAttestation = (json: string) => read(attestation, json);

/** An answer to a challenge, in the same form. */
export const readAssertion = (json: string) => read(assertion, json);

/** The challenge that an answer says to be for. */
export const challengeOf = (clientDataJSON: string): string | undefined =>
  read(clientData, Buffer.from(clientDataJSON, 'base64url').toString())?.challenge;

const read = <Checked extends object>(
  schema: z.ZodType<Checked>,
  json: string,
): (Checked & { clientExtensionResults: Record<string, never> }) | undefined => {
  try {
    const { data } = schema.safeParse(JSON.parse(json));
    return data && { ...data, clientExtensionResults: {} };
  } catch {
    return undefined;
  }
};
