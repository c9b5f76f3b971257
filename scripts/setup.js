// Runs before `npm start`, `npm test` and `npm run figures`: installs npm's packages and Debian's where they are missing.
// Plain JavaScript without dependencies, since neither the pinned Node nor any package may be there yet: Node 18 runs it.
import { installDebianPackages } from './setup/installDebianPackages.js';
import { installNpmPackages } from './setup/installNpmPackages.js';

const wish = process.argv[2];
/** @type {import('./setup/missingPackages.js').Goal} */
const goal = wish === 'figures' || wish === 'test' ? wish : 'start';

if (await installNpmPackages()) await installDebianPackages(goal);
else process.exitCode = 1;
