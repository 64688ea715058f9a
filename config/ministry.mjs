// node config/ministry.mjs [--postgres] [--redis]: plays a year of a ministry, with the servers that
// it asks for where it asks for any.
import { serviceNames } from './services.mjs';

const wanted = serviceNames.filter((name) => process.argv.includes(`--${name}`));
const words = wanted.length > 0 ? [wanted.join()] : [];
process.argv.splice(2, 0, ...words, 'test/ministry/main');
await import(wanted.length > 0 ? './run-with-services.mjs' : './run.mjs');
