export * as cityLedgers from './2019-city-operation/ledgers.js';
