import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { yearlyRunView, type YearlyRunView } from '#contracts';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { useSay } from '../language/language.js';
import { useRole } from '../session/session.js';
import { runsAddress } from './queries.js';
import { yearlyWords as words } from './words.js';

/** What of a run was set aside, and for who started it a way to go on. */
export function SetAside({ run: { programme, year, setAside } }: { readonly run: YearlyRunView }) {
  const say = useSay();
  const queries = useQueryClient();
  const role = useRole();
  const goingOn = useChange(yearlyRunView, () =>
    queries.invalidateQueries({ queryKey: ['yearly-run', programme] }),
  );
  const names = setAside.map(({ code, name }) => `${name} ${code}`);
  return (
    <>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={say(names.length > 0 ? words.evaluationsAside : words.summaryAside)}
        description={
          <>
            {names.length > 0 && <p>{names.join(say({ zh: '、', en: ', ' }))}</p>}
            <p>
              {say(words.mendFirst)} {role !== 'finance-reviewer' && say(words.goneOnBy)}
            </p>
          </>
        }
      />
      <FailureNotice error={goingOn.error} />
      {role === 'finance-reviewer' && (
        <Button
          className="spaced"
          loading={goingOn.isPending}
          onClick={() =>
            goingOn.mutate({ method: 'POST', url: runsAddress(programme), body: { year } })
          }
        >
          {say(words.goOn)}
        </Button>
      )}
    </>
  );
}
