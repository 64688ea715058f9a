import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import type { GateState, Outcome } from '#engine';
import { gateWords, outcomeWords, type Tone } from '#wording';
import { memo, type ReactNode } from 'react';
import { useSay } from '../language/language.js';

const icons: Readonly<Record<Tone, ReactNode>> = {
  good: <CheckCircleOutlined aria-hidden />,
  bad: <CloseCircleOutlined aria-hidden />,
  unsure: <QuestionCircleOutlined aria-hidden />,
  quiet: <MinusCircleOutlined aria-hidden />,
  strong: <ClockCircleOutlined aria-hidden />,
};

/** A status by colour, icon and word. */
export function Mark({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="mark" data-tone={tone === 'strong' ? 'quiet' : tone}>
      {icons[tone]}
      {children}
    </span>
  );
}

/** 达标 · 未达标 · 无法判定 · 不适用. */
export const OutcomeMark = memo(function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const say = useSay();
  const { tone, ...words } = outcomeWords[outcome];
  return <Mark tone={tone}>{say(words)}</Mark>;
});

/** 符合 · 不符合 · 无法判定. */
export const GateMark = memo(function GateMark({ state }: { readonly state: GateState }) {
  const say = useSay();
  const { tone, ...words } = gateWords[state];
  return <Mark tone={tone}>{say(words)}</Mark>;
});
