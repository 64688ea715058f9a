import { QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, Spin } from 'antd';
import { Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useMatch } from 'react-router';
import { FailureNotice } from './api/failure-notice.js';
import { Frame } from './frame/frame.js';
import { TurnedAway } from './frame/turned-away.js';
import { Preferences } from './look/preferences.js';
import { pagesOf, verification } from './pages.js';
import { client, useSession } from './session/session.js';
import { SignInPage } from './session/sign-in-page.js';

/** All screens. */
export function App() {
  return (
    <QueryClientProvider client={client}>
      <Preferences>
        <Messages>
          <BrowserRouter>
            <Screens />
          </BrowserRouter>
        </Messages>
      </Preferences>
    </QueryClientProvider>
  );
}

function Screens() {
  const isPublic = useMatch(verification.path) !== null;
  return isPublic ? (
    <Suspense fallback={<Spin fullscreen />}>
      <Routes>
        <Route path={verification.path} element={<verification.Component />} />
      </Routes>
    </Suspense>
  ) : (
    <ScreensOfSession />
  );
}

function ScreensOfSession() {
  const { data: session, error } = useSession();
  if (session === undefined) {
    return error ? <FailureNotice error={error} /> : <Spin fullscreen />;
  }
  if (session === 'nobody' || session === 'ended')
    return <SignInPage ended={session === 'ended'} />;
  const role = session.account.grant?.role;
  const pages = pagesOf(role);
  const [entry] = pages.flatMap(({ entry: each }) => each ?? []);
  const first = entry?.to ?? '/rulebook';
  return (
    <Frame account={session.account} pages={pages}>
      <FailureNotice error={error} />
      <Routes>
        {pages.map(({ path, Component }) => (
          <Route key={path} path={path} element={<Component />} />
        ))}
        <Route path="/" element={<Navigate to={first} replace />} />
        <Route path="*" element={<TurnedAway role={role} first={first} />} />
      </Routes>
    </Frame>
  );
}
