/** What is noted about how somebody comes in, for them to see: that it was not they, only they can tell. */
export const securityEvents = {
  'link asked for': 'A link to sign in was asked for',
  'signed in by a link': 'Signed in by a link',
  'signed in by a passkey': 'Signed in by a passkey',
  'signed out': 'Signed out',
  'session ended': 'A session was ended',
  'other sessions ended': 'All other sessions were ended',
  'all sessions ended': 'All sessions were ended',
  'passkey added': 'A passkey was added',
  'passkey removed': 'A passkey was removed',
  'passkeys taken': 'All passkeys were taken away',
  'new address asked for': 'Another address was asked for',
  'address changed': 'The address was changed',
  'token made': 'A token for a program was made',
  'token ended': 'A token was ended',
  refused: 'Not allowed, or not there for you',
} as const;

export type SecurityEvent = keyof typeof securityEvents;
