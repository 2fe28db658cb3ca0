/** What whoever has no session sees: how to get in. */
export function SignedOut() {
  return (
    <main className="grid min-h-screen place-items-center p-4">
      <div className="w-full max-w-md rounded-card border border-line bg-card p-7">
        <img src="/favicon.svg" alt="" className="mb-5 size-9" />
        <h1 className="text-xl font-semibold">Sign in to Throughline</h1>
        <p className="mt-2 text-muted">
          There is no password. In a terminal where Throughline runs, type this and open the link it prints:
        </p>
        <pre className="mt-4 overflow-x-auto rounded-inner bg-sunken px-3 py-2.5 text-sm">npx throughline sign-in-link</pre>
        <p className="mt-4 text-sm text-muted">A link works once, for 15 minutes. This browser then stays signed in for 30 days.</p>
      </div>
    </main>
  );
}
