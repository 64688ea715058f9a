import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { fetchPageAt } from './pages.js';
import { askWhoIsThere } from './session/session.js';
import './look/screens.css';

askWhoIsThere();
fetchPageAt(location.pathname);
const place = document.getElementById('screens');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
