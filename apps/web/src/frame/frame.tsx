import { LogoutOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { aboutView, type AccountView } from '#contracts';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { roleWords } from '#wording';
import { read } from '../api/client.js';
import { useSay } from '../language/language.js';
import type { pagesOf } from '../pages.js';
import { IdleNotice } from '../session/idle-notice.js';
import { useSignOut } from '../session/session.js';
import { sessionWords } from '../session/words.js';
import { Switches } from './switches.js';
import './frame.css';

const words = {
  skip: { zh: '跳到正文', en: 'Skip to the page' },
  menu: { zh: '主菜单', en: 'Main menu' },
  demonstration: { zh: '演示：数据纯属虚构', en: 'Demonstration: invented figures' },
} as const;

/** What surrounds every page: who is there, where one can go, and the switches. */
export function Frame({
  account,
  pages,
  children,
}: {
  readonly account: AccountView;
  readonly pages: ReturnType<typeof pagesOf>;
  readonly children: ReactNode;
}) {
  const say = useSay();
  const { data: about } = useQuery({
    ...{ queryKey: ['about'], staleTime: Infinity },
    queryFn: () => read('/api/about', aboutView),
  });
  const { signOut, isPending } = useSignOut();
  const main = useFocusOnNewPage();
  const role = account.grant?.role;
  return (
    <div className="frame">
      <a className="skip-link" href="#page">
        {say(words.skip)}
      </a>
      <header>
        <strong>{say(sessionWords.product)}</strong>
        {about?.demonstration && (
          <span className="demonstration-line">{say(words.demonstration)}</span>
        )}
        <span className="account">
          {account.name}
          {role && <span className="quiet">{say(roleWords[role])}</span>}
        </span>
        <Switches />
        <Button type="text" icon={<LogoutOutlined />} loading={isPending} onClick={signOut}>
          {say(sessionWords.signOut)}
        </Button>
      </header>
      <nav aria-label={say(words.menu)}>
        <ul>
          {pages.map(
            ({ entry }) =>
              entry && (
                <li key={entry.to}>
                  <NavLink to={entry.to}>
                    {entry.icon}
                    {say(entry.words)}
                  </NavLink>
                </li>
              ),
          )}
        </ul>
      </nav>
      <main id="page" ref={main} tabIndex={-1}>
        <Suspense fallback={<Spin />}>{children}</Suspense>
      </main>
      <IdleNotice />
    </div>
  );
}

/** Whoever reads by ear or keyboard starts at the top of each new page. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname, hash } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
    // An address that names a part of the page leads there.
    if (hash === '') scrollTo(0, 0);
  }, [pathname, hash]);
  return main;
}
