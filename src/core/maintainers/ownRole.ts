/** Of `maintainer:BTRFS FILE SYSTEM,commit_signer:2/3=67%`, as the script prints it, what somebody is first: `maintainer`. */
export const ownRole = (role: string): string => /^[^:,]*/.exec(role)?.[0] ?? '';
