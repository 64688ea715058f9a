import { FirstSlice1795219200000 } from './0001-first-slice.migration.js';
import { AuditChain1795219200002 } from './0002-audit-chain.migration.js';
import { Subjects1795219200003 } from './0003-subjects.migration.js';
import { People1795219200004 } from './0004-people.migration.js';
import { Moves1795219200005 } from './0005-moves.migration.js';
import { Plans1795219200006 } from './0006-plans.migration.js';
import { Claims1795219200007 } from './0007-claims.migration.js';
import { Money1795219200008 } from './0008-money.migration.js';
import { Samples1795219200009 } from './0009-samples.migration.js';
import { Deadlines1795219200010 } from './0010-deadlines.migration.js';
import { YearlyRuns1795219200011 } from './0011-yearly-runs.migration.js';
import { VerdictLines1795219200012 } from './0012-verdict-lines.migration.js';
import { Papers1795219200013 } from './0013-papers.migration.js';
import { CorrectedMoney1795219200014 } from './0014-corrected-money.migration.js';

/** Every migration, in order. */
export const migrations = [
  FirstSlice1795219200000,
  AuditChain1795219200002,
  Subjects1795219200003,
  People1795219200004,
  Moves1795219200005,
  Plans1795219200006,
  Claims1795219200007,
  Money1795219200008,
  Samples1795219200009,
  Deadlines1795219200010,
  YearlyRuns1795219200011,
  VerdictLines1795219200012,
  Papers1795219200013,
  CorrectedMoney1795219200014,
];
