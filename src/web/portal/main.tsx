import '../ui/theme.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/request.css';
import './styles/files.css';
import './styles/status.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PortalPage } from './page.tsx';

/** The customers' page. Plain elements only: it loads before a thumb has left the screen. */
const root = document.getElementById('root');
if (!root) throw new Error('portal.html has no #root');

createRoot(root).render(
  <StrictMode>
    <PortalPage />
  </StrictMode>,
);
