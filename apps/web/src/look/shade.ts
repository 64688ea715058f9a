import { createContext, useContext } from 'react';
import type { Shade } from './theme.js';

export type ShadeChoice = 'system' | Shade;

export const ShadeContext = createContext<{
  readonly chosen: ShadeChoice;
  readonly shade: Shade;
  readonly choose: (choice: ShadeChoice) => void;
}>({ chosen: 'system', shade: 'light', choose: () => undefined });

/** Whether it is light or dark, and a way to choose. */
export const useShade = () => useContext(ShadeContext);
