import { Button, Result } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { z } from 'zod';
import type { Change } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { useSay, type Said } from '../language/language.js';
import { checkWords as words } from './words.js';
import './checking.css';

/** A line of what is about to be confirmed. */
export interface Fact {
  readonly label: Said;
  readonly value: ReactNode;
}

/** What is asked for, as the page of checking shows it. */
export interface Checked {
  /** What is done, as the button says it after 确认. */
  readonly what: Said;
  readonly facts: readonly Fact[];
  /** What cannot be undone about it. */
  readonly final: Said;
  readonly asked: Omit<Change, 'key'>;
}

/**
 * Something that is filled in, checked line by line, and only then done (核对页): the same three steps
 * for everything that moves money or cannot be taken back.
 */
export function CheckedChange<G, T extends z.ZodType>({
  title,
  form,
  checked,
  schema,
  settled,
  next,
}: {
  readonly title: string;
  /** The form, with what was given before, and where to take what is given. */
  readonly form: (before: G | undefined, check: (given: G) => void) => ReactNode;
  readonly checked: (given: G) => Checked;
  readonly schema: T;
  /** Has what changed read again, also where it was refused: that may have changed something too. */
  readonly settled: () => Promise<unknown>;
  /** Where to go on, once it is done. */
  readonly next: (answer: z.infer<T>) => ReactNode;
}) {
  const say = useSay();
  const [given, give] = useState<G>();
  const [isChecking, setChecking] = useState(false);
  const [done, setDone] = useState<{ readonly answer: z.infer<T>; readonly checked: Checked }>();
  if (done) {
    return (
      <section className="sheet">
        <Result
          status="success"
          title={<Heading>{say(words.done)(say(done.checked.what))}</Heading>}
          extra={next(done.answer)}
        />
        <Facts facts={done.checked.facts} />
      </section>
    );
  }
  if (isChecking && given !== undefined) {
    return (
      <Check
        checked={checked(given)}
        schema={schema}
        settled={settled}
        back={() => setChecking(false)}
        done={(answer, what) => setDone({ answer, checked: what })}
      />
    );
  }
  return (
    <section className="sheet check-form" aria-label={title}>
      <h2>{title}</h2>
      {form(given, (each) => {
        give(each);
        setChecking(true);
      })}
    </section>
  );
}

function Check<T extends z.ZodType>({
  checked,
  schema,
  settled,
  back,
  done,
}: {
  readonly checked: Checked;
  readonly schema: T;
  readonly settled: () => Promise<unknown>;
  readonly back: () => void;
  readonly done: (answer: z.infer<T>, checked: Checked) => void;
}) {
  const say = useSay();
  const { what, facts, final, asked } = checked;
  const change = useChange(schema, async (answer) => {
    done(answer, checked);
    await settled();
  });
  return (
    <section className="sheet">
      <Heading>{say(words.checkTitle)(say(what))}</Heading>
      <p className="quiet">{say(words.lead)}</p>
      <Facts facts={facts} />
      <div className="final">
        <h2>{say(words.final)}</h2>
        <p>{say(final)}</p>
      </div>
      <FailureNotice error={change.error} />
      <div className="check-actions">
        <Button
          type="primary"
          size="large"
          loading={change.isPending}
          onClick={() => change.mutate(asked, { onError: () => void settled() })}
        >
          {say(words.confirm)(say(what))}
        </Button>
        <Button size="large" onClick={back}>
          {say(words.change)}
        </Button>
      </div>
    </section>
  );
}

/** The lines of what is about to be confirmed, or is what something rests on. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const say = useSay();
  return (
    <dl className="answers">
      {facts.map(({ label, value }) => (
        <div key={label.en} style={{ display: 'contents' }}>
          <dt>{say(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whoever reads by ear or keyboard starts here when the step changes. */
function Heading({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <h2 ref={place} tabIndex={-1} className="check-heading">
      {children}
    </h2>
  );
}
