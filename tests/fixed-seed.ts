import fc from 'fast-check';

/**
 * Property tests draw the same cases on every machine, so that a red run is red for everybody.
 * PROPERTY_SEED explores others: `PROPERTY_SEED=7 npm test -- src/customers`.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? '20261120') });
