import fc from 'fast-check';

/**
 * Loaded before every test of `npm test`: drawn input is the same in each run, so that a red one is red again. Another
 * SEED in the environment draws other input.
 */
const seed = Number(process.env['SEED']);
if (Number.isInteger(seed)) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
