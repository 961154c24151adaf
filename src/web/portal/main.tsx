import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Frame } from '../ui/frame.tsx';
import { PortalPage } from './page.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('portal.html has no #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <Frame>
        <PortalPage />
      </Frame>
    </QueryClientProvider>
  </StrictMode>,
);
