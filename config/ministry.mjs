// node config/ministry.mjs [--postgres] [--redis]: plays a year of a ministry, with the servers that
// it asks for where it asks for any.
const services = process.argv.length > 2 ? './run-with-services.mjs' : './run.mjs';
process.argv.splice(2, 0, 'test/ministry/main');
await import(services);
