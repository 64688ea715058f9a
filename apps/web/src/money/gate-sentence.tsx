import type { GateView } from '#contracts';
import { grouped } from '#wording';
import { useSay, type Say } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { moneyWords as words } from './words.js';

/** Whether money may go out now, and why not, in one sentence. */
export function gateSentence(say: Say, { opensMoney, why, money }: GateView): string {
  if (opensMoney) return say(words.opensSentence)(grouped(money.releasable));
  return say(words.closedSentence)(
    why.map(({ message, messageEn }) => say({ zh: message, en: messageEn }).replace(/[。.]$/, '')),
  );
}

export function GateSentence({ gate }: { readonly gate: GateView }) {
  const say = useSay();
  return (
    <p className="gate-sentence">
      <Mark tone={gate.opensMoney ? 'good' : 'unsure'}>{gateSentence(say, gate)}</Mark>
    </p>
  );
}
