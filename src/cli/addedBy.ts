/** What each thing that only the person can add is added with. */
export const addedBy = {
  identity: 'your name: git config --global user.name "…", and user.email',
  why: 'the why: --why "…", or --why-file why.txt',
  signoff: 'your sign-off: --signoff',
} as const;
