import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.THROUGHLINE_SERVER ?? 'http://127.0.0.1:4400';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The server's content policy lets nothing in from data: addresses but images.
    assetsInlineLimit: 0,
    // The chart library is one lazily loaded file of about 500 kB; there is nothing to warn about.
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 4410,
    proxy: Object.fromEntries(['/api', '/sign-in', '/health'].map((path) => [path, { target: server }])),
  },
});
