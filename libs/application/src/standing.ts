/**
 * Which reports an evaluation rests on: of each year its draft (草稿), which is what the subject would
 * get, or what was last submitted of it (已提交), which alone can open money.
 */
export const standings = ['draft', 'submitted'] as const;

export type Standing = (typeof standings)[number];
