import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { auditVerificationView } from '#contracts';
import { read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useSay } from '../language/language.js';
import { auditPageWords as words } from './words.js';

/** Has the chain verified, and says in a sentence what was verified. */
export function AuditVerification() {
  const say = useSay();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['audit-verification'],
    enabled: false,
    queryFn: () => read('/api/audit/verification', auditVerificationView),
  });
  return (
    <section className="sheet audit-verification">
      <Button
        type="primary"
        icon={<SafetyCertificateOutlined aria-hidden />}
        loading={isFetching}
        onClick={() => void refetch()}
      >
        {say(words.verify)}
      </Button>
      <div aria-live="polite">
        {isFetching && <p className="quiet">{say(words.verifying)}</p>}
        <FailureNotice error={error} />
        {data && !isFetching && (
          <Alert
            showIcon
            type={data.deviations === 0 ? 'success' : 'error'}
            title={
              data.deviations === 0
                ? say(words.whole)(data.links, data.contentRows)
                : say(words.deviates)(data.links, data.contentRows, data.deviations)
            }
            description={
              <>
                {data.found.length > 0 && (
                  <ul lang="zh-CN">
                    {data.found.map((each) => (
                      <li key={each}>{each}</li>
                    ))}
                  </ul>
                )}
                {data.checkpoint && (
                  <p className="figures checkpoint">
                    {say(words.seal)(
                      data.checkpoint.number,
                      data.checkpoint.chain,
                      data.checkpoint.at,
                    )}
                  </p>
                )}
              </>
            }
          />
        )}
      </div>
    </section>
  );
}
