export * from './money.contract.js';
export * from './names.contract.js';
export * from './plan.contract.js';
export * from './report.contract.js';
export * from './report-moves.contract.js';
export * from './service.contract.js';
export * from './subject.contract.js';
export * from './yearly-run.contract.js';
