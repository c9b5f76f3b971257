/** Progress goes to stderr: `npm start -- --json` keeps stdout for itself. @param {string} line */
export const say = (line) => void process.stderr.write(`patchling: ${line}\n`);
