import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Two pages: the staff console (index.html) and the customers' portal (portal.html), built into dist/web. */
const api = process.env.HUIYIN_API ?? 'http://127.0.0.1:7300';

export default defineConfig({
  plugins: [react()],
  server: { port: 7301, proxy: { '/api': { target: api } } },
  build: {
    outDir: 'dist/web',
    target: 'es2022',
    manifest: true,
    // The console's first load may weigh 700 kB gzip, each later page 150 kB; tests/web/bundle-size.test.ts checks.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: { console: 'index.html', portal: 'portal.html' },
      output: {
        codeSplitting: {
          groups: [
            // What nearly every page needs comes with the first load, so that pages open fast afterwards.
            {
              name: 'controls',
              test: /node_modules[\\/](antd[\\/]es[\\/](form|select|input|alert|tag|checkbox|radio|grid|col|row)|@rc-component[\\/](form|select|input|textarea|checkbox|virtual-list|overflow|async-validator))[\\/]/,
              priority: 10,
            },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            {
              name: 'foundation',
              test: /node_modules[\\/](@tanstack|i18next|react-i18next|zod|dayjs)[\\/]/,
              priority: 20,
            },
          ],
        },
      },
    },
  },
});
