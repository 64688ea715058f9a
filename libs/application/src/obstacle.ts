/** Why no money can go out. */
export type Obstacle =
  | 'no-determination'
  /** A report that it rests on is on its way, or was returned. */
  | 'not-verified'
  /** A report or finding is about to be evaluated, so that the determination may be out of date. */
  | 'evaluation-unfinished'
  /** The last try to evaluate it failed; where it is not also unfinished, there is none to come. */
  | 'evaluation-failed'
  | 'not-eligible'
  | 'undetermined'
  /** The programme pays everything at the start, and its assessment opens no remainder. */
  | 'all-paid-at-start'
  | 'no-award'
  /** What the programme pays before any assessment is not recorded: it is unknown what remains. */
  | 'no-first-payment'
  | 'nothing-remains'
  /** The share of the remainder that the year opens was released already. */
  | 'share-released'
  /** Another release is proposed or approved, and not paid yet. */
  | 'release-open'
  /** The two ministries assess; until their 考核结论 is recorded nothing is released. */
  | 'no-official-conclusion'
  | 'conclusion-failed'
  /** One of conclusion and determination says yes, the other no. */
  | 'conclusion-disagrees';
